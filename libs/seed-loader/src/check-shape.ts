import { z } from 'zod';
import { describeIssue } from './describe-issue.ts';
import type { Report } from './seed-file.ts';
import type { YamlText } from './yaml-text.ts';

/** The value of a file as its schema wants it, or null with every deviation reported on its line. */
export function checkShape<T extends z.ZodObject>(
  text: YamlText,
  schema: T,
  report: Report,
): z.output<T> | null {
  const checked = schema.safeParse(text.value, { reportInput: true });
  if (checked.success) return checked.data;
  for (const issue of checked.error.issues) {
    const value = valueAt(text.value, issue.path);
    for (const { key, ...wording } of describeIssue(issue, value, keysAt(schema, issue.path))) {
      const line = key === undefined ? text.lineOf(issue.path) : text.lineOfKey(keyHolder(issue, key), key);
      report({ file: text.file, line, ...wording });
    }
  }
  return null;
}

/** A bad key's own path ends in the key, an unknown field's in the mapping that holds it. */
function keyHolder(issue: z.core.$ZodIssue, key: string): readonly PropertyKey[] {
  return issue.code === 'invalid_key' && issue.path.at(-1) === key ? issue.path.slice(0, -1) : issue.path;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Record<PropertyKey, unknown>)[key];
  }
  return at;
}

/** The names of the fields that the schema allows at a path. */
function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  let at: z.core.$ZodType = schema;
  for (const key of path) {
    at = unwrap(at);
    if (at instanceof z.ZodArray) at = at.element;
    else if (at instanceof z.ZodObject)
      at = (at.shape as Record<PropertyKey, z.core.$ZodType>)[key] ?? z.never();
  }
  at = unwrap(at);
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodDefault || schema instanceof z.ZodOptional
    ? (schema.unwrap() as z.core.$ZodType)
    : schema;
}

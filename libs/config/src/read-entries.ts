import type { z } from 'zod';
import type { FileProblem } from '@framewatch/contracts';
import { check, problemAt } from './zod-problems.ts';
import type { YamlFile } from './yaml-file.ts';

/** An accepted entry of a list, with where it stands. */
export interface Entry<Value> {
  value: Value;
  index: number;
  line: number;
}

/**
 * Reads the list under `key`, each entry for itself: a bad entry is left out and reported, the others stay.
 * Undefined where there is no list at all, so that nothing about the entries is known.
 */
export function readEntries<Schema extends z.ZodType>(
  yaml: YamlFile,
  key: string,
  schema: Schema,
  file: string,
  problems: FileProblem[],
): Entry<z.output<Schema>>[] | undefined {
  const list = (yaml.value as Record<string, unknown> | null)?.[key];
  if (!Array.isArray(list)) {
    problems.push(noList(yaml, key, file));
    return undefined;
  }
  const entries: Entry<z.output<Schema>>[] = [];
  for (const [index, value] of list.entries()) {
    const place = { file, yaml, path: [key, index] };
    const twice = keyWrittenTwice(yaml, place.path);
    const checked = check(schema, value, place);
    if (twice) problems.push({ file, ...twice });
    if (!checked.ok) problems.push(...checked.problems);
    if (checked.ok && !twice) entries.push({ value: checked.value, index, line: yaml.lineOf(place.path) });
  }
  return entries;
}

/** Top-level keys other than the known ones: a typing mistake there would silently drop a whole list. */
export function reportUnknownKeys(
  yaml: YamlFile,
  known: readonly string[],
  file: string,
  problems: FileProblem[],
): void {
  const place = { file, yaml, path: [] };
  if (typeof yaml.value !== 'object' || yaml.value === null || Array.isArray(yaml.value)) return;
  for (const key of Object.keys(yaml.value)) {
    if (known.includes(key)) continue;
    problems.push(
      problemAt(place, [key], `\`${key}\` is not known here.`, `Known here: ${known.join(', ')}.`),
    );
  }
}

function noList(yaml: YamlFile, key: string, file: string): FileProblem {
  return {
    file,
    line: yaml.lineOf([key]),
    message: `There is no list under \`${key}:\`.`,
    remedy: `Write \`${key}:\` and below it entries that begin with a hyphen; for an empty list write \`${key}: []\`.`,
  };
}

function keyWrittenTwice(yaml: YamlFile, path: readonly PropertyKey[]) {
  const range = yaml.rangeOf(path);
  const error = range && yaml.entryErrors.find(({ offset }) => offset >= range[0] && offset < range[1]);
  return (
    error && {
      line: yaml.lineAt(error.offset),
      message: 'A key is written twice in this entry.',
      remedy: 'Keep one of the two lines.',
    }
  );
}

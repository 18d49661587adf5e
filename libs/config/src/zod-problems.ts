import { z } from 'zod';
import type { FileProblem } from '@framewatch/contracts';
import { nearestWord } from './nearest.ts';
import { remedies } from './remedies.ts';
import { keysAt } from './schema-keys.ts';
import type { YamlFile } from './yaml-file.ts';

type Issue = z.core.$ZodIssue;
export type Finding = { path: readonly PropertyKey[]; message: string; remedy: string };

/** Where the checked value stands: the file, and the path within it that the schema's own paths begin at. */
export interface Place {
  file: string;
  yaml: YamlFile;
  path: readonly PropertyKey[];
}

/** Checks a value against its shape: the value as the shape gives it, or every mistake with line and remedy. */
export function check<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  place: Place,
): { ok: true; value: z.output<Schema> } | { ok: false; problems: FileProblem[]; paths: PropertyKey[][] } {
  const checked = checkValue(schema, value);
  if (checked.ok) return checked;
  const { findings } = checked;
  return {
    ok: false,
    problems: findings.map((finding) => problemAt(place, finding.path, finding.message, finding.remedy)),
    paths: findings.map((finding) => [...finding.path]),
  };
}

/** Checks a value that stands in no file: the value as the shape gives it, or every mistake with its path and remedy. */
export function checkValue<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): { ok: true; value: z.output<Schema> } | { ok: false; findings: Finding[] } {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, findings: parsed.error.issues.flatMap((issue) => findingsOf(issue, schema, value)) };
}

/** A problem at a path below the place. */
export function problemAt(
  place: Place,
  path: readonly PropertyKey[],
  message: string,
  remedy: string,
): FileProblem {
  return { file: place.file, line: place.yaml.lineOf([...place.path, ...path]), message, remedy };
}

function findingsOf(issue: Issue, schema: z.ZodType, root: unknown): Finding[] {
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, root, issue.path);
    return issue.keys.map((key) => unknownKey(issue.path, key, known));
  }
  const value = issue.path.reduce<unknown>((at, step) => (isRecord(at) ? at[step] : undefined), root);
  const key = keyOf(issue.path);
  if (issue.path.length > 0 && (value === undefined || value === null)) return [missing(issue, key)];
  return [{ path: issue.path, ...explain(issue, key, value) }];
}

function unknownKey(path: readonly PropertyKey[], key: string, known: readonly string[]): Finding {
  const meant = nearestWord(key, known);
  return {
    path: [...path, key],
    message: `\`${key}\` is not known here.`,
    remedy: meant
      ? `Did you mean \`${meant}\`?`
      : `Known here: ${known.join(', ')}. Remove the line or rename the key.`,
  };
}

function missing(issue: Issue, key: string): Finding {
  const full = issue.code === 'custom' && isSentence(issue.message);
  return {
    path: issue.path,
    message: full ? issue.message : `\`${key}\` is missing.`,
    remedy: remedies[key] ?? choices(issue) ?? `Add a line that begins with ${key}:.`,
  };
}

function explain(issue: Issue, key: string, value: unknown): { message: string; remedy: string } {
  const shown = `\`${key}: ${show(value)}\``;
  const remedy = remedies[key] ?? 'See the comments in the file for how it is written.';
  switch (issue.code) {
    case 'invalid_type':
      return {
        message: `\`${key}\` should be ${kindWords[issue.expected] ?? issue.expected}, not ${kindOf(value)}.`,
        remedy,
      };
    case 'invalid_value':
      return oneOf(shown, value, issue.values.map(String), remedies[key]);
    case 'invalid_union': {
      const options = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
      return options.length > 0
        ? oneOf(shown, value, options, undefined)
        : { message: `${shown} is not possible.`, remedy };
    }
    case 'too_small':
      return {
        message: issue.origin === 'number' ? `${shown} is too small.` : `\`${key}\` is empty.`,
        remedy,
      };
    case 'too_big':
      return {
        message: `${shown} is too ${issue.origin === 'number' ? 'large' : 'long'}: at most ${issue.maximum}.`,
        remedy,
      };
    case 'invalid_format':
      return {
        message: `${shown} is not ${issue.format === 'email' ? 'an e-mail address' : issue.message}.`,
        remedy,
      };
    case 'custom':
      return {
        message: isSentence(issue.message) ? issue.message : `${shown} is not ${issue.message}.`,
        remedy,
      };
    default:
      return { message: `${shown}: ${issue.message}`, remedy };
  }
}

function oneOf(shown: string, value: unknown, options: string[], otherwise: string | undefined) {
  const meant = nearestWord(String(value), options);
  const list = `Possible: ${options.join(', ')}.`;
  return {
    message: `${shown} is not possible.`,
    remedy: meant ? `Did you mean ${meant}? ${list}` : (otherwise ?? list),
  };
}

function choices(issue: Issue): string | undefined {
  const options =
    issue.code === 'invalid_value'
      ? issue.values
      : issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options)
        ? issue.options
        : undefined;
  return options && `Write one of: ${options.map(String).join(', ')}.`;
}

const kindWords: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
};

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'number') return `a number (${value})`;
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? `text (${show(value)})` : 'a group of keys';
}

/** The nearest name on the way to the value: the position in a list says little to a reader. */
function keyOf(path: readonly PropertyKey[]): string {
  return String([...path].reverse().find((step) => typeof step === 'string') ?? 'the entry');
}

/** Passwords inside addresses are not repeated, because problems are logged and shown. */
function show(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const safe = text.replace(/\/\/[^/\s]*@/, '//…@');
  return safe.length > 80 ? `${safe.slice(0, 79)}…` : safe;
}

const isSentence = (message: string) => /^[A-Z].*\.$/.test(message);
const isRecord = (value: unknown): value is Record<PropertyKey, unknown> =>
  typeof value === 'object' && value !== null;

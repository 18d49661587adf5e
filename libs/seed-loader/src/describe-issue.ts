import type { z } from 'zod';
import { nearest } from './nearest.ts';

type Issue = z.core.$ZodIssue;

/** One mistake in words that name fields and lines, not types; `key` is set where a key of a mapping is at fault. */
export interface IssueWording {
  message: string;
  remedy: string;
  key?: string;
}

/** Says what is wrong with a value, and how to mend it. An unknown field gives one wording for each. */
export function describeIssue(issue: Issue, value: unknown, knownKeys: readonly string[]): IssueWording[] {
  const field = fieldName(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, knownKeys));
    case 'invalid_key':
      return [badKey(issue)];
    case 'invalid_type':
      return [value === undefined ? missing(field) : wrongType(field, issue.expected, value)];
    case 'too_small':
      return [{ message: `${field} is empty.`, remedy: 'Fill it in, or remove the line.' }];
    case 'invalid_format':
      return [
        { message: `${field} is "${String(value)}".`, remedy: `Write it as ${expectedFormat(issue)}.` },
      ];
    default:
      return [
        { message: `${field}: ${issue.message}.`, remedy: 'Compare it with the same field of another file.' },
      ];
  }
}

function unknownKey(key: string, known: readonly string[]): IssueWording {
  const guess = nearest(key, known);
  const remedy =
    guess === null ? `Remove it; the fields here are: ${known.join(', ')}.` : `Did you mean "${guess}"?`;
  return { message: `The field "${key}" is not known here.`, remedy, key };
}

function badKey(issue: Issue): IssueWording {
  const key = String(issue.path.at(-1));
  return {
    message: `"${key}" stands where a language is expected.`,
    remedy: 'Write a language code of two letters, such as en or ja.',
    key,
  };
}

function missing(field: string): IssueWording {
  return { message: `${field} is missing.`, remedy: `Add ${field}, as in the other files of this folder.` };
}

function wrongType(field: string, expected: string, value: unknown): IssueWording {
  const message = `${field} should be ${KINDS[expected] ?? expected}, but is ${kindOf(value)}.`;
  return { message, remedy: remedyFor(expected, value) };
}

function remedyFor(expected: string, value: unknown): string {
  if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean'))
    return `Put it between double quotation marks: "${String(value)}".`;
  if (expected === 'string' && typeof value === 'object' && value !== null)
    return 'If the text has a colon in it, put the whole text between double quotation marks.';
  if (expected === 'array') return 'Write one entry per line, each starting with a dash and a space.';
  if (expected === 'record' || expected === 'object')
    return 'Write one "field: value" per line below it, indented by two more spaces.';
  return 'Fill it in as in the other files of this folder.';
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list',
  record: 'a group of fields',
  object: 'a group of fields',
  boolean: 'true or false',
};

function kindOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of fields';
  return typeof value === 'string' ? 'a text' : `the ${typeof value} ${String(value)}`;
}

function fieldName(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'The content of the file';
  const named = path.filter((part) => typeof part === 'string').map(String);
  const last = path.at(-1);
  const place = typeof last === 'number' ? `, entry ${last + 1}` : '';
  return `"${named.join('.')}"${place}`;
}

function expectedFormat(issue: Issue & { code: 'invalid_format' }): string {
  const name = String(issue.path.at(-1));
  return name === 'published' ? 'a year, month or day: 2022, 2022-01 or 2022-01-31' : issue.message;
}

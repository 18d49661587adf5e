import { parseArgs } from 'node:util';
import type { ExportQuery } from '@framewatch/store';

const FORMATS = ['jsonl', 'csv', 'opml'] as const;

/** What `framewatch export` was asked for. */
export interface ExportOptions extends ExportQuery {
  format: (typeof FORMATS)[number];
  /** Null: to standard output. */
  to: string | null;
}

const EXPORT_USAGE = `npm run framewatch -- export --to FILE [options]

  --to FILE        where to write; packed where it ends in .gz; without it, to standard output
  --format NAME    jsonl (everything, default), csv (a table of articles), opml (the feeds)
  --beat NAME      only articles that are relevant to it, such as us-japan-alliance
  --since DAY      only articles published from this day on (UTC), such as 2025-01-01
  --until DAY      only articles published before it`;

/** Reads the arguments. Throws with how to mend them. */
export function readExportOptions(args: readonly string[]): ExportOptions {
  const values = parsed(args);
  const format = FORMATS.find((name) => name === (values.format ?? formatOf(values.to ?? '')));
  if (format === undefined)
    throw new Error(`--format ${values.format} is not possible. Possible: ${FORMATS.join(', ')}.`);
  return {
    format,
    to: values.to ?? null,
    beat: values.beat,
    since: dayOf('since', values.since),
    until: dayOf('until', values.until),
  };
}

const formatOf = (file: string): string => /\.(csv|opml)(?:\.gz)?$/.exec(file)?.[1] ?? 'jsonl';

/** A day, or an instant, of an option. Throws where it is none. */
export function dayOf(name: string, value: string | undefined): Date | undefined {
  if (value === undefined) return undefined;
  const at = /^\d{4}-\d{2}-\d{2}/.test(value) ? new Date(value) : new Date(Number.NaN);
  if (Number.isNaN(at.getTime())) throw new Error(`--${name} ${value} is no day. Write it like 2025-01-01.`);
  return at;
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: { to: text, format: text, beat: text, since: text, until: text },
    }).values;
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n\n${EXPORT_USAGE}`);
  }
}

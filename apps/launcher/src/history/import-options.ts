import { parseArgs } from 'node:util';
import { FORMATS, type Format } from '@framewatch/archives';
import { countrySchema, languageSchema, type OutletGroup, outletGroupSchema } from '@framewatch/contracts';

/** What `framewatch import` was asked for. */
export interface ImportOptions {
  paths: string[];
  format: Format | null;
  outlet: string | null;
  country: string | null;
  language: string | null;
  group: OutletGroup | null;
  /** Under which address the files of a folder lay. */
  base: string | null;
  /** Articles without a date are taken, and count when they are imported. */
  undated: boolean;
  dryRun: boolean;
  report: string | null;
}

export const IMPORT_USAGE = `Say what to import: npm run framewatch -- import PATH… [options]

  PATH              a file (.jsonl, .csv, .tsv, .opml, .html, .txt, .warc, each also .gz) or a folder of them
  --format NAME     ${FORMATS.join(', ')}; otherwise told from name and content
  --outlet NAME     who published what names no outlet itself
  --country JP      where new outlets sit
  --language ja     in which language new outlets publish
  --group newspaper what kind of voice new outlets are: ${outletGroupSchema.options.join(', ')}
  --base ADDRESS    under which the files of a folder lay, for pages that do not name their own address
  --undated         take articles without a date; they count as of today
  --dry-run         read and report, store nothing
  --report FILE     write every refused record there, with its reason`;

/** Reads the arguments. Throws with how to mend them. */
export function readImportOptions(args: readonly string[]): ImportOptions {
  const { values, positionals } = parsed(args);
  if (positionals.length === 0) throw new Error(IMPORT_USAGE);
  const base = values.base ?? null;
  if (base !== null && !/^https?:\/\//.test(base))
    throw new Error(`--base ${base}: it should begin with https:// or http://.`);
  return {
    paths: positionals,
    format: one(
      'format',
      values.format,
      (value) => FORMATS.find((format) => format === value),
      FORMATS.join(', '),
    ),
    outlet: values.outlet?.trim() || null,
    country: one(
      'country',
      values.country,
      (v) => countrySchema.safeParse(v).data,
      'two capitals, such as JP',
    ),
    language: one(
      'language',
      values.language,
      (v) => languageSchema.safeParse(v).data,
      'a code such as en or ja',
    ),
    group: one(
      'group',
      values.group,
      (v) => outletGroupSchema.safeParse(v).data,
      outletGroupSchema.options.join(', '),
    ),
    base,
    undated: values.undated ?? false,
    dryRun: values['dry-run'] ?? false,
    report: values.report ?? null,
  };
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const yes = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: text,
        outlet: text,
        country: text,
        language: text,
        group: text,
        base: text,
        report: text,
        undated: yes,
        'dry-run': yes,
      },
    });
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n\n${IMPORT_USAGE}`);
  }
}

function one<Value>(
  name: string,
  value: string | undefined,
  read: (value: string) => Value | undefined,
  possible: string,
): Value | null {
  if (value === undefined) return null;
  const known = read(value);
  if (known === undefined) throw new Error(`--${name} ${value} is not possible. Possible: ${possible}.`);
  return known;
}

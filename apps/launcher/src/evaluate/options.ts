import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What is to be evaluated, and where the report goes. */
export interface EvaluateOptions {
  /** Folder name of the beat; null: the only one there is. */
  readonly beat: string | null;
  /** Labelled articles as JSONL; null: the gold set of the beat. */
  readonly file: string | null;
  /** Folder that the JSON and the HTML file are written to. */
  readonly into: string;
}

const USAGE = `Usage: npm run evaluate -- [--beat BEAT] [--file LABELLED.jsonl] [--into FOLDER]
Without --file, the beat's own gold set is used. The report goes to reports/ unless --into names another folder.`;

/** Reads the words behind the command; throws in words on any that is not known. */
export function readOptions(args: readonly string[]): EvaluateOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { beat: { type: 'string' }, file: { type: 'string' }, into: { type: 'string' } },
    });
    return { beat: values.beat ?? null, file: values.file ?? null, into: resolve(values.into ?? 'reports') };
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

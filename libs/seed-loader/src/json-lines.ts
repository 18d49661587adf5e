import type { FileProblem } from '@framewatch/contracts';
import type { Report, SeedFile } from './seed-file.ts';

/** Where a line stands; lines are counted from 1. */
interface Place {
  readonly path: string;
  readonly line: number;
}

/** Reads files with one JSON value per line, empty lines left out; what is reported of a line gets its file and number. */
export function readJsonLines(
  files: readonly SeedFile[],
  read: (value: unknown, place: Place, report: Report) => void,
): FileProblem[] {
  const problems: FileProblem[] = [];
  for (const { path, text } of files) {
    for (const [index, line] of text.split('\n').entries()) {
      if (line.trim() === '') continue;
      const place = { path, line: index + 1 };
      const report: Report = (problem) => problems.push({ ...problem, file: path, line: place.line });
      const value = parseJson(line);
      if (value === undefined) report({ file: '', line: 0, ...NO_JSON });
      else read(value, place, report);
    }
  }
  return problems;
}

const NO_JSON = {
  message: 'The line is not an article in JSON.',
  remedy: 'Compare its quotation marks, commas and brackets with the line above.',
};

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

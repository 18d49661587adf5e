import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Environment } from '@framewatch/config';
import { htmlReport } from '../evaluate/html.ts';
import { readOptions } from '../evaluate/options.ts';
import { readMaterial } from '../evaluate/read-texts.ts';
import { evaluate } from '../evaluate/report.ts';
import { terminalReport } from '../evaluate/terminal.ts';

/** Measures the classifier on labelled texts, beside simple methods; needs no database and no network. */
export async function evaluateCommand(
  { seedsFolder }: Environment,
  say: (line: string) => void,
  args: readonly string[],
): Promise<void> {
  const options = readOptions(args);
  const material = await readMaterial(seedsFolder, options);
  const report = evaluate(material);
  for (const line of terminalReport(report)) say(line);
  await mkdir(options.into, { recursive: true });
  const path = join(options.into, `evaluation-${report.beat}`);
  await writeFile(`${path}.json`, `${JSON.stringify(report, null, 2)}\n`);
  await writeFile(`${path}.html`, htmlReport(report));
  say('');
  say(`Written: ${path}.html and ${path}.json`);
}

import { addOpml, feedsFileEditor } from '@framewatch/api';
import { readBytes, type SourceFile } from './find-files.ts';
import type { ImportOptions } from './import-options.ts';

interface Into {
  options: ImportOptions;
  /** The feeds.yaml to which they are added. */
  file: string;
  say: (line: string) => void;
}

/** Adds the feeds of OPML files to feeds.yaml, as the API does; a running Framewatch takes them from there. */
export async function importOpml(files: readonly SourceFile[], { options, file, say }: Into): Promise<void> {
  const editor = feedsFileEditor(file, () => true);
  const { dryRun, outlet, country, language, group } = options;
  const counts = { read: 0, added: 0, known: 0, refused: 0 };
  for (const source of files) {
    const answer = await addOpml(editor, {
      opml: await textOf(source.path),
      dryRun,
      ...(outlet === null ? {} : { outlet }),
      ...(country === null ? {} : { country }),
      ...(language === null ? {} : { language }),
      ...(group === null ? {} : { group }),
    });
    if (answer.read === 0) say(`${source.name} names no feed.`);
    if (dryRun) for (const { yaml } of answer.added) say(yaml);
    for (const { url, message } of answer.refused) say(`Refused: ${source.name}, ${url}: ${message}`);
    counts.read += answer.read;
    for (const name of ['added', 'known', 'refused'] as const) counts[name] += answer[name].length;
  }
  const { read, added, known, refused } = counts;
  say(`${read} feeds read: ${added} added, ${known} known already, ${refused} refused.`);
  if (dryRun) say('Nothing was written: this was a dry run.');
  else if (added > 0) say('A running Framewatch asks them within seconds.');
  if (added + known === 0) process.exitCode = 1;
}

async function textOf(path: string): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of readBytes(path, () => {})) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

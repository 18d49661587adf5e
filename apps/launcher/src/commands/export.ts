import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Environment } from '@framewatch/config';
import { withRunningStore } from '../database/running-database.ts';
import { exportLines } from '../history/export-lines.ts';
import { readExportOptions } from '../history/export-options.ts';
import { createProgress } from '../history/progress.ts';

/** `export`: gives everything back, as an archive that `import` reads, as a table, or the feeds as OPML. */
export async function exportCommand(
  environment: Environment,
  say: (line: string) => void,
  args: readonly string[],
): Promise<void> {
  const options = readExportOptions(args);
  await withRunningStore(environment, async (store) => {
    const total = options.format === 'opml' ? 0 : await store.exports.count(options);
    const progress = createProgress('Exporting');
    let written = 0;
    const lines = exportLines(store, options, (articles) => {
      written += articles;
      progress.show(written, total, `${written} of ${total}`);
    });
    if (options.to === null) {
      await pipeline(Readable.from(lines), process.stdout, { end: false });
      return;
    }
    // A file of this name is whole: it gets its name at the end.
    const unfinished = `${options.to}.unfinished`;
    const file = createWriteStream(unfinished);
    await (options.to.endsWith('.gz')
      ? pipeline(Readable.from(lines), createGzip(), file)
      : pipeline(Readable.from(lines), file));
    await rename(unfinished, options.to);
    progress.end();
    say(
      options.format === 'opml'
        ? `Feeds written to ${options.to}.`
        : `${written} articles written to ${options.to}.`,
    );
  });
}

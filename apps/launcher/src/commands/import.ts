import { join, resolve } from 'node:path';
import type { Environment } from '@framewatch/config';
import { openQueues, useQueueBackend } from '@framewatch/jobs';
import { withRunningStore } from '../database/running-database.ts';
import { findFiles } from '../history/find-files.ts';
import { fingerprintOf, type ImportCounts, importArchive } from '../history/import-archive.ts';
import { importOpml } from '../history/import-opml.ts';
import { type ImportOptions, readImportOptions } from '../history/import-options.ts';
import { createProgress } from '../history/progress.ts';
import { openReport, refusalLine } from '../history/report.ts';

/** So many refusals are shown; the others are counted, and stand in the report. */
const MOST_SHOWN = 20;

/** `import PATH…`: loads archives into a running Framewatch; goes on where an earlier one of the same files was broken off. */
export async function importCommand(
  environment: Environment,
  say: (line: string) => void,
  args: readonly string[],
): Promise<void> {
  const options = readImportOptions(args);
  const { files, others } = await findFiles(options.paths, options.format);
  for (const path of others.slice(0, MOST_SHOWN)) say(`Left out: ${path} (no known format)`);
  if (others.length > MOST_SHOWN)
    say(`Left out: ${others.length - MOST_SHOWN} more files of no known format`);
  if (files.length === 0) throw new Error('There is no file that could be imported.');
  const opml = files.filter(({ format }) => format === 'opml');
  if (opml.length > 0) {
    if (opml.length < files.length) throw new Error('OPML names feeds, not articles: import it by itself.');
    return importOpml(opml, { options, file: join(resolve(environment.configFolder), 'feeds.yaml'), say });
  }
  await withRunningStore(environment, async (store, url) => {
    const queues = openQueues(
      useQueueBackend({ databaseUrl: url, redisUrl: environment.redisUrl }),
      (error) => say(error.message),
    );
    let shown = 0;
    const work = async (): Promise<void> => {
      const progress = createProgress(options.dryRun ? 'Reading' : 'Importing');
      const { counts, resumed } = await importArchive({
        store,
        options,
        files,
        onStored: (ids) =>
          queues.addMany(
            'group-article',
            ids.map((articleId) => ({ articleId })),
            'background',
          ),
        onRefused(refusal) {
          shown += 1;
          if (shown <= MOST_SHOWN) say(`Refused: ${refusalLine(refusal)}`);
        },
        report: (length) =>
          options.report === null ? Promise.resolve(null) : openReport(options.report, length),
        progress,
        now: new Date(),
      });
      progress.end();
      if (resumed) say('An earlier import of the same was broken off; this one went on from there.');
      for (const line of summary(counts, options, shown)) say(line);
      if (counts.stored + counts.waiting + counts.known === 0) process.exitCode = 1;
    };
    try {
      if (!(await store.loads.alone(fingerprintOf(files, options), work)))
        throw new Error('This import is running already, in another process.');
    } finally {
      await queues.close();
    }
  });
}

function summary(counts: ImportCounts, { dryRun, report }: ImportOptions, shown: number): string[] {
  const { read, stored, waiting, known, refused } = counts;
  const all = Object.values(refused).reduce((sum, n) => sum + n, 0);
  const reasons = Object.entries(refused)
    .sort(([, a], [, b]) => b - a)
    .map(([reason, n]) => `${n} ${reason}`);
  return [
    '',
    `${read} read: ${stored} new, ${waiting} new without a text, ${known} known already, ${all} refused${all > 0 ? ` (${reasons.join(', ')})` : ''}.`,
    ...(waiting > 0
      ? ['Pages of those without a text are read from now on, one after the other, as politely as always.']
      : []),
    ...(dryRun ? ['Nothing was stored: this was a dry run.'] : []),
    ...(shown > MOST_SHOWN && report === null ? ['--report FILE writes down all that were refused.'] : []),
    ...(report !== null ? [`Every refused record stands in ${report}.`] : []),
    ...(stored > 0 && !dryRun
      ? [
          'They are being grouped and classified now; the charts fill as that goes on. None of them raises an alert.',
        ]
      : []),
  ];
}

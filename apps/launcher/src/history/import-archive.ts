import { createHash } from 'node:crypto';
import { type ArchiveRecord, refused } from '@framewatch/archives';
import { createExtractionPool } from '@framewatch/extraction';
import type { Store } from '@framewatch/store';
import type { SourceFile } from './find-files.ts';
import type { ImportOptions } from './import-options.ts';
import { createOutletFinder, type OutletFinder } from './outlet-finder.ts';
import { prepareForeign, prepareOwn } from './prepare-article.ts';
import type { Progress } from './progress.ts';
import { readRecords } from './read-records.ts';
import type { Refused, Report } from './report.ts';
import { type BatchWriter, createBatchWriter } from './write-batches.ts';

/** How far an import is; stored with every batch. */
export interface ImportState {
  /** The file that is read, and how many of its records are done. */
  file: number;
  record: number;
  counts: ImportCounts;
  reportLength: number;
}

export interface ImportCounts {
  read: number;
  stored: number;
  /** Of those new, whose page has still to be read. */
  waiting: number;
  known: number;
  refused: Record<string, number>;
}

export interface ImportJob {
  store: Store;
  options: ImportOptions;
  files: readonly SourceFile[];
  /** Hears of the articles whose text is there, so that the next stage takes them up. */
  onStored: (ids: string[]) => Promise<void>;
  onRefused: (refusal: Refused) => void;
  report: (length: number) => Promise<Report | null>;
  progress: Progress;
  now: Date;
}

/** A page that takes this long, or this much, is an attack or a mistake. */
const PAGES = { threads: 1, timeoutMs: 15_000, maxOldGenerationMb: 256 };

/** The same for the same files and options, whenever it is asked: an import that was broken off is found again by it. */
export function fingerprintOf(files: readonly SourceFile[], options: ImportOptions): string {
  const { report: _report, paths: _paths, ...how } = options;
  const what = files.map(({ name, bytes, format }) => [name, bytes, format]);
  return createHash('sha256')
    .update(JSON.stringify([what, how]))
    .digest('hex');
}

/** Reads the files record by record and stores them batch by batch, from where an earlier import of them broke off. */
export async function importArchive(job: ImportJob): Promise<{ counts: ImportCounts; resumed: boolean }> {
  const { store, options, files, now } = job;
  const name = options.paths
    .map((path) => path.split(/[/\\]/).findLast((part) => part !== '') ?? path)
    .join(', ');
  const first: ImportState = { file: 0, record: 0, counts: NOTHING(), reportLength: 0 };
  const load = options.dryRun
    ? { id: '0', startedAt: now, state: first, resumed: false }
    : await store.loads.begin(
        { kind: 'import', name, fingerprint: fingerprintOf(files, options), state: first },
        now,
      );
  const { state } = load;
  const outlets = await createOutletFinder(store, options);
  const writer = createBatchWriter({
    ...job,
    outlets,
    load: { id: load.id, kind: 'import', name, startedAt: load.startedAt },
    state,
  });
  const pages = createExtractionPool(PAGES);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let bytesRead = files.slice(0, state.file).reduce((sum, { bytes }) => sum + bytes, 0);
  try {
    for (const [at, file] of [...files.entries()].slice(state.file)) {
      const skip = at === state.file ? state.record : 0;
      writer.begin(at, file, skip);
      const records = readRecords(file, {
        skip,
        base: options.base,
        readPage: (page, context) => pages.extract(page, context),
        onRead: (bytes) => {
          bytesRead += bytes;
        },
      });
      for await (const record of unbroken(records, file)) {
        await take(record, { writer, outlets, startedAt: load.startedAt, options });
        job.progress.show(bytesRead, total, `${writer.counts().read} read, ${writer.counts().stored} new`);
      }
    }
    await writer.end();
    job.progress.show(total, total, `${writer.counts().read} read, ${writer.counts().stored} new`);
    if (!options.dryRun) await store.loads.finish(load.id, new Date());
  } finally {
    await writer.close();
    await pages.close();
  }
  return { counts: writer.counts(), resumed: load.resumed };
}

const NOTHING = (): ImportCounts => ({ read: 0, stored: 0, waiting: 0, known: 0, refused: {} });

/** A file that breaks off is one refusal more; what was read of it before stays. */
async function* unbroken(
  records: AsyncGenerator<ArchiveRecord>,
  { name }: SourceFile,
): AsyncGenerator<ArchiveRecord> {
  try {
    yield* records;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    yield { where: 'its end', ...refused('broken-record', `${name} cannot be read to its end: ${why}.`) };
  }
}

interface Taking {
  writer: BatchWriter;
  outlets: OutletFinder;
  startedAt: Date;
  options: ImportOptions;
}

async function take(record: ArchiveRecord, { writer, outlets, startedAt, options }: Taking): Promise<void> {
  switch (record.kind) {
    case 'passed':
      return writer.add(record, null);
    case 'refused':
      return writer.add(record, record);
    case 'outlet':
      await outlets.add(record.line);
      return writer.add(record, null);
    case 'feed':
      writer.addFeed(record.line);
      return writer.add(record, null);
    case 'article': {
      const outlet = outlets.byName(record.line.outlet);
      const prepared = outlet
        ? prepareOwn(record.line, outlet.id)
        : refused(
            'unknown-outlet',
            `No line before it describes the outlet "${record.line.outlet}". Keep the lines of outlets at the beginning.`,
          );
      return writer.add(record, prepared);
    }
    case 'foreign': {
      const outlet = await outlets.find(record.article);
      const prepared =
        'kind' in outlet
          ? outlet
          : prepareForeign(record.article, outlet, { startedAt, undated: options.undated });
      return writer.add(record, prepared);
    }
  }
}

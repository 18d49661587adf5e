import type { ArchiveRecord } from '@framewatch/archives';
import type { ArchivedFeed } from '@framewatch/contracts';
import type { ArticleToStore, ImportBatch, MadeOfBatch, PageToRead } from '@framewatch/store';
import type { SourceFile } from './find-files.ts';
import type { ImportCounts, ImportJob, ImportState } from './import-archive.ts';
import type { OutletFinder } from './outlet-finder.ts';
import type { Prepared } from './prepare-article.ts';
import type { Refused, Report } from './report.ts';
import { saveBatch } from './save-batch.ts';

/** Gathers records and stores them batch by batch, each with the position after it. */
export interface BatchWriter {
  /** Goes on with a file; a batch may hold records of several. */
  begin(file: number, source: SourceFile, record: number): void;
  /** `prepared` is null for a record that is no article. */
  add(record: ArchiveRecord, prepared: Prepared | null): Promise<void>;
  addFeed(feed: ArchivedFeed): void;
  /** Stores what is left. */
  end(): Promise<void>;
  close(): Promise<void>;
  /** As far as it is stored. */
  counts(): ImportCounts;
}

/** Enough to make a transaction worth it. */
const MOST_ARTICLES = 500;
const MOST_LETTERS = 6_000_000;

export interface Batch {
  articles: ArticleToStore[];
  pages: PageToRead[];
  refused: Refused[];
  keys: Set<string>;
  letters: number;
  read: number;
  file: number;
  record: number;
}

interface Writing extends Pick<ImportJob, 'store' | 'options' | 'onStored' | 'onRefused' | 'report'> {
  outlets: OutletFinder;
  load: ImportBatch['load'];
  state: ImportState;
}

export function createBatchWriter(writing: Writing): BatchWriter {
  let state = writing.state;
  let source: SourceFile | undefined;
  let batch = emptyBatch(state.file, state.record);
  let saving: Promise<void> = Promise.resolve();
  let report: Report | null | undefined;
  const feeds: ArchivedFeed[] = [];
  let feedIds: Map<string, string> | undefined;

  /** Feeds stand before the articles that were seen in them; after a break they are in the database already. */
  const knownFeeds = async (): Promise<Map<string, string>> => {
    if (feedIds && feeds.length === 0) return feedIds;
    const names = new Map(feeds.map(({ outlet }) => [outlet, writing.outlets.byName(outlet)?.id ?? '']));
    feedIds = await writing.store.imports.addFeeds(
      feeds.splice(0).filter(({ outlet }) => names.get(outlet) !== ''),
      names,
    );
    return feedIds;
  };

  const save = async (full: Batch): Promise<void> => {
    const { store, load, options, onStored, onRefused } = writing;
    report ??= await writing.report(state.reportLength);
    state = { ...state, reportLength: (await report?.add(full.refused)) ?? 0 };
    const before = state;
    const saved = options.dryRun
      ? { made: await countUnknown(writing, full), refused: [] }
      : await saveBatch({ store, load, feeds: await knownFeeds(), before, onStored }, full, (made) =>
          after(before, full, made, full.refused),
        );
    for (const one of [...full.refused, ...saved.refused]) onRefused(one);
    state = after(before, full, saved.made, [...full.refused, ...saved.refused]);
    if (saved.refused.length === 0) return;
    state = { ...state, reportLength: (await report?.add(saved.refused)) ?? 0 };
    await store.loads.saveState(load.id, state);
  };

  const flush = async (): Promise<void> => {
    await saving;
    const full = batch;
    batch = emptyBatch(full.file, full.record);
    // The next records are read while these are stored.
    saving = save(full);
    saving.catch(() => {});
  };

  return {
    begin(file, next, record) {
      source = next;
      batch.file = file;
      batch.record = record;
    },
    async add(record, prepared) {
      batch.record += 1;
      if (prepared === null) return;
      batch.read += 1;
      addTo(batch, prepared, { file: source?.name ?? '', where: record.where });
      const size = batch.articles.length + batch.pages.length + batch.refused.length;
      if (size >= MOST_ARTICLES || batch.letters >= MOST_LETTERS) await flush();
    },
    addFeed: (feed) => void feeds.push(feed),
    async end() {
      await flush();
      await saving;
    },
    async close() {
      await saving.catch(() => {});
      await report?.close();
    },
    counts: () => state.counts,
  };
}

const emptyBatch = (file: number, record: number): Batch => ({
  articles: [],
  pages: [],
  refused: [],
  keys: new Set(),
  letters: 0,
  read: 0,
  file,
  record,
});

function addTo(batch: Batch, prepared: Prepared, place: { file: string; where: string }): void {
  if (prepared.kind === 'refused') {
    batch.refused.push({ ...place, reason: prepared.reason, message: prepared.message });
    return;
  }
  const key = prepared.kind === 'page' ? prepared.page.canonicalKey : prepared.article.canonicalKey;
  if (batch.keys.has(key)) return;
  batch.keys.add(key);
  if (prepared.kind === 'page') batch.pages.push(prepared.page);
  else {
    batch.articles.push(prepared.article);
    batch.letters += prepared.article.line.text.length;
  }
}

async function countUnknown({ store }: Writing, { articles, pages }: Batch): Promise<MadeOfBatch> {
  const keys = [...articles, ...pages].map(({ canonicalKey }) => canonicalKey);
  const known = await store.imports.findKnown(keys);
  const fresh = (list: readonly { canonicalKey: string }[]) =>
    list.filter(({ canonicalKey }) => !known.has(canonicalKey)).length;
  return { stored: fresh(articles), waiting: fresh(pages) };
}

function after(
  state: ImportState,
  batch: Batch,
  made: MadeOfBatch,
  refused: readonly Refused[],
): ImportState {
  const reasons = { ...state.counts.refused };
  for (const { reason } of refused) reasons[reason] = (reasons[reason] ?? 0) + 1;
  const { counts } = state;
  return {
    ...state,
    file: batch.file,
    record: batch.record,
    counts: {
      read: counts.read + batch.read,
      stored: counts.stored + made.stored,
      waiting: counts.waiting + made.waiting,
      known: counts.known + batch.read - refused.length - made.stored - made.waiting,
      refused: reasons,
    },
  };
}

import type { ImportBatch, MadeOfBatch, Store } from '@framewatch/store';
import type { Refused } from './report.ts';
import type { Batch } from './write-batches.ts';

interface Saving {
  store: Store;
  load: ImportBatch['load'];
  feeds: ReadonlyMap<string, string>;
  /** The position before the batch. */
  before: unknown;
  onStored: (ids: string[]) => Promise<void>;
}

type Records = Pick<Batch, 'articles' | 'pages'>;

/**
 * Stores a batch with the position after it. One that the database does not take is halved until the record that is
 * to blame stands alone; that one is refused, and the position stays the one before until the caller writes it.
 */
export async function saveBatch(
  saving: Saving,
  batch: Records,
  stateAfter: (made: MadeOfBatch) => unknown,
): Promise<{ made: MadeOfBatch; refused: Refused[] }> {
  const { store, load, feeds, onStored } = saving;
  try {
    const { toGroup, ...made } = await store.imports.saveBatch(
      { load, articles: batch.articles, pages: batch.pages, stateAfter },
      feeds,
      new Date(),
    );
    await onStored(toGroup);
    return { made, refused: [] };
  } catch (error) {
    if (!isAboutData(error)) throw error;
    const size = batch.articles.length + batch.pages.length;
    return size === 1 ? refuse(load.name, batch, error) : inHalves(saving, batch);
  }
}

async function inHalves(saving: Saving, { articles, pages }: Records) {
  const [a, p] = [Math.ceil(articles.length / 2), Math.ceil(pages.length / 2)];
  const unchanged = () => saving.before;
  const first = await saveBatch(
    saving,
    { articles: articles.slice(0, a), pages: pages.slice(0, p) },
    unchanged,
  );
  const second = await saveBatch(saving, { articles: articles.slice(a), pages: pages.slice(p) }, unchanged);
  return {
    made: {
      stored: first.made.stored + second.made.stored,
      waiting: first.made.waiting + second.made.waiting,
    },
    refused: [...first.refused, ...second.refused],
  };
}

/** SQLSTATE classes 22 (a value that cannot be) and 54 (more than an index takes), not a database that is away. */
function isAboutData(error: unknown): error is Error {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' && /^(?:22|54)/.test(code);
}

function refuse(file: string, { articles, pages }: Records, error: Error) {
  const url = articles[0]?.line.url ?? pages[0]?.url ?? '';
  const message = `The database does not take it: ${error.message}.`;
  const refused: Refused = { file, where: url.slice(0, 200), reason: 'not-stored', message };
  return { made: { stored: 0, waiting: 0 }, refused: [refused] };
}

import { articleFromPage, type ReadPage } from '../from-page.ts';
import { readAll } from '../read-all.ts';
import { type ArchiveRecord, refused } from '../records.ts';

/** As large as pages are read from the web. */
const LARGEST_PAGE = 10_000_000;
/** Browsers write this into pages that they save: `<!-- saved from url=(0028)https://press.example/a -->`. */
const SAVED_FROM = /<!-- saved from url=\(\d+\)(https?:\/\/[^\s>]+) -->/;

/**
 * One page of a folder. Its address: the one that was found beside it, else the one that a browser noted in it, else
 * what the page calls itself, else where it lay under `--base`.
 */
export async function* readHtml(
  bytes: AsyncIterable<Uint8Array>,
  { beside, base, readPage }: { beside: string | null; base: string | null; readPage: ReadPage },
): AsyncGenerator<ArchiveRecord> {
  const where = 'the page';
  const page = await readAll(bytes, LARGEST_PAGE);
  if (page === null) {
    yield { where, ...refused('too-long', 'The page is larger than 10 MB, which is no article.') };
    return;
  }
  const saved = SAVED_FROM.exec(page.subarray(0, 2_000).toString('latin1'))?.[1];
  const found = await articleFromPage(page, { url: beside ?? saved ?? null }, readPage);
  const again = found.kind === 'refused' && found.reason === 'no-url' && base !== null;
  yield { where, ...(again ? await articleFromPage(page, { url: base }, readPage) : found) };
}

import { archiveLine, CSV_HEADER, csvRow, FIRST_LINE, writeOpml } from '@framewatch/archives';
import { canonicalKey } from '@framewatch/dedup';
import type { Store } from '@framewatch/store';
import type { ExportOptions } from './export-options.ts';

/** The lines of an export, in an order that no id decides; `onArticles` hears how many more articles were written. */
export async function* exportLines(
  store: Store,
  options: ExportOptions,
  onArticles: (more: number) => void,
): AsyncGenerator<string> {
  switch (options.format) {
    case 'jsonl':
      return yield* archiveLines(store, options, onArticles);
    case 'csv':
      return yield* tableRows(store, options, onArticles);
    case 'opml':
      yield writeOpml((await store.exports.findFeeds()).filter(({ inConfig }) => inConfig));
  }
}

async function* archiveLines(
  { exports }: Store,
  options: ExportOptions,
  onArticles: (more: number) => void,
): AsyncGenerator<string> {
  yield FIRST_LINE;
  for (const outlet of await exports.findOutlets()) yield archiveLine(outlet);
  for (const { framewatch, url, outlet, language, title } of await exports.findFeeds())
    yield archiveLine({ framewatch, url, outlet, language, title });
  for await (const articles of exports.streamArticles(options)) {
    // Of keys, those are told that the address does not give.
    const lines = articles.map(({ line: { framewatch, url, ...rest }, canonicalKey: key }) =>
      archiveLine(
        canonicalKey(url) === key ? { framewatch, url, ...rest } : { framewatch, url, key, ...rest },
      ),
    );
    yield lines.join('');
    onArticles(articles.length);
  }
}

async function* tableRows(
  { exports }: Store,
  options: ExportOptions,
  onArticles: (more: number) => void,
): AsyncGenerator<string> {
  const outlets = new Map((await exports.findOutlets()).map((outlet) => [outlet.name, outlet]));
  yield CSV_HEADER;
  for await (const articles of exports.streamArticles(options)) {
    const rows = articles.flatMap(({ line }) => {
      const outlet = outlets.get(line.outlet);
      return outlet === undefined ? [] : [csvRow(line, outlet)];
    });
    yield rows.join('');
    onArticles(articles.length);
  }
}

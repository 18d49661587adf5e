import type { FeedConfig } from '@framewatch/contracts';
import { comparableUrl } from './feeds-file.ts';

type Known = Pick<FeedConfig, 'url' | 'outlet' | 'country' | 'language' | 'group'> & { line: number };

/** The feeds of feeds.yaml as they are asked for: where an address stands, and whose feeds are on a host. */
export function indexFeeds(feeds: readonly Known[]) {
  const lines = new Map(feeds.map(({ url, line }) => [comparableUrl(url), line]));
  return {
    /** Its line, whatever the scheme or a closing slash; null where it is not there. */
    lineOf: (url: string): number | null => lines.get(comparableUrl(url)) ?? null,
    /** The outlet of a host's feeds; null where there is none, or several share the host. */
    outletAt(host: string): Pick<Known, 'outlet' | 'country' | 'language' | 'group'> | null {
      const there = feeds.filter(({ url }) => new URL(url).host === host);
      const [first] = there;
      if (first === undefined || there.some(({ outlet }) => outlet !== first.outlet)) return null;
      const { outlet, country, language, group } = first;
      return { outlet, country, language, group };
    },
  };
}

import type { WrittenDate } from '@framewatch/dates';
import { limits } from './limits.ts';

/** Which addresses of a sitemap are handed on. */
export interface PickedPages<Page> {
  pages: Page[];
  /** More were recent than are handed on. */
  truncated: boolean;
  notes: string[];
}

/** A sitemap may list all that a site ever published; what changed longer ago than this before its newest is history. */
const RECENT_DAYS = 7;
/** But so many stay in any case: a quiet site's feed would hold them too, and one date in the far future hides nothing. */
const LEAST_PAGES = 50;

/** All of them, the newest first and those without a date last, each once, at most `limits.entries`. */
export function newestFirst<Page extends { url: string }>(
  pages: readonly Page[],
  dateOf: (page: Page) => WrittenDate | null,
): PickedPages<Page> {
  const byUrl = new Map<string, Page>();
  for (const page of pages) if (!byUrl.has(page.url)) byUrl.set(page.url, page);
  const at = (page: Page) => dateOf(page)?.instant ?? '';
  return upToLimit(
    [...byUrl.values()].sort((a, b) => (at(a) === at(b) ? 0 : at(a) < at(b) ? 1 : -1)),
    [],
  );
}

/**
 * The addresses that changed in the seven days before the newest of them, and at least fifty. Measured against the sitemap's
 * own dates, so that the result depends on its bytes alone. Where no address has a date all count, in the sitemap's order.
 */
export function recentlyChanged<Page extends { url: string }>(
  pages: readonly Page[],
  dateOf: (page: Page) => WrittenDate | null,
): PickedPages<Page> {
  const all = newestFirst(pages, dateOf);
  const newest = all.pages[0] && dateOf(all.pages[0]);
  if (newest === undefined) return all;
  if (newest === null) return { ...all, notes: [...all.notes, NO_DATES] };
  const oldest = Date.parse(newest.instant) - RECENT_DAYS * 86_400_000;
  const recent = all.pages.filter((page, rank) => {
    const date = dateOf(page);
    return date !== null && (rank < LEAST_PAGES || Date.parse(date.instant) > oldest);
  });
  const left = new Set(pages.map(({ url }) => url)).size - recent.length;
  const wasCut = recent.length === limits.entries && all.truncated;
  return {
    pages: recent,
    truncated: wasCut,
    notes:
      left === 0
        ? []
        : [
            wasCut
              ? `More than ${limits.entries} addresses changed lately; the newest were taken.`
              : `${left} addresses that changed longer ago, or do not say when, were left out.`,
          ],
  };
}

const NO_DATES = 'The sitemap gives no dates: when its pages were published, only they can tell.';

function upToLimit<Page>(pages: Page[], notes: string[]): PickedPages<Page> {
  if (pages.length <= limits.entries) return { pages, truncated: false, notes };
  const note = `It lists ${pages.length} addresses; the first ${limits.entries} were taken.`;
  return { pages: pages.slice(0, limits.entries), truncated: true, notes: [...notes, note] };
}

import type { BlockList } from '../blocks.ts';
import { weighText } from '../prose.ts';
import type { Finding, PageEvidence } from './evidence.ts';

/** Points that a page needs to be taken for an article. */
const ENOUGH_POINTS = 2;
/** Letters of a text that is longer than most teasers and descriptions. */
const LONG = 500;

/**
 * Weighs what speaks for an article; null when it is enough. The weights are by hand and coarse: what its data says
 * counts most, then a date and an author, then the shape of the text. The root of a site is a front page whatever it says.
 */
export function findListing(evidence: PageEvidence): Finding | null {
  if (isFrontPage(evidence.context.url))
    return { reason: 'section-front', detail: 'The address is the root of a site.' };
  const points = countPoints(evidence);
  if (points >= ENOUGH_POINTS) return null;
  const links = countLinkBlocks(evidence.list);
  return {
    reason: 'section-front',
    detail: `Little marks an article (${points} of ${ENOUGH_POINTS} points), among ${links} blocks of links.`,
  };
}

function countPoints({ facts, list, article, survey }: PageEvidence): number {
  const letters = weighText(facts.text);
  const marked = article !== null || survey.meta.has('article:published_time');
  const typed = /article/i.test(survey.meta.get('og:type')?.[0] ?? '');
  const dated = facts.published === null ? 0 : facts.published.source === 'found' ? 0.25 : 1;
  return (
    (marked ? 2 : typed ? 1.25 : 0) +
    dated +
    (facts.authors.length > 0 ? 1 : 0) +
    (letters > proseIn(list) / 2 ? 0.5 : 0) +
    (letters >= LONG ? 0.5 : 0)
  );
}

function proseIn(list: BlockList): number {
  return list.blocks.reduce((sum, block) => (block.prose ? sum + block.weight : sum), 0);
}

/** Blocks that are mostly links, as menus and lists of headlines have them. */
export function countLinkBlocks(list: BlockList): number {
  return list.blocks.filter((block) => block.linkShare > 0.5).length;
}

function isFrontPage(url: string): boolean {
  try {
    const { pathname, search } = new URL(url);
    return search === '' && /^\/(?:index\.\w+)?$/.test(pathname);
  } catch {
    return false;
  }
}

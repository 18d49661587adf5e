import { CUT_SHORT, SUBSCRIBERS_ONLY } from '../data/page-phrases.ts';
import type { Truncation } from '../page.ts';
import { weighText } from '../prose.ts';
import type { PageEvidence } from './evidence.ts';

/** A text this long is no stub, whatever is offered beside it. */
const LONGEST_STUB = 2_500;

/** Whether the rest of the article is for subscribers, or stands elsewhere; null where nothing says so. */
export function findTruncation({ article, nodes, facts, list }: PageEvidence): Truncation | null {
  const short = weighText(facts.text) < LONGEST_STUB;
  if (isForSubscribers([article, ...nodes].map((node) => node?.['isAccessibleForFree']))) return 'paywall';
  if (short && list.blocks.some((block) => block.text.length < 300 && SUBSCRIBERS_ONLY.test(block.text)))
    return 'paywall';
  return CUT_SHORT.test(facts.text.slice(-80)) ? 'cut' : null;
}

/** `isAccessibleForFree` as sites write it: false, "False", "http://schema.org/False". */
function isForSubscribers(claims: readonly unknown[]): boolean {
  const claim = claims.find((value) => value !== undefined && value !== null);
  return claim === false || (typeof claim === 'string' && /false$/i.test(claim));
}

import type { ExtractedPage } from '../page.ts';
import { weighText } from '../prose.ts';
import { countLinkBlocks, findListing } from './article-points.ts';
import type { Finding, PageEvidence } from './evidence.ts';
import { findObstacle } from './obstacles.ts';
import { findTruncation } from './truncation.ts';

/** Least letters of prose in an article. */
const SHORTEST = 250;
/** The same where the page's data says that it is an article: news in brief. */
const SHORTEST_MARKED = 80;
const MANY_LINKS = 15;

/** Whether the page is an article, and what it is otherwise. */
export function judgePage(evidence: PageEvidence): ExtractedPage {
  const other = findObstacle(evidence) ?? findShortness(evidence) ?? findListing(evidence);
  if (other !== null) return { kind: 'not-an-article', ...other, ...evidence.facts };
  return { kind: 'article', truncated: findTruncation(evidence), ...evidence.facts };
}

function findShortness({ facts, survey, list, article }: PageEvidence): Finding | null {
  const letters = weighText(facts.text);
  if (letters >= (article === null ? SHORTEST : SHORTEST_MARKED)) return null;
  const detail = `Only ${Math.round(letters)} letters of prose.`;
  const links = countLinkBlocks(list);
  if (links >= MANY_LINKS) return { reason: 'section-front', detail: `${detail} ${links} blocks of links.` };
  const needsScript = survey.scripts > 0 && (list.blocks.length < 5 || /javascript/i.test(survey.noscript));
  return { reason: needsScript ? 'script-only' : 'other', detail };
}

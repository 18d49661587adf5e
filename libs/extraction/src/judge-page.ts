import type { BlockList } from './blocks.ts';
import { textOf } from './dom/element.ts';
import { weighText } from './prose.ts';
import type { LdNode } from './metadata/json-ld.ts';
import type { Survey } from './metadata/survey.ts';
import type { ExtractedPage, NotAnArticleReason, PageContext, PageFacts, Truncation } from './page.ts';

/** All that was found out about a page, for the verdict. */
export interface PageEvidence {
  readonly facts: PageFacts;
  readonly survey: Survey;
  readonly list: BlockList;
  readonly nodes: readonly LdNode[];
  readonly article: LdNode | null;
  readonly agreement: number;
  readonly html: string;
  readonly context: PageContext;
}

/** Least letters of prose in an article. */
const SHORTEST = 250;
/** The same where the page's data says that it is an article: news in brief. */
const SHORTEST_MARKED = 80;
const MANY_LINKS = 15;

/** Whether the page is an article, and what it is otherwise. */
export function judgePage(evidence: PageEvidence): ExtractedPage {
  const other = findReason(evidence);
  if (other !== null) return { kind: 'not-an-article', ...other, ...evidence.facts };
  return { kind: 'article', truncated: findTruncation(evidence), ...evidence.facts };
}

interface Finding {
  readonly reason: NotAnArticleReason;
  readonly detail: string;
}

function findReason(evidence: PageEvidence): Finding | null {
  const { facts, survey, html, context, article } = evidence;
  if (html.startsWith('%PDF-') || /application\/pdf/i.test(context.contentType ?? ''))
    return { reason: 'pdf', detail: 'The file is a PDF.' };
  if (html.trim() === '') return { reason: 'empty', detail: 'The page is empty.' };
  const letters = weighText(facts.text);
  const words = `${facts.title ?? ''} ${survey.titleTag} ${facts.text.slice(0, 2_000)}`;
  if (letters < 1_500 && CHALLENGE.test(words))
    return { reason: 'challenge', detail: 'The site asks to prove that a person is reading.' };
  if (letters < 1_500) {
    const said = [
      facts.title ?? '',
      survey.titleTag,
      ...survey.headings.slice(0, 3).map((h) => textOf(h, 200)),
    ];
    const error = said.find((line) => ERROR.test(line));
    if (error !== undefined) return { reason: 'error-page', detail: `The page says "${error}".` };
  }
  if (letters < 3_000 && isConsent(facts.paragraphs))
    return { reason: 'cookie-wall', detail: 'The text asks for consent to cookies.' };
  return letters < (article === null ? SHORTEST : SHORTEST_MARKED)
    ? explainShortness(evidence, letters)
    : findListing(evidence);
}

function explainShortness({ survey, list }: PageEvidence, letters: number): Finding {
  const detail = `Only ${Math.round(letters)} letters of prose.`;
  const { linkBlocks } = countBlocks(list);
  if (linkBlocks >= MANY_LINKS)
    return { reason: 'section-front', detail: `${detail} ${linkBlocks} blocks of links.` };
  const needsScript = survey.scripts > 0 && (list.blocks.length < 5 || /javascript/i.test(survey.noscript));
  return { reason: needsScript ? 'script-only' : 'other', detail };
}

const CHALLENGE =
  /just a moment|verify(?:ing)? (?:that )?you are (?:a )?human|attention required|are you a robot|captcha|checking your browser|enable javascript and cookies|access denied|unusual traffic|bot detection|request unsuccessful/i;
const ERROR =
  /\b(?:404|403|410|500|502|503)\b|(?:page|article|content) (?:was |is |could )?not (?:be )?found|no longer (?:available|exists)|does(?: not|n't) exist|forbidden|bad gateway|service unavailable|internal server error|something went wrong|seite nicht gefunden|page introuvable|página no encontrada|pagina non trovata|ページが見つかりません|找不到|страница не найдена/i;
const CONSENT =
  /cookies?\b|consent|personal data|privacy|our partners|datenschutz|einwilligung|vie privée|confidentialité|privacidad|クッキー|プライバシー/i;

function isConsent(paragraphs: readonly string[]): boolean {
  if (paragraphs.length === 0) return false;
  let consent = 0;
  let all = 0;
  for (const paragraph of paragraphs) {
    all += paragraph.length;
    if ((paragraph.match(new RegExp(CONSENT, 'gi'))?.length ?? 0) >= Math.max(1, paragraph.length / 400))
      consent += paragraph.length;
  }
  return consent > all * 0.6;
}

/** Points that a page needs to be taken for an article. */
const ENOUGH_POINTS = 2;

/**
 * Weighs what speaks for an article. The weights are by hand and coarse: what its data says counts most, then a date
 * and an author, then the shape of the text; the root of a site is a front page whatever it says.
 */
function findListing({ facts, list, article, survey, context }: PageEvidence): Finding | null {
  const { prose, linkBlocks } = countBlocks(list);
  const marked = article !== null || survey.meta.has('article:published_time');
  const typed = /article/i.test(survey.meta.get('og:type')?.[0] ?? '');
  const points =
    (marked ? 2 : typed ? 0.75 : 0) +
    (facts.published !== null ? 1 : 0) +
    (facts.authors.length > 0 ? 1 : 0) +
    (weighText(facts.text) > prose / 2 ? 0.5 : 0) +
    (facts.paragraphs.filter((paragraph) => weighText(paragraph) > 200).length >= 3 ? 0.5 : 0) -
    (isFrontPage(context.url) ? 2 : 0);
  if (points >= ENOUGH_POINTS) return null;
  const detail = `Nothing marks an article (${points} of ${ENOUGH_POINTS} points), among ${linkBlocks} blocks of links.`;
  return { reason: 'section-front', detail };
}

function countBlocks(list: BlockList): { prose: number; linkBlocks: number } {
  let prose = 0;
  let linkBlocks = 0;
  for (const block of list.blocks) {
    if (block.linkShare > 0.5) linkBlocks += 1;
    if (block.prose) prose += block.weight;
  }
  return { prose, linkBlocks };
}

function isFrontPage(url: string): boolean {
  try {
    const { pathname, search } = new URL(url);
    return search === '' && /^\/(?:index\.\w+)?$/.test(pathname);
  } catch {
    return false;
  }
}

function findTruncation({ article, nodes, facts }: PageEvidence): Truncation | null {
  const free = [article, ...nodes]
    .map((node) => node?.['isAccessibleForFree'])
    .find((value) => value !== undefined && value !== null);
  if (free === false || (typeof free === 'string' && /false$/i.test(free))) return 'paywall';
  return /(?:\[…\]|\[\.\.\.\]|read more|continue reading)\s*$/i.test(facts.text.slice(-200)) ? 'cut' : null;
}

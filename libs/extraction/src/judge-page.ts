import type { BlockList } from './blocks.ts';
import { textOf } from './dom/element.ts';
import { weighText } from './prose.ts';
import type { LdNode } from './metadata/json-ld.ts';
import { typesOf } from './metadata/json-ld.ts';
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

function findReason({ facts, survey, list, html, context, article, nodes }: PageEvidence): Finding | null {
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
  if (letters < SHORTEST) {
    if (article !== null && letters >= 80) return null;
    const script = survey.scripts > 0 && (list.blocks.length < 5 || /javascript/i.test(survey.noscript));
    return {
      reason: script ? 'script-only' : 'other',
      detail: `Only ${Math.round(letters)} letters of prose.`,
    };
  }
  return findListing(facts, list, article, nodes, survey);
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

/** Types of pages that list or sell rather than tell. */
const LISTING_TYPE =
  /^(?:CollectionPage|ItemList|SearchResultsPage|Product|ProfilePage|QAPage|FAQPage|JobPosting|Event|Recipe)$/;

function findListing(
  facts: PageFacts,
  list: BlockList,
  article: LdNode | null,
  nodes: readonly LdNode[],
  survey: Survey,
): Finding | null {
  let prose = 0;
  let links = 0;
  let linkBlocks = 0;
  for (const block of list.blocks) {
    links += block.linkShare * block.text.length;
    if (block.linkShare > 0.5) linkBlocks += 1;
    if (block.prose) prose += block.weight;
  }
  const claimed =
    article !== null ||
    /article/i.test(survey.meta.get('og:type')?.[0] ?? '') ||
    survey.meta.has('article:published_time');
  const listed = nodes.some((node) => typesOf(node).some((type) => LISTING_TYPE.test(type)));
  const share = weighText(facts.text) / Math.max(1, prose);
  const long = facts.paragraphs.filter((p) => weighText(p) > 200).length;
  const score =
    (claimed ? 2 : -1) +
    (listed && article === null ? -1 : 0) +
    (share > 0.5 ? 1 : -1) +
    (long >= 3 ? 1 : 0) +
    (facts.authors.length > 0 ? 0.5 : 0) +
    (facts.published !== null ? 0.5 : -0.5) +
    (links > prose * 2 ? -1 : 0);
  if (score > 0) return null;
  return {
    reason: 'section-front',
    detail: `Links outweigh prose (${linkBlocks} link blocks, ${Math.round(prose)} letters of prose) and nothing marks an article.`,
  };
}

function findTruncation({ article, nodes, facts }: PageEvidence): Truncation | null {
  const free = [article, ...nodes]
    .map((node) => node?.['isAccessibleForFree'])
    .find((value) => value !== undefined && value !== null);
  if (free === false || (typeof free === 'string' && /false$/i.test(free))) return 'paywall';
  return /(?:\[…\]|\[\.\.\.\]|read more|continue reading)\s*$/i.test(facts.text.slice(-200)) ? 'cut' : null;
}

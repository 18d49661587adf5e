import { decodeText } from '@framewatch/charset';
import { type BlockList, listBlocks } from './blocks.ts';
import { parseHtml } from './dom/parse.ts';
import { textFromLd, textFromState } from './fallback-text.ts';
import { judgePage } from './verdict/judge-page.ts';
import { findLead } from './lead.ts';
import { readCanonicalUrl, readLeadImage } from './metadata/addresses.ts';
import { readAuthors } from './metadata/authors.ts';
import { readDates } from './metadata/dates.ts';
import { findArticle, type LdNode, readLd, textIn } from './metadata/json-ld.ts';
import { detectLanguage } from './metadata/language.ts';
import { readSection, readSiteName } from './metadata/outlet.ts';
import { surveyPage, type Survey } from './metadata/survey.ts';
import { readTitle } from './metadata/title.ts';
import type { ExtractedPage, PageContext, PageFacts } from './page.ts';
import { selectText } from './select-text.ts';

/** Fewer letters than this in the page itself send us to its data for the text. */
const ENOUGH_TEXT = 250;

/**
 * A page as it was received, as an article: text, metadata, how it was found; or what kind of page it is instead.
 * Pure but for the clock (`seenAt` replaces it); never throws and never touches a network. Measured against
 * published corpora, see the README.
 */
export function extractArticle(page: Uint8Array | string, context: PageContext): ExtractedPage {
  const html = typeof page === 'string' ? page : decode(page, context.contentType);
  const root = parseHtml(html);
  const survey = surveyPage(root);
  const list = listBlocks(root);
  const nodes = readLd(survey.ldScripts);
  const article = findArticle(nodes);
  const text = findText(list, survey, article);
  const facts = readFacts({ survey, list, nodes, article, text, context });
  return judgePage({ facts, survey, list, nodes, article, html, context });
}

function decode(bytes: Uint8Array, contentType: string | undefined): string {
  return decodeText(bytes, { contentType, kind: 'html' }).text;
}

interface FoundText {
  readonly paragraphs: readonly string[];
  readonly method: string;
  readonly agreement: number;
}

function findText(list: BlockList, survey: Survey, article: LdNode | null): FoundText {
  const selected = selectText(list);
  const lead = findLead(list, selected.blocks, describe(survey, article));
  const blocks = lead === null ? selected.blocks : [lead, ...selected.blocks];
  const paragraphs = blocks.map((i) => list.blocks[i]!.text);
  const length = lengthOf(paragraphs);
  if (length >= ENOUGH_TEXT) return { ...selected, paragraphs };
  for (const [method, found] of [
    ['json-ld', textFromLd(article)],
    ['page-state', textFromState(survey.dataScripts)],
  ] as const) {
    if (lengthOf(found) > Math.max(length, ENOUGH_TEXT)) return { paragraphs: found, method, agreement: 0.5 };
  }
  return { ...selected, paragraphs };
}

function describe(survey: Survey, article: LdNode | null): string[] {
  const descriptions = ['description', 'og:description', 'twitter:description'].map(
    (key) => survey.meta.get(key)?.[0],
  );
  return [...descriptions, textIn(article?.['description'])].filter((text) => typeof text === 'string');
}

function lengthOf(paragraphs: readonly string[]): number {
  return paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0);
}

interface Findings {
  readonly survey: Survey;
  readonly list: BlockList;
  readonly nodes: readonly LdNode[];
  readonly article: LdNode | null;
  readonly text: FoundText;
  readonly context: PageContext;
}

function readFacts({ survey, list, nodes, article, text, context }: Findings): PageFacts {
  const siteName = readSiteName(survey, nodes, article);
  const title = readTitle(survey, article, { siteName, url: context.url });
  const paragraphs = text.paragraphs.filter((paragraph, i) => i > 0 || paragraph !== title);
  const joined = paragraphs.join('\n\n');
  const seenAt = context.seenAt ?? new Date().toISOString();
  const language = detectLanguage(joined, survey.htmlLang);
  return {
    title,
    paragraphs,
    text: joined,
    authors: readAuthors({ survey, nodes, article, list, title, outlet: siteName }),
    ...readDates({ survey, nodes, article, list, title, language, url: context.url, seenAt }),
    language,
    canonicalUrl: readCanonicalUrl(survey, article, context.url),
    siteName,
    leadImage: readLeadImage({ survey, article, title, url: context.url }),
    section: readSection(survey, article),
    method: text.method,
    quality: qualityOf(joined.length, text.agreement),
  };
}

/** Agreement of the selectors, discounted for texts too short for them to disagree over. */
function qualityOf(length: number, agreement: number): number {
  return Math.round(100 * agreement * Math.min(1, length / 1_000)) / 100;
}

import { CHALLENGE, CONSENT, ERROR } from '../data/page-phrases.ts';
import { textOf } from '../dom/element.ts';
import { weighText } from '../prose.ts';
import type { Finding, PageEvidence } from './evidence.ts';

/** Longer pages may well speak of captchas or errors; walls are short. */
const LONGEST_WALL = 1_500;
const LONGEST_CONSENT = 3_000;

/** What stands in the article's place, told by the file itself or by what the page says. */
export function findObstacle(evidence: PageEvidence): Finding | null {
  const { facts, html, context } = evidence;
  if (html.startsWith('%PDF-') || /application\/pdf/i.test(context.contentType ?? '')) {
    return { reason: 'pdf', detail: 'The file is a PDF.' };
  }
  if (html.trim() === '') return { reason: 'empty', detail: 'The page is empty.' };
  const letters = weighText(facts.text);
  if (letters < LONGEST_WALL) {
    const wall = findWall(evidence);
    if (wall !== null) return wall;
  }
  if (letters < LONGEST_CONSENT && isConsent(facts.paragraphs)) {
    return { reason: 'cookie-wall', detail: 'The text asks for consent to cookies.' };
  }
  return null;
}

function findWall({ facts, survey }: PageEvidence): Finding | null {
  const said = [
    facts.title ?? '',
    survey.titleTag,
    ...survey.headings.slice(0, 3).map((h) => textOf(h, 200)),
  ];
  const challenge = [...said, facts.text].find((line) => CHALLENGE.test(line));
  if (challenge !== undefined) {
    return {
      reason: 'challenge',
      detail: `The site asks to prove that a person is reading: "${challenge.slice(0, 80)}".`,
    };
  }
  const error = said.find((line) => ERROR.test(line));
  return error === undefined ? null : { reason: 'error-page', detail: `The page says "${error}".` };
}

/** Most of the text speaks of cookies and consent, more than once in every few sentences. */
function isConsent(paragraphs: readonly string[]): boolean {
  let consent = 0;
  let all = 0;
  for (const paragraph of paragraphs) {
    all += paragraph.length;
    const mentions = paragraph.match(CONSENT)?.length ?? 0;
    if (mentions >= Math.max(1, paragraph.length / 400)) consent += paragraph.length;
  }
  return all > 0 && consent > all * 0.6;
}

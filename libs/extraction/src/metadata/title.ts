import { textOf } from '../dom/element.ts';
import { type LdNode, textIn } from './json-ld.ts';
import { isSiteName, partsOfTitle, type SiteNames, withoutSiteName } from './site-name-in-title.ts';
import type { Survey } from './survey.ts';
import { likeness, plain } from './words.ts';

/** No headline is longer; what is cut may be hostile. */
const LONGEST = 1_000;

/** The article's headline: the heading that agrees with what the page says of itself, else that, without the site's name. */
export function readTitle(survey: Survey, article: LdNode | null, names: SiteNames): string | null {
  const written = [
    textIn(article?.['headline']),
    first(survey, 'og:title'),
    first(survey, 'twitter:title'),
    first(survey, 'dc.title') ?? first(survey, 'headline') ?? first(survey, 'title'),
    survey.titleTag === '' ? null : survey.titleTag,
  ]
    .filter((claim): claim is string => claim !== null)
    .map((claim) => plain(claim.slice(0, LONGEST)));
  const claims = written
    .filter((claim) => !isSiteName(claim, names))
    .map((claim) => withoutSiteName(claim, names));
  const headings = survey.headings
    .map((h) => ({ text: textOf(h, 600), first: h.name === 'h1' }))
    .filter((h) => h.text !== '');
  const agreed = headingThatAgrees(headings, claims);
  if (agreed === null || !claims.some((claim) => likeness(claim, agreed) === 1)) {
    const part = headingThatIsAPart(headings, written);
    if (part !== null) return part;
  }
  return (
    (agreed === null ? loneHeading(headings, claims) : fittedToClaims(agreed, claims)) ??
    claims[0] ??
    headings.find((h) => h.first)?.text ??
    headings[0]?.text ??
    null
  );
}

/** Fewer claims than this may be one, copied. */
const SEVERAL = 3;

/** Whatever the page shows apart: a headline with its topic where all claims agree on that, else without the label before it. */
function fittedToClaims(heading: string, claims: readonly string[]): string {
  const [claim = ''] = claims;
  const agree = claims.length >= SEVERAL && claims.every((other) => other === claim);
  return agree && claim.endsWith(`: ${heading}`) ? claim : withoutKicker(heading, claims);
}

/** Likeness from which a page's only first-order heading is taken for another wording of its title. */
const RELATED = 0.3;

function loneHeading(
  headings: readonly { text: string; first: boolean }[],
  claims: readonly string[],
): string | null {
  const [lone, ...others] = headings.filter((heading) => heading.first);
  if (lone === undefined || others.length > 0 || lone.text.split(' ').length < HEADLINE_WORDS) return null;
  return likeness(claims[0] ?? '', lone.text) > RELATED ? lone.text : null;
}

/** A heading that holds the topic's label before the headline: the claim that is its end, if it is most of it. */
function withoutKicker(heading: string, claims: readonly string[]): string {
  const end = claims.find(
    (claim) => claim.length < heading.length && claim.split(' ').length >= 3 && heading.endsWith(claim),
  );
  return end !== undefined && end.length > heading.length * 0.4 ? end : heading;
}

function first(survey: Survey, key: string): string | null {
  return survey.meta.get(key)?.[0] ?? null;
}

/** Fewer words than this are a section's or a site's name as often as a headline. */
const HEADLINE_WORDS = 4;

/** The heading that a claim gives word for word, between names of sites and sections. */
function headingThatIsAPart(
  headings: readonly { text: string }[],
  written: readonly string[],
): string | null {
  const parts = written.flatMap(partsOfTitle).filter((part) => part.split(' ').length >= HEADLINE_WORDS);
  return headings.find(({ text }) => parts.some((part) => likeness(part, text) === 1))?.text ?? null;
}

/** From here on, a heading is a claim's own wording. */
const SURE = 0.75;

function headingThatAgrees(
  headings: readonly { text: string; first: boolean }[],
  claims: readonly string[],
): string | null {
  let best: string | null = null;
  let bestScore = 0.5;
  for (const heading of headings) {
    const likenesses = claims.map((claim) => likeness(heading.text, claim));
    const most = Math.max(0, ...likenesses);
    // Half of a title that shares nothing with the first claim is the site's part of it.
    if (most < SURE && (likenesses[0] === 0 || !heading.first)) continue;
    const score = most * (heading.first ? 1 : 0.8);
    if (score > bestScore) {
      best = heading.text;
      bestScore = score;
    }
  }
  return best;
}

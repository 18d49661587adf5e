import { LATIN_LANGUAGES } from '../data/latin-languages.ts';

/** Characters looked at; a language shows within a few hundred. */
const SAMPLE = 4_000;
/** Below this share of function words a Latin text is in none of the languages we know. */
const MIN_FUNCTION_WORDS = 0.12;

/**
 * The language that a text is written in: by its script, and for Latin script by its most common function
 * words. `und` where neither tells.
 */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const counts = scriptCounts(sample);
  const total = Object.values(counts).reduce((sum, n) => sum + n, 0);
  if (total === 0) return 'und';
  if (counts.kana > 0.1 * total) return 'ja';
  if (counts.hangul > 0.2 * total) return 'ko';
  if (counts.han > 0.3 * total) return 'zh';
  if (counts.cyrillic > 0.4 * total) return 'ru';
  if (counts.arabic > 0.4 * total) return 'ar';
  return counts.latin > 0.5 * total ? latinLanguage(sample) : 'und';
}

/** Characters that show whether a page's own word on its language can be true. */
const GLANCE = 400;

/** Hardly any English text begins without one of these. */
const ENGLISH = /\b(?:the|of|and|to|for|with|said|is|was)\b/i;

/** Whether a text, by the look of its beginning, can be in the language that its page claims (kana: Japanese; Latin: others). */
export function isPlausible(text: string, language: string): boolean {
  const { latin, kana, han, hangul, cyrillic, arabic, other } = scriptCounts(text.slice(0, GLANCE));
  if (language === 'ja') return kana > 0 || latin + han + hangul + cyrillic + arabic + other === 0;
  return (
    language !== 'en' ||
    (latin >= kana + han + hangul + cyrillic + arabic + other && ENGLISH.test(text.slice(0, GLANCE)))
  );
}

function scriptCounts(text: string) {
  const counts = { latin: 0, kana: 0, han: 0, hangul: 0, cyrillic: 0, arabic: 0, other: 0 };
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if ((c >= 0x41 && c <= 0x5a) || (c >= 0x61 && c <= 0x7a) || (c >= 0xc0 && c < 0x250)) counts.latin += 1;
    else if (c < 0x370) continue;
    else if (c >= 0x3041 && c <= 0x30ff) counts.kana += 1;
    else if (c >= 0x4e00 && c <= 0x9fff) counts.han += 1;
    else if (c >= 0xac00 && c <= 0xd7af) counts.hangul += 1;
    else if (c >= 0x400 && c <= 0x52f) counts.cyrillic += 1;
    else if (c >= 0x600 && c <= 0x6ff) counts.arabic += 1;
    else if (c >= 0x370 && c < 0x2000) counts.other += 1;
  }
  return counts;
}

function latinLanguage(text: string): string {
  const words = text.toLowerCase().match(/[a-zà-ɏ]+/g) ?? [];
  let best = 'und';
  let most = MIN_FUNCTION_WORDS * words.length;
  for (const [language, functionWords] of LATIN_LANGUAGES) {
    const hits = words.reduce((sum, word) => sum + (functionWords.has(word) ? 1 : 0), 0);
    if (hits > most) [best, most] = [language, hits];
  }
  // A headline alone may hold no function word; ASCII letters without accents are then taken for English.
  if (best === 'und' && words.length < 12 && /^[\x20-\x7e‘-”–—\s]*$/.test(text)) return 'en';
  return best;
}

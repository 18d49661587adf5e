import { collapse } from '../dom/element.ts';
import { plain } from './title.ts';

/** Words before a name, in the languages of the outlets that we know of. */
const LEAD_IN =
  /^(?:by|written by|posted by|story by|reported by|words by|text by|von|par|por|de|da|di|av|af|door|tekst|text|texto|autor(?:in)?|author|auteur|autore|author's|reporter|yazan|oleh|od|автор|от)\s*[:\s]\s*/i;
const SPLIT = /\s*(?:[;,|/&\n·•]|\s(?:and|und|et|y|e|og|och|en|with)\s)\s*/i;
const NO_NAME =
  /https?:|www\.|@|^\d|\.(?:com|org|net)\b|^(?:admin|administrator|staff|editor|editors|editorial|editorial team|newsroom|news desk|webdesk|web desk|redaktion|redacción|redacao|redação|rédaction|redazione|redactie|guest|contributor|unknown|null|undefined|none|n\/a|author|posted|published|updated|read more)$/i;

/** Candidates as names: split at conjunctions, lead-ins and what is no name removed, each once. */
export function cleanNames(candidates: readonly string[], outlet: string | null): string[] {
  const names: string[] = [];
  for (const candidate of candidates) {
    for (const part of plain(candidate).replace(LEAD_IN, '').split(SPLIT)) {
      const name = collapse(
        part
          .replace(LEAD_IN, '')
          .replace(/\s*\(.*?\)\s*/g, ' ')
          .replace(/^[-–—\s.]+|[-–—\s:]+$/g, ''),
      );
      if (isName(name, outlet) && !names.some((known) => known.toLowerCase() === name.toLowerCase()))
        names.push(name);
    }
  }
  return names.slice(0, 20);
}

function isName(name: string, outlet: string | null): boolean {
  if (name.length < 2 || name.length > 60 || NO_NAME.test(name)) return false;
  if (name.split(' ').length > 6) return false;
  return outlet === null || name.toLowerCase() !== outlet.toLowerCase();
}

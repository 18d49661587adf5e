import { GLUED_LEAD_IN, LEAD_IN, MONTHS_IN_BYLINES, NO_NAME, TRAILERS } from '../data/byline-words.ts';
import { collapse } from '../dom/element.ts';
import { likeness, plain } from './words.ts';

const SPLIT = /\s*(?:[;,|/&\n·•●、]|\s(?:and|und|et|y|e|og|och|en|with|ve|oraz)\s)\s*/i;
const MOST = 20;
/** Longer is a text, or hostile. */
const LONGEST = 1_500;

/** Candidates as names: split at conjunctions; lead-ins, dates, roles, addresses and what is no name removed, each once. */
export function cleanNames(candidates: readonly string[], outlet: string | null): string[] {
  const names: string[] = [];
  for (const candidate of candidates) {
    if (candidate.length > LONGEST || /https?:|www\./i.test(candidate)) continue;
    const parts = withoutOutlet(plain(candidate), outlet).split(SPLIT);
    // An outlet's name with its town and country is an imprint.
    if (parts.length > 2 && /^[\w-]+\.(?:com|org|net|de|\w\w)$/i.test(parts[0]!)) continue;
    for (const part of parts) {
      const name = collapse(withoutLeadIn(part).replace(/^[-–—\s.:]+|[-–—\s:.]+$/g, ''));
      if (isName(name, outlet) && !names.some((known) => known.toLowerCase() === name.toLowerCase()))
        names.push(name);
    }
  }
  return names.slice(0, MOST);
}

/** The name in a line such as `By Jane Roe` or `Von Max Muster`; empty for any other line. */
export function nameAfterLeadIn(line: string): string[] {
  return line
    .split(/\s*[|•·]\s*|\s[-–—]\s/)
    .flatMap(nameInPart)
    .slice(0, 1);
}

function nameInPart(line: string): string[] {
  const rest = withoutLeadIn(line);
  if (rest === line || rest.length > 110) return [];
  const whole = withoutSurroundings(rest);
  // What follows a comma or a full stop says who that is, unless names go on.
  const name = isFullName(whole)
    ? whole
    : (/^(.{4,60}?)(?:[,:]\s|(?<=\p{Ll}{2})\.\s|\s[-–—]\s)/u.exec(whole)?.[1] ?? whole);
  return isFullName(name) ? [name] : [];
}

function isFullName(text: string): boolean {
  return /^\p{Lu}[\p{L}\p{M}.’'-]+(?:\s(?:\p{Lu}[\p{L}\p{M}.’'-]*|de|da|van|von|der|den|di|del|la|le|bin|al|and|und|et|y|&)\b){1,6}$/u.test(
    text,
  );
}

/** Whether a line begins with words such as `By` and goes on after them. */
export function beginsAsByline(line: string): boolean {
  return withoutLeadIn(line) !== line.trim();
}

/** Cuts a byline where a date, a place's bracket or another remark begins. */
function withoutSurroundings(text: string): string {
  return collapse(
    withoutLeadIn(text)
      .replace(/\s*[([（].*?(?:[)\]）]|$)\s*/g, ' ')
      .replace(MONTHS_IN_BYLINES, '')
      .replace(/\s*\d.*$/s, '')
      .replace(TRAILERS, '$1'),
  );
}

/** `Outlet - Jane Roe` and `By Jane Roe - role` name Jane Roe. */
function withoutOutlet(candidate: string, outlet: string | null): string {
  const text = withoutSurroundings(candidate);
  const [head = '', ...rest] = text.split(/\s+[-–—]\s+/);
  if (rest.length === 0) return text;
  if (outlet !== null && likeness(head, outlet) > 0.5) return rest[0]!;
  return beginsAsByline(candidate) ? head : text;
}

function withoutLeadIn(text: string): string {
  let rest = text.trim();
  for (let i = 0; i < 3; i += 1) {
    const next = rest.replace(LEAD_IN, '').replace(GLUED_LEAD_IN, '');
    if (next === rest) break;
    rest = next.trim();
  }
  return rest;
}

function isName(name: string, outlet: string | null): boolean {
  if (name.length < 2 || name.length > 60 || NO_NAME.test(name) || name.split(' ').length > 6) return false;
  if (outlet === null) return true;
  const [lower, own] = [name.toLowerCase(), outlet.toLowerCase()];
  return lower !== own && !(own.startsWith(`${lower} `) && !lower.includes(' '));
}

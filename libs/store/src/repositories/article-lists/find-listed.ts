import type { ArticleQuery } from '@framewatch/contracts';
import type { KnownDays } from '../trends/day-keeper.ts';
import { DAY_MS, type DaySheet } from '../trends/day-sheet.ts';
import type { FactClass } from '../trends/fact-classes.ts';

/** A query as the store takes it: the beat already turned into its active model, the words already segmented. */
export interface ListQuery extends Omit<ArticleQuery, 'beat' | 'q' | 'cursor' | 'voice'> {
  voice?: ArticleQuery['voice'] | undefined;
  modelId: string;
  words?: string | undefined;
  after?: { countedAt: Date; id: string } | undefined;
}

/** Which articles a list shows, the newest first, and how many there are in all. */
export interface Listed {
  ids: number[];
  total: number;
}

/** Whether an article is among those that hold the words or the voice asked for. */
export type IsAmong = (articleId: number) => boolean;

/**
 * Goes through the days from the newest fact to the oldest under the same conditions as charts, so that a list is
 * exactly as long as the number that opened it. Of stories the newest article that matches stands for each.
 */
export function findListed(
  { days, classes }: KnownDays,
  isOutletWanted: (id: number) => boolean,
  query: ListQuery,
  isAmong: IsAmong,
): Listed {
  const isWanted = Uint8Array.from(classes, (known) => (isClassWanted(query, known) ? 1 : 0));
  const told = query.of === 'stories' ? new Set<number>() : null;
  const story = query.story === undefined ? null : Number(query.story);
  const [from, to] = [instantOf(query.from, -Infinity), instantOf(query.to, Infinity)];
  const found: Listed = { ids: [], total: 0 };
  const outlets = new Map<number, boolean>();
  const outletIsWanted = (id: number): boolean => {
    const known = outlets.get(id) ?? isOutletWanted(id);
    outlets.set(id, known);
    return known;
  };
  for (let place = days.length - 1; place >= 0; place -= 1) {
    const sheet = days[place] as DaySheet;
    const start = sheet.day * DAY_MS;
    for (let at = sheet.ats.length - 1; at >= 0; at -= 1) {
      if (isWanted[sheet.classes[at] as number] === 0) continue;
      if (!outletIsWanted(sheet.outlets[at] as number)) continue;
      const teller = sheet.stories[at] as number;
      if (story !== null && teller !== story) continue;
      const [instant, id] = [start + (sheet.ats[at] as number), sheet.articles[at] as number];
      if (instant < from || instant >= to || !isAmong(id)) continue;
      if (told?.has(teller)) continue;
      told?.add(teller);
      found.total += 1;
      if (found.ids.length < query.limit && isAfter(query, instant, id)) found.ids.push(id);
    }
  }
  return found;
}

const instantOf = (text: string | undefined, otherwise: number): number =>
  text === undefined ? otherwise : Date.parse(text);

/** Whether a page that goes on after a place holds the article. */
function isAfter({ after }: ListQuery, instant: number, id: number): boolean {
  if (after === undefined) return true;
  const last = after.countedAt.getTime();
  return instant < last || (instant === last && id < Number(after.id));
}

function isClassWanted({ scope, topic, frame, language }: ListQuery, known: FactClass): boolean {
  return (
    isInScope(scope, known) &&
    (topic === undefined || known.topics.includes(topic)) &&
    (frame === undefined || known.frames.includes(frame)) &&
    (language === undefined || known.language === language)
  );
}

function isInScope(scope: ArticleQuery['scope'], known: FactClass): boolean {
  switch (scope) {
    case 'relevant':
      return known.relevant;
    case 'framing':
      return known.inFraming;
    case 'unclear':
      return known.unclear;
    case 'all':
      return true;
  }
}

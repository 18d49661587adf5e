import { type PlanContext, planDay } from './plan-day.ts';
import type { ArticleRecord } from './record.ts';

const day = 86_400_000;

/** Every article that the press has or will have; days are planned when they are first asked for. */
export type Library = {
  /** Plans from this instant's day on, where that is earlier than what is planned already. */
  reachBackTo(at: Date, articlesPerDay?: number): void;
  add(record: ArticleRecord): void;
  find(id: string): ArticleRecord | undefined;
  /** Published at `now` or before, oldest first. */
  published(now: Date): ArticleRecord[];
  /** The newest of one outlet at `now`, newest first. */
  newest(
    outletSlug: string,
    now: Date,
    limit: number,
    accept?: (record: ArticleRecord) => boolean,
  ): ArticleRecord[];
};

/** `ongoing`: days after the first one keep bringing articles as the clock moves on. */
export function createLibrary(
  context: PlanContext,
  start: Date,
  historyDays: number,
  ongoing: boolean,
): Library {
  const byId = new Map<string, ArticleRecord>();
  const byOutlet = new Map<string, ArticleRecord[]>();
  const startDay = Math.floor(start.getTime() / day);
  let firstDay = startDay - historyDays;
  let nextDay = firstDay;

  function insert(record: ArticleRecord): void {
    byId.set(record.id, record);
    const shelf = byOutlet.get(record.outletSlug) ?? [];
    byOutlet.set(record.outletSlug, shelf);
    shelf.splice(placeOf(shelf, record.published), 0, record);
  }

  function plan(dayIndex: number, rate: number): void {
    const ends = ongoing ? Number.POSITIVE_INFINITY : start.getTime();
    for (const record of planDay({ ...context, articlesPerDay: rate }, dayIndex)) {
      if (Date.parse(record.published) <= ends) insert(record);
    }
  }

  function planUntil(now: Date): void {
    const today = Math.floor(now.getTime() / day);
    for (; nextDay <= today; nextDay++) {
      if (ongoing || nextDay <= startDay) plan(nextDay, context.articlesPerDay);
    }
  }

  return {
    reachBackTo(at, articlesPerDay = context.articlesPerDay) {
      const wanted = Math.floor(at.getTime() / day);
      while (firstDay > wanted) plan(--firstDay, articlesPerDay);
    },
    add: insert,
    find: (id) => byId.get(id),
    published(now) {
      planUntil(now);
      const until = now.toISOString();
      const found = [...byOutlet.values()].flatMap((shelf) => shelf.slice(0, placeOf(shelf, until)));
      return found.sort((one, other) => compare(one.published, other.published) || compare(one.id, other.id));
    },
    newest(outletSlug, now, limit, accept = () => true) {
      planUntil(now);
      const shelf = byOutlet.get(outletSlug) ?? [];
      const newest: ArticleRecord[] = [];
      for (let index = placeOf(shelf, now.toISOString()) - 1; index >= 0 && newest.length < limit; index--) {
        const record = shelf[index] as ArticleRecord;
        if (accept(record)) newest.push(record);
      }
      return newest;
    },
  };
}

/** How many of a shelf (oldest first) were published at or before an instant. */
function placeOf(shelf: readonly ArticleRecord[], until: string): number {
  let low = 0;
  let high = shelf.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shelf[middle] as ArticleRecord).published <= until) low = middle + 1;
    else high = middle;
  }
  return low;
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

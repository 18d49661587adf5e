import type { TrendAnswer } from '@framewatch/contracts';
import type { LoadNote } from '@framewatch/store';

type Note = TrendAnswer['notes'][number];

export interface NoteSources {
  buckets: readonly { start: Date; end: Date }[];
  models: readonly { at: Date; version: string }[];
  /** Feeds and when they were watched; several may be of one outlet. */
  watched: readonly { outlet: string; from: Date; to: Date | null }[];
  /** Imports and backfills, when they were made, and which days they reach over. */
  loads: readonly LoadNote[];
}

const NAMED = 3;

/**
 * What a reader has to know to compare buckets: other models, feeds that came later or ended. At most one note of each
 * kind for a bucket, at the first instant in it.
 */
export function trendNotes({ buckets, models, watched, loads }: NoteSources): Note[] {
  const first = buckets[0];
  if (!first) return [];
  // What was there when the range began needs no note; a model's very first version is no change of models.
  const added = inOrder(
    watched.filter(({ from }) => from > first.start).map(({ from, outlet }) => ({ at: from, what: outlet })),
  );
  const removed = inOrder(
    watched.flatMap(({ to, outlet }) => (to === null ? [] : [{ at: to, what: outlet }])),
  );
  const changes = inOrder(models.map(({ at, version }) => ({ at, what: version })));
  // They stand where their first day is, or where the range begins.
  const imports = inOrder(
    loads.map((load) => ({
      at: load.from > first.start ? load.from : first.start,
      what: loadText(load),
    })),
  );
  return buckets
    .flatMap((bucket) => [
      ...grouped(bucket, changes, 'model-change', modelText),
      ...grouped(bucket, added, 'feed-added', (outlets) => feedText(outlets, 'added')),
      ...grouped(bucket, imports, 'import', importText),
      ...grouped(bucket, removed, 'feed-removed', (outlets) => feedText(outlets, 'removed')),
    ])
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

interface Happening {
  at: Date;
  what: string;
}

function grouped(
  { start, end }: { start: Date; end: Date },
  all: readonly Happening[],
  kind: Note['kind'],
  text: (what: string[]) => string,
): Note[] {
  const [from, to] = [start.getTime(), end.getTime()];
  // In order, and few fall into one bucket: there are as many as feeds, and buckets are many too.
  const inside: Happening[] = [];
  for (let place = firstFrom(all, from); place < all.length; place += 1) {
    const one = all[place];
    if (one === undefined || one.at.getTime() >= to) break;
    inside.push(one);
  }
  const earliest = inside[0];
  if (!earliest) return [];
  return [{ at: earliest.at.toISOString(), kind, text: text(inside.map(({ what }) => what)) }];
}

const inOrder = (all: Happening[]): Happening[] => all.sort((a, b) => a.at.getTime() - b.at.getTime());

/** The place of the first at or after an instant. */
function firstFrom(all: readonly Happening[], instant: number): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.at.getTime() ?? 0) < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

function modelText(versions: string[]): string {
  const newest = (versions.at(-1) ?? '').slice(0, 8);
  return versions.length === 1
    ? `Model ${newest} came into force; all articles were classified anew.`
    : `${versions.length} models came into force, the last one ${newest}.`;
}

function loadText({ kind, name, at, articles, from, to }: LoadNote): string {
  const day = (date: Date) => date.toISOString().slice(0, 10);
  const days = day(from) === day(to) ? day(from) : `${day(from)} to ${day(to)}`;
  const how =
    kind === 'import' ? `imported on ${day(at)} from ${name}` : `read later from ${name} (${day(at)})`;
  return `${articles} article${articles === 1 ? '' : 's'} of ${days} ${how}.`;
}

function importText(loads: string[]): string {
  const shown = loads.slice(0, NAMED).join(' ');
  const rest = loads.length - NAMED;
  return `${shown}${rest > 0 ? ` And ${rest} more imports.` : ''} They came by no feed: what is missing among them is not known.`;
}

function feedText(outlets: string[], verb: 'added' | 'removed'): string {
  const names = [...new Set(outlets)];
  const shown = names.slice(0, NAMED).join(', ');
  const rest = names.length - NAMED;
  const feeds = outlets.length === 1 ? 'Feed' : `${outlets.length} feeds`;
  return `${feeds} ${verb}: ${shown}${rest > 0 ? ` and ${rest} more outlets` : ''}.`;
}

import type { Interval } from '@framewatch/measures';
import { type ChangePoint, searchChanges, type Unit } from './change-points.ts';
import { type Difference, differenceOfShares, type ShareEstimate } from './differences.ts';
import { FALSE_DISCOVERIES, falseDiscoveryRates } from './false-discovery.ts';
import { storyBand } from './story-band.ts';

/** Articles of one story in one slot: so many, and so many of them hits. */
export interface StorySlot {
  slot: number;
  story: string;
  hits: number;
  n: number;
}

export interface ShiftSeries {
  key: string;
  cells: readonly StorySlot[];
}

export interface ShiftSearch {
  /** For each slot of the series whether it says anything; those in gaps do not. */
  usable: readonly boolean[];
  /** A shift lasts at least so many usable slots, and the level before it did. */
  minimumLength: number;
  random: () => number;
}

/** One side of a shift: slots [from, to), articles, stories, and the share with its band. */
export interface ShiftSide extends ShareEstimate {
  from: number;
  to: number;
  hits: number;
  n: number;
  stories: number;
}

export interface Shift {
  key: string;
  /** The first slot of the new level, and between which ones it may as well lie. */
  slot: number;
  earliest: number;
  latest: number;
  before: ShiftSide;
  after: ShiftSide;
  difference: Difference;
  /** By permutation of whole stories. */
  probability: number;
  /** Expected share of false finds among all shifts as sure as this one, over all series that were searched. */
  falseDiscovery: number;
}

export interface Shifts {
  found: Shift[];
  /** Series with too few stories or too short a history to judge, and by how much. */
  notJudged: { key: string; stories: number; slots: number; neededStories: number; neededSlots: number }[];
}

/** A level told by fewer stories than this on either side is none. */
const FEWEST_STORIES = 15;
const MOST_DRAWS = 9_999;
/** So many permutations for each series searched, or the surest of them could not pass the correction for all. */
const DRAWS_PER_SERIES = 60;

/**
 * Lasting shifts of shares: change points over stories, each counted once, at the slot of its first article. A story
 * that goes on for weeks makes no shift by being repeated. All series are judged together against false discovery.
 */
export function findShifts(series: readonly ShiftSeries[], search: ShiftSearch): Shifts {
  const slots = search.usable.flatMap((usable, slot) => (usable ? [slot] : []));
  const neededSlots = 2 * search.minimumLength;
  const draws = Math.min(MOST_DRAWS, Math.max(999, DRAWS_PER_SERIES * series.length));
  const options = { ...search, minimumUnits: FEWEST_STORIES, draws };
  const searched = series.map(({ key, cells }) => {
    const units = thinned(unitsOf(cells, slots));
    return { key, cells, units, points: searchChanges(units, slots.length, options) };
  });
  const tests = searched.flatMap(({ key, cells, points }) => points.map((point) => ({ key, cells, point })));
  const rates = falseDiscoveryRates(tests.map(({ point }) => point.probability));
  const believed = tests.flatMap((test, i) => {
    const falseDiscovery = rates[i] ?? 1;
    return falseDiscovery < FALSE_DISCOVERIES ? [{ ...test, falseDiscovery }] : [];
  });
  const notJudged = searched.flatMap(({ key, units, points }) =>
    points.length > 0
      ? []
      : [{ key, stories: units.length, slots: slots.length, neededStories: 2 * FEWEST_STORIES, neededSlots }],
  );
  return { found: believed.map((one) => describe(one, believed, slots, search)), notJudged };
}

/** Each story once, at the first of its slots, with the share of its articles that are hits. */
function unitsOf(cells: readonly StorySlot[], slots: readonly number[]): Unit[] {
  const placeOf = new Map(slots.map((slot, place) => [slot, place]));
  const stories = new Map<string, { at: number; hits: number; n: number }>();
  for (const { slot, story, hits, n } of cells) {
    const place = placeOf.get(slot);
    if (place === undefined || n === 0) continue;
    const known = stories.get(story);
    if (known) stories.set(story, { at: Math.min(known.at, place), hits: known.hits + hits, n: known.n + n });
    else stories.set(story, { at: place, hits, n });
  }
  return [...stories.values()]
    .map(({ at, hits, n }) => ({ at, value: hits / n }))
    .sort((a, b) => a.at - b.at || a.value - b.value);
}

/** Beyond so many stories every second, third … one is searched: a shift that needs more to be seen is none to speak of. */
const MOST_SEARCHED = 20_000;

function thinned(units: Unit[]): Unit[] {
  const step = Math.ceil(units.length / MOST_SEARCHED);
  return step <= 1 ? units : units.filter((_, i) => i % step === 0);
}

interface Believed {
  key: string;
  cells: readonly StorySlot[];
  point: ChangePoint;
  falseDiscovery: number;
}

/** The shift with its sides, each up to the next believed shift of the same series. */
function describe(
  { key, cells, point, falseDiscovery }: Believed,
  all: readonly Believed[],
  slots: readonly number[],
  { random }: ShiftSearch,
): Shift {
  const others = all.flatMap((one) => (one.key === key && one.point !== point ? [one.point.at] : []));
  const from = Math.max(0, ...others.filter((at) => at < point.at));
  const to = Math.min(slots.length, ...others.filter((at) => at > point.at));
  const slotAt = (place: number): number => slots[place] ?? (slots.at(-1) ?? 0) + 1;
  const side = (a: number, b: number): ShiftSide => sideOf(cells, slotAt(a), slotAt(b), random);
  const [before, after] = [side(from, point.at), side(point.at, to)];
  return {
    key,
    slot: slotAt(point.at),
    earliest: slotAt(point.earliest),
    latest: slotAt(point.latest),
    before,
    after,
    difference: differenceOfShares(after, before),
    probability: point.probability,
    falseDiscovery,
  };
}

function sideOf(cells: readonly StorySlot[], from: number, to: number, random: () => number): ShiftSide {
  const stories = new Map<string, { hits: number; n: number }>();
  const sum = { hits: 0, n: 0 };
  for (const { slot, story, hits, n } of cells) {
    if (slot < from || slot >= to || n === 0) continue;
    const known = stories.get(story) ?? { hits: 0, n: 0 };
    stories.set(story, { hits: known.hits + hits, n: known.n + n });
    sum.hits += hits;
    sum.n += n;
  }
  const band: Interval = storyBand([...stories.values()], random) ?? { low: 0, high: 1 };
  const { low, high } = band;
  return { from, to, ...sum, stories: stories.size, share: sum.n === 0 ? 0 : sum.hits / sum.n, low, high };
}

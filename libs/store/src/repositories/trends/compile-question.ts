import type { FactClass } from './fact-classes.ts';
import { type CountQuery, isLabelDimension } from './trend-queries.ts';

export interface OutletRow {
  id: string;
  country: string;
  outlet_group: string;
}

/** A chart's conditions as tables to look up: what a fact counts as is read off by its outlet and its class. */
export interface Question {
  /** Values of the dimension; a series stands at its place. */
  keys: string[];
  /** By outlet id: the place of its series, 0 where the dimension is another, -1 where the filters leave it out. */
  outletSeries: Int32Array;
  /** By class: the place of its series, 0 where the dimension is another, -1 where it is not asked about. */
  classSeries: Int32Array;
  /** By class: 1 where it counts in the numerator. */
  isHit: Uint8Array;
  /** By class, where series are labels: their places. Null where they are not. */
  labelSeries: readonly (readonly number[])[] | null;
}

/** Turns a chart's question into tables over all outlets and classes. */
export function compileQuestion(
  query: CountQuery,
  outlets: readonly OutletRow[],
  classes: readonly FactClass[],
): Question {
  const keys = new Keys();
  const outletSeries = new Int32Array(
    outlets.reduce((most, { id }) => Math.max(most, Number(id)), 0) + 1,
  ).fill(-1);
  for (const outlet of outlets)
    if (isOutletWanted(query, outlet))
      outletSeries[Number(outlet.id)] = keys.placeOf(outletKey(query, outlet));
  const classSeries = new Int32Array(classes.length).fill(-1);
  const isHit = new Uint8Array(classes.length);
  const labelSeries: number[][] | null = isLabelDimension(query.by) ? [] : null;
  for (const [at, known] of classes.entries()) {
    labelSeries?.push([]);
    if (query.language !== undefined && known.language !== query.language) continue;
    if (!isPopulation(query, known)) continue;
    classSeries[at] = query.by === 'language' ? keys.placeOf(known.language) : 0;
    if (!isNumerator(query, known)) continue;
    isHit[at] = 1;
    if (labelSeries === null) continue;
    for (const label of query.by === 'topic' ? known.topics : known.frames)
      labelSeries[at]?.push(keys.placeOf(label));
  }
  if (query.by === 'none') keys.placeOf('');
  return { keys: keys.all, outletSeries, classSeries, isHit, labelSeries };
}

class Keys {
  readonly all: string[] = [];
  private readonly places = new Map<string, number>();
  /** Undefined: the outlet is no series of this chart. */
  placeOf(key: string | undefined): number {
    if (key === undefined) return 0;
    const place = this.places.get(key) ?? this.all.push(key) - 1;
    this.places.set(key, place);
    return place;
  }
}

function outletKey({ by }: CountQuery, outlet: OutletRow): string | undefined {
  if (by === 'outlet') return outlet.id;
  if (by === 'group') return outlet.outlet_group;
  return by === 'country' ? outlet.country : undefined;
}

const isOutletWanted = ({ outletId, group, country }: CountQuery, outlet: OutletRow): boolean =>
  (outletId === undefined || outlet.id === outletId) &&
  (group === undefined || outlet.outlet_group === group) &&
  (country === undefined || outlet.country === country);

const isNumerator = (query: CountQuery, known: FactClass): boolean =>
  known.relevant &&
  (query.topic === undefined || known.topics.includes(query.topic)) &&
  (query.frame === undefined || known.frames.includes(query.frame));

/** Coverage asks about all that was collected, framing about what can be framed. */
function isPopulation(query: CountQuery, known: FactClass): boolean {
  if (query.chart === 'coverage') return true;
  if (!known.inFraming) return false;
  return subjectOf(query) === 'topic' || query.topic === undefined || known.topics.includes(query.topic);
}

/** In framing, the question is about frames unless only a topic is named; the topic then narrows who is asked. */
function subjectOf(query: CountQuery): 'topic' | 'frame' {
  if (query.by === 'frame' || query.frame !== undefined) return 'frame';
  return query.by === 'topic' || query.topic !== undefined ? 'topic' : 'frame';
}

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
  /** By class: the place of its series, 0 where the dimension is another, -1 where the filters leave it out. */
  classSeries: Int32Array;
  /** By class: 0 not asked about, 1 in the denominator, 2 in the numerator as well. */
  standing: Uint8Array;
  /** By class, where series are labels: their places. Null where they are not. */
  labelSeries: Int32Array[] | null;
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
  const classSeries = Int32Array.from(classes, ({ language }) => {
    if (query.language !== undefined && language !== query.language) return -1;
    return query.by === 'language' ? keys.placeOf(language) : 0;
  });
  if (query.by === 'none') keys.placeOf('');
  const { by } = query;
  const labels = (known: FactClass): string[] => (by === 'topic' ? known.topics : known.frames);
  const standing = Uint8Array.from(classes, (known) => standingOf(query, known));
  const labelSeries = isLabelDimension(by)
    ? classes.map((known, at) =>
        Int32Array.from(standing[at] === 2 ? labels(known) : [], (label) => keys.placeOf(label)),
      )
    : null;
  return { keys: keys.all, outletSeries, classSeries, standing, labelSeries };
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

function standingOf(query: CountQuery, known: FactClass): 0 | 1 | 2 {
  if (!isPopulation(query, known)) return 0;
  const isHit =
    known.relevant &&
    (query.topic === undefined || known.topics.includes(query.topic)) &&
    (query.frame === undefined || known.frames.includes(query.frame));
  return isHit ? 2 : 1;
}

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

/** What the facts of many articles have in common. */
export interface FactClass {
  language: string;
  relevant: boolean;
  unclear: boolean;
  inFraming: boolean;
  topics: string[];
  frames: string[];
}

/** Every class that was ever met, each at one place for as long as the process lives. */
export interface FactClasses {
  readonly all: readonly FactClass[];
  placeOf(known: FactClass): number;
  /** Remembers which class the database means by a number. */
  name(id: number, known: FactClass): void;
  /** The place of a class by its number in the database; undefined where the number was not named yet. */
  find(id: number): number | undefined;
  /** The greatest number that was named. */
  newest(): number;
}

export function factClasses(): FactClasses {
  const all: FactClass[] = [];
  const places = new Map<string, number>();
  const byId: number[] = [];
  let newest = 0;
  const placeOf = (known: FactClass): number => {
    const key = JSON.stringify(known);
    const place = places.get(key) ?? all.length;
    if (place === all.length) {
      all.push(known);
      places.set(key, place);
    }
    return place;
  };
  return {
    all,
    placeOf,
    name(id, known) {
      byId[id] = placeOf(known);
      newest = Math.max(newest, id);
    },
    find: (id) => byId[id],
    newest: () => newest,
  };
}

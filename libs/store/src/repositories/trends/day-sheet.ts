/** All facts of one model within one UTC day, a number for each fact in each column, in order of their instants. */
export interface DaySheet {
  /** Days since 1970-01-01. */
  day: number;
  /** Milliseconds since the day began. */
  ats: Int32Array;
  /** The story; below zero an article that has none, and so is one of its own. */
  stories: Int32Array;
  /** The least and the greatest id of a story; -1 where no article has one. */
  leastStory: number;
  mostStory: number;
  outlets: Int32Array;
  /** Places in the list of classes. */
  classes: Int32Array;
  articles: Int32Array;
}

export const DAY_MS = 86_400_000;

/** A day's columns as the database packs them: big-endian integers. */
export interface PackedDay {
  day: number;
  ats: Buffer;
  stories: Buffer;
  outlets: Buffer;
  classes: Buffer;
  articles: Buffer;
}

/** Opens a packed day. `classOf` turns the database's number of a class into its place in the list. */
export function unpackDay(packed: PackedDay, classOf: (id: number) => number): DaySheet {
  const classes = integersOf(packed.classes);
  for (let at = 0; at < classes.length; at += 1) classes[at] = classOf(classes[at] ?? 0);
  return dayOf(packed.day, {
    ats: integersOf(packed.ats),
    stories: integersOf(packed.stories),
    outlets: integersOf(packed.outlets),
    classes,
    articles: integersOf(packed.articles),
  });
}

/** A day of its columns. */
export function dayOf(
  day: number,
  columns: Pick<DaySheet, 'ats' | 'stories' | 'outlets' | 'classes' | 'articles'>,
): DaySheet {
  let [leastStory, mostStory] = [-1, -1];
  for (const story of columns.stories) {
    if (story >= 0 && (leastStory < 0 || story < leastStory)) leastStory = story;
    if (story > mostStory) mostStory = story;
  }
  return { day, ...columns, leastStory, mostStory };
}

/** Packed integers, in a copy of their own, aligned as typed arrays need it: the driver's buffers are parts of larger ones. */
export function integersOf(packed: Buffer): Int32Array {
  const bytes = Buffer.alloc(packed.length);
  packed.copy(bytes);
  bytes.swap32();
  return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
}

/** The first fact at or after an instant of the day. */
export function firstFrom(ats: Int32Array, ms: number): number {
  let [low, high] = [0, ats.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ats[middle] ?? 0) < ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Memory that a day takes, in bytes. */
export const sizeOf = ({ ats }: DaySheet): number => ats.length * 20 + 500;

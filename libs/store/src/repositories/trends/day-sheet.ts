/** All facts of one model within one UTC day, a number for each fact in each column, in order of their instants. */
export interface DaySheet {
  /** Days since 1970-01-01. */
  day: number;
  /** Milliseconds since the day began. */
  ats: Int32Array;
  /** The story; below zero an article that has none, and so is one of its own. */
  stories: Int32Array;
  outlets: Int32Array;
  /** Places in the list of classes. */
  classes: Int32Array;
}

export const DAY_MS = 86_400_000;

/** A day's columns as the database packs them: big-endian integers. */
export interface PackedDay {
  day: number;
  ats: Buffer;
  stories: Buffer;
  outlets: Buffer;
  classes: Buffer;
}

/** Opens a packed day. `classOf` turns the database's number of a class into its place in the list. */
export function unpackDay(packed: PackedDay, classOf: (id: number) => number): DaySheet {
  const classes = integersOf(packed.classes);
  for (let at = 0; at < classes.length; at += 1) classes[at] = classOf(classes[at] ?? 0);
  return {
    day: packed.day,
    ats: integersOf(packed.ats),
    stories: integersOf(packed.stories),
    outlets: integersOf(packed.outlets),
    classes,
  };
}

/** A copy of its own, aligned as typed arrays need it: the driver's buffers are parts of larger ones. */
function integersOf(packed: Buffer): Int32Array {
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
export const sizeOf = ({ ats }: DaySheet): number => ats.length * 16 + 500;

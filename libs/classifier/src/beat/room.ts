/** Where the tables come from that are needed while one text is read. Every table is handed out filled with zeros. */
export interface Room {
  ints(length: number): Int32Array;
  floats(length: number): Float64Array;
}

/** Room that stays with whoever asked. */
export const LASTING_ROOM: Room = {
  ints: (length) => new Int32Array(length),
  floats: (length) => new Float64Array(length),
};

/**
 * Room that is used again for the next text: a new table costs more than filling one does. `begin` takes back all
 * that was handed out; it grows to what the longest text needed.
 */
export function createReusedRoom(): Room & { begin(): void } {
  let ints = new Int32Array(4_096);
  let floats = new Float64Array(4_096);
  let usedInts = 0;
  let usedFloats = 0;
  return {
    begin() {
      usedInts = 0;
      usedFloats = 0;
    },
    ints(length) {
      // Tables handed out before keep the old ground.
      if (usedInts + length > ints.length) {
        ints = new Int32Array(2 * (usedInts + length));
        usedInts = 0;
      }
      const table = ints.subarray(usedInts, usedInts + length);
      usedInts += length;
      return table.fill(0);
    },
    floats(length) {
      if (usedFloats + length > floats.length) {
        floats = new Float64Array(2 * (usedFloats + length));
        usedFloats = 0;
      }
      const table = floats.subarray(usedFloats, usedFloats + length);
      usedFloats += length;
      return table.fill(0);
    },
  };
}

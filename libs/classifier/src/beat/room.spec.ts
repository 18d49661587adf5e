import { describe, expect, it } from '@jest/globals';
import { createReusedRoom } from './room.ts';

describe('createReusedRoom', () => {
  it('hands out empty tables that do not overlap, also while it grows', () => {
    const room = createReusedRoom();
    for (const length of [3, 5_000, 7]) {
      room.begin();
      const tables = [room.ints(length), room.ints(9_000), room.ints(length)];
      for (const [n, table] of tables.entries()) table.fill(n + 1);
      expect(tables.map((table) => [...new Set(table)])).toEqual([[1], [2], [3]]);
      expect(tables.map((table) => table.length)).toEqual([length, 9_000, length]);
    }
    room.begin();
    expect(room.ints(4)).toEqual(new Int32Array(4));
    expect(room.floats(4)).toEqual(new Float64Array(4));
  });
});

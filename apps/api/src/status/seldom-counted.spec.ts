import { describe, expect, it } from '@jest/globals';
import { seldomCounted } from './seldom-counted.ts';

describe('seldomCounted', () => {
  it('counts anew after twenty times as long as it took, and at once where counting failed', async () => {
    let [now, asked, fails] = [0, 0, false];
    const count = seldomCounted(
      () => {
        asked += 1;
        now += 200;
        return fails ? Promise.reject(new Error('no database')) : Promise.resolve(asked);
      },
      () => now,
    );
    expect(await count()).toBe(1);
    now += 3_999;
    expect(await count()).toBe(1);
    now += 1;
    fails = true;
    await expect(count()).rejects.toThrow('no database');
    fails = false;
    expect(await count()).toBe(3);
  });

  it('counts at every asking where that is quick', async () => {
    let [now, asked] = [0, 0];
    const count = seldomCounted(
      () => {
        asked += 1;
        now += 90;
        return Promise.resolve(asked);
      },
      () => now,
    );
    expect([await count(), await count(), await count()]).toEqual([1, 2, 3]);
  });
});

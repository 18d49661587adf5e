import type { Store } from '@framewatch/store';
import { describe, expect, it } from '@jest/globals';
import { createConfigReader } from './config-reader.ts';

/** A store that has accepted no settings until `accept` is called, and counts how often it is asked. */
function storeOf() {
  let content: unknown = null;
  let asked = 0;
  const store = {
    configVersions: {
      findNewest: () => {
        asked += 1;
        return Promise.resolve(
          content === null ? null : { hash: 'h', content, problems: [], acceptedAt: new Date(0) },
        );
      },
    },
  } as unknown as Store;
  return { store, accept: (settings: unknown) => (content = settings), asked: () => asked };
}

describe('createConfigReader', () => {
  it('never keeps the defaults: the first accepted settings are in force at once', async () => {
    const { store, accept } = storeOf();
    const reader = createConfigReader(store, () => 0);
    expect((await reader.settings()).allowAddresses).toEqual([]);
    accept({ allowAddresses: ['127.0.0.1:8093'] });
    expect((await reader.settings()).allowAddresses).toEqual(['127.0.0.1:8093']);
  });

  it('asks once a second for what was accepted', async () => {
    let at = 0;
    const { store, accept, asked } = storeOf();
    accept({ timezone: 'Asia/Tokyo' });
    const reader = createConfigReader(store, () => at);
    await reader.settings();
    await reader.settings();
    expect(asked()).toBe(1);
    accept({ timezone: 'Europe/Berlin' });
    at = 1_500;
    expect((await reader.settings()).timezone).toBe('Europe/Berlin');
  });
});

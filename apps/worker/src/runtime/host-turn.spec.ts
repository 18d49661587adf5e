import { settingsSchema } from '@framewatch/contracts';
import type { FeedFetch } from '@framewatch/feeds';
import type { Store } from '@framewatch/store';
import { describe, expect, it } from '@jest/globals';
import { atHostsTurn, paceOf } from './host-turn.ts';
import type { StageContext } from './stage-context.ts';

const UNCHANGED = { kind: 'unchanged' } as FeedFetch;
type HostTurn = Awaited<ReturnType<Store['hostGates']['takeTurn']>>;

const NOW = new Date('2026-05-12T12:00:00.000Z');
const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);
const settings = settingsSchema.parse({
  politeness: {
    gapSeconds: 5,
    concurrent: 2,
    hosts: {
      'quick.example': { gapSeconds: 0, concurrent: 9 },
      'www.known.example': { gapSeconds: 2, concurrent: 1 },
      '127.0.0.1:81': { gapSeconds: 1, concurrent: 1 },
    },
  },
});

/** A gate that gives one answer and notes what it was asked. */
function gate(turn: HostTurn) {
  const asked: unknown[] = [];
  const notes = {
    reserved: [] as Date[],
    givenBack: [] as string[],
    blocked: [] as { host: string; until: Date; before: number }[],
  };
  const context = {
    config: { settings: () => Promise.resolve(settings) },
    now: () => NOW,
    random: () => 1,
    store: {
      hostGates: {
        takeTurn: (...words: unknown[]) => {
          asked.push(words);
          return Promise.resolve(turn);
        },
        giveBack: (token: string) => Promise.resolve(void notes.givenBack.push(token)),
        block: (host: string, until: Date) =>
          Promise.resolve(void notes.blocked.push({ host, until, before: notes.givenBack.length })),
      },
    },
  } as unknown as StageContext;
  const request = (crawlDelaySeconds: number | null = null, url = 'https://harbor.example/a') => ({
    url,
    reservedAt: null,
    reserve: (at: Date) => Promise.resolve(void notes.reserved.push(at)),
    crawlDelaySeconds,
  });
  return { context, request, asked, notes };
}

describe('paceOf', () => {
  it('takes a host’s own pace, with or without its port and www, or the default', () => {
    expect(paceOf(settings, 'known.example')).toEqual({ gapSeconds: 2, concurrent: 1 });
    expect(paceOf(settings, 'harbor.example')).toEqual({ gapSeconds: 5, concurrent: 2 });
    expect(paceOf(settings, 'quick.example:8080')).toEqual({ gapSeconds: 0, concurrent: 9 });
    expect(paceOf(settings, '127.0.0.1:81')).toEqual({ gapSeconds: 1, concurrent: 1 });
    expect(paceOf(settings, '127.0.0.1:82')).toEqual({ gapSeconds: 5, concurrent: 2 });
  });
});

describe('atHostsTurn', () => {
  it('runs at its turn and gives it back, also when the request fails', async () => {
    const { context, request, notes } = gate({ kind: 'go', token: 't' });
    expect(await atHostsTurn(context, request(), () => Promise.resolve(UNCHANGED))).toEqual({
      kind: 'ran',
      result: UNCHANGED,
    });
    await expect(atHostsTurn(context, request(), () => Promise.reject(new Error('x')))).rejects.toThrow('x');
    expect(notes.givenBack).toEqual(['t', 't']);
  });

  it('takes a crawl delay that is longer than the gap, never a shorter one', async () => {
    const { context, request, asked } = gate({ kind: 'go', token: 't' });
    await atHostsTurn(context, request(30), () => Promise.resolve(UNCHANGED));
    await atHostsTurn(context, request(1), () => Promise.resolve(UNCHANGED));
    expect(asked).toEqual([
      ['harbor.example', { gapSeconds: 30, concurrent: 2 }, null, NOW],
      ['harbor.example', { gapSeconds: 5, concurrent: 2 }, null, NOW],
    ]);
  });

  it('keeps its place where only the gap is in the way', async () => {
    const { context, request, notes } = gate({ kind: 'wait', why: 'gap', until: later(5) });
    expect(await atHostsTurn(context, request(), () => Promise.resolve(UNCHANGED))).toMatchObject({
      kind: 'wait',
      until: later(5),
    });
    expect(notes.reserved).toEqual([later(5)]);
  });

  it('closes the host by the answer before the place is given back, a little longer than it was asked to', async () => {
    for (const [asked, latest] of [
      [900, 960],
      [10, 20],
    ] as const) {
      const { context, request, notes } = gate({ kind: 'go', token: 't' });
      const refusal = {
        kind: 'rate-limited',
        finalUrl: 'https://www.harbor.example/a',
        retryAfterSeconds: asked,
        message: 'no',
      } as FeedFetch;
      await atHostsTurn(context, request(null, 'https://www.harbor.example/a'), () =>
        Promise.resolve(refusal),
      );
      expect(notes.blocked).toEqual([{ host: 'www.harbor.example', until: later(latest), before: 0 }]);
    }
  });

  it('says that it waits for a closed host, and keeps no place there', async () => {
    const { context, request, notes } = gate({ kind: 'wait', why: 'blocked', until: later(900) });
    expect(await atHostsTurn(context, request(), () => Promise.resolve(UNCHANGED))).toMatchObject({
      until: later(900),
      for: 'blocked',
    });
    expect(notes.reserved).toEqual([]);
  });
});

import type { LiveEvent } from '@framewatch/contracts';
import { waitFor } from '@framewatch/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi, type TestApi } from '../testing/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const alert = (alertId: number): LiveEvent => ({
  kind: 'alert',
  alertId: String(alertId),
  at: '2026-05-04T12:00:00.000Z',
});

/** Reads alerts from the stream as a browser would; those below `from` are another test's, still on their way. */
async function listen(from: number, lastId?: string) {
  const stop = new AbortController();
  const heard: { id: string; alertId: string }[] = [];
  const response = await fetch(`${api.address}/api/events`, {
    signal: stop.signal,
    headers: lastId === undefined ? {} : { 'last-event-id': lastId },
  });
  let rest = '';
  const reading = (async () => {
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      const frames = (rest + Buffer.from(chunk).toString()).split('\n\n');
      rest = frames.pop() ?? '';
      for (const [, id, data] of frames.flatMap((f) => [
        /^id: (\d+)\nevent: alert\ndata: (.*)$/.exec(f) ?? [],
      ]))
        if (id && data && JSON.parse(data).alertId >= from)
          heard.push({ id, alertId: JSON.parse(data).alertId });
    }
  })().catch(() => {});
  return {
    heard,
    type: response.headers.get('content-type'),
    alerts: () => heard.map(({ alertId }) => Number(alertId)),
    until: (count: number) => waitFor(`${count} alerts`, async () => heard.length >= count),
    async stop() {
      stop.abort();
      await reading;
    },
  };
}

describe('/api/events', () => {
  it('tells every reader of every event, in order and once', async () => {
    const [one, other] = [await listen(1), await listen(1)];
    expect(one.type).toBe('text/event-stream; charset=utf-8');
    for (let n = 1; n <= 30; n += 1) await api.store.events.publish(alert(n));
    await Promise.all([one.until(30), other.until(30)]);
    const all = Array.from({ length: 30 }, (_, index) => index + 1);
    expect([one.alerts(), other.alerts()]).toEqual([all, all]);
    await Promise.all([one.stop(), other.stop()]);
  });

  it('replays what a reader missed, and goes on from there', async () => {
    const first = await listen(101);
    await api.store.events.publish(alert(101));
    await first.until(1);
    await first.stop();
    await api.store.events.publish(alert(102));
    await api.store.events.publish(alert(103));
    const again = await listen(101, first.heard[0]?.id);
    await again.until(2);
    await api.store.events.publish(alert(104));
    await again.until(3);
    expect(again.alerts()).toEqual([102, 103, 104]);
    await again.stop();
  });

  it('loses nothing when the session that listens is cut', async () => {
    const reader = await listen(201);
    await api.store.events.publish(alert(201));
    await reader.until(1);
    await api.store.database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen framewatch%'`,
    );
    await api.store.events.publish(alert(202));
    await reader.until(2);
    await api.store.events.publish(alert(203));
    await reader.until(3);
    expect(reader.alerts()).toEqual([201, 202, 203]);
    await reader.stop();
  });

  it('tells events that are committed out of the order of their ids', async () => {
    const reader = await listen(301);
    const slow = await api.store.database.pool.connect();
    const insert = `with stored as (insert into event (kind, payload) values ('alert', $1) returning id)
      select pg_notify('framewatch_event', id::text) from stored`;
    await slow.query('begin');
    await slow.query(insert, [JSON.stringify(alert(301))]);
    await api.store.events.publish(alert(302));
    await reader.until(1);
    await slow.query('commit');
    slow.release();
    await reader.until(2);
    expect(reader.alerts()).toEqual([302, 301]);
    await reader.stop();
  });
});

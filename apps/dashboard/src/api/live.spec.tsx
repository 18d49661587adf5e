import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { LiveEvent } from '@framewatch/contracts';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { syntheticAnswers } from '../../dev/answers.ts';
import { renderPage } from '../../dev/render-page.tsx';

/** The stream as the browser gives it, with events sent by hand. */
class FakeSource {
  static readonly CLOSED = 2;
  static current: FakeSource;
  readyState = 1;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  readonly #listeners = new Map<string, (message: { data: string }) => void>();

  constructor() {
    FakeSource.current = this;
  }

  addEventListener(kind: string, listener: (message: { data: string }) => void): void {
    this.#listeners.set(kind, listener);
  }

  close(): void {
    this.readyState = FakeSource.CLOSED;
  }

  send(event: LiveEvent): void {
    this.#listeners.get(event.kind)?.({ data: JSON.stringify(event) });
  }
}

const arrival: LiveEvent = {
  kind: 'article',
  articleId: '1',
  beat: 'us-japan-alliance',
  relevant: true,
  at: '2026-11-22T12:00:00.000Z',
};
const patient = { timeout: 20_000 };
jest.setTimeout(30_000);

beforeEach(() => {
  Object.defineProperty(globalThis, 'EventSource', { configurable: true, value: FakeSource });
});

afterEach(cleanup);

describe('live events', () => {
  it('offer new articles above a list that is being read, and do not touch the list', async () => {
    const page = renderPage('/articles', syntheticAnswers('full'));
    await screen.findAllByText(/^Made-up headline/, {}, patient);
    const before = listsAsked(page.asked);
    act(() => FakeSource.current.send(arrival));
    expect(await screen.findByText(/^1 new article since/)).toBeTruthy();
    expect(listsAsked(page.asked)).toBe(before);
  });

  it('leave articles that are not relevant unsaid', async () => {
    renderPage('/articles', syntheticAnswers('full'));
    await screen.findAllByText(/^Made-up headline/, {}, patient);
    act(() => FakeSource.current.send({ ...arrival, relevant: false }));
    expect(screen.queryByText(/new articles? since/)).toBeNull();
  });

  it('ask again once for what many events made old', async () => {
    const page = renderPage('/feeds', syntheticAnswers('full'));
    await screen.findByText('Invented Herald', {}, patient);
    const before = statusAsked(page.asked);
    act(() => {
      for (let index = 0; index < 20; index += 1) FakeSource.current.send(arrival);
    });
    expect(statusAsked(page.asked)).toBe(before);
    await waitFor(() => expect(statusAsked(page.asked)).toBe(before + 1), patient);
  });

  it('ask for everything again after the connection was lost', async () => {
    const page = renderPage('/feeds', syntheticAnswers('full'));
    await screen.findByText('Invented Herald', {}, patient);
    const before = page.asked.length;
    act(() => {
      FakeSource.current.onerror?.();
      FakeSource.current.onopen?.();
    });
    const since = () => page.asked.slice(before).map(({ url }) => url);
    await waitFor(
      () => expect(since()).toEqual(expect.arrayContaining(['/api/feeds', '/api/status'])),
      patient,
    );
  });
});

type Asked = readonly { url: string }[];

function listsAsked(asked: Asked): number {
  return asked.filter(({ url }) => url.startsWith('/api/articles?') && url.includes('limit=50')).length;
}

function statusAsked(asked: Asked): number {
  return asked.filter(({ url }) => url === '/api/status').length;
}

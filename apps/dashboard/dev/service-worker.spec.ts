import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';

const SOURCE = readFileSync(new URL('../public/sw.js', import.meta.url), 'utf8');

/** The service worker with a browser around it that notes what it is asked to do. */
function start(pages: { navigate: (url: string) => Promise<unknown>; focus: () => Promise<unknown> }[] = []) {
  const listeners = new Map<string, (event: object) => void>();
  const shown: unknown[] = [];
  const opened: string[] = [];
  const self = {
    location: { origin: 'https://news.test' },
    addEventListener: (kind: string, listener: (event: object) => void) => listeners.set(kind, listener),
    registration: {
      pushManager: {
        subscribe: () => Promise.resolve({ toJSON: () => ({ endpoint: 'https://push.test/new' }) }),
      },
      showNotification: (title: string, options: object) =>
        Promise.resolve(shown.push({ title, ...options })),
    },
    clients: {
      matchAll: () => Promise.resolve(pages),
      openWindow: (url: string) => Promise.resolve(opened.push(url)),
    },
  };
  const posted: { url: string; body: unknown }[] = [];
  const fetch = (url: string, { body }: { body: string }) =>
    Promise.resolve(posted.push({ url, body: JSON.parse(body) }));
  runInNewContext(SOURCE, { self, URL, fetch });
  const raise = async (kind: string, event: object) => {
    const waits: Promise<unknown>[] = [];
    listeners.get(kind)?.({ ...event, waitUntil: (work: Promise<unknown>) => waits.push(work) });
    await Promise.all(waits);
  };
  const click = (path: unknown) =>
    raise('notificationclick', { notification: { close: () => undefined, data: { path } } });
  return { shown, opened, posted, raise, click };
}

describe('the service worker', () => {
  it('shows what was pushed, in its language', async () => {
    const worker = start();
    const pushed = { title: '見出し', body: 'b', tag: 't', language: 'ja', path: '/articles/7' };
    await worker.raise('push', { data: { json: () => pushed } });
    expect(worker.shown).toMatchObject([
      { title: '見出し', body: 'b', tag: 't', lang: 'ja', data: { path: '/articles/7' } },
    ]);
  });

  it('shows something even of what it cannot read, as browsers demand', async () => {
    const worker = start();
    await worker.raise('push', { data: null });
    expect(worker.shown).toMatchObject([{ title: 'Framewatch', data: { path: '/alerts' } }]);
  });

  it('opens the alert, and never another site', async () => {
    const worker = start();
    for (const path of ['/articles/7?beat=b', '//evil.test/', 'https://evil.test/', undefined])
      await worker.click(path);
    expect(worker.opened).toEqual([
      'https://news.test/articles/7?beat=b',
      'https://news.test/alerts',
      'https://news.test/alerts',
      'https://news.test/alerts',
    ]);
  });

  it('uses a page that is open already where it may', async () => {
    const led: string[] = [];
    const focus = () => Promise.resolve(led.push('focus'));
    const refusing = { navigate: () => Promise.reject(new Error('not controlled')), focus };
    const willing = { navigate: (url: string) => Promise.resolve(void led.push(url)), focus };
    const worker = start([refusing, willing]);
    await worker.click('/alerts');
    expect(led).toEqual(['https://news.test/alerts', 'focus']);
    expect(worker.opened).toEqual([]);
  });

  it('tells where it is reached now when its push service moves it', async () => {
    const worker = start();
    const oldSubscription = { endpoint: 'https://push.test/old', options: {} };
    await worker.raise('pushsubscriptionchange', { oldSubscription, newSubscription: null });
    await worker.raise('pushsubscriptionchange', { oldSubscription: null });
    expect(worker.posted).toEqual([
      {
        url: '/api/push/subscriptions/renewed',
        body: { endpoint: 'https://push.test/old', subscription: { endpoint: 'https://push.test/new' } },
      },
    ]);
  });
});

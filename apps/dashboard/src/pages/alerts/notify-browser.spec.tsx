import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { PushSubscribeRequest, PushSubscriptionView } from '@framewatch/contracts';
import { LanguageProvider } from '../../ui/language.tsx';
import { browserLabel } from './browser-push.ts';
import { NotifyBrowser } from './notify-browser.tsx';

const KEY = btoa('k'.repeat(65)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
const ENDPOINT = 'https://push.test/secret';
let browsers: PushSubscriptionView[] = [];
let channels = [{ id: 'browsers', name: 'Newsroom browsers' }];
let subscribed: object | null = null;

beforeEach(() => {
  browsers = [];
  channels = [{ id: 'browsers', name: 'Newsroom browsers' }];
  subscribed = null;
  Object.defineProperty(window, 'isSecureContext', { configurable: true, value: true });
  const registration = {
    pushManager: {
      getSubscription: () => Promise.resolve(subscribed),
      subscribe: ({ applicationServerKey }: { applicationServerKey: Uint8Array }) => {
        subscribed = {
          endpoint: ENDPOINT,
          options: { applicationServerKey: applicationServerKey.buffer },
          toJSON: () => ({ endpoint: ENDPOINT, keys: { p256dh: 'p', auth: 'a' } }),
          unsubscribe: () => {
            subscribed = null;
            return Promise.resolve(true);
          },
        };
        return Promise.resolve(subscribed);
      },
    },
  };
  Object.defineProperty(navigator, 'serviceWorker', {
    configurable: true,
    value: {
      ready: Promise.resolve(registration),
      register: () => Promise.resolve(registration),
      getRegistration: () => Promise.resolve(registration),
    },
  });
  Object.assign(window, { PushManager: class {} });
  permit('granted');
  Object.defineProperty(crypto, 'subtle', {
    configurable: true,
    value: { digest: () => Promise.resolve(new Uint8Array(32).fill(0xab).buffer) },
  });
  globalThis.fetch = (input, init) => Promise.resolve(answer(String(input), init));
});
afterEach(cleanup);

function permit(permission: NotificationPermission): void {
  Object.assign(window, {
    Notification: { permission: 'default', requestPermission: () => Promise.resolve(permission) },
  });
}

function answer(url: string, init: RequestInit | undefined): Response {
  const body = apiAnswer(url, init);
  return { ok: true, status: 200, text: () => Promise.resolve(JSON.stringify(body)) } as Response;
}

function apiAnswer(url: string, init: RequestInit | undefined): unknown {
  if (url === '/api/push/key') return { key: KEY, channels };
  if (init?.method === 'DELETE') browsers = browsers.filter(({ id }) => !url.endsWith(id));
  if (init?.method !== 'POST') return browsers;
  const { channel, label, language } = JSON.parse(String(init.body)) as PushSubscribeRequest;
  const view = {
    id: '7',
    channel,
    label,
    language: language ?? 'en',
    service: 'push.test',
    fingerprint: 'ab'.repeat(32),
    since: '2026-11-22T03:00:00.000Z',
    lastServedAt: null,
  };
  browsers = [...browsers.filter(({ id }) => id !== '7'), view];
  return view;
}

function draw(): void {
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <LanguageProvider>
          <NotifyBrowser />
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
}

const theSwitch = () =>
  screen.findByRole<HTMLInputElement>('switch', { name: /^Notify this browser: Newsroom browsers/ });

describe('NotifyBrowser', () => {
  it('switches on and off, at the API and in the browser', async () => {
    draw();
    fireEvent.click(await theSwitch());
    await waitFor(async () => expect((await theSwitch()).checked).toBe(true));
    expect(browsers).toMatchObject([{ channel: 'browsers', language: 'en' }]);
    await waitFor(async () => expect((await theSwitch()).disabled).toBe(false));
    fireEvent.click(await theSwitch());
    await waitFor(() => expect(browsers).toEqual([]));
    await waitFor(() => expect(subscribed).toBeNull());
    await waitFor(async () => expect((await theSwitch()).checked).toBe(false));
  });

  it('says how to mend it where the person said no', async () => {
    permit('denied');
    draw();
    fireEvent.click(await theSwitch());
    expect((await screen.findByRole('alert')).textContent).toMatch(/^Notifications of this page are blocked/);
    expect(browsers).toEqual([]);
  });

  it.each<[string, () => unknown, RegExp]>([
    ['insecure', () => Object.defineProperty(window, 'isSecureContext', { value: false }), /over https/],
    ['unsupported', () => Reflect.deleteProperty(window, 'PushManager'), /knows no push/],
    ['denied', () => Object.assign(window, { Notification: { permission: 'denied' } }), /are blocked/],
  ])('explains itself where the browser is %s', async (_state, arrange, words) => {
    arrange();
    draw();
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.queryByRole('switch')).toBeNull();
  });

  it('says what to paste where there is no such channel', async () => {
    channels = [];
    draw();
    expect(await screen.findByText('- { id: browsers, kind: web-push }')).toBeTruthy();
  });
});

describe('browserLabel', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
    [
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
      'Edge on Windows',
    ],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1', 'Safari on iPhone'],
    ['curl', 'Browser'],
  ])('%s → %s', (agent, label) => {
    expect(browserLabel(agent)).toBe(label);
  });
});

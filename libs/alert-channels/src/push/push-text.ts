import type { AlertMessage, DigestMessage } from '../alert-channel.types.ts';
import { counted } from '../digest-text.ts';
import { joined, oneLine, shorten, wordsOf } from '../message-text.ts';
import type { Browser } from '../recipient-book.ts';

/** What the service worker shows (apps/dashboard/public/sw.js). */
export interface PushNotification {
  readonly title: string;
  readonly body: string;
  /** Where a click leads, on the dashboard's own origin. */
  readonly path: string;
  /** A repeat replaces what stands under the same tag. */
  readonly tag: string;
  readonly language: Browser['language'];
}

/** Japanese takes three bytes a character: this keeps all far below what a push may carry. */
const MAX_TITLE = 150;
const MAX_BODY = 600;
const MAX_PATH = 500;
const MAX_DIGEST_HEADLINES = 4;
const INBOX = '/alerts';

/** One alert as a notification: headline, then outlet, rule and the strongest evidence. */
export function alertNotification(
  message: AlertMessage,
  { timeZone, language }: { timeZone: string; language: Browser['language'] },
): PushNotification {
  const words = wordsOf(message, timeZone);
  const [strongest] = words.quotes;
  const lines = [
    joined([message.outlet, message.ruleName]),
    strongest ? `“${strongest.text}”` : words.reason,
    message.updates && message.updates.count > 0 ? SAID[language].updates(message.updates.count) : '',
  ];
  return {
    title: shorten(words.title, MAX_TITLE),
    body: bodyOf(lines),
    path: pathOf(message.dashboardUrl),
    tag: message.deliveryKey,
    language,
  };
}

/** Several alerts as one notification: how many, and the newest headlines. */
export function digestNotification(message: DigestMessage, language: Browser['language']): PushNotification {
  const all = message.alerts.length + message.more;
  const shown = message.alerts.slice(0, MAX_DIGEST_HEADLINES);
  const left = all - shown.length;
  const mark = message.synthetic ? '[synthetic] ' : '';
  return {
    title: `${mark}${SAID[language].counted(all)} · ${shorten(oneLine(message.heading), MAX_TITLE / 2)}`,
    body: bodyOf([
      ...shown.map(({ title }) => `• ${shorten(oneLine(title), MAX_BODY / (MAX_DIGEST_HEADLINES + 1))}`),
      left > 0 ? SAID[language].more(left) : '',
    ]),
    path: pathOf(message.dashboardUrl),
    tag: message.deliveryKey,
    language,
  };
}

const SAID = {
  en: {
    counted,
    more: (left: number) => `and ${left} more`,
    updates: (count: number) => `and ${count} more ${count === 1 ? 'article' : 'articles'} of the same story`,
  },
  ja: {
    counted: (alerts: number) => `アラート ${alerts} 件`,
    more: (left: number) => `ほか ${left} 件`,
    updates: (count: number) => `同じ話題の記事がほかに ${count} 件`,
  },
} as const;

const bodyOf = (lines: readonly string[]): string =>
  shorten(lines.filter((line) => line !== '').join('\n'), MAX_BODY);

/** The dashboard's address without its origin: a browser opens nothing else from a notification of ours. */
function pathOf(dashboardUrl: string | null): string {
  if (dashboardUrl === null || !URL.canParse(dashboardUrl)) return INBOX;
  const { pathname, search, hash } = new URL(dashboardUrl);
  const path = `${pathname}${search}${hash}`;
  return path.length > MAX_PATH ? INBOX : path;
}

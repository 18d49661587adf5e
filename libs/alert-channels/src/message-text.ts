import type { AlertMessage } from './alert-channel.types.ts';

/** What every channel says, before any channel's own markup. */
export interface AlertWords {
  /** The headline, marked where the article is made up. */
  readonly title: string;
  /** Only an http or https address. */
  readonly url: string | null;
  /** Outlet and date. */
  readonly source: string;
  /** Rule and beat. */
  readonly rule: string;
  readonly reason: string;
  readonly quotes: readonly { readonly text: string; readonly labels: string }[];
  /** Later articles of the same story; null where there are none. */
  readonly updates: UpdateWords | null;
  readonly dashboardUrl: string | null;
}

/** "and 4 more articles of the same story", and the newest of them. */
export interface UpdateWords {
  readonly summary: string;
  readonly latest: readonly {
    readonly title: string;
    readonly outlet: string;
    readonly url: string | null;
  }[];
}

const MAX_QUOTES = 3;
const MAX_UPDATES = 3;
const MAX_QUOTE_LENGTH = 400;
const MAX_TITLE_LENGTH = 200;
const MAX_NAME_LENGTH = 100;
/** Chat services refuse a whole message for one link that is too long. */
const MAX_ADDRESS_LENGTH = 1_500;

/** The words of an alert: one line each, lengths bounded, addresses checked; times in `timeZone`. */
export function wordsOf(message: AlertMessage, timeZone: string): AlertWords {
  const mark = message.synthetic ? '[synthetic] ' : '';
  return {
    title: mark + shorten(oneLine(message.title), MAX_TITLE_LENGTH),
    url: webAddress(message.url),
    source: joined([message.outlet, timeOf(message, timeZone)]),
    rule: joined([message.ruleName, message.beat]),
    reason: shorten(oneLine(message.reason), MAX_QUOTE_LENGTH),
    quotes: message.why.slice(0, MAX_QUOTES).map(({ text, labels }) => ({
      text: shorten(oneLine(text), MAX_QUOTE_LENGTH),
      labels: shorten(labels.map(oneLine).join(', '), MAX_NAME_LENGTH),
    })),
    updates: updatesOf(message),
    dashboardUrl: webAddress(message.dashboardUrl),
  };
}

/** When it was published; where that is not known, when the alert was raised, said so. */
function timeOf({ published, raisedAt }: AlertMessage, timeZone: string): string {
  return published === null ? `alert of ${formatTime(raisedAt, timeZone)}` : formatTime(published, timeZone);
}

function updatesOf({ updates }: AlertMessage): UpdateWords | null {
  if (updates === undefined || updates.count === 0) return null;
  return {
    summary: `and ${updates.count} more ${updates.count === 1 ? 'article' : 'articles'} of the same story`,
    latest: updates.latest.slice(0, MAX_UPDATES).map(({ title, outlet, url }) => ({
      title: shorten(oneLine(title), MAX_TITLE_LENGTH),
      outlet: shorten(oneLine(outlet), MAX_NAME_LENGTH),
      url: webAddress(url),
    })),
  };
}

/** Names that are known, each on one line and bounded, with a middle dot between. */
export function joined(names: readonly (string | null)[]): string {
  const written = names
    .filter((name) => name !== null)
    .map((name) => shorten(oneLine(name), MAX_NAME_LENGTH));
  return written.filter((name) => name !== '').join(' · ');
}

/** The words as plain lines, for channels without markup. */
export function plainLines(words: AlertWords): string[] {
  const quotes = words.quotes.map(({ text, labels }) => (labels ? `“${text}” (${labels})` : `“${text}”`));
  return [words.source, words.reason, ...quotes, ...updateLines(words), words.rule].filter(
    (line) => line !== '',
  );
}

function updateLines({ updates }: AlertWords): string[] {
  if (updates === null) return [];
  return [
    `… ${updates.summary}`,
    ...updates.latest.map(({ title, outlet }) => `• ${joined([title, outlet])}`),
  ];
}

/** An address as it may be linked; null for other schemes, what is no address, and what is too long. */
export function webAddress(text: string | null): string | null {
  if (text === null || !URL.canParse(text)) return null;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && url.href.length <= MAX_ADDRESS_LENGTH ? url.href : null;
}

/** White space and control characters made one space, so that nothing can begin a line of its own. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

/** Kept because making one takes far longer than using it. */
const CHARACTERS = new Intl.Segmenter();

/** At most `length` UTF-16 units, cut between whole characters and marked by an ellipsis. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  let kept = '';
  for (const { segment } of CHARACTERS.segment(text.slice(0, length + 50))) {
    if (kept.length + segment.length > length - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** A point in time to the minute, with its zone. */
export function formatTime(at: Date, timeZone: string): string {
  const format = FORMATS.get(timeZone) ?? timeFormat(timeZone);
  FORMATS.set(timeZone, format);
  return format.format(at);
}

/** Kept because making one takes far longer than using it. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();

const timeFormat = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  });

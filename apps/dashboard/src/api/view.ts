import type { AlertKind, ArticleQuery, Bucket, DeliveryState } from '@framewatch/contracts';

export const ranges = ['7d', '30d', '90d', '1y', 'custom'] as const;
export type Range = (typeof ranges)[number];
export const buckets = ['hour', 'day', 'week', 'month'] as const satisfies readonly Bucket[];
export type Show = 'share' | 'count';
export type Of = 'articles' | 'stories';
export type Scope = ArticleQuery['scope'];

/** Filters that lists and charts share, in the order in which their chips stand. */
export const filterNames = ['topic', 'frame', 'outlet', 'group', 'country', 'language'] as const;
export type FilterName = (typeof filterNames)[number];

/**
 * What the address says about what is looked at. Everything may be left out; defaults are applied where it is read.
 * `from` and `to` are days of a custom range in the zone, both included; `since` and `until` are instants, the exact
 * limits of the chart bucket that was opened.
 */
export interface View {
  beat?: string;
  range?: Range;
  from?: string;
  to?: string;
  bucket?: Bucket;
  tz?: string;
  show?: Show;
  of?: Of;
  compare?: 'before' | 'year';
  weight?: 'outlets';
  by?: 'frame' | 'topic';
  q?: string;
  scope?: Scope;
  story?: string;
  since?: string;
  until?: string;
  topic?: string;
  frame?: string;
  outlet?: string;
  group?: string;
  country?: string;
  language?: string;
  /** What the inbox, the rules and the delivery log are narrowed to. */
  rule?: string;
  kind?: AlertKind;
  unread?: '1';
  channel?: string;
  state?: DeliveryState;
}

/** What an alert can wait for, in the order in which it is offered. */
export const alertKinds = [
  'new-article',
  'new-story',
  'first-coverage',
  'spike',
  'framing-shift',
  'feed-trouble',
  'channel-trouble',
] as const satisfies readonly AlertKind[];
export const deliveryStates = [
  'waiting',
  'held',
  'sent',
  'failed',
] as const satisfies readonly DeliveryState[];

const day = /^\d{4}-\d{2}-\d{2}$/;
const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const word = /^[\w-]{1,80}$/;

const readers: { [Name in keyof Required<View>]: (value: string) => boolean } = {
  beat: (value) => word.test(value),
  range: (value) => isOneOf(ranges, value),
  from: (value) => day.test(value),
  to: (value) => day.test(value),
  bucket: (value) => isOneOf(buckets, value),
  tz: isTimeZone,
  show: (value) => isOneOf(['share', 'count'], value),
  of: (value) => isOneOf(['articles', 'stories'], value),
  compare: (value) => isOneOf(['before', 'year'], value),
  weight: (value) => value === 'outlets',
  by: (value) => isOneOf(['frame', 'topic'], value),
  q: (value) => value.length > 0 && value.length <= 300,
  scope: (value) => isOneOf(['relevant', 'unclear', 'all'], value),
  story: (value) => /^\d{1,19}$/.test(value),
  since: (value) => instant.test(value),
  until: (value) => instant.test(value),
  topic: (value) => word.test(value),
  frame: (value) => word.test(value),
  outlet: (value) => /^\d{1,19}$/.test(value),
  group: (value) => word.test(value),
  country: (value) => /^[A-Z]{2}$/.test(value),
  language: (value) => /^[a-z]{2,3}$/.test(value),
  rule: (value) => word.test(value),
  kind: (value) => isOneOf(alertKinds, value),
  unread: (value) => value === '1',
  channel: (value) => word.test(value),
  state: (value) => isOneOf(deliveryStates, value),
};

/** Reads the address; a value that cannot be is left out, so that a mistyped link still shows a page. */
export function readView(search: Record<string, unknown>): View {
  const view: Record<string, string> = {};
  for (const [name, accepts] of Object.entries(readers)) {
    const value = search[name];
    if ((typeof value === 'string' || typeof value === 'number') && accepts(String(value)))
      view[name] = String(value);
  }
  return view as View;
}

/** What stays when another page is opened: the subject and the period, not the search of one list. */
export function carriedOver(view: View): View {
  const { q: _q, scope: _scope, story: _story, since: _since, until: _until, by: _by, ...kept } = view;
  const { rule: _rule, kind: _kind, unread: _unread, channel: _channel, state: _state, ...carried } = kept;
  return carried;
}

/** The view without its filters and without the opened bucket. */
export function withoutFilters(view: View): View {
  const kept: View = { ...view };
  for (const name of [...filterNames, 'since', 'until', 'story'] as const) delete kept[name];
  return kept;
}

function isOneOf(values: readonly string[], value: string): boolean {
  return values.includes(value);
}

function isTimeZone(value: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: value }));
  } catch {
    return false;
  }
}

import type { Bucket, TrendBucket } from '@framewatch/contracts';
import { useMemo } from 'react';
import type { InterfaceLanguage } from './language.tsx';
import { useLanguage } from './language.tsx';

/** Numbers and times as the reader's language and zone write them. */
export interface Format {
  number: (value: number) => string;
  /** A share of 1 as a percentage: one decimal below ten, none above. */
  percent: (share: number | null) => string;
  score: (value: number) => string;
  time: (instant: string | Date) => string;
  /** Day without time, such as 12 May 2026. */
  day: (instant: string | Date) => string;
  dayTime: (instant: string | Date) => string;
  /** Time today, otherwise the day. */
  short: (instant: string | Date) => string;
  /** A bucket's name under an axis. */
  tick: (bucket: TrendBucket, size: Bucket) => string;
  /** A bucket's full name, for tooltips, tables and chips. */
  bucket: (bucket: Pick<TrendBucket, 'start' | 'end'>, size: Bucket) => string;
}

const locales: Record<InterfaceLanguage, string> = { en: 'en-GB', ja: 'ja-JP' };

export function useFormat(tz: string): Format {
  const { lang } = useLanguage();
  return useMemo(() => makeFormat(lang, tz), [lang, tz]);
}

/** Pure; `tz` is an IANA zone. */
export function makeFormat(lang: InterfaceLanguage, tz: string): Format {
  const locale = locales[lang];
  const date = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: tz, ...options });
    return (instant: string | Date) => format.format(new Date(instant));
  };
  const number = new Intl.NumberFormat(locale);
  const whole = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const fine = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const time = date({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const day = date({ day: 'numeric', month: 'short', year: 'numeric' });
  const dayMonth = date({ day: 'numeric', month: 'short' });
  const month = date({ month: 'short', year: 'numeric' });
  const weekday = date({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  const spaced = (text: string) => text.replace(/\s?%/, lang === 'en' ? '\u202f%' : '%');
  const isToday = (instant: string | Date) => day(instant) === day(new Date());
  return {
    number: (value) => number.format(value),
    percent: (share) => (share === null ? '–' : spaced((share < 0.0995 ? fine : whole).format(share))),
    score: (value) => value.toFixed(2),
    time,
    day,
    dayTime: (instant) => `${day(instant)} ${time(instant)}`,
    short: (instant) => (isToday(instant) ? time(instant) : dayMonth(instant)),
    tick: (bucket, size) => {
      if (size === 'hour') return `${dayMonth(bucket.start)} ${time(bucket.start)}`;
      return size === 'month' ? month(bucket.start) : dayMonth(bucket.start);
    },
    bucket: ({ start, end }, size) => {
      const last = new Date(Date.parse(end) - 1);
      switch (size) {
        case 'hour':
          return `${dayMonth(start)} ${time(start)}–${time(end)}`;
        case 'day':
          return weekday(start);
        case 'week':
          return `${dayMonth(start)} – ${day(last)}`;
        case 'month':
          return month(start);
      }
    },
  };
}

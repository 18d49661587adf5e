import { useMemo } from 'react';
import { dayOf } from '../../api/zone.ts';
import { useLanguage } from '../../ui/language.tsx';
import { useSubject } from '../../ui/subject.tsx';

interface When {
  /** The time alone if it is today, otherwise with the weekday and day. */
  moment: (instant: string | Date) => string;
  /** A calendar day (`2026-05-03`) by its weekday. */
  day: (day: string) => string;
  today: string;
  yesterday: string;
}

/** Times of alerts as one reads them at a desk: "14:02", "Mon 23 Nov, 08:00". */
export function useWhen(): When {
  const { lang } = useLanguage();
  const { period, status } = useSubject();
  const now = status.now.slice(0, 15);
  return useMemo(() => {
    const locale = lang === 'ja' ? 'ja-JP' : 'en-GB';
    const clock = new Intl.DateTimeFormat(locale, {
      timeZone: period.tz,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    const date = (timeZone: string) =>
      new Intl.DateTimeFormat(locale, { timeZone, weekday: 'short', day: 'numeric', month: 'short' });
    const inZone = date(period.tz);
    const inUtc = date('UTC');
    const today = dayOf(new Date(), period.tz);
    return {
      moment: (instant) => {
        const at = new Date(instant);
        const time = clock.format(at);
        return dayOf(at, period.tz) === today ? time : `${inZone.format(at)}, ${time}`;
      },
      day: (day) => inUtc.format(new Date(`${day}T12:00:00Z`)),
      today,
      yesterday: dayOf(new Date(Date.now() - 86_400_000), period.tz),
    };
    // `now` moves the day on at midnight.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [lang, period.tz, now]);
}

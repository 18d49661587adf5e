import { describe, expect, it } from '@jest/globals';
import { cutBuckets } from './buckets.ts';
import { comparedPeriod, type ComparedWith } from './compared-period.ts';

type Bucket = Parameters<typeof cutBuckets>[2];

function compare(from: string, to: string, bucket: Bucket, tz: string, compared: ComparedWith) {
  const buckets = cutBuckets(new Date(from), new Date(to), bucket, tz);
  const period = comparedPeriod(buckets, bucket, tz, compared);
  const pairs = period.buckets.map(({ label }, i) => {
    const place = period.against[i];
    return [label, typeof place === 'number' ? buckets[place]?.label : null];
  });
  return { ...period, pairs, current: buckets };
}

describe('comparedPeriod', () => {
  it('sets the week before against a week, Monday against Monday, across daylight saving', () => {
    const { pairs, sameWeekdays, buckets, current } = compare(
      '2026-03-09T04:00:00Z',
      '2026-03-16T04:00:00Z',
      'day',
      'America/New_York',
      'previous',
    );
    expect(pairs[0]).toEqual(['2026-03-02', '2026-03-09']);
    expect(pairs).toHaveLength(7);
    expect(sameWeekdays).toBe(true);
    expect(buckets.at(-1)?.end).toEqual(current[0]?.start);
  });

  it('says so where ten days before set a Monday against a Friday', () => {
    const found = compare('2026-05-11T00:00:00Z', '2026-05-21T00:00:00Z', 'day', 'UTC', 'previous');
    expect(found.sameWeekdays).toBe(false);
    expect(found.pairs[0]).toEqual(['2026-05-01', '2026-05-11']);
  });

  it('goes back 52 weeks for a year, so that weekdays meet, and twelve months for months', () => {
    const days = compare('2026-05-11T00:00:00Z', '2026-05-13T00:00:00Z', 'day', 'UTC', 'year');
    expect(days.pairs).toEqual([
      ['2025-05-12', '2026-05-11'],
      ['2025-05-13', '2026-05-12'],
    ]);
    const weeks = compare('2026-12-28T00:00:00Z', '2027-01-10T00:00:00Z', 'week', 'UTC', 'year');
    expect(weeks.pairs).toEqual([
      ['2026-W01', '2026-W53'],
      ['2026-W02', '2027-W01'],
    ]);
    const months = compare('2024-02-01T00:00:00Z', '2024-04-01T00:00:00Z', 'month', 'UTC', 'year');
    expect(months.pairs).toEqual([
      ['2023-02', '2024-02'],
      ['2023-03', '2024-03'],
    ]);
  });

  it('sets hours against hours of the same name; one that was skipped or came twice stands alone', () => {
    const { pairs } = compare(
      '2026-03-15T04:00:00Z',
      '2026-03-16T04:00:00Z',
      'hour',
      'America/New_York',
      'year',
    );
    // 16 March 2025 had 24 hours, as 15 March 2026.
    expect(pairs).toHaveLength(24);
    const spring = compare(
      '2026-03-09T04:00:00Z',
      '2026-03-10T04:00:00Z',
      'hour',
      'America/New_York',
      'previous',
    );
    // The day before had no two o'clock.
    expect(spring.pairs).toHaveLength(23);
    expect(spring.pairs.map(([, current]) => current)).not.toContain('2026-03-09T02');
    const autumn = compare(
      '2026-11-02T05:00:00Z',
      '2026-11-03T05:00:00Z',
      'hour',
      'America/New_York',
      'previous',
    );
    expect(autumn.pairs.filter(([label]) => label === '2026-11-01T01')).toEqual([
      ['2026-11-01T01', '2026-11-02T01'],
      ['2026-11-01T01', null],
    ]);
  });

  it('leaves a day without a partner that one calendar skipped', () => {
    // Samoa went from 29 to 31 December 2011.
    const { pairs, buckets, current } = compare(
      '2011-12-31T10:00:00Z',
      '2012-01-07T10:00:00Z',
      'day',
      'Pacific/Apia',
      'previous',
    );
    expect(pairs.map(([label]) => label)).not.toContain('2011-12-30');
    expect(buckets.at(-1)?.end).toEqual(current[0]?.start);
  });

  it('says when a year before reaches into the period itself', () => {
    expect(compare('2024-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 'month', 'UTC', 'year').overlaps).toBe(
      true,
    );
    expect(compare('2025-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 'month', 'UTC', 'year').overlaps).toBe(
      false,
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { isPlausible } from './plausible.ts';
import { readDate } from './read-date.ts';

const instantOf = (text: string) => readDate(text)?.instant ?? null;

describe('readDate', () => {
  it.each([
    ['Wed, 02 Oct 2002 15:00:00 +0200', '2002-10-02T13:00:00.000Z'],
    ['Wed, 02 Oct 2002 08:00:00 EST', '2002-10-02T13:00:00.000Z'],
    ['Wednesday, 02-Oct-02 13:00:00 GMT', '2002-10-02T13:00:00.000Z'],
    ['Wed Oct 02 2002 15:00:00 GMT+0200 (Central European Summer Time)', '2002-10-02T13:00:00.000Z'],
    ['Wed Oct 02 13:00:00 UTC 2002', '2002-10-02T13:00:00.000Z'],
    ['2002-10-02T15:00:00.5+02:00', '2002-10-02T13:00:00.500Z'],
    ['2002-10-02T15:00:00+01:00[Europe/Paris]', '2002-10-02T14:00:00.000Z'],
    ['2002-W40-3', '2002-10-02T00:00:00.000Z'],
    ['2002-275', '2002-10-02T00:00:00.000Z'],
    ['20021002T130000Z', '2002-10-02T13:00:00.000Z'],
    ['2002-10-02T13Z', '2002-10-02T13:00:00.000Z'],
    ['1033563600', '2002-10-02T13:00:00.000Z'],
    ['1033563600000', '2002-10-02T13:00:00.000Z'],
    ['Oct 2, 2002 at 1:30 p.m. ET', '2002-10-02T18:30:00.000Z'],
    ['2. Oktober 2002 um 13:05 Uhr', '2002-10-02T13:05:00.000Z'],
    ['mar, 06 ago 2002 10:00 GMT', '2002-08-06T10:00:00.000Z'],
    ['lun, 05 août 2002 15h30', '2002-08-05T15:30:00.000Z'],
    ['śr, 02 paź 2002 15:00:00 +0200', '2002-10-02T13:00:00.000Z'],
    ['2 октября 2002', '2002-10-02T00:00:00.000Z'],
    ['２００２年１０月２日 午後3時05分', '2002-10-02T15:05:00.000Z'],
    ['二〇〇二年十月二十二日', '2002-10-22T00:00:00.000Z'],
    ['令和8年11月22日 10時30分', '2026-11-22T01:30:00.000Z'],
    ['2002년 10월 02일 22:00:00', '2002-10-02T13:00:00.000Z'],
    ['٢٢ نوفمبر ٢٠٢٦', '2026-11-22T00:00:00.000Z'],
    ['22 พฤศจิกายน 2569', '2026-11-22T00:00:00.000Z'],
    ['2026-11-22T24:00:00Z', '2026-11-23T00:00:00.000Z'],
  ])('reads %s', (written, instant) => {
    expect(instantOf(written)).toBe(instant);
  });

  it.each([
    'Invalid Date',
    '0000-00-00 00:00:00',
    '0001-01-01T00:00:00Z',
    '-1',
    'T',
    '',
    '2026-02-30',
    '12:30',
    '3 days ago',
  ])('finds no date in "%s"', (written) => {
    expect(readDate(written)).toBeNull();
  });

  it('says what the text stated', () => {
    expect(readDate('2026-11-22 05:00')).toMatchObject({
      offsetMinutes: null,
      precision: 'minute',
      zone: 'assumed-utc',
    });
    expect(readDate('2026-11-22T05:00:00+09:00')).toMatchObject({
      offsetMinutes: 540,
      precision: 'second',
      zone: 'stated',
    });
    expect(readDate('2026. 11. 22 오후 5:00')).toMatchObject({ offsetMinutes: 540, zone: 'implied' });
    expect(readDate('22 November 2026')).toMatchObject({ precision: 'day', zone: 'assumed-utc' });
  });

  it('takes the day first where it must, where dots say so, and where it is told', () => {
    expect(instantOf('22/11/2026')).toBe('2026-11-22T00:00:00.000Z');
    expect(instantOf('03/04/2026')).toBe('2026-03-04T00:00:00.000Z');
    expect(instantOf('03.04.2026')).toBe('2026-04-03T00:00:00.000Z');
    expect(readDate('03/04/2026', { dayFirst: true })?.instant).toBe('2026-04-03T00:00:00.000Z');
  });

  it('reads only the beginning of a flood', () => {
    expect(readDate('Mon, '.repeat(200_000))).toBeNull();
    expect(instantOf(`2026-11-22${' '.repeat(1_000_000)}`)).toBe('2026-11-22T00:00:00.000Z');
  });
});

describe('isPlausible', () => {
  const seenAt = '2026-11-22T12:00:00.000Z';
  it.each([
    ['2026-11-22T11:00:00.000Z', true],
    ['2026-11-23T11:00:00.000Z', true],
    ['2026-11-24T11:00:00.000Z', false],
    ['1994-12-31T00:00:00.000Z', false],
    ['nonsense', false],
  ])('%s: %s', (instant, plausible) => {
    expect(isPlausible(instant, seenAt)).toBe(plausible);
  });
});

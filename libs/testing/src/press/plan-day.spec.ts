import { describe, expect, it } from '@jest/globals';
import { pressOutlets } from './outlets.ts';
import { type PlanContext, planDay } from './plan-day.ts';

const context: PlanContext = {
  seed: 3,
  outlets: pressOutlets,
  articlesPerDay: 100,
  design: { burdenSharingRisesAt: '2026-06-01T00:00:00.000Z', spikeDay: 20600 },
};
const day = 20500;
const week = Array.from({ length: 7 }, (_, index) => planDay(context, day + index)).flat();

describe('planDay', () => {
  it('gives the same articles for the same seed, and others for another', () => {
    expect(planDay(context, day)).toEqual(planDay(context, day));
    expect(planDay({ ...context, seed: 4 }, day).map(({ versions }) => versions[0].title)).not.toEqual(
      planDay(context, day).map(({ versions }) => versions[0].title),
    );
  });

  it('writes about as many as it was asked for, two in five about the beat', () => {
    const relevant = week.filter((record) => record.relevant).length / week.length;
    expect(week.length).toBeGreaterThan(600);
    expect(week.length).toBeLessThan(800);
    expect(relevant).toBeGreaterThan(0.36);
    expect(relevant).toBeLessThan(0.48);
  });

  it('labels relevant articles only', () => {
    for (const { relevant, topics, frames, offBeat } of week) {
      expect(offBeat === null).toBe(relevant);
      expect(topics.length > 0).toBe(relevant);
      expect(frames.length > 0).toBe(relevant);
    }
  });

  it('reports an event within four days of it, and never before', () => {
    for (const { published } of planDay(context, day)) {
      const days = Date.parse(published) / 86_400_000 - day;
      expect(days).toBeGreaterThanOrEqual(0);
      expect(days).toBeLessThan(6);
    }
  });

  it('repeats a wire word for word but for a credit and a last paragraph', () => {
    const copies = week.filter(({ copyOf }) => copyOf !== null);
    expect(copies.length).toBeGreaterThan(20);
    for (const copy of copies) {
      const original = week.find(({ id }) => id === copy.copyOf);
      const middle = original?.versions[0].paragraphs.slice(1, -1) ?? [];
      expect(middle.length).toBeGreaterThan(1);
      expect(copy.versions[0].paragraphs).toEqual(expect.arrayContaining(middle));
      expect(copy).toMatchObject({
        storyId: original?.storyId,
        frames: original?.frames,
        topics: original?.topics,
      });
    }
  });

  it('translates with the same labels into the other language', () => {
    const translations = week.filter(({ translationOf }) => translationOf !== null);
    expect(translations.length).toBeGreaterThan(3);
    for (const record of translations) {
      const original = week.find(({ id }) => id === record.translationOf);
      expect(record.language).not.toBe(original?.language);
      expect(record.frames).toEqual(original?.frames);
    }
  });

  it('multiplies the coverage on the day of the trade quarrel', () => {
    const spike = planDay(context, context.design.spikeDay).filter(({ relevant }) => relevant);
    const before = planDay(context, context.design.spikeDay - 7).filter(({ relevant }) => relevant);
    expect(spike.length).toBeGreaterThan(before.length * 2.5);
    expect(spike.every(({ topics }) => topics.includes('trade_economic_security'))).toBe(true);
  });

  it('lets newspapers speak of who pays more often after the set date', () => {
    const share = (from: number) => {
      const days = Array.from({ length: 28 }, (_, index) => planDay(context, from + index)).flat();
      const papers = days.filter(({ relevant, group }) => relevant && group === 'newspaper');
      return papers.filter(({ frames }) => frames.includes('burden_sharing')).length / papers.length;
    };
    const rises = Math.floor(Date.parse(context.design.burdenSharingRisesAt) / 86_400_000);
    expect(share(rises + 7)).toBeGreaterThan(share(rises - 35) * 1.5);
  });
});

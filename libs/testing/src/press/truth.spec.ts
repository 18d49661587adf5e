import { describe, expect, it } from '@jest/globals';
import { frameIds } from './labels.ts';
import { pressOutlets } from './outlets.ts';
import { planDay } from './plan-day.ts';
import { viewRecord } from './record.ts';
import { coverageByDay, framesByDay } from './truth.ts';

const design = { burdenSharingRisesAt: '2026-06-01T00:00:00.000Z', spikeDay: 0 };
const context = { seed: 9, outlets: pressOutlets, articlesPerDay: 60, design };
const records = [20500, 20501, 20502].flatMap((day) => planDay(context, day));
const truth = records.map((record) =>
  viewRecord(record, new Date('2026-12-01T00:00:00Z'), (slug) => `http://x/${slug}`),
);
const wide = { from: '2026-02-01', to: '2026-03-01' };

describe('truth by day', () => {
  it.each(['UTC', 'Asia/Tokyo', 'America/New_York'])('adds up to all articles in %s', (tz) => {
    const days = coverageByDay(truth, { tz, ...wide });
    expect(days).toHaveLength(29);
    expect(sum(days.map(({ total }) => total))).toBe(truth.length);
    expect(sum(days.map(({ relevant }) => relevant))).toBe(truth.filter(({ relevant }) => relevant).length);
  });

  it('cuts days where the zone does', () => {
    const at = (published: string) => ({ ...truth[0]!, published });
    const late = [at('2026-02-15T15:30:00.000Z')];
    const dayIn = (tz: string) => coverageByDay(late, { tz, ...wide }).find(({ total }) => total > 0)?.day;
    expect(dayIn('UTC')).toBe('2026-02-15');
    expect(dayIn('Asia/Tokyo')).toBe('2026-02-16');
  });

  it('counts each frame of each relevant article', () => {
    const days = framesByDay(truth, { tz: 'UTC', ...wide });
    for (const frame of frameIds) {
      expect(sum(days.map(({ frames }) => frames[frame]))).toBe(
        truth.filter(({ frames }) => frames.includes(frame)).length,
      );
    }
  });

  it('counts only what is asked for', () => {
    const where = ({ group }: { group: string }) => group === 'wire';
    expect(sum(coverageByDay(truth, { tz: 'UTC', ...wide, where }).map(({ total }) => total))).toBe(
      truth.filter(where).length,
    );
  });
});

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

import { describe, expect, it } from '@jest/globals';
import { frameIds, offBeatIds, type PressLanguage, topicIds } from '../labels.ts';
import { randomFor } from '../random.ts';
import { articleSlots, eventSlots, fill } from '../slots.ts';
import { banks } from './banks.ts';

const languages: PressLanguage[] = ['en', 'ja'];

describe.each(languages)('the bank in %s', (language) => {
  const bank = banks[language];
  const sentencesOf = (frame: (typeof frameIds)[number]) => Object.values(bank.frames[frame]).flat();

  it('has enough different sentences for every frame', () => {
    const least = language === 'en' ? 12 : 8;
    for (const frame of frameIds) {
      expect(new Set(sentencesOf(frame)).size).toBeGreaterThanOrEqual(least);
    }
  });

  it('never uses one sentence for two frames', () => {
    const all = frameIds.flatMap(sentencesOf);
    expect(new Set(all).size).toBe(all.length);
  });

  it('has a headline of its own for every frame that a topic can carry', () => {
    for (const frame of frameIds) {
      expect(Object.values(bank.frameHeadlines[frame]).flat().length).toBeGreaterThanOrEqual(3);
    }
  });

  it('has as many facts for each topic and subject as the other language', () => {
    const other = banks[language === 'en' ? 'ja' : 'en'];
    for (const topic of topicIds)
      expect(bank.topics[topic].facts).toHaveLength(other.topics[topic].facts.length);
    for (const subject of offBeatIds)
      expect(bank.offBeat[subject].map(({ facts }) => facts.length)).toEqual(
        other.offBeat[subject].map(({ facts }) => facts.length),
      );
  });

  it('uses no slot that nothing fills', () => {
    const random = randomFor('slots');
    const slots = {
      ...eventSlots(random, new Date('2026-05-03T00:00:00Z'), { ofAll: 1, ofSubject: 1 }),
      ...articleSlots(random),
    };
    const patterns = [
      ...frameIds.flatMap(sentencesOf),
      ...frameIds.flatMap((frame) => Object.values(bank.frameHeadlines[frame]).flat()),
      ...topicIds.flatMap((topic) => Object.values(bank.topics[topic]).flat()),
      ...offBeatIds.flatMap((subject) =>
        bank.offBeat[subject].flatMap(({ headline, lead, facts }) => [headline, lead, ...facts]),
      ),
      ...Object.values(bank.occasions),
      ...bank.fillers,
      ...bank.quotes,
      ...bank.followUps,
      ...bank.updates,
    ];
    for (const pattern of patterns) expect(fill(pattern, slots, language, random)).not.toMatch(/[{}]/);
  });
});

describe('leads', () => {
  it('name Japan, the United States and what ties them', () => {
    for (const topic of topicIds) {
      for (const lead of banks.en.topics[topic].leads) {
        expect(lead).toMatch(/Japan/);
        expect(lead).toMatch(/United States|Washington|American|US forces/);
        expect(lead).toMatch(/alliance|allies|ally/);
      }
      for (const lead of banks.ja.topics[topic].leads) {
        expect(lead).toMatch(/日米|米国|在日米軍/);
        expect(lead).toMatch(/同盟/);
      }
    }
  });
});

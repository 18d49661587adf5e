import { describe, expect, it } from '@jest/globals';
import { findDrift } from './find-drift.ts';
import { storyVector } from './story-vector.ts';

const at = (day: number) => new Date(Date.UTC(2026, 4, day, 12)).toISOString();
const crash = (day: number, more: string) =>
  storyVector(
    `Osprey crash off Yakushima: ${more}`,
    `Divers off Yakushima searched for the Osprey that crashed after leaving Iwakuni. ${more}. The Osprey lies at a depth of 30 meters off Yakushima, the coast guard said.`,
    at(day),
  );
const festival = (day: number, more: string) =>
  storyVector(
    `Lantern festival in Takayama: ${more}`,
    `Visitors filled the streets of Takayama for the lantern festival. ${more}. Hotels in Takayama were full, the tourism office said of the festival.`,
    at(day),
  );
const members = (...vectors: ReturnType<typeof crash>[]) =>
  vectors.map((vector, i) => ({ id: String(i + 1), vector }));

describe('findDrift', () => {
  it('finds the articles that left the story, the later half', () => {
    const story = members(
      crash(1, 'Two found'),
      crash(2, 'Third day of search'),
      crash(2, 'Families arrive'),
      festival(5, 'Crowds'),
      festival(5, 'Trains'),
      festival(6, 'Last night'),
    );
    expect([...(findDrift(story) ?? [])].sort()).toEqual(['4', '5', '6']);
    expect(findDrift([...story].reverse())).toHaveLength(3);
  });

  it('leaves a story alone that runs for weeks about one thing', () => {
    expect(
      findDrift(
        members(...[1, 4, 8, 12, 16, 20, 24, 28].map((day) => crash(day, `Day ${day} of the search`))),
      ),
    ).toBeNull();
  });

  it('makes no story of one or two odd articles', () => {
    expect(
      findDrift(
        members(
          ...[1, 2, 3, 4, 5].map((day) => crash(day, `Day ${day}`)),
          festival(2, 'a'),
          festival(3, 'b'),
        ),
      ),
    ).toBeNull();
  });

  it('asks for enough articles', () => {
    expect(findDrift(members(crash(1, 'a'), festival(2, 'b')))).toBeNull();
    expect(findDrift([])).toBeNull();
  });
});

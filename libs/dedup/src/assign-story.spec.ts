import { describe, expect, it } from '@jest/globals';
import { assignStory, survivingStory } from './assign-story.ts';
import { storyVector } from './story-vector.ts';

const at = (day: number) => new Date(Date.UTC(2026, 4, day, 12)).toISOString();
const crash = storyVector(
  'Osprey crashes off Yakushima, crew missing',
  'An Osprey of the US Air Force crashed into the sea off Yakushima on Wednesday with eight people on board, the coast guard said. The aircraft had left Iwakuni for Kadena.',
  at(3),
);
const search = storyVector(
  'Search for Osprey crew off Yakushima goes into second day',
  'The coast guard searched the sea off Yakushima for a second day on Thursday for the crew of the Osprey that crashed after leaving Iwakuni. Wreckage was found.',
  at(4),
);
const budget = storyVector(
  'Cabinet approves record defence budget',
  'The cabinet approved a record budget for defence on Wednesday, with money for missiles, drones and barracks. The finance ministry had asked for cuts.',
  at(4),
);

describe('assignStory', () => {
  it('puts a follow-up into the story, and says why', () => {
    const found = assignStory(search, [
      { storyId: '7', vector: crash },
      { storyId: '8', vector: budget },
    ]);
    expect(found.storyId).toBe('7');
    expect(found.why).toContain('Osprey');
  });

  it('begins a story where nothing is near', () => {
    expect(assignStory(budget, [{ storyId: '7', vector: crash }])).toMatchObject({ storyId: null });
    expect(assignStory(crash, [])).toMatchObject({ storyId: null, similarity: 0 });
  });

  it('leaves a like event a week later apart', () => {
    const later = { ...search, at: at(12) };
    expect(assignStory(later, [{ storyId: '7', vector: crash }]).storyId).toBeNull();
  });

  it('proposes to merge two stories that an article joins', () => {
    const found = assignStory(search, [
      { storyId: '12', vector: crash },
      { storyId: '9', vector: search },
    ]);
    expect([found.storyId, ...found.merge].sort()).toEqual(['12', '9']);
    expect(survivingStory(['12', '9'])).toBe('9');
  });
});

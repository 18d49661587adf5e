import { describe, expect, it } from '@jest/globals';
import { parseGold } from './parse-gold.ts';

const LABELS = { topics: new Set(['talks']), frames: new Set(['who_pays']) };

const ARTICLE = {
  id: 'en-001',
  language: 'en',
  outletManner: 'Wire, report',
  title: 'Bill grows',
  sentences: [{ text: 'Who will pay?', topics: ['talks'], frames: ['who_pays'] }],
  relevant: true,
  topics: ['talks'],
  frames: ['who_pays'],
};

function parse(...lines: unknown[]) {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  return parseGold([{ path: 'gold/a.jsonl', text }], LABELS);
}

describe('parseGold', () => {
  it('gives the articles of all lines, empty ones left out', () => {
    expect(parse(ARTICLE, '', { ...ARTICLE, id: 'en-002' }, '')).toEqual({
      articles: [
        { ...ARTICLE, file: 'gold/a.jsonl' },
        { ...ARTICLE, id: 'en-002', file: 'gold/a.jsonl' },
      ],
    });
  });

  it.each([
    ['a line that is no JSON', '{"id": ', /not an article in JSON/, /quotation marks/],
    ['a missing field', { ...ARTICLE, id: 'x', relevant: undefined }, /"relevant" is missing/, /Add/],
    ['an unknown field', { ...ARTICLE, id: 'x', outlet: 'A' }, /"outlet"/, /./],
    ['an id used twice', ARTICLE, /line 1/, /another id/],
    ['an unknown label', { ...ARTICLE, id: 'x', frames: ['who_pay'] }, /frames\/who_pay/, /"who_pays"/],
    [
      'a label that no sentence shows',
      { ...ARTICLE, id: 'x', sentences: [{ text: 'Hm.', topics: ['talks'], frames: [] }] },
      /No sentence shows "who_pays"/,
      /Add/,
    ],
    ['labels outside the beat', { ...ARTICLE, id: 'x', relevant: false }, /outside the beat/, /relevant/],
  ])('reports %s on its line', (_, line, message, remedy) => {
    const result = parse(ARTICLE, line);
    expect('problems' in result ? result.problems : []).toContainEqual({
      file: 'gold/a.jsonl',
      line: 2,
      message: expect.stringMatching(message),
      remedy: expect.stringMatching(remedy),
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import { parseLabelled } from './parse-labelled.ts';

const LABELS = { topics: new Set(['talks']), frames: new Set(['who_pays']) };

const parse = (...lines: unknown[]) => {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  return parseLabelled({ path: 'mine.jsonl', text }, LABELS);
};

describe('parseLabelled', () => {
  it('reads articles that are labelled as a whole; what is left out was not judged', () => {
    const line = { text: 'Who will pay?', relevant: true, frames: ['who_pays'] };
    expect(parse(line, '', { ...line, id: 'b', title: 'Bill', language: 'en', topics: [] })).toEqual({
      articles: [
        { ...line, id: 'line 1', title: '', language: null, topics: null, sentences: [] },
        { ...line, id: 'b', title: 'Bill', language: 'en', topics: [], sentences: [] },
      ],
    });
  });

  it('reads articles as the gold set writes them', () => {
    const sentences = ['誰が払うのか。', '両国は協議した。'].map((text) => ({
      text,
      topics: [],
      frames: ['who_pays'],
    }));
    const gold = { id: 'a', language: 'ja', outletManner: 'x', title: '予算', sentences, relevant: true };
    expect(parse({ ...gold, topics: [], frames: ['who_pays'] })).toMatchObject({
      articles: [{ text: '誰が払うのか。両国は協議した。', frames: ['who_pays'], sentences }],
    });
  });

  it.each([
    ['no JSON', '{"text": ', /not an article in JSON/],
    ['an article without text', { relevant: true }, /"text" is missing/],
    ['an article without labels', { text: 'a' }, /no labels/],
    ['an unknown label', { text: 'a', frames: ['who_pay'] }, /frames\/who_pay/],
    ['an unknown field', { text: 'a', relevant: true, frame: [] }, /"frame"/],
    ['labels outside the beat', { text: 'a', relevant: false, topics: ['talks'] }, /outside the beat/],
    ['an id used twice', { text: 'a', relevant: true, id: 'first' }, /line 1/],
  ])('reports %s on its line', (_, line, message) => {
    const result = parse({ text: 'a', relevant: true, id: 'first' }, line);
    expect('problems' in result ? result.problems : []).toContainEqual({
      file: 'mine.jsonl',
      line: 2,
      message: expect.stringMatching(message),
      remedy: expect.stringMatching(/./),
    });
  });

  it('says of an empty file what belongs into it', () => {
    expect(parse('')).toMatchObject({ problems: [{ line: 0, message: 'The file holds no article.' }] });
  });
});

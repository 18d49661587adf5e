import { describe, expect, it } from '@jest/globals';
import { createAnalyser } from '../text/analyse.ts';
import { compilePhrase, createPhraseFinder, type Phrase } from './phrases.ts';
import { createVocabulary } from './vocabulary.ts';

function find(phrases: string[], text: string, language = 'en'): string[] {
  const vocabulary = createVocabulary();
  const compiled = phrases
    .map((p) => compilePhrase(vocabulary, p, language))
    .filter((p): p is Phrase => p !== null);
  const finder = createPhraseFinder(compiled, vocabulary.terms.length, language !== 'ja');
  const read = createAnalyser(vocabulary, language)('', text);
  return read.sentences
    .flatMap(({ tokenFrom, tokenTo }) => finder(read, tokenFrom, tokenTo))
    .map(
      ({ phrase, from, to }) =>
        `${compiled[phrase]!.text}: ${text.slice(read.starts[from], read.ends[to - 1])}`,
    );
}

describe('createPhraseFinder', () => {
  it('finds phrases whatever their endings and the function words between', () => {
    expect(
      find(['foot the bill', 'deter'], 'Tokyo was footing most of the bill and deterred nobody.'),
    ).toEqual(['deter: deterred']);
    expect(find(['foot the bill'], 'Tokyo foots all of its bills.')).toEqual([
      'foot the bill: foots all of its bills',
    ]);
  });

  it('does not join words across sentences', () => {
    expect(find(['joint drill'], 'They met in the joint. Drill went on.')).toEqual([]);
  });

  it('wants capitals where a single word is a name', () => {
    expect(find(['Quad'], 'A quad bike. The Quad met.')).toEqual(['Quad: Quad']);
  });

  it('finds phrases that begin within others', () => {
    expect(
      find(['ballistic missile', 'missile launch'], 'A ballistic missile launch followed.'),
    ).toHaveLength(2);
  });

  it('matches Japanese by characters, wide or narrow', () => {
    expect(find(['思いやり予算', '2プラス2'], '思いやり予算は２プラス２で協議された。', 'ja')).toEqual([
      '思いやり予算: 思いやり予算',
      '2プラス2: ２プラス２',
    ]);
  });
});

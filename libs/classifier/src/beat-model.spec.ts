import { describe, expect, it } from '@jest/globals';
import { classificationSchema, type Classification } from '@framewatch/contracts';
import { trainBeatModel } from './beat-model.ts';
import { payArticle, smallBeat } from './fixtures/small-beat.ts';

const model = trainBeatModel({ seeds: smallBeat });

const decisionOf = (c: Classification, labelId: string) =>
  c.labels.find((l) => l.labelId === labelId)?.decision;
const swapped = (text: string): string =>
  text.replaceAll('Japan', 'Italy').replaceAll('Tokyo', 'Rome').replaceAll('Japanese', 'Italian');

describe('classify', () => {
  it('gives what the contract says', () => {
    expect(() => classificationSchema.parse(model.classify(payArticle))).not.toThrow();
  });

  it('finds a text of the beat relevant, with the frame that runs through it', () => {
    const c = model.classify(payArticle);
    expect(c.relevance.decision).toBe('yes');
    expect(decisionOf(c, 'who_pays')).toBe('yes');
    expect(decisionOf(c, 'bases')).toBe('yes');
    expect(decisionOf(c, 'shield')).toBe('no');
  });

  it('finds the same prose about another pair of countries not relevant, and decides no label', () => {
    const c = model.classify({
      ...payArticle,
      title: swapped(payArticle.title),
      text: swapped(payArticle.text),
    });
    expect(c.relevance.decision).toBe('no');
    expect(c.labels.every((l) => l.decision === 'no')).toBe(true);
    expect(c.evidence).toEqual([]);
  });

  it('is not taken in by one mention in a story about other countries', () => {
    const text = `${swapped(payArticle.text)}\n\nJapan has a treaty with Washington, too.`;
    expect(model.classify({ title: '', text, language: 'en' }).relevance.decision).toBe('no');
  });

  it('lets negative concepts that dominate speak against relevance', () => {
    const text =
      'Japan beat the United States at baseball. The alliance of baseball fans sang. Baseball is baseball.';
    const without = text.replaceAll('baseball', 'cooking').replaceAll('Baseball', 'Cooking');
    expect(model.classify({ title: '', text }).relevance.score).toBeLessThan(
      model.classify({ title: '', text: without }).relevance.score,
    );
  });

  it('shows for every label decided yes the sentences and terms that decided it, at exact offsets', () => {
    const c = model.classify(payArticle);
    for (const { labelId } of c.labels.filter((l) => l.decision === 'yes')) {
      expect(c.evidence.some((e) => e.labelId === labelId)).toBe(true);
    }
    const cut = ({ field, start, end }: { field: 'title' | 'text'; start: number; end: number }) =>
      payArticle[field].slice(start, end);
    const [first] = c.evidence.filter((e) => e.labelId === 'who_pays' && e.sentence.field === 'text');
    expect(cut(first!.sentence)).toMatch(/^[A-Z].*\.$/);
    expect(c.evidence.flatMap((e) => (e.labelId === 'who_pays' ? e.terms.map(cut) : []))).toEqual(
      expect.arrayContaining(['foot the bill', 'cost-sharing', 'pay its fair share']),
    );
  });

  it('says whose words the evidence is', () => {
    const text = `${payArticle.text}\n\n“Japan should foot the bill for the alliance,” said Ann Reed of Washington.`;
    const evidence = model.classify({ ...payArticle, text }).evidence.filter((e) => e.labelId === 'who_pays');
    const voices = evidence.map((e) => e.voice);
    expect(voices).toContainEqual({ kind: 'reported', speaker: 'Ann Reed' });
    expect(voices).toContainEqual({ kind: 'outlet' });
  });

  it('ranks the brief that argues alike first', () => {
    expect(model.classify(payArticle).briefs[0]?.id).toBe('money');
  });

  it('lets a negative cue count against its label', () => {
    const text = 'Japan and the United States kept the alliance. The bill made share prices fall in Tokyo.';
    const plain = text.replace('share prices', 'many prices');
    const score = (t: string) =>
      model.classify({ title: '', text: t }).labels.find((l) => l.labelId === 'who_pays')?.score ?? 0;
    expect(score(text)).toBeLessThanOrEqual(score(plain));
  });

  it('reads Japanese', () => {
    const text =
      '日本と米国は、駐留経費の負担について協議した。日米同盟をめぐり、米国は負担の増額を求めている。思いやり予算の見直しも議題だ。';
    const c = model.classify({ title: '日米、思いやり予算で協議', text });
    expect(c.language).toBe('ja');
    expect(c.relevance.decision).toBe('yes');
    expect(decisionOf(c, 'who_pays')).toBe('yes');
  });

  it('guesses nothing in a language that the seeds do not cover', () => {
    const text =
      'Le Japon et les États-Unis ont signé un traité sur les bases et se disputent le partage des coûts.';
    const c = model.classify({ title: '', text });
    expect(c).toMatchObject({ language: 'fr', covered: false, relevance: { decision: 'no', score: 0 } });
    expect(c.labels.every((l) => l.decision === 'no' && l.score === 0)).toBe(true);
  });

  it('does not let photo credits, bylines and link captions change anything but where words stand', () => {
    const furniture =
      'By Jane Doe\nCredit: (Deterrence Photo/Pool Photo via AP)\nUS bases in Japan deter missile threat | The Shield\n';
    const plain = model.classify(payArticle);
    const dressed = model.classify({ ...payArticle, text: `${furniture}${payArticle.text}` });
    expect(dressed.labels).toEqual(plain.labels);
    expect(dressed.relevance.score).toBe(plain.relevance.score);
  });

  it('counts a sentence that is repeated word for word once', () => {
    const [lead] = payArticle.text.split('\n');
    const again = model.classify({ ...payArticle, text: `${payArticle.text}\n\n${lead}\n\n${lead}` });
    const once = model.classify(payArticle);
    expect(again.labels).toEqual(once.labels);
  });

  it('reads a sentence of many cues and many sentences of one length without comparing each with each', () => {
    // Each would take minutes where every cue or sentence is held against all before it.
    const cues = 'deter missile threat foot the bill Japan '.repeat(20_000);
    const alike = Array.from({ length: 60_000 }, (_, i) => `Japan saw ${100_000 + i}.`).join('\n');
    for (const text of [cues, alike])
      expect(model.classify({ title: '', text, language: 'en' }).relevance.decision).toBe('no');
  });

  it('is a pure function: the same text gives the same answer, whatever was read between', () => {
    const before = model.classify(payArticle);
    model.classify({ title: 'Something else', text: 'Deter. '.repeat(500), language: 'en' });
    expect(model.classify(payArticle)).toEqual(before);
    expect(trainBeatModel({ seeds: smallBeat }).classify(payArticle)).toEqual(before);
  });

  it.each([
    '',
    ' \n ',
    '。'.repeat(50),
    'US '.repeat(300),
    '“'.repeat(300),
    'a.'.repeat(300),
    '\u0000\uFFFF\uD800',
  ])('survives odd texts (%#)', (text) => {
    expect(() =>
      classificationSchema.parse(model.classify({ title: text.slice(0, 100), text })),
    ).not.toThrow();
  });
});

describe('version', () => {
  it('depends on seeds, statistics and corrections, and on nothing else', () => {
    const { version } = model;
    expect(trainBeatModel({ seeds: structuredClone(smallBeat) }).version).toBe(version);
    expect(trainBeatModel({ seeds: { ...smallBeat, description: { en: 'Other.' } } }).version).not.toBe(
      version,
    );
    const background = { languages: { en: { texts: 1, tokens: 1, terms: { treati: [1, 1] as const } } } };
    expect(trainBeatModel({ seeds: smallBeat, background }).version).not.toBe(version);
  });
});

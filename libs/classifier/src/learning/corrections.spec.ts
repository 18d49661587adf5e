import type { Classification } from '@framewatch/contracts';
import { describe, expect, it } from '@jest/globals';
import { trainBeatModel } from '../beat-model.ts';
import { payArticle, smallBeat } from '../fixtures/small-beat.ts';

const plain = trainBeatModel({ seeds: smallBeat });
const label = (c: Classification, labelId: string) => c.labels.find((l) => l.labelId === labelId);
const shieldIs = (decision: 'yes' | 'no') => [{ kind: 'frame' as const, labelId: 'shield', decision }];
const storm = (n: number) => ({
  title: `Japan and US alliance watch the strait, day ${n}`,
  text: `Japan and the United States sent ${n} ships through the strait. Warplanes circled over the treaty islands for ${n} hours.`,
  language: 'en',
});

describe('corrections', () => {
  it('win on their own article, whatever its white space', () => {
    const model = trainBeatModel({
      seeds: smallBeat,
      corrections: [{ article: payArticle, labels: shieldIs('yes') }],
    });
    const again = { ...payArticle, text: payArticle.text.replaceAll('\n\n', '\n') };
    expect(label(model.classify(again), 'shield')).toMatchObject({ decision: 'yes', score: 1 });
    expect(label(plain.classify(payArticle), 'shield')?.decision).toBe('no');
  });

  it('of relevance win as well, and take the labels with them', () => {
    const labels = [{ kind: 'relevance' as const, labelId: '', decision: 'no' as const }];
    const c = trainBeatModel({ seeds: smallBeat, corrections: [{ article: payArticle, labels }] }).classify(
      payArticle,
    );
    expect(c.relevance.decision).toBe('no');
    expect(c.labels.every((l) => l.decision === 'no')).toBe(true);
  });

  it('replace earlier ones of the same article', () => {
    const corrections = [
      { article: payArticle, labels: shieldIs('yes') },
      { article: payArticle, labels: shieldIs('no') },
    ];
    const model = trainBeatModel({ seeds: smallBeat, corrections });
    expect(label(model.classify(payArticle), 'shield')?.decision).toBe('no');
  });

  it('generalise to texts like the corrected ones', () => {
    const corrections = Array.from({ length: 12 }, (_, n) => ({
      article: storm(n),
      labels: shieldIs('yes'),
    }));
    const unseen = storm(99);
    const before = label(plain.classify(unseen), 'shield')?.score ?? 0;
    const after =
      label(trainBeatModel({ seeds: smallBeat, corrections }).classify(unseen), 'shield')?.score ?? 0;
    expect(after).toBeGreaterThan(before + 0.1);
  });

  it('leave every other label exactly as it was', () => {
    const corrections = Array.from({ length: 12 }, (_, n) => ({
      article: storm(n),
      labels: shieldIs('yes'),
    }));
    const model = trainBeatModel({ seeds: smallBeat, corrections });
    const others = (c: Classification) => c.labels.filter((l) => l.labelId !== 'shield');
    expect(others(model.classify(payArticle))).toEqual(others(plain.classify(payArticle)));
    expect(model.classify(payArticle).relevance).toEqual(plain.classify(payArticle).relevance);
  });
});

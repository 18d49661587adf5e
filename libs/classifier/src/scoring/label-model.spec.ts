import { describe, expect, it } from '@jest/globals';
import { type LabelTraining, trainLabelModel } from './label-model.ts';

const sport = [
  'The team won the match.',
  'A late goal gave the club the cup.',
  'The coach praised his players.',
];
const money = ['Shares of the bank fell.', 'Profit at the firm rose.', 'The market awaits interest rates.'];
const training: LabelTraining = {
  kind: 'topics',
  language: 'en',
  labels: [
    {
      id: 'sport',
      name: 'Sport',
      description: 'Matches and teams.',
      keywords: ['team', 'goal'],
      exemplars: [sport[0]!],
    },
    {
      id: 'money',
      name: 'Money',
      description: 'Markets and firms.',
      keywords: ['bank', 'profit'],
      exemplars: [money[0]!],
    },
  ],
  background: [...sport, ...money],
};

describe('trainLabelModel', () => {
  it('scores each label highest on its own texts', () => {
    const model = trainLabelModel(training);
    for (const text of sport)
      expect(model.score({ text }).sport).toBeGreaterThan(model.score({ text }).money!);
    for (const text of money)
      expect(model.score({ text }).money).toBeGreaterThan(model.score({ text }).sport!);
  });

  it('scores labels without exemplars, and texts of unknown words, with finite numbers', () => {
    const labels = training.labels.map((label) => ({ ...label, exemplars: [] }));
    const model = trainLabelModel({ ...training, kind: 'frames', labels });
    for (const text of ['', 'Zyzzyva.', sport[1]!]) {
      for (const score of Object.values(model.score({ text }))) expect(Number.isFinite(score)).toBe(true);
    }
  });

  it('does not depend on the order of the stream', () => {
    const turned = trainLabelModel({ ...training, background: [...training.background].reverse() });
    const model = trainLabelModel(training);
    for (const [id, score] of Object.entries(model.score({ text: sport[1]! }))) {
      expect(turned.score({ text: sport[1]! })[id]).toBeCloseTo(score, 9);
    }
  });
});

import type { CorrectionRequest, ReviewAnswer, ReviewItem } from '@framewatch/contracts';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { syntheticAnswers } from '../../../dev/answers.ts';
import { type RenderedPage, renderPage } from '../../../dev/render-page.tsx';
import { beat, makeArticles } from '../../../dev/synthetic.ts';

/** Pages are loaded when opened, so the first sight of one takes longer than the usual second. */
const patient = { timeout: 20_000 };
jest.setTimeout(30_000);
afterEach(cleanup);

const articles = makeArticles(new Date()).filter(({ evidence }) => evidence.length > 0);
const itemOf = (at: number, order: Partial<ReviewItem>): ReviewItem => {
  const article = articles[at];
  if (!article) throw new Error('too few articles are made up');
  const { id, title, outlet, language, countedAt } = article;
  return {
    articleId: id,
    title,
    outlet: outlet.name,
    language,
    countedAt,
    sampled: 'chosen',
    unclear: [],
    ...order,
  };
};

function open(items: ReviewItem[]): RenderedPage {
  const answer: ReviewAnswer = {
    beat: beat.id,
    modelVersion: 'synthetic-1',
    items,
    random: { judged: 3, population: 400, needed: 100, days: 90 },
    unclear: { articles: 2, days: 30 },
  };
  const corrections = articles.map((article) => [`/articles/${article.id}/corrections`, article]);
  const details = articles.map((article) => [`/articles/${article.id}`, article]);
  return renderPage(
    '/review',
    syntheticAnswers('full', { '/review': answer, ...Object.fromEntries([...corrections, ...details]) }),
  );
}
const sent = (page: RenderedPage) =>
  page.asked.flatMap(({ body }) => (body ? [(body as CorrectionRequest).corrections] : []));

describe('the review', () => {
  it('asks what is undecided by keyboard, saves it as chosen, and goes on to the next', async () => {
    const unclear = [
      { kind: 'frame' as const, labelId: 'burden_sharing' },
      { kind: 'frame' as const, labelId: 'host_community' },
    ];
    const page = open([itemOf(0, { unclear }), itemOf(1, { unclear })]);
    const first = articles[0]?.title ?? '';
    expect(await screen.findByRole('heading', { name: first }, patient)).toBeTruthy();
    await screen.findByText('What the model cannot decide', {}, patient);
    fireEvent.keyDown(document.body, { key: 'y' });
    fireEvent.keyDown(document.body, { key: 'n' });
    fireEvent.click(screen.getByRole('button', { name: 'Save, next article' }));
    expect(await screen.findByRole('heading', { name: articles[1]?.title ?? '' }, patient)).toBeTruthy();
    expect(sent(page)).toEqual([
      [
        { kind: 'frame', labelId: 'burden_sharing', decision: 'yes', sampled: 'chosen' },
        { kind: 'frame', labelId: 'host_community', decision: 'no', sampled: 'chosen' },
      ],
    ]);
  });

  it('hides what the model thinks of a random article, and saves an answer to everything', async () => {
    const page = open([itemOf(0, { sampled: 'random' })]);
    await screen.findByText('Drawn at random.', {}, patient);
    const form = (await screen.findByRole('button', { name: 'Save, next article' }, patient)).closest('form');
    const inForm = within(form as HTMLElement);
    expect(document.querySelector('.annotated')).toBeTruthy();
    expect(document.querySelectorAll('.annotated .evidence')).toHaveLength(0);
    expect(screen.queryByRole('link', { name: articles[0]?.title ?? '' })).toBeNull();
    expect(inForm.getAllByRole('checkbox').every((box) => !(box as HTMLInputElement).checked)).toBe(true);
    fireEvent.click(inForm.getByRole('radio', { name: 'Yes' }));
    fireEvent.click(inForm.getByRole('checkbox', { name: /Who pays/ }));
    fireEvent.click(inForm.getByRole('button', { name: 'Save, next article' }));
    await screen.findByText(/^That was all for now: 1/, {}, patient);
    const [corrections = []] = sent(page);
    expect(corrections).toHaveLength(1 + beat.labels.length);
    expect(corrections.every(({ sampled }) => sampled === 'random')).toBe(true);
    expect(corrections.filter(({ decision }) => decision === 'yes').map(({ labelId }) => labelId)).toEqual([
      'relevance',
      'burden_sharing',
    ]);
  });

  it('says nothing of the labels of what is not about the beat', async () => {
    const page = open([itemOf(0, { sampled: 'random' })]);
    fireEvent.click(await screen.findByRole('radio', { name: 'No' }, patient));
    fireEvent.click(screen.getByRole('button', { name: 'Save, next article' }));
    await screen.findByText(/^That was all for now/, {}, patient);
    expect(sent(page)).toEqual([
      [{ kind: 'relevance', labelId: 'relevance', decision: 'no', sampled: 'random' }],
    ]);
  });

  it('puts an article off without a word to the API', async () => {
    const page = open([itemOf(0, { sampled: 'random' }), itemOf(1, { sampled: 'random' })]);
    await screen.findByRole('heading', { name: articles[0]?.title ?? '' }, patient);
    fireEvent.keyDown(document.body, { key: 's' });
    expect(await screen.findByRole('heading', { name: articles[1]?.title ?? '' }, patient)).toBeTruthy();
    expect(sent(page)).toEqual([]);
  });

  it('says that there is nothing where there is nothing', async () => {
    open([]);
    expect(await screen.findByText(/^There is nothing to review yet/, {}, patient)).toBeTruthy();
  });
});

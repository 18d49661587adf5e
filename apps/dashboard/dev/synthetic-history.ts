import type { ArticleDetail, ArticleHistory, ArticleRevision, TextDiff } from '@framewatch/contracts';

/** A made-up past of an article: its headline and a paragraph changed; a Japanese one shows how that reads there. */
export function makeHistory(article: ArticleDetail): ArticleHistory {
  const first: ArticleRevision = {
    number: 1,
    seenAt: article.firstSeenAt,
    title: article.title,
    changed: [],
    notice: null,
    titleDiff: null,
    textDiff: null,
    judgement: judgement(article, 0),
  };
  const later = new Date(Date.parse(article.firstSeenAt) + 86_400_000).toISOString();
  const isJapanese = article.language === 'ja';
  const second: ArticleRevision = {
    ...first,
    number: 2,
    seenAt: later,
    changed: ['title', 'text'],
    notice: isJapanese
      ? '【訂正】当初の記事で協定の年に誤りがありました。'
      : 'Correction: An earlier version of this article misstated the year of the agreement.',
    titleDiff: [
      { change: 'same', text: isJapanese ? '架空の見出し、' : 'Made-up headline ' },
      { change: 'removed', text: isJapanese ? '検討へ' : 'weighs a larger share' },
      { change: 'added', text: isJapanese ? '合意' : 'agrees to pay more' },
    ],
    textDiff: isJapanese ? japanese : english,
    judgement: judgement(article, 1),
  };
  return {
    revisions: article.edited ? [first, second] : [first],
    readings: [
      {
        at: later,
        why: 'clock',
        outcome: article.withdrawn ? 'withdrawn' : article.edited ? 'edited' : 'unchanged',
        note: null,
      },
    ],
    withdrawnAt: article.withdrawn ? later : null,
    nextReadingAt: new Date(Date.parse(article.firstSeenAt) + 7 * 86_400_000).toISOString(),
  };
}

function judgement({ relevance, labels }: ArticleDetail, from: number): ArticleRevision['judgement'] {
  return { modelVersion: 'synthetic-1', relevance, labels: labels.slice(from) };
}

const english: TextDiff = {
  hunks: [
    {
      skipped: 3,
      pieces: [
        { change: 'same', text: 'The made-up ministry met twice this week.\n\nJapan will ' },
        { change: 'removed', text: 'consider paying more' },
        { change: 'added', text: 'pay a tenth more from April' },
        { change: 'same', text: ' for the forces on its soil, officials said. ' },
        { change: 'same', text: 'Washington had no comment. ' },
      ],
    },
    {
      skipped: 6,
      pieces: [
        {
          change: 'added',
          text: '\n\nCorrection: An earlier version of this article misstated the year of the agreement.',
        },
      ],
    },
  ],
  skippedAfter: 0,
  cut: false,
};

const japanese: TextDiff = {
  hunks: [
    {
      skipped: 2,
      pieces: [
        { change: 'same', text: '政府は駐留経費の' },
        { change: 'removed', text: '増額を検討している' },
        { change: 'added', text: '一割の増額で合意した' },
        { change: 'same', text: '。交渉は来月に始まる見通しだ。' },
      ],
    },
  ],
  skippedAfter: 4,
  cut: false,
};

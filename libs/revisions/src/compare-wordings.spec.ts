import { describe, expect, it } from '@jest/globals';
import { changedParts, type Wording } from './compare-wordings.ts';

const EN: Wording = {
  title: 'Tokyo weighs a larger share of base costs',
  text: [
    'Japan will consider paying more for the American forces on its soil, officials said on Tuesday.',
    'The present agreement ends in March. Talks are to begin next month.',
    '“We will decide by ourselves,” the minister said.',
  ].join('\n\n'),
  language: 'en',
};
const JA: Wording = {
  title: '在日米軍経費、負担増を検討',
  text: '政府は在日米軍の駐留経費の増額を検討している。\n\n現在の協定は来年3月に期限を迎える。交渉は来月に始まる見通しだ。',
  language: 'ja',
};
const withText = (wording: Wording, change: (text: string) => string): Wording => ({
  ...wording,
  text: change(wording.text),
});

describe('changedParts: what is no edit', () => {
  const same: [name: string, before: Wording, after: Wording][] = [
    ['nothing', EN, EN],
    [
      'white space and line breaks',
      EN,
      withText(EN, (t) => t.replaceAll(' ', '  ').replaceAll('\n\n', '\n')),
    ],
    ['other quotation marks and dashes', EN, withText(EN, (t) => t.replace('“', '"').replace('”', '"'))],
    [
      'a soft hyphen and a zero-width space',
      EN,
      withText(EN, (t) => t.replace('agreement', 'agree\u00ADment\u200B')),
    ],
    ['an update stamp that came', EN, withText(EN, (t) => `Updated May 12, 2026 at 3:15 p.m. JST\n\n${t}`)],
    [
      'an update stamp that moved',
      withText(EN, (t) => `Last updated: 2 hours ago\n\n${t}`),
      withText(EN, (t) => `Last updated: 7 hours ago\n\n${t}`),
    ],
    [
      'a note behind the text that says when it was updated',
      EN,
      withText(EN, (t) => `${t}\n\nThis article was updated on May 12, 2026 at 3:15 p.m. JST.`),
    ],
    [
      'the same note with another day',
      withText(EN, (t) => `${t}\n\n(This story has been updated on 11 May.)`),
      withText(EN, (t) => `${t}\n\n(This story has been updated on 12 May.)`),
    ],
    [
      'the same note as the last sentence of a paragraph',
      EN,
      withText(EN, (t) => `${t} This article was last updated on May 12, 2026.`),
    ],
    ['a reading time', EN, withText(EN, (t) => `4 min read\n\n${t}`)],
    ['a number of comments', EN, withText(EN, (t) => `${t}\n\n31 comments`)],
    [
      'other related links inside the text',
      withText(EN, (t) => t.replace('\n\nThe', '\n\nRelated: Okinawa votes on Sunday\n\nThe')),
      withText(EN, (t) => t.replace('\n\nThe', '\n\nRelated: Yen falls to a new low\n\nThe')),
    ],
    [
      'another list of headlines behind the text',
      withText(EN, (t) => `${t}\n\nOkinawa votes on Sunday\n\nYen falls to a new low`),
      withText(EN, (t) => `${t}\n\nStorm nears Kyushu\n\nPitcher signs for three years`),
    ],
    ['paragraphs in another order', EN, withText(EN, (t) => t.split('\n\n').toReversed().join('\n\n'))],
    ['capitals in the headline', EN, { ...EN, title: 'Tokyo Weighs a Larger Share of Base Costs' }],
    ['Japanese: an update stamp', JA, withText(JA, (t) => `最終更新 2026年5月12日 18時30分\n\n${t}`)],
    [
      'Japanese: a note behind the text that says when it was updated',
      JA,
      withText(JA, (t) => `${t}\n\nこの記事は2026年5月12日18時30分に更新されました。`),
    ],
    [
      'Japanese: the same note with another day, in brackets and full width',
      withText(JA, (t) => `${t}\n\n（本記事は５月１１日に更新しました）`),
      withText(JA, (t) => `${t}\n\n（本記事は５月１２日に更新しました）`),
    ],
    ['Japanese: full-width and half-width figures', JA, withText(JA, (t) => t.replace('3', '３'))],
    [
      'Japanese: other related articles',
      withText(JA, (t) => `${t}\n\n関連記事：沖縄で県民投票`),
      withText(JA, (t) => `${t}\n\n関連記事：円が最安値`),
    ],
  ];
  it.each(same)('%s', (_, before, after) => {
    expect(changedParts(before, after)).toEqual([]);
    expect(changedParts(after, before)).toEqual([]);
  });
});

describe('changedParts: what is one', () => {
  const edits: [name: string, before: Wording, after: Wording, changed: string[]][] = [
    ['another headline', EN, { ...EN, title: 'Tokyo to pay more for bases' }, ['title']],
    ['a question mark behind the headline', EN, { ...EN, title: `${EN.title}?` }, ['title']],
    ['one figure', EN, withText(EN, (t) => t.replace('next month', 'in 2 months')), ['text']],
    ['one word', EN, withText(EN, (t) => t.replace('larger', 'smaller').replace('more', 'less')), ['text']],
    ['a paragraph that came', EN, withText(EN, (t) => `${t}\n\nWashington had no comment.`), ['text']],
    ['a paragraph that went', EN, withText(EN, (t) => t.split('\n\n').slice(0, 2).join('\n\n')), ['text']],
    [
      'a correction notice, though it is dated',
      EN,
      withText(EN, (t) => `${t}\n\nCorrection, May 12: The agreement ends in March, not in April.`),
      ['text'],
    ],
    [
      'a note that says what was updated',
      EN,
      withText(EN, (t) => `${t}\n\nThis article was updated on May 12 to add the minister’s answer.`),
      ['text'],
    ],
    ['a sentence said twice', EN, withText(EN, (t) => `${t}\n\nTalks are to begin next month.`), ['text']],
    [
      'headline and text together',
      EN,
      { ...withText(EN, (t) => t.replace('March', 'April')), title: 'Base costs: talks near' },
      ['title', 'text'],
    ],
    [
      'a sentence that begins with a link word',
      EN,
      withText(EN, (t) => `${t}\n\nRelated costs rose.`),
      ['text'],
    ],
    [
      'Japanese: a note that says what was updated',
      JA,
      withText(JA, (t) => `${t}\n\nこの記事は5月12日、首相の談話を加えて更新されました。`),
      ['text'],
    ],
    ['Japanese: a note in brackets', JA, withText(JA, (t) => `${t}\n\n（誤字を改めました）`), ['text']],
    ['Japanese: one character', JA, withText(JA, (t) => t.replace('増額', '減額')), ['text']],
    ['Japanese: another headline', JA, { ...JA, title: '在日米軍経費、据え置きへ' }, ['title']],
    [
      'Japanese: a year inside a sentence',
      JA,
      withText(JA, (t) => t.replace('来年3月', '来年4月')),
      ['text'],
    ],
  ];
  it.each(edits)('%s', (_, before, after, changed) => {
    expect(changedParts(before, after)).toEqual(changed);
  });

  it('compares texts without any full stop, such as flashes, as they are', () => {
    const flash = { ...JA, text: '首相が会見へ\n午後6時から' };
    expect(changedParts(flash, { ...flash, text: '首相が会見中止へ\n午後6時から' })).toEqual(['text']);
  });
});

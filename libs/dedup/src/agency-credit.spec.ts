import { describe, expect, it } from '@jest/globals';
import { agencyCredit, withoutCredit } from './agency-credit.ts';

describe('agencyCredit', () => {
  it.each([
    ['TOKYO, May 3 (Reuters) - Japan said on Sunday it would', 'Reuters', 'Japan said on Sunday it would'],
    ['WASHINGTON (AP) — The State Department', 'AP', 'The State Department'],
    ['【ワシントン共同】米国務省は３日、', 'Kyodo', '米国務省は３日、'],
    ['［東京　１２日　ロイター］ - 日銀は', 'Reuters', '日銀は'],
    ['【ワシントン時事】バイデン米大統領は', 'Jiji', 'バイデン米大統領は'],
    ['SEOUL, May 3 (Yonhap) -- South Korea', 'Yonhap', 'South Korea'],
    ['(CNN) — Something happened', 'CNN Wire', 'Something happened'],
  ])('reads the head of "%s"', (text, agency, rest) => {
    const credit = agencyCredit(text);
    expect(credit).toMatchObject({ agency, place: 'head' });
    expect(withoutCredit(text, credit)).toBe(rest);
  });

  it.each([
    ['The minister agreed to meet again in June.\n\n© 2026 The Associated Press. All rights reserved.', 'AP'],
    ['両国は６月に再び協議する。（共同）', 'Kyodo'],
    ['The two sides will meet again. (TNS)', 'TNS'],
    ['The two sides will meet again.\n\nSource: Xinhua', 'Xinhua'],
  ])('reads the tail of "%s"', (text, agency) => {
    expect(agencyCredit(text)).toMatchObject({ agency, place: 'tail' });
  });

  it.each([
    'The Associated Press reported on Sunday that the talks had failed, and Reuters confirmed it.',
    '日米は共同で訓練を行う。両政府が発表した。',
    'The minister told Reuters that talks would go on.',
    'AA batteries are in short supply.',
  ])('finds none in "%s"', (text) => {
    expect(agencyCredit(text)).toBeNull();
  });
});

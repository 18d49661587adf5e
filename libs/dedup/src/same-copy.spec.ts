import { describe, expect, it } from '@jest/globals';
import { isSameCopy } from './same-copy.ts';
import { textSignature } from './text-signature.ts';

const wire = `The defence ministers of Japan and the United States agreed on Thursday to speed up work on a joint command for the islands south of Kyushu, officials of both sides said after talks that ran an hour over time.

The plan foresees a headquarters of about four hundred staff in Yokota by the spring, with liaison officers at each base in Okinawa. Its cost has not been settled, and the finance ministry in Tokyo has asked for a ceiling before it signs.

Opposition lawmakers called the timetable rushed. "Nobody has told the people who live beside these bases what it means for them," said one member of the upper house committee on foreign affairs.

The two governments want to sign before the end of the fiscal year in March. A working group is to meet in Honolulu next month to settle who pays for housing, roads and the new fibre cables between the islands.`;
const follow = `A day after Tokyo and Washington agreed to speed up a joint command, the governor of Okinawa said he had learned of the plan from television. He demanded that the defence minister come to Naha and explain it in person.

The ministry answered that municipalities would be briefed in due course. In Yokota the mayor said that four hundred more families would need schools, and that no money had been promised for them.`;
const japanese =
  '日米両政府は十二日、外務・防衛担当閣僚協議を東京で開き、南西諸島の防衛を強化するため、新たな共同司令部を来春までに横田基地に設けることで合意した。費用の負担割合は来月の作業部会で詰める。沖縄県の知事は事前の説明がなかったとして、防衛相に来県を求めた。';

const compare = (a: string, b: string, language = 'en') =>
  isSameCopy(textSignature('', a, language), textSignature('', b, language));

describe('isSameCopy', () => {
  it('knows a copy with another credit line', () => {
    expect(compare(`TOKYO (Reuters) - ${wire}`, `${wire}\n\n(Kyodo)`)).toMatchObject({ same: true });
  });

  it('knows a copy that was cut to its first half', () => {
    const verdict = compare(wire, wire.slice(0, wire.length / 2));
    expect(verdict.same).toBe(true);
    expect(verdict.containment).toBeGreaterThan(0.8);
  });

  it('knows a copy after light editing', () => {
    const edited = wire
      .replace('on Thursday', 'late Thursday')
      .replace('rushed', 'hasty')
      .replace('about four hundred', 'some 400');
    expect(compare(wire, edited).same).toBe(true);
  });

  it('keeps a follow-up apart', () => {
    expect(compare(wire, follow)).toMatchObject({ same: false });
  });

  it('compares Japanese by letters', () => {
    const edited = japanese.replace('十二日', '１２日').replace('詰める', '協議する');
    expect(compare(`【東京共同】${japanese}`, edited, 'ja').same).toBe(true);
    expect(
      compare(
        japanese,
        '気象庁は十二日、関東甲信地方が梅雨入りしたとみられると発表した。平年より五日遅い。週末にかけて大雨の恐れがあり、土砂災害に警戒するよう呼び掛けている。',
        'ja',
      ).same,
    ).toBe(false);
  });

  it('takes two notices of a few words for copies only when they are equal', () => {
    expect(compare('This article is no longer available.', 'This article is no longer free.').same).toBe(
      false,
    );
  });

  it('finds no copy of nothing', () => {
    expect(compare('', '').same).toBe(false);
  });
});

describe('textSignature', () => {
  const shareBand = (a: string, b: string) => {
    const bands = new Set(textSignature('', a, 'en').bands);
    return textSignature('', b, 'en').bands.some((band) => bands.has(band));
  };

  it('leads from a copy, and from a cut one, to the original', () => {
    expect(shareBand(wire, wire.replace('Thursday', 'Friday'))).toBe(true);
    expect(shareBand(wire, `${wire.slice(0, 450)} Read the whole story in our app.`)).toBe(true);
  });

  it('leads to nothing from another article', () => {
    expect(shareBand(wire, follow)).toBe(false);
  });

  it('fits into signed 32-bit columns', () => {
    const { minhash, leadMinhash } = textSignature('', wire, 'en');
    expect(minhash).toHaveLength(120);
    expect([...minhash, ...leadMinhash].every((value) => value === (value | 0))).toBe(true);
  });
});

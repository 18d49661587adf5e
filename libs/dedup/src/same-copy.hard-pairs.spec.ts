import { describe, expect, it } from '@jest/globals';
import { isSameCopy } from './same-copy.ts';
import { textSignature } from './text-signature.ts';

/** Five agency stories, each with a report of the same event by another hand, which is no copy. */
const events: readonly { language: string; paragraphs: readonly string[]; byAnother: string }[] = [
  {
    language: 'en',
    paragraphs: [
      'Japan will pay for two thirds of the new barracks on Guam under a plan that its defence minister and the American defence secretary signed in Honolulu on Friday, ending a dispute that had held up construction since the winter.',
      'The ministers said that four thousand marines would leave Okinawa by the end of the decade, two years later than promised. The first families are to move next spring, when a school and a clinic near the northern gate are due to open.',
      'Officials in Naha greeted the news with caution. The prefecture has heard such dates before, said one of them, pointing to three earlier plans that were signed with the same ceremony and put off within a year.',
      'The cost, put at nine billion dollars, includes roads and a desalination plant that the island’s governor had demanded before she would lease the land. Congress has still to approve the American share.',
    ],
    byAnother:
      'Tokyo and Washington on Friday settled who pays for moving marines from Okinawa to Guam. Meeting in Hawaii, the two defence chiefs agreed that Japan would carry the larger part of the bill for housing. People on Okinawa remained sceptical: the move has been promised, and postponed, three times. A vote in Congress is still outstanding, and the price has risen to nine billion dollars, not least because the governor of Guam insisted on better roads and more water before giving up land.',
  },
  {
    language: 'en',
    paragraphs: [
      'A patrol boat of the Philippine coast guard was struck by water cannon for the third time in a month on Monday as it tried to carry food and fuel to soldiers who live on a rusting ship on a shoal in the South China Sea.',
      'Two sailors were cut by flying glass, a spokesman in Manila said, and the boat turned back with a broken mast. He showed a film of some two minutes on which a larger white vessel is seen to cross its bow.',
      'Beijing said that its vessels had acted with restraint. The foreign ministry called on Manila to tow away the ship, which was run aground there on purpose in the last century to mark a claim.',
      'Washington repeated that its treaty with the Philippines covers armed attacks on public vessels anywhere in those waters, a sentence that American diplomats have used after each of the last nine clashes.',
    ],
    byAnother:
      'Manila summoned the Chinese ambassador on Tuesday after a supply run to a grounded warship ended in injuries. Jets of water smashed the bridge windows of the coast guard boat, wounding two of its crew. China’s foreign ministry put the blame on the Philippines and said that the wreck should be removed. The United States, an ally by treaty since the middle of the last century, said that it stood by its commitments.',
  },
  {
    language: 'en',
    paragraphs: [
      'The central bank in Tokyo raised its main rate to one percent on Thursday, the highest in three decades, and said that wages were at last rising faster than the price of rice.',
      'Seven of nine board members voted for the step. The two who did not wanted to wait for the spring’s talks between unions and makers of cars, in which the unions are asking for six percent.',
      'The yen gained two percent within the hour. Shares of exporters fell, those of banks rose, and the yield on government bonds of ten years went above two percent for the first time since the turn of the century.',
      'At a news conference that ran long, the governor said that further steps would depend on the figures, and that he would not be hurried. Economists who were asked expect the next one in the summer.',
    ],
    byAnother:
      'Borrowing in Japan becomes dearer: the board of the central bank lifted the policy rate to one percent. It was the third step within two years. Households will feel it in their mortgages, most of which follow short rates, while savers may look forward to interest that deserves the name. Markets had expected the decision; the currency rose nevertheless, and stocks of car makers slipped. The governor refused to be drawn on what comes next.',
  },
  {
    language: 'ja',
    paragraphs: [
      '日米両政府は十三日、在沖縄米海兵隊のグアム移転をめぐり、宿舎整備費の三分の二を日本側が負担することで合意した。防衛相と米国防長官がホノルルで会談し、覚書に署名した。',
      '移転の対象は約四千人で、完了時期は当初計画より二年遅い二〇二〇年代末とした。来春から家族の移動を始め、北門の近くに学校と診療所を開設する。',
      '沖縄県の幹部は「過去にも同じような署名があったが、いずれも一年以内に先送りされた」と述べ、慎重な見方を示した。',
      '総事業費は九十億ドルに上り、グアム知事が土地の貸与の条件としていた道路と海水淡水化施設の整備も含まれる。米側の負担分は議会の承認が必要となる。',
    ],
    byAnother:
      '海兵隊のグアム移転費用で日米が折り合った。ハワイで開かれた防衛担当の閣僚会談で、住宅建設費の大半を日本が引き受けることが決まった。県民の間には期待より疑念が強い。移転は三度約束され、三度延期されたからだ。費用は膨らみ続け、今や九十億ドル。水と道路を求める島の知事の声に応じた結果でもある。議会の採決はこれからだ。',
  },
  {
    language: 'ja',
    paragraphs: [
      '日本銀行は十八日の金融政策決定会合で、政策金利を一％に引き上げることを決めた。三十年ぶりの高い水準となる。賃金の伸びが物価上昇を上回り始めたと判断した。',
      '九人の政策委員のうち七人が賛成した。反対した二人は、春の労使交渉の結果を見極めるべきだと主張した。組合側は六％の賃上げを求めている。',
      '決定を受けて円相場は一時二％上昇した。輸出企業の株が売られる一方、銀行株は買われ、長期金利は今世紀に入って初めて二％を超えた。',
      '総裁は記者会見で、追加の利上げは今後の統計次第であり、急ぐ考えはないと述べた。市場では夏ごろに次の一手があるとの見方が多い。',
    ],
    byAnother:
      'お金を借りる負担がまた重くなる。日銀が決めた利上げは二年間で三度目だ。住宅ローンの多くは短期金利に連動しており、家計への影響は避けられない。一方で預金者は利息らしい利息を受け取れるようになる。市場は織り込み済みだったが、それでも円は買われ、自動車株は下げた。総裁は先行きについて言質を与えなかった。',
  },
];

/** What outlets do to agency copy. */
const edits: readonly (readonly [string, (paragraphs: readonly string[], language: string) => string])[] = [
  ['as it came', (p) => p.join('\n\n')],
  [
    'with a credit at the head',
    (p, l) => (l === 'ja' ? `【東京共同】${p.join('\n\n')}` : `TOKYO (Reuters) - ${p.join('\n\n')}`),
  ],
  [
    'with a credit at the end',
    (p, l) =>
      `${p.join('\n\n')}${l === 'ja' ? '（時事）' : '\n\n© 2026 The Associated Press. All rights reserved.'}`,
  ],
  ['without its last paragraph', (p) => p.slice(0, -1).join('\n\n')],
  ['its first half alone', (p) => p.slice(0, 2).join('\n\n')],
  ['in another order', (p) => [p[0], p[2], p[1], p[3]].join('\n\n')],
  [
    'with other quotation marks and hyphens',
    (p) => p.join('\n\n').replace(/[’“”]/g, "'").replace(/、/g, '，'),
  ],
  [
    'with a paragraph of its own',
    (p, l) =>
      `${p.join('\n\n')}\n\n${l === 'ja' ? '本紙の取材に対し、地元の商店主は「話が急に進んで驚いている」と語った。' : 'A shopkeeper near the station told this paper that she had heard of it on the radio and did not know what to think.'}`,
  ],
  [
    'with words changed here and there',
    (p, l) =>
      l === 'ja'
        ? p.join('\n\n').replace('述べた', '話した').replace('見方', '観測').replace('決めた', '決定した')
        : p
            .join('\n\n')
            .replace('The ', 'Its ')
            .replace(' said ', ' stated ')
            .replace(' first ', ' initial '),
  ],
];

/** Reports that are filled into one form: alike in words, but different news. */
const quake = (place: string, hour: string, size: string, depth: string, level: string) =>
  `An earthquake with a preliminary magnitude of ${size} struck off ${place} at around ${hour} on Tuesday, the weather agency said. Its focus was ${depth} kilometres deep. It measured ${level} on the Japanese scale of seven in parts of ${place}. No tsunami warning was issued, and no damage was reported at nuclear plants nearby.`;
const forms = [
  quake('Iwate', '5:12 a.m.', '5.1', '40', 'lower 4'),
  quake('Ibaraki', '11:47 p.m.', '4.8', '60', '3'),
  quake('Miyazaki', '2:30 p.m.', '6.0', '30', 'upper 5'),
];

interface Text {
  readonly name: string;
  readonly event: string;
  readonly signature: ReturnType<typeof textSignature>;
}

const texts: Text[] = [
  ...events.flatMap(({ language, paragraphs, byAnother }, i) => [
    ...edits.map(([name, edit]) => ({
      name: `${i} ${name}`,
      event: `copy ${i}`,
      signature: textSignature('', edit(paragraphs, language), language),
    })),
    { name: `${i} by another hand`, event: `report ${i}`, signature: textSignature('', byAnother, language) },
  ]),
  ...forms.map((form, i) => ({
    name: `form ${i}`,
    event: `form ${i}`,
    signature: textSignature('', form, 'en'),
  })),
];

const pairs = texts.flatMap((a, i) => texts.slice(i + 1).map((b) => ({ a, b, truth: a.event === b.event })));
/** As the worker does it: only texts that share a band are compared at all. */
const found = ({ a, b }: { a: Text; b: Text }) => {
  const bands = new Set(a.signature.bands);
  return b.signature.bands.some((band) => bands.has(band)) && isSameCopy(a.signature, b.signature).same;
};
const nameOf = ({ a, b }: { a: Text; b: Text }) => `${a.name} / ${b.name}`;

describe('isSameCopy on hard pairs', () => {
  it('has pairs enough to speak of hundredths', () => {
    expect(pairs.filter(({ truth }) => truth).length).toBeGreaterThanOrEqual(100);
    expect(pairs.filter(({ truth }) => !truth).length).toBeGreaterThanOrEqual(1_000);
  });

  it('takes nothing for a copy that is none', () => {
    expect(pairs.filter((pair) => !pair.truth && found(pair)).map(nameOf)).toEqual([]);
  });

  it('finds at least 97 of 100 copies', () => {
    const copies = pairs.filter(({ truth }) => truth);
    const missed = copies.filter((pair) => !found(pair)).map(nameOf);
    expect({ share: 1 - missed.length / copies.length >= 0.97, missed: missed.slice(0, 10) }).toMatchObject({
      share: true,
    });
  });
});

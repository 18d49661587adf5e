/** Texts with what is hard about them, and digests of what the first released form of the library stored of each. */
export interface StoredFormCase {
  readonly name: string;
  readonly language: string | null;
  readonly published: string;
  readonly title: string;
  readonly text: string;
  /** Signature and story vector of the text, and the same of the text twelve times over, numbered. */
  readonly digests: readonly [string, string, string, string];
}

export const STORED_FORM_CASES: readonly StoredFormCase[] = [
  {
    name: "an English report with an agency's credit",
    language: 'en',
    published: '2026-05-03T02:00:00Z',
    title: 'Osprey crashes off Yakushima, Whitlock calls for grounding',
    text: "TOKYO, May 3 (Reuters) - A US Air Force Osprey with eight people on board crashed off Yakushima on Sunday, Japan's coast guard said. Prime Minister Sugihara said the U.S.-Japan alliance would look into the cause; the Defense Ministry's 1,250 aircraft stay grounded.\n\nSenator Whitlock, according to the Copper Ridge Herald, asked for $8.9 billion in repairs — “not one cent less,” she said. The F-35s at Kadena were not affected. On June 24 a hearing follows in Washington.",
    digests: ['c37ee056', '103c5525', 'b17ed19e', 'a976543c'],
  },
  {
    name: 'a Japanese report with names of people and places',
    language: 'ja',
    published: '2026-05-03T02:00:00Z',
    title: 'オスプレイが屋久島沖に墜落、中谷防衛相が飛行停止を要請',
    text: '【鹿児島共同】米空軍の輸送機オスプレイが３日、鹿児島県屋久島町の沖に墜落した。海上保安庁によると８人が乗っていた。中谷元防衛相は記者団に「飛行の停止を求めた」と述べ、ワシントンのヘグセス国防長官と電話で協議した。\n\n修理の費用は89億ドルに上る見通しで、6月24日に議会で審議される。馬毛島や市ヶ谷、嘉手納基地でも１２５０人が備える。「さくら」の田中さんは『のぞみ』と話した。（共同）',
    digests: ['aecaba65', '26142b20', '35d18ec9', 'bf128fa5'],
  },
  {
    name: 'a Korean report',
    language: 'ko',
    published: '2026-05-03T02:00:00Z',
    title: '한미일 외교장관 회담, 서울에서 열려',
    text: '한국과 미국, 일본의 외교장관이 3일 서울에서 만나 북한의 미사일 발사에 대해 논의했다. 회담은 약 2시간 동안 이어졌으며 공동성명이 발표됐다. 다음 회담은 도쿄에서 열릴 예정이다.',
    digests: ['b39b25d5', 'd5a9a43b', 'f1dae4c0', '0b6a8f06'],
  },
  {
    name: 'a German report with umlauts and a composed and a decomposed é',
    language: 'de',
    published: '2026-05-03T02:00:00Z',
    title: 'Österreichs Außenminister reist nach Tokio',
    text: 'Der österreichische Außenminister Jürgen Größl reist am Montag nach Tokio. Im Café Élysée, das im Café-Viertel liegt, sprach er über Rüstung. Ärzte und Übersetzer begleiten ihn; die Reise kostet 1.250.000 Euro.',
    digests: ['2237aa83', '74f075ed', 'e2c7ad51', '73ba4965'],
  },
  {
    name: 'letters beyond the basic plane, emoji and full width',
    language: 'ja',
    published: '2026-05-03T02:00:00Z',
    title: '𠮷野家で😀会合、ＡＢＣ社長と𠮷田氏',
    text: '𠮷野家の本社で😀𠮷田氏とＡＢＣの社長が会い、ﾊﾝｶｸの書類を渡した。𝐁𝐨𝐥𝐝 と 𐐔𐐯𐑅 の文字も使われ、ÅÄÖも並ぶ。ノノヶケ、々々。',
    digests: ['f0300d0d', 'c0f10d80', '64a42567', '2af4af0e'],
  },
  {
    name: 'the same beyond the basic plane in spaced words',
    language: 'en',
    published: '2026-05-03T02:00:00Z',
    title: '😀 Deseret 𐐔𐐯𐑅𐐨𐑉𐐯𐐻 Letters Return, Ⅳ ﬁnal',
    text: "\ud83d\ude00 Deseret letters, such as \ud801\udc14\ud801\udc2f\ud801\udc45\ud801\udc28\ud801\udc49\ud801\udc2f\ud801\udc3b and \ud801\udc14\ud801\udc2f\ud801\udc45, return to Salt Lake City. The \ufb01rst sign \u2014 \u0130stanbul's \u039f\u0394\u039f\u03a3 \u2014 was \ud835\udc01\ud835\udc28\ud835\udc25\ud835\udc1d; half \ud83d of a pair is here, \ude00 too. Mount Fuji's trains run at 300 km/h, said O\u2019Brien-Smith's aide. A.B.C. and e.g. 'quotes' end. ...",
    digests: ['5db33cc6', '92fa3bd8', '2b085a29', '1b87727e'],
  },
  {
    name: 'a notice too short to speak for itself',
    language: 'en',
    published: '2026-05-03T02:00:00Z',
    title: 'Subscribers only: The Tariff Letters',
    text: 'This article is for subscribers.',
    digests: ['a7ad9c6c', 'ac06c28c', 'bad0f973', '22d719fc'],
  },
  {
    name: 'nothing at all',
    language: null,
    published: '2026-05-03T02:00:00Z',
    title: '',
    text: '',
    digests: ['b66357ec', '16830777', '01767e49', '16830777'],
  },
  {
    name: 'two words',
    language: null,
    published: '2026-05-03T02:00:00Z',
    title: 'a',
    text: 'Hello world',
    digests: ['d8ba0942', '0a4eb291', 'fbf9b16d', '0a4eb291'],
  },
  {
    name: 'four Japanese letters',
    language: null,
    published: 'not a date',
    title: '速報',
    text: '速報です',
    digests: ['ce44d2cc', '34673dad', 'c455f974', '34673dad'],
  },
  {
    name: 'a Chinese report whose language is not known',
    language: null,
    published: '2026-12-31T23:00:00Z',
    title: '中国外交部：强烈反对',
    text: '新华社北京1月2日电 中国外交部发言人林剑表示，中方强烈反对美国向台湾出售武器，总额达三百五十亿美元。他说，美方应恪守一个中国原则和中美三个联合公报规定。',
    digests: ['1e0afa14', '5e9602c1', 'ab99adaa', '838f68df'],
  },
  {
    name: 'an English report that quotes Japanese',
    language: 'en',
    published: '2026-05-03T02:00:00Z',
    title: "What 忖度 means for Nagatacho's Prime Minister",
    text: "The word 忖度 (sontaku) returned to Nagatacho on Sunday. Mr. Ōhira of the オスプレイ committee said Defence White Paper 2026 names twelve bases, 2.5 trillion yen and three hundred people. Trains from Shin-Ōsaka ran; the Maritime Self-Defense Force's JS Izumo sailed from Yokosuka to Guam on Apr. 28.",
    digests: ['963e8886', '448df0c8', 'e310aec3', '8d7a9d9e'],
  },
];

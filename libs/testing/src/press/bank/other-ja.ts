import type { TopicId } from '../labels.ts';
import type { RemarkParts } from './bank-types.ts';

/** Sentences that carry neither topic nor frame, in Japanese. */
export const fillersJa: readonly string[] = [
  '記者団には午後、2ページの概要が配られた。',
  '{city}ではこの日、弱い雨が降った。',
  'この記事は6人への取材と公開された文書に基づく。',
  '{usName}は昨年春に、{jpName}はその1年前に就任した。',
  '記者会見は40分続いた。',
  '2つの机の間に通訳が座った。',
  '両国の担当者は匿名を条件に取材に応じた。',
  '文書は{day}の日付で、11ページある。',
  '扉が閉まる前に庭で写真の撮影があった。',
  '質問は寄せられた順に答えられた。',
  '報道官は週末に再び記者団の前に立つ。',
  '同じ日に{month}の日程表も公表された。',
  '双方の一行は夕方の便で帰途に就いた。',
  '部屋は一日中押さえてあった。',
  '議事の記録は2日以内にサイトに載る。',
  '4時にお茶が出され、6時まで続いた。',
];

export const quotesJa: readonly string[] = [
  '「長い一日だったが、有益な話ができた」と{usName}は記者団に語った。',
  '「資料を用意した皆さんに感謝する」と{jpName}は述べた。',
  '「明日の朝、同僚に報告する」と{jpName}は話した。',
  '「質問が多く、一つずつ答えていった」と{jpAide}は話した。',
  '「会場は満員で、皆よく聞いていた」と{expert}は話した。',
  '「{city}には何度も来ており、いつも楽しみだ」と{usName}は語った。',
];

export const followUpsJa: readonly string[] = [
  'この件は今週初めに明らかになっていた。',
  'この件での発表は数日の間に2度目となる。',
  '最初の報道の後、複数の部署が独自の資料を公表した。',
];

export const updatesJa: readonly string[] = [
  '（記者会見の時刻を追記しました）',
  '【訂正】登場する人の年齢に誤りがありました。',
  '（{day}の経過の順序が分かるよう記事を改めました）',
];

export const occasionsJa: Record<TopicId, string> = {
  summit_diplomacy: '{city}会合',
  host_nation_support: '{city}での特別協定協議',
  us_forces_bases: '{base}の発表',
  japan_defense_reform: '{years}年計画の審議',
  joint_ops_command: '共同訓練「{drill}」',
  china_taiwan: '{city}での対中協議',
  north_korea: '{city}での北朝鮮協議',
  trade_economic_security: '{city}通商協議',
  regional_partners: '{city}での説明会',
  tech_space_cyber: '{city}サイバー対話',
};

export const headlineFormsJa: readonly string[] = [
  '{headline}',
  '{headline}　{occasion}',
  '{occasion}　{headline}',
];

/** Passers-by and what they say, in Japanese. */
export const remarksJa: RemarkParts = {
  forms: [
    '{town}の{trade}、{person}（{age}）は、{remark}と話した。',
    '{trade}の{person}（{age}）によると、{remark}という。',
    '「けさ初めて聞いた」と話す{trade}の{person}（{age}）は、{remark}と付け加えた。',
    '{trade}をしている{person}（{age}）は、{remark}と振り返った。',
  ],
  trades: [
    'パン職人',
    'バス運転手',
    '元教員',
    '製本工',
    '看護師',
    '花屋',
    '学生',
    '大工',
    '司書',
    '仕立屋',
    '料理人',
    '庭師',
    'ピアノ調律師',
    '歯科医',
    '郵便局員',
    '時計職人',
    '果物店主',
    '用務員',
    '翻訳者',
    '養蜂家',
  ],
  remarks: [
    '夕方の電車はいつも通り混んでいた',
    '市場はその話で持ち切りだった',
    '広間のコーヒーはなかなかおいしかった',
    '垣根越しに隣の人から聞いた',
    'ラジオの知らせは短かった',
    '昼食の前に散歩する時間があった',
    '表の長椅子は塗り替えられたばかりだった',
    '扉の張り紙は読みにくかった',
    '週末にゆっくり読むつもりだ',
    '通りは昼まで静かだった',
    '店には今も古い写真が掛けてある',
    '朝食の席で子どもに尋ねられた',
    '列は早く進んだ',
    '夕刊には地図が載っていた',
    '駐車場は9時前に埋まった',
    'いとこから知らせが届いた',
    '明かりは遅くまでついていた',
    '式次第は黄色い紙に刷られていた',
    '昇降機はまた故障していた',
    '小道は2度掃き清められていた',
    '入り口の花は近くの農園のものだった',
    '鐘はいつも通り6時に鳴った',
    '窓際の席がいちばん眺めが良かった',
    '傘を持ってくればよかった',
  ],
};

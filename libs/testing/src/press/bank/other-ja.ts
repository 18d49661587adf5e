import type { TopicId } from '../labels.ts';
import type { RemarkParts } from './bank-types.ts';

/** Sentences that carry neither topic nor frame, in Japanese. */
export const fillersJa: readonly string[] = [
  '{city}ではこの日、弱い雨が降った。',
  'この記事は{city}で書かれ、2人の同僚が目を通した。',
  '{expert}は長年この問題を追ってきた。',
  '{city}はこの季節にしては暖かかった。',
  '写真記者は早くから庭で待っていた。',
  'この日は{day}で、{city}の駅前の喫茶店はにぎわっていた。',
  '{expertName}は{prefecture}の出身で、大学では法律を学んだ。',
  '灰色の外套を着た通行人は傘を手にしていた。',
  '{day}に撮られた写真には自転車の列が写っている。',
  '{city}の建物の前の旗は動かなかった。',
  '夜のニュースは映像を2度流した。',
  '録音は{day}の夜にラジオで聞ける。',
  '記事に添えた地図は手で描かれた。',
  '{expertName}は教師の両親の下で育った。',
  '{city}の中心部では午後、車の流れが遅かった。',
  '{expertName}は電車が好きだと、かつての同級生は話す。',
];

/** Background that names both countries and their alliance, and nothing else. */
export const backgroundJa: readonly string[] = [
  '日米同盟は、1951年に署名され1960年に改定された安全保障条約に基づく。',
  '日米両国は毎年1月に安全保障条約の記念日を迎える。',
  '日本と米国の安全保障条約は10条から成る。',
  '日米同盟の事務所は東京とワシントンに一つずつある。',
  '日本と米国は条約で結ばれており、日米同盟の歴史は担当者の年齢より長い。',
  '{expert}が書いた日米同盟の歴史の本は、昨春、日本と米国で刊行された。',
];

export const quotesJa: readonly string[] = [
  '「よく眠れたし、朝食もおいしかった」と{usAide}は記者団に語った。',
  '「長い一日だった」と{jpAide}は述べた。',
  '「皆と同じようにラジオで聞いた」と{expert}は話した。',
  '「これから家に帰る」と{usAide}は話した。',
  '「{city}には何度も来ており、いつも楽しみだ」と{expert}は語った。',
  '「早朝の電車に乗った」と{jpAide}は話した。',
];

export const followUpsJa: readonly string[] = [
  'この件は今週初めに伝えられていた。',
  'この件が伝えられるのは数日で2度目となる。',
  '最初の報道は数日前にあった。',
];

export const updatesJa: readonly string[] = [
  '（登場する人の氏名を補いました）',
  '【訂正】登場する人の年齢に誤りがありました。',
  '（誤字を改めました）',
];

export const occasionsJa: Record<TopicId, string> = {
  summit_diplomacy: '{city}での{usFamily}・{jpFamily}会談',
  host_nation_support: '「{city}協定」',
  us_forces_bases: '{base}の米軍部隊',
  japan_defense_reform: '防衛の「{plan}計画」',
  joint_ops_command: '共同訓練「{drill}」',
  china_taiwan: '中国船「{ship}」',
  north_korea: '{site}からの発射',
  trade_economic_security: '{goods}の関税',
  regional_partners: '「{program}」',
  tech_space_cyber: '衛星「{satellite}」',
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

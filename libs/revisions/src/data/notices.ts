/** How an outlet says that it mended an article. Each looks at one sentence. */
export const CORRECTION_NOTICES = [
  /^[\s([*—-]*(?:correction|corrections|clarification|editor[’']?s note|erratum)\b/iu,
  /\b(?:an|the) (?:earlier|previous|original) (?:version|edition) of (?:this|the) (?:article|story|report|post|headline)\b/iu,
  /\bthis (?:article|story|report|post|headline) (?:has been|was) (?:corrected|amended|clarified|revised|edited|updated)\b/iu,
  /^[\s(（【〔※*]*(?:訂正|お詫び|おわび)/u,
  /(?:当初の?|初出時の?|以前の)(?:記事|見出し|本文|表記|記述).{0,60}(?:訂正|修正|誤り)/u,
  /^[\s(（【〔※*]*.{0,40}(?:誤字|氏名|表記|見出し).{0,20}(?:改め|補い|直し|訂正し|修正し)ました/u,
  /(?:記事|見出し|本文|表記|記述)の?(?:一部)?を(?:訂正|修正)(?:しました|いたしました|します)/u,
];

/** How an outlet says that an article is not there any more, under a page that answers as if it were. */
export const WITHDRAWAL_NOTICES = [
  /\bthis (?:article|story|report|post|page|content) (?:has been|was|is) (?:removed|withdrawn|retracted|taken down|deleted|unpublished|no longer available)\b/iu,
  /\b(?:article|story|report|post) (?:has expired|is no longer available)\b/iu,
  /(?:記事|ページ|ニュース)は.{0,20}(?:削除され|削除しま|取り消し|取り下げ|公開を終了|掲載を終了|配信を終了|掲載期間が終了|公開期間が終了|公開は終了)/u,
  /(?:公開|掲載|配信)(?:期間)?(?:を|が|は)終了(?:しました|した記事|いたしました)/u,
];

/** Words that tell no event from another: function words and the vocabulary of reporting itself. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'the a an and or but nor so yet of in on at to for from by with about into over after before under between through during against without within along across behind beyond ' +
    'is are was were be been being am has have had having do does did doing will would shall should can could may might must not no ' +
    'i you he she it we they me him her us them my your his its our their this that these those who whom whose which what when where why how ' +
    'as if then than because while although though until since there here also just only even more most much many some any all both each few other another such own same very too ' +
    'said says say saying told tell tells according added adding asked reported reports report news week month year day today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday ' +
    'january february march april june july august september october november december one two three four five first second last new next time people including however ' +
    'out up down off again once now still back well way make made making take took taken get got go going come came see seen know ' +
    'der die das und oder aber von zu mit für auf ist sind war waren ein eine einer eines dem den des nicht auch sich als nach bei wie aus wird werden hat haben ' +
    'le la les un une des du de et ou mais que qui dans pour par sur avec est sont été pas plus ce cette ces son sa ses leur au aux ' +
    'el los las una unos y o pero con por para del al es son fue ha se su sus lo como más este esta ' +
    'il lo gli che di da non per sono nel della dei delle alla '
  )
    .trim()
    .split(/\s+/),
);

/** The like in Japanese, as runs of one script. */
export const JAPANESE_STOP_WORDS: ReadonlySet<string> = new Set([
  '日本時間',
  '同日',
  '今回',
  '発表',
  '午前',
  '午後',
  '記者',
  '取材',
  '関係者',
  '明日',
  '今日',
  '昨日',
  '以上',
  '以下',
  '場合',
  '一方',
  '同氏',
  '同紙',
  '可能性',
  '必要',
  '問題',
  '理由',
  '状況',
  '結果',
  '今後',
  '時間',
  '写真',
  '記事',
  '報道',
  '新聞',
  '通信',
  '時事',
  '共同',
  'ニュース',
]);

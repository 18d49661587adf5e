/**
 * Names, demonyms and capitals of the countries that the news pairs with each other most, so that a beat about
 * some countries can tell who else a text is about. Own list; English, then Japanese.
 */
export const COUNTRIES: readonly { readonly en: readonly string[]; readonly ja: readonly string[] }[] = [
  entry('Japan|Japanese|Tokyo', '日本|東京'),
  entry('United States|US|American|America|Americans|Washington', '米国|アメリカ|ワシントン'),
  entry('China|Chinese|Beijing|Xi Jinping', '中国|北京|習近平|中国共産党'),
  entry('South Korea|South Korean|South Koreans|Seoul|Republic of Korea|ROK', '韓国|ソウル|在韓'),
  entry(
    'North Korea|North Korean|North Koreans|Pyongyang|Kim Jong Un|Kim Jong Il|DPRK',
    '北朝鮮|平壌|金正恩|金正日',
  ),
  entry('Taiwan|Taiwanese|Taipei', '台湾|台北'),
  entry('Philippines|Philippine|Manila|Filipino|Filipinos', 'フィリピン|マニラ|比政府'),
  entry('Australia|Australian|Australians|Canberra', '豪州|オーストラリア|豪政府|キャンベラ|日豪'),
  entry('India|Indian|Indians|New Delhi', 'インド政府|インド首相|ニューデリー|モディ|日印'),
  entry('Russia|Russian|Russians|Moscow|Kremlin|Putin', 'ロシア|モスクワ|プーチン|クレムリン'),
  entry('Ukraine|Ukrainian|Ukrainians|Kyiv|Kiev|Zelensky|Zelenskyy', 'ウクライナ|キーウ|キエフ|ゼレンスキー'),
  entry('Britain|British|United Kingdom|UK|London|England', '英国|イギリス|ロンドン|英政府|日英'),
  entry('France|French|Paris|Macron', 'フランス|パリ|仏政府|マクロン'),
  entry('Germany|German|Germans|Berlin', 'ドイツ|ベルリン|独政府'),
  entry('Italy|Italian|Rome', 'イタリア|ローマ'),
  entry('Canada|Canadian|Canadians|Ottawa', 'カナダ|オタワ'),
  entry('Mexico|Mexican|Mexicans', 'メキシコ'),
  entry('Iran|Iranian|Iranians|Tehran', 'イラン|テヘラン'),
  entry('Iraq|Iraqi|Iraqis|Baghdad', 'イラク|バグダッド'),
  entry('Syria|Syrian|Syrians|Damascus|Assad', 'シリア|ダマスカス|アサド'),
  entry('Israel|Israeli|Israelis|Jerusalem|Netanyahu|Gaza', 'イスラエル|エルサレム|ネタニヤフ|ガザ'),
  entry('Afghanistan|Afghan|Afghans|Kabul|Taliban', 'アフガニスタン|アフガン|カブール|タリバン'),
  entry('Pakistan|Pakistani|Islamabad', 'パキスタン'),
  entry('Saudi Arabia|Saudi|Riyadh', 'サウジアラビア|サウジ'),
  entry('Turkey|Turkish|Ankara|Erdogan', 'トルコ|エルドアン'),
  entry('Egypt|Egyptian|Cairo', 'エジプト|カイロ'),
  entry('Vietnam|Vietnamese|Hanoi', 'ベトナム|ハノイ'),
  entry('Indonesia|Indonesian|Jakarta', 'インドネシア|ジャカルタ'),
  entry('Thailand|Thai|Bangkok', 'タイ政府|バンコク'),
  entry('Malaysia|Malaysian|Kuala Lumpur', 'マレーシア'),
  entry('Singapore|Singaporean', 'シンガポール'),
  entry('Myanmar|Burma|Burmese', 'ミャンマー'),
  entry('New Zealand|Wellington', 'ニュージーランド'),
  entry('Hong Kong', '香港'),
  entry('Poland|Polish|Warsaw', 'ポーランド'),
  entry('Spain|Spanish|Madrid', 'スペイン'),
  entry('Netherlands|Dutch|Hague', 'オランダ'),
  entry('Brazil|Brazilian|Brasilia', 'ブラジル'),
  entry('Cuba|Cuban|Cubans|Havana', 'キューバ'),
  entry('Venezuela|Venezuelan|Caracas|Maduro', 'ベネズエラ'),
  entry('Libya|Libyan|Tripoli|Benghazi', 'リビア'),
  entry('Yemen|Yemeni|Houthi|Houthis', 'イエメン|フーシ'),
];

/** Position of Japan in the list. */
export const JAPAN = 0;

/** Institutions and places that, without another country's name before them, mean Japan in a Japanese text. */
export const HOME_WORDS_JA: readonly string[] =
  '政府|首相|外相|防衛相|防衛省|外務省|官房長官|経産相|財務相|衆院|参院|自民|公明|陸自|海自|空自|陸上自衛隊|海上自衛隊|航空自衛隊|県知事|県民|県議会|都内|被爆地|閣議|護衛艦'.split(
    '|',
  );

function entry(en: string, ja: string): { readonly en: readonly string[]; readonly ja: readonly string[] } {
  return { en: en.split('|'), ja: ja.split('|') };
}

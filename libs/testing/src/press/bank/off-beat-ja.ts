import type { OffBeatBank } from './bank-types.ts';

/** Everything else that the outlets print, in Japanese. The last two read much like the beat but are not of it. */
export const offBeatJa: OffBeatBank = {
  japan_domestic: [
    {
      headline: '{town}に新しい{building}　{years}年ぶり',
      lead: '{prefecture}の{town}で{day}、新しい{building}が開業した。',
      facts: [
        '{town}の{building}には{troops}人が入る。',
        '{town}の開業式には設計した{expertName}も姿を見せた。',
        '{building}の前では{town}の山あいの農家が柿を売った。',
        '{town}の住民は{building}を{years}年間待っていた。',
      ],
    },
    {
      headline: '{town}の{transport}、{month}で廃止',
      lead: '{town}と隣町を結ぶ{transport}が{month}で廃止されると、運航会社が{day}発表した。',
      facts: [
        '{town}の{transport}は昨年4万人を運んだ。',
        '代わりのバスが{town}から1日4便走る。',
        '{town}の{transport}の最年長の職員は{years}年間働いてきた。',
        '{town}の人口は2000年から2割減った。',
      ],
    },
    {
      headline: '{town}の小学校2校、統合へ',
      lead: '{prefecture}の教育委員会は{day}、児童の減少で{town}の小学校2校を統合すると決めた。',
      facts: [
        '{town}の最も下の学年には数人しか残っていない。',
        '新しい名前は{town}の保護者と教員が決める。',
        '{town}の古い方の学校には時計台がある。',
        '{month}から{town}に通学バスが走る。',
      ],
    },
    {
      headline: '{town}の{jpFamily}町長が再選',
      lead: '{town}の町長選は{day}投開票され、現職の{jpFamily}氏が再選された。',
      facts: [
        '{town}の投票率は{pct}％だった。',
        '{jpFamily}氏はかつて{town}でパン屋を営んでいた。',
        '{town}のもう一人の候補は養蜂家だった。',
        '{jpFamily}氏は自転車で{town}を回り礼を述べた。',
      ],
    },
  ],
  us_domestic: [
    {
      headline: '米上院委、{usFamily}議員の{ruled}法案の採決延期',
      lead: '米上院の委員会は{day}、{usFamily}上院議員が出した{ruled}の安全規則を厳しくする法案の採決を延期した。',
      facts: [
        '{usFamily}議員の法案には両党の{pct}人が名を連ねた。',
        '{usFamily}議員は、{ruled}はもっと安全であるべきだと話す。',
        '{usFamily}議員の生まれた{usTown}では子どもが{ruled}でけがをした。',
        '{usFamily}議員の法案は{month}に再び取り上げられる。',
      ],
    },
    {
      headline: '米の{usFamily}州知事、{benefit}の無償化法に署名',
      lead: '米国の{usFamily}州知事は{day}、州内の全ての子どもの{benefit}を無償にする法に署名した。',
      facts: [
        '公聴会では保護者が{usFamily}知事の法を歓迎した。',
        '{usFamily}知事は{usTown}で児童と{benefit}について話した。',
        '{usFamily}知事の法は来秋に始まる。',
        '{usTown}の家族が{benefit}のことで{usFamily}知事に礼を述べた。',
      ],
    },
    {
      headline: '米裁判所、{usFirm}の河川許可巡り審理',
      lead: '米連邦裁判所は{day}、{usFirm}が{usTown}の川沿いに建物を造る許可を巡って弁論を開いた。',
      facts: [
        '{usTown}の弁護士は、{usFirm}への許可は手違いだったと述べた。',
        '{usFirm}についての判決は夏までに出る見通し。',
        '{usFirm}は{usTown}に{years}棟を建てたい考えだ。',
        '{usTown}の釣り人が傍聴席を埋めた。',
      ],
    },
    {
      headline: '米{usTown}、{cityPlan}を検討',
      lead: '米国の{usTown}の市議会は{day}、{cityPlan}の案を審議した。採決は{month}。',
      facts: [
        '{usTown}の店主は駐車場を増やすよう求めた。',
        '{usTown}の市議会は60人の意見を聞いた。',
        '{usFamily}市議はよその町の{cityPlan}を気に入っている。',
        '{usTown}の{cityPlan}は{pct}カ所に造られる。',
      ],
    },
  ],
  sports: [
    {
      headline: '{jpFamily}投手、開幕戦で11奪三振',
      lead: '{jpFamily}投手が{day}の開幕戦で11三振を奪い、{town}のチームは白星発進した。',
      facts: [
        '{jpFamily}投手は最後の3回で{pct}球を投げた。',
        '{town}の観客は試合後も席を立たなかった。',
        '{town}の決勝点は9回に入った。',
        '{jpFamily}投手は{town}の隣人に投げ方を教わった。',
      ],
    },
    {
      headline: '{town}の{race}に過去最多の参加者',
      lead: '{town}の{race}が{day}開かれ、過去最多の1万2千人が参加した。',
      facts: [
        '{town}の{race}のコースは海沿いを通り神社へ上る。',
        '{town}の{race}は{jpFamily}選手が{years}連覇した。',
        '弱い追い風が{race}の参加者を助けた。',
        '{town}の最年長の参加者は91歳だった。',
      ],
    },
    {
      headline: '終了間際に{jpFamily}選手の決勝点　{town}2位浮上',
      lead: '{day}の試合は終了間際に{jpFamily}選手が決勝点を挙げ、{town}のチームが2位に浮上した。',
      facts: [
        '{town}は5連勝となった。',
        '{jpFamily}選手は膝を痛めて2試合を休む。',
        '{town}での次戦の切符は{month}に発売される。',
        '{town}の競技場には3万1千人が入る。',
      ],
    },
    {
      headline: '男子{discipline}は{jpFamily}選手が金　{town}',
      lead: '{town}での男子{discipline}の決勝は{day}行われ、{jpFamily}選手が今季最高の記録で金メダルを取った。',
      facts: [
        '{jpFamily}選手は子どもの頃に{discipline}を始めた。',
        '{town}の競技場は{years}年前に造られた。',
        '{jpFamily}選手の監督は{town}の丘から見守った。',
        '{town}のリレーは雨で延期された。',
      ],
    },
  ],
  weather: [
    {
      headline: '{town}で大雪、山道が通行止め',
      lead: '{town}の周辺では{day}、大雪で山道が通行止めになった。',
      facts: [
        '{town}では一晩で最大60センチの雪が積もった。',
        '道路事務所は{town}に向かう車に冬用タイヤの装着を呼び掛けた。',
        '{town}の学校は休校になった。',
        '{prefecture}の除雪車が{town}の応援に来た。',
      ],
    },
    {
      headline: '台風、{town}の南を通過へ',
      lead: '台風は{day}、{town}の南を通る見込みだ。',
      facts: [
        '{town}の灯台では風速36メートルを観測した。',
        '{town}の船は朝から再び動く。',
        '{town}の雨は週末までに弱まる。',
        '{town}の漁師は船を陸に上げた。',
      ],
    },
    {
      headline: '{town}の{month}の気温、観測史上最高',
      lead: '{town}の先月の平均気温は観測史上最も高かったと、気象台が{day}発表した。',
      facts: [
        '{town}の正午の気温は31度に達した。',
        '{town}の桜は9日早く咲いた。',
        '{town}の記録は1911年にさかのぼる。',
        '{town}の農家は苗にわらをかぶせた。',
      ],
    },
    {
      headline: '{town}沖で霧、漁船に遅れ',
      lead: '{town}沖では{day}、霧のため数十隻の漁船が遅れた。',
      facts: [
        '{town}の霧笛は{years}時間鳴り続けた。',
        '{town}の港の事務所は毛布とお茶を配った。',
        '漁船は昼まで{town}の外で待った。',
        '{town}の霧は今年最も濃かった。',
      ],
    },
  ],
  business: [
    {
      headline: '{town}の{food}チェーン、50店を出店へ',
      lead: '{town}で生まれた{food}のチェーンは{day}、今後1年で50店を開くと発表した。',
      facts: [
        '1号店は{town}の駅の隣にある。',
        '創業者の{jpFamily}氏は{town}の屋台から始めた。',
        '{town}のチェーンの従業員は4200人。',
        '{food}の作り方は{town}の祖母から教わった。',
      ],
    },
    {
      headline: '{product}の{jpFirm}、業績予想を上方修正',
      lead: '{product}を造る{jpFirm}は{day}、春の販売が好調だったとして通期の予想を引き上げた。',
      facts: [
        '{jpFirm}の株価は朝方に{pct}円上がった。',
        '{jpFirm}の{product}の販売は倍増した。',
        '{jpFirm}の取締役会は{month}に再び開かれる。',
        '{jpFirm}の本店は{town}にある。',
      ],
    },
    {
      headline: '{prefecture}の{month}の小売売上高、小幅増',
      lead: '統計局は{day}、{prefecture}の{month}の小売売上高が0.{pct}％増えたと発表した。',
      facts: [
        '{town}では傘と靴がよく売れた。',
        '{town}の店は営業時間を延ばした。',
        '{town}の百貨店はポイントカードを廃止した。',
        '{prefecture}の書店は前年より好調だった。',
      ],
    },
    {
      headline: '{town}の{family}会社、新社長に{jpFamily}氏',
      lead: '{town}の家族経営の{family}会社は{day}、{jpFamily}氏を新しい社長に決めた。',
      facts: [
        '{jpFamily}氏は見習いとして{town}の会社に入った。',
        '{town}の{family}会社の商品は{pct}種類。',
        '{jpFamily}氏は{town}の{family}の工場を残すという。',
        '前社長は相談役として{town}に残る。',
      ],
    },
  ],
  culture: [
    {
      headline: '{town}の美術館で忘れられた{craft}展',
      lead: '{town}の美術館で{day}、忘れられた{craft}の展覧会が始まった。',
      facts: [
        '{craft}は{years}年前に{town}の屋根裏で見つかった。',
        '{town}の美術館の図録は240ページある。',
        '作者の{jpFamily}氏は若くして{town}を離れた。',
        '{town}での会期は{month}まで。',
      ],
    },
    {
      headline: '{jpFamily}監督の{hero}の映画に最高賞',
      lead: '{jpFamily}監督が{hero}を描いた映画が{day}、{town}の映画祭で最高賞に選ばれた。',
      facts: [
        '{jpFamily}監督は白黒で、一つの島で撮影した。',
        '{town}の審査員は静かな結末を評価した。',
        '{jpFamily}監督は次に喜劇を撮る。',
        '{hero}を演じたのは{town}の教員。',
      ],
    },
    {
      headline: '{town}の{ensemble}が初の演奏旅行',
      lead: '{town}の子ども{ensemble}が{day}、初めての演奏旅行に出発した。',
      facts: [
        '{town}の{ensemble}は60曲を覚えている。',
        '{jpFamily}氏は{years}年前に{town}で{ensemble}をつくった。',
        '{ensemble}の最年少の団員は6歳。',
        '{ensemble}は{month}に{town}に戻る。',
      ],
    },
    {
      headline: '91歳の{artisan}{jpFamily}さん、{town}で最後の個展',
      lead: '91歳の{artisan}{jpFamily}さんが{day}、本人が最後と呼ぶ個展を{town}で開いた。',
      facts: [
        '来場者は{artisan}の{jpFamily}さんの作品に触れることができる。',
        '{artisan}の{jpFamily}さんは毎朝4時に起きる。',
        '{jpFamily}さんは戦後に{town}に来た。',
        '{town}の会場は入場無料。',
      ],
    },
  ],
  us_korea_alliance: [
    {
      headline: '米韓、ソウルで同盟協議　{usFamily}氏出席',
      lead: '米国と韓国は{day}、{usSec}も出席してソウルで米韓同盟を巡る協議を開いた。',
      facts: [
        '{usFamily}氏は、韓国への約束は揺るぎないと述べた。',
        '在韓米軍はおよそ2万8500人。',
        '{usFamily}氏は韓国の国会議員とも話した。',
        '{usFamily}氏は{month}に再びソウルを訪れる。',
      ],
    },
    {
      headline: '米韓、{koreanTown}の駐留経費で合意',
      lead: '米韓両政府は{day}、韓国の{koreanTown}に置く在韓米軍の経費の分担で合意した。',
      facts: [
        '韓国は{koreanTown}の基地の維持に{pct}％多く払う。',
        '{koreanTown}の分担の協定には韓国国会の承認が要る。',
        '{koreanTown}の基地周辺の住民は騒音を訴えた。',
        '{koreanTown}の部隊は{troops}人。',
      ],
    },
    {
      headline: '米韓の合同演習「{drill}」始まる',
      lead: '米韓同盟の春の合同演習「{drill}」が{day}、軍事境界線の近くで始まった。',
      facts: [
        '「{drill}」では米韓両軍共通の指揮系統を試す。',
        '「{drill}」には米韓の{troops}人が参加する。',
        '韓国の当局者は「{drill}」について、北朝鮮のミサイルに備える抑止力が必要だと話した。',
        '「今夜にも戦える備えがある」と在韓米軍の司令官は語った。',
      ],
    },
    {
      headline: '米韓の国防相、同盟を確認　{usFamily}氏',
      lead: '韓国と米国の国防相は{day}、ソウルで米韓同盟の強化を確認したと{usSec}が明らかにした。',
      facts: [
        '{usFamily}氏は韓国を平和の柱と呼んだ。',
        '{usFamily}氏とは戦時の作戦統制権の移管についても1時間話した。',
        '韓国側は{usFamily}氏に{pct}項目の要望を渡した。',
        '{usFamily}氏は{koreanTown}の部隊を訪ねた。',
      ],
    },
  ],
  japan_australia_alliance: [
    {
      headline: '日豪、防衛協定「{program}」に署名',
      lead: '日本とオーストラリアは{day}、キャンベラで防衛協定「{program}」に署名した。',
      facts: [
        '「{program}」により、互いの部隊の訪問がしやすくなる。',
        'オーストラリア議会は{month}に「{program}」を採決する。',
        '「{program}」の交渉には{years}年かかった。',
        'オーストラリアは日本をアジアで最も近い安保のパートナーと呼んだ。',
      ],
    },
    {
      headline: '日豪、安保協力を深化　{jpFamily}氏',
      lead: '{jpMin}は{day}、日豪両国が安全保障の協力を深めるとキャンベラで発表した。',
      facts: [
        '両国の艦艇は共同の巡視を増やすと{jpFamily}氏は述べた。',
        '{jpFamily}氏はオーストラリアの液化天然ガスにも触れた。',
        '「準同盟の関係はかつてなく強い」とオーストラリアの大臣は{jpFamily}氏に語った。',
        '{jpFamily}氏は{month}に再びキャンベラを訪れる。',
      ],
    },
    {
      headline: '日豪の部隊、「{drill}」で訓練',
      lead: '日豪の部隊は{day}、クイーンズランド州で共同訓練「{drill}」を始めた。',
      facts: [
        'クイーンズランドでの「{drill}」には{troops}人が参加する。',
        '「{drill}」では{pct}キロの行軍が行われる。',
        'オーストラリアは「{drill}」を毎年開きたい考えだ。',
        'ダーウィンのヘリコプターも「{drill}」に加わった。',
      ],
    },
    {
      headline: '{jpFirm}、豪州向け護衛艦建造も',
      lead: '日本とオーストラリアの防衛相は{day}、日本の設計の護衛艦をオーストラリアが買う可能性があるとキャンベラで述べた。',
      facts: [
        '{jpFirm}がオーストラリア向けの最初の{years}隻を造る。',
        'パースの造船所が{jpFirm}と協力する。',
        'オーストラリアの大臣は{jpFirm}の造船所を見学した。',
        'オーストラリアは{month}に{jpFirm}の案を判断する。',
      ],
    },
  ],
};

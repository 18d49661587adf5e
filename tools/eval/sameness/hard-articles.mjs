/**
 * Articles made up for this measurement: no person, figure or event in them is real, though places are. `event` is the
 * true story. `of` makes an article from another one: `head` and `tail` are put around it, `from` and `to` cut its
 * paragraphs, `lead` replaces the first, `edits` are replacements.
 */
export const ARTICLES = {
  // A crash, its follow-ups, its translations, its copies, and a like crash elsewhere.
  crash1: {
    event: 'crash',
    language: 'en',
    at: '2025-05-12T02:00Z',
    title: 'US tilt-rotor goes down off Tanegashima with seven aboard',
    text: `A US Air Force tilt-rotor aircraft with seven people on board went down in the sea off Tanegashima on Monday morning, the Japan Coast Guard said.

Fishermen reported a column of smoke about three kilometers east of the island at 10:20 a.m. and pulled one person from the water, who was taken to a hospital in Kagoshima. The other six were missing in the evening.

The aircraft had left Iwakuni for Kadena and asked to divert to the island's airport shortly before contact was lost. Defense Minister Sugihara said he had asked US forces to ground the type until the cause was known.

The governor of Kagoshima called the accident deeply regrettable and demanded that flights over the islands stop.`,
  },
  crash2: {
    event: 'crash',
    language: 'en',
    at: '2025-05-12T06:30Z',
    title: 'Coast guard looks for six after military plane plunges into waters near Kagoshima island',
    text: `Rescue boats were searching on Monday for six American airmen whose aircraft plunged into the ocean near Tanegashima, a southern island known for its rocket base. A seventh crew member was found alive by a fishing boat.

Officials in Tokyo said the tilt-rotor had taken off at Iwakuni in Yamaguchi and was bound for Okinawa. A pilot radioed that he wanted to land on the island. Minutes later the plane vanished from radar.

"We heard a bang and then there was fire on the water," said a man who was mending nets at the harbor.

Tokyo wants the entire fleet kept on the ground. The US command at Yokota said it would take every appropriate step.`,
  },
  crash3: {
    event: 'crash',
    language: 'ja',
    at: '2025-05-12T04:00Z',
    title: '米軍輸送機が種子島沖に墜落、7人搭乗　1人救助',
    text: `海上保安庁によると、十二日午前十時二十分ごろ、鹿児島県の種子島の東約三キロの海上に米空軍の輸送機が墜落した。七人が乗っており、漁船が一人を救助したが、残る六人の行方が分かっていない。

機体は岩国基地を離陸し、嘉手納基地に向かう途中だった。連絡が途絶える直前、島の空港への着陸を求めていたという。

杉原防衛相は記者団に、事故原因が分かるまで同型機の飛行を停止するよう米側に申し入れたと述べた。鹿児島県知事は「極めて遺憾だ」と話した。`,
  },
  crash4: {
    event: 'crash',
    language: 'ja',
    at: '2025-05-13T22:00Z',
    title: '種子島沖の米軍機墜落、機体の一部発見　捜索続く',
    text: `種子島沖で米空軍の輸送機が墜落した事故で、第十管区海上保安本部は十四日、機体の一部とみられる破片を海底で見つけたと発表した。乗員六人の捜索を続けている。

漁協は操業を見合わせている。組合長は「油が流れ出しており、いつ漁に出られるか分からない」と不安を口にした。

米軍は同型機の飛行停止を続けるかどうか明らかにしていない。防衛省は岩国と嘉手納に連絡官を送った。`,
  },
  crash5: {
    event: 'crash',
    language: 'en',
    at: '2025-05-14T05:00Z',
    title: 'Divers find cockpit section of aircraft lost off Tanegashima',
    text: `Navy divers have found the cockpit section of the US tilt-rotor that crashed off Tanegashima on Monday, the coast guard said on Wednesday. Two bodies were recovered; four airmen are still missing.

The wreck lies at a depth of 32 meters. Fuel has leaked toward the fishing grounds, and the island's cooperative has kept its boats in port for three days.

Sugihara told a committee in Tokyo that the ministry had sent liaison officers to Iwakuni and Kadena. US forces have not said how long the type will stay grounded.`,
  },
  crashWire: {
    of: 'crash1',
    event: 'crash',
    at: '2025-05-12T02:40Z',
    title: 'US military aircraft crashes off southern Japan',
    head: 'TOKYO, May 12 (Reuters) - ',
    tail: '\n\n(Reporting by staff; editing by the desk)',
  },
  crashTrim: {
    of: 'crash1',
    event: 'crash',
    at: '2025-05-12T03:10Z',
    title: 'Military aircraft crashes off Kagoshima',
    head: 'KAGOSHIMA, Japan (AP) — ',
    to: 3,
  },
  crashLed: {
    of: 'crash1',
    event: 'crash',
    at: '2025-05-12T05:10Z',
    title: 'Stop the flights, says governor after crash',
    lead: 'People on Tanegashima woke to sirens on Monday: a US military aircraft with seven people on board had gone down within sight of the beach, and the coast guard sent every boat it had.',
    tail: '\n\nIn Nishinoomote, the mayor opened a gym for relatives. Schools on the east coast sent children home at noon.',
  },
  crashFixed: {
    of: 'crash1',
    event: 'crash',
    at: '2025-05-12T09:00Z',
    title: 'Correction: US tilt-rotor goes down off Tanegashima with seven aboard',
    head: 'Correction: An earlier version of this report gave a wrong distance from the island.\n\n',
    edits: [['about three kilometers', 'about five kilometers']],
  },
  crashJaCopy: {
    of: 'crash3',
    event: 'crash',
    at: '2025-05-12T04:30Z',
    title: '米軍機が墜落　種子島沖',
    head: '【鹿児島共同】',
  },
  crashJaTrim: {
    of: 'crash3',
    event: 'crash',
    at: '2025-05-12T04:50Z',
    title: '種子島沖に米軍機',
    to: 2,
    tail: '（時事）',
  },
  crashView: {
    event: 'crash',
    language: 'en',
    at: '2025-05-14T23:00Z',
    title: 'Opinion: After Tanegashima, Tokyo must ask harder questions',
    text: `Another aircraft lies on the bottom of the sea, this time off Tanegashima, and again a minister has "asked" the Americans to keep the type on the ground. Sugihara's request has no force. Under the status of forces agreement, he cannot even walk up to the wreck without permission.

Islanders are right to be angry. They learned from their own fishermen, not from Iwakuni or Kadena, that seven airmen had fallen out of the sky. A government that wants bases in the south owes its people an answer before the next crash, not after it.`,
  },
  crashOther: {
    event: 'crash-misawa',
    language: 'en',
    at: '2025-05-14T08:00Z',
    title: 'Fighter jet goes down near Misawa, pilot ejects safely',
    text: `A US Air Force fighter went down in a forest near Misawa on Wednesday afternoon. The pilot ejected and was unhurt, the base said.

Police closed a road in Towada and asked residents to stay away. The jet had been on a training flight with two others. It was carrying no live weapons, a spokesman for the wing said.

The governor of Aomori asked for an explanation. Flights at Misawa were suspended until Friday.`,
  },
  crashOtherJa: {
    event: 'crash-misawa',
    language: 'ja',
    at: '2025-05-14T10:00Z',
    title: '三沢の米軍戦闘機、十和田の山林に墜落　操縦士は脱出',
    text: `十四日午後、青森県十和田市の山林に米空軍三沢基地の戦闘機が墜落した。操縦士は脱出し、けがはなかった。県警が周辺の道路を通行止めにした。

三沢基地によると、三機で訓練中だった。実弾は積んでいなかったという。青森県知事は説明を求めた。三沢では十六日まで飛行を取りやめる。`,
  },
  // The budget.
  budget1: {
    event: 'budget',
    language: 'en',
    at: '2025-05-12T07:00Z',
    title: 'Cabinet backs 8.9 trillion yen for defense in record request',
    text: `Japan's cabinet on Monday backed a defense budget of 8.9 trillion yen for the coming fiscal year, the largest ever. Some 970 billion yen would go to long-range missiles.

Finance Minister Odagiri said the money would come from a rise in corporate tax. Critics in the upper house asked why barracks and pay come last when the force cannot find recruits.

The request includes 310 billion yen for drones that watch the southwestern islands and a second hospital ship.`,
  },
  budget2: {
    event: 'budget',
    language: 'ja',
    at: '2025-05-12T08:00Z',
    title: '防衛費8兆9千億円、過去最大　閣議決定',
    text: `政府は十二日の閣議で、来年度の防衛費として過去最大の八兆九千億円を計上する方針を決めた。長射程ミサイルに九千七百億円を充てる。

小田切財務相は財源について法人税の増税で賄う考えを示した。参院では、隊員の確保が難しい中で宿舎や給与が後回しだとの批判が出ている。

南西諸島を監視する無人機に三千百億円、二隻目の病院船の建造費も盛り込んだ。`,
  },
  budget3: {
    event: 'budget',
    language: 'en',
    at: '2025-05-13T01:00Z',
    title: 'Who pays for the missiles? Companies grumble about tax plan',
    text: `Business leaders gave a cool welcome on Tuesday to the plan to fund record military spending out of their profits. The 8.9 trillion yen approved by the cabinet a day earlier rests on a higher corporate tax, Finance Minister Odagiri confirmed.

The head of the largest business federation said companies were being asked to raise wages, invest at home and now pay for missiles. Small firms should be spared, he said.`,
  },
  budget4: {
    event: 'budget',
    language: 'ja',
    at: '2025-05-13T09:00Z',
    title: '法人増税に経済界から不満　防衛財源',
    text: `過去最大となる防衛費の財源を法人税に求める政府方針に、経済界から不満の声が上がっている。経済団体の会長は十三日の会見で「賃上げと国内投資を求められた上に増税では筋が通らない」と述べた。

小田切財務相は閣議決定した八兆九千億円について「国民全体で支える」と強調した。中小企業への配慮を求める意見が与党にもある。`,
  },
  budgetYear: {
    event: 'budget-2024',
    language: 'en',
    at: '2024-05-14T07:00Z',
    title: 'Cabinet backs 7.7 trillion yen for defense in record request',
    text: `Japan's cabinet on Tuesday backed a defense budget of 7.7 trillion yen for the coming fiscal year, the largest ever. Some 730 billion yen would go to long-range missiles.

Finance Minister Nakazato said the money would come from spending cuts. Critics in the upper house asked why barracks and pay come last when the force cannot find recruits.

The request includes 120 billion yen for drones that watch the southwestern islands.`,
  },
  // A yearly exercise, and the same one a year later.
  drill1: {
    event: 'drill-2025',
    language: 'en',
    at: '2025-05-16T03:00Z',
    title: 'Japan, US begin Resolute Falcon drill with 12,400 troops',
    text: `Some 12,400 Japanese and American troops began the exercise Resolute Falcon in Kyushu on Friday. It runs until May 28 and for the first time includes Australian paratroopers.

Units will practice moving missiles by ferry from Kumamoto to Ishigaki. Lieutenant General Maesaka, who leads the Japanese side, said the scenario named no country.`,
  },
  drill2: {
    event: 'drill-2025',
    language: 'ja',
    at: '2025-05-16T05:00Z',
    title: '日米演習「レゾリュート・ファルコン」開始　1万2400人、豪軍も',
    text: `陸上自衛隊と米軍の共同演習「レゾリュート・ファルコン」が十六日、九州各地で始まった。約一万二千四百人が参加し、二十八日まで。豪州の空挺部隊が初めて加わる。

熊本から石垣へフェリーでミサイルを運ぶ訓練も行う。前坂陸将は「特定の国を想定していない」と説明した。`,
  },
  drillYear: {
    event: 'drill-2024',
    language: 'en',
    at: '2024-05-17T03:00Z',
    title: 'Japan, US begin Resolute Falcon drill with 9,800 troops',
    text: `Some 9,800 Japanese and American troops began the exercise Resolute Falcon in Hokkaido on Friday. It runs until May 30.

Units will practice river crossings near Obihiro. Lieutenant General Tokura, who leads the Japanese side, said the scenario named no country.`,
  },
  drillLocal: {
    event: 'drill-2025',
    language: 'ja',
    at: '2025-05-17T23:00Z',
    title: '石垣港に演習の車両、市民団体が抗議',
    text: `日米共同演習に参加する自衛隊の車両が十七日、フェリーで石垣港に着いた。港の前では市民団体の約六十人が「島を戦場にするな」と声を上げた。

演習「レゾリュート・ファルコン」では熊本からミサイルの発射機を運ぶ訓練を行う。市長は「安全に配慮してほしい」と話した。`,
  },
  // A summit, its statement, a quote-only overlap.
  summit1: {
    event: 'summit',
    language: 'en',
    at: '2025-05-15T20:00Z',
    title: 'Prime Minister Hanazono and President Calloway agree on joint missile output',
    text: `Prime Minister Hanazono and President Calloway agreed in Washington on Thursday to build interceptor missiles together in Japan. The first of 400 a year are to leave a plant in Komaki in 2028.

"An alliance that cannot make what it fires is an alliance on paper," Calloway said beside his guest in the Rose Garden.

The two also discussed tariffs on cars, on which they remain apart.`,
  },
  summit2: {
    event: 'summit',
    language: 'ja',
    at: '2025-05-15T22:00Z',
    title: '花園首相とキャロウェイ大統領、迎撃ミサイルの共同生産で合意',
    text: `花園首相は十五日、ワシントンでキャロウェイ米大統領と会談し、迎撃ミサイルを日本で共同生産することで合意した。小牧市の工場で二〇二八年から年間四百発を造る。

自動車への関税では隔たりが埋まらなかった。キャロウェイ氏は「撃つものを造れない同盟は紙の上の同盟だ」と述べた。`,
  },
  summit3: {
    event: 'summit',
    language: 'en',
    at: '2025-05-16T04:00Z',
    title: 'In Komaki, a missile plant nobody had asked for',
    text: `The people of Komaki learned from the television that interceptor missiles will be made on the edge of their town. The mayor said no one in Tokyo had called him before Hanazono announced the plant in Washington.

The works today turns out parts for airliners and employs 1,100. With the contract for 400 interceptors a year it could double, union officials said. Some neighbors worry about becoming a target.`,
  },
  summitQuote: {
    event: 'speech',
    language: 'en',
    at: '2025-05-17T18:00Z',
    title: 'Calloway tells graduates to distrust comfort',
    text: `President Calloway told graduates of the Coast Guard Academy in New London on Saturday to distrust comfort. He spoke for 20 minutes in the rain about his father, a harbor pilot, and about seasickness.

"An alliance that cannot make what it fires is an alliance on paper," he said at one point, to laughter, before returning to the weather. Some 260 cadets received commissions.`,
  },
  tariff: {
    event: 'tariff',
    language: 'en',
    at: '2025-05-16T15:00Z',
    title: 'Washington to keep 15 percent duty on Japanese cars',
    text: `The United States will keep its 15 percent duty on cars from Japan, the trade representative, Laurel Hutchins, said on Friday. Talks would go on in Geneva in June, she said.

Shares of carmakers fell in Tokyo. Minister Kitazume, who leads the Japanese team, said he would not trade rice for cars.`,
  },
  tariffJa: {
    event: 'tariff',
    language: 'ja',
    at: '2025-05-16T17:00Z',
    title: '米、日本車への15％関税を維持　ハッチンス代表',
    text: `米通商代表部のハッチンス代表は十六日、日本から輸入する自動車への15％の関税を維持すると述べた。六月にジュネーブで協議を続ける。

交渉を担当する北爪大臣は「コメと車を引き換えにはしない」と語った。東京市場では自動車株が下げた。`,
  },
  // An earthquake: live blog, round-up, follow-up; and another a week later.
  quake1: {
    event: 'quake',
    language: 'en',
    at: '2025-05-18T21:30Z',
    title: 'Magnitude 6.8 quake hits Noto, tsunami warning lifted',
    text: `An earthquake of magnitude 6.8 struck the Noto peninsula early on Monday. A tsunami warning for Ishikawa was lifted after two hours. Eleven people were hurt, most of them by falling furniture in Wajima.

The nuclear plant at Shika reported no damage. Bullet trains to Kanazawa stopped until noon.`,
  },
  quake2: {
    event: 'quake',
    language: 'ja',
    at: '2025-05-18T22:00Z',
    title: '能登でM6.8、輪島で震度6弱　津波警報は解除',
    text: `十九日早朝、能登半島を震源とするマグニチュード6.8の地震があり、輪島市で震度6弱を観測した。石川県に出ていた津波警報は二時間後に解除された。

輪島市などで十一人がけがをした。志賀原発に異常はない。北陸新幹線は金沢との間で昼まで運転を見合わせた。`,
  },
  quakeLive: {
    event: 'quake',
    language: 'en',
    at: '2025-05-19T03:00Z',
    title: 'Live: Noto earthquake – latest updates',
    text: `12:05 Bullet trains to Kanazawa are running again.

11:40 Eleven people are now known to be hurt, the fire agency says, nine of them in Wajima.

10:15 Shika nuclear plant: no damage found in a second inspection.

09:30 The weather agency warns of aftershocks for a week after the magnitude 6.8 quake on the Noto peninsula. The tsunami warning was lifted at 8 a.m.`,
  },
  quakeLater: {
    event: 'quake',
    language: 'ja',
    at: '2025-05-21T01:00Z',
    title: '能登の地震、輪島の朝市通りで応急危険度判定',
    text: `能登半島で十九日に起きたマグニチュード6.8の地震を受け、輪島市は二十一日、朝市通り周辺で建物の応急危険度判定を始めた。壁が崩れるなどした建物は八十棟に上る。

石川県内のけが人は十一人。市は避難所に百四十人を受け入れている。`,
  },
  quakeOther: {
    event: 'quake-tokachi',
    language: 'en',
    at: '2025-05-20T05:00Z',
    title: 'Magnitude 6.1 quake shakes Tokachi in Hokkaido',
    text: `An earthquake of magnitude 6.1 shook the Tokachi region of Hokkaido on Tuesday. There was no danger of a tsunami. Two people were hurt in Kushiro.

Trains between Obihiro and Kushiro stopped for checks. Dairy farms lost power for an hour.`,
  },
  roundup: {
    event: 'roundup',
    language: 'en',
    at: '2025-05-19T22:00Z',
    title: 'Five things to know from Asia this morning',
    text: `Noto: Engineers check houses after Monday's quake. Trains are running.

Manila: The senate votes on the fisheries bill today.

Seoul: The central bank is expected to hold its rate at 2.25 percent.

Taipei: A chipmaker reports quarterly earnings after the close.

Canberra: Submarine workers at Osborne end their strike.`,
  },
  // Stock market reports of two days: one template.
  stocks1: {
    event: 'stocks-19',
    language: 'en',
    at: '2025-05-19T07:00Z',
    title: 'Tokyo stocks end lower, yen at 148',
    text: `Tokyo stocks ended lower on Monday. The Nikkei average fell 412 points, or 1.02 percent, to 39,871. The broader Topix lost 0.8 percent. Decliners outnumbered gainers by three to one on the Prime market. The dollar stood at 148.20 yen. Makers of chip equipment led the losses.`,
  },
  stocks2: {
    event: 'stocks-20',
    language: 'en',
    at: '2025-05-20T07:00Z',
    title: 'Tokyo stocks end higher, yen at 147',
    text: `Tokyo stocks ended higher on Tuesday. The Nikkei average rose 268 points, or 0.67 percent, to 40,139. The broader Topix gained 0.5 percent. Gainers outnumbered decliners by two to one on the Prime market. The dollar stood at 147.45 yen. Shipping lines led the gains.`,
  },
  stocksJa: {
    event: 'stocks-19',
    language: 'ja',
    at: '2025-05-19T07:20Z',
    title: '東証続落、終値412円安の3万9871円',
    text: `十九日の東京株式市場で日経平均株価は続落した。終値は前週末比412円安の3万9871円だった。東証株価指数も下げた。円相場は一ドル148円20銭近辺で推移した。半導体製造装置株の下げが目立った。`,
  },
  weather1: {
    event: 'weather-19',
    language: 'ja',
    at: '2025-05-19T00:00Z',
    title: '関東はきょうも真夏日の予想',
    text: `気象庁によると、十九日の関東地方は高気圧に覆われて晴れ、各地で真夏日になる見込み。最高気温は前橋市で三十三度、熊谷市で三十四度と予想されている。熱中症に警戒し、こまめな水分補給を呼びかけている。`,
  },
  weather2: {
    event: 'weather-20',
    language: 'ja',
    at: '2025-05-20T00:00Z',
    title: '近畿はきょうも真夏日の予想',
    text: `気象庁によると、二十日の近畿地方は高気圧に覆われて晴れ、各地で真夏日になる見込み。最高気温は京都市で三十二度、奈良市で三十一度と予想されている。熱中症に警戒し、こまめな水分補給を呼びかけている。`,
  },
  // The same town council, two matters; boilerplate of one outlet.
  town1: {
    event: 'library',
    language: 'en',
    at: '2025-05-13T06:00Z',
    title: 'Hamada to close two of its five libraries',
    text: `Hamada will close two of its five public libraries next spring because it cannot find staff, the city in Shimane said on Tuesday. Books will travel to the villages in a bus instead.

About 300 people signed a petition against the plan.

This newsletter is free because readers support it. If you value local reporting from the San'in coast, please consider a subscription. Our office is open on weekdays from nine to five. Letters to the editor may be shortened.`,
  },
  town2: {
    event: 'fishmarket',
    language: 'en',
    at: '2025-05-14T06:00Z',
    title: 'Hamada fish market gets a new roof',
    text: `The fish market of Hamada will get a new roof before the squid season, the port office said on Wednesday. The old one dates from 1974 and leaks.

The work costs 210 million yen. Auctions move to a warehouse in the meantime.

This newsletter is free because readers support it. If you value local reporting from the San'in coast, please consider a subscription. Our office is open on weekdays from nine to five. Letters to the editor may be shortened.`,
  },
  townJa: {
    event: 'library',
    language: 'ja',
    at: '2025-05-13T08:00Z',
    title: '浜田市、図書館5館のうち2館を閉館へ',
    text: `島根県浜田市は十三日、市内に五つある市立図書館のうち二館を来春閉館すると発表した。職員が集まらないためで、代わりに移動図書館のバスを走らせる。

計画に反対する署名は約三百人分集まっている。`,
  },
  // Another person of the same name.
  court1: {
    event: 'noise-suit',
    language: 'en',
    at: '2025-05-15T05:00Z',
    title: 'Court orders state to pay Atsugi neighbors for jet noise',
    text: `A court in Yokohama on Thursday ordered the government to pay 6.2 billion yen to people who live under the flight path at Atsugi. Judge Morinaga refused to ban night flights, saying the state could not give orders to US aircraft.

There were 8,700 plaintiffs from Yamato and Ayase. Their lawyer said they would appeal.`,
  },
  court2: {
    event: 'noise-suit',
    language: 'ja',
    at: '2025-05-15T06:00Z',
    title: '厚木騒音訴訟、国に62億円の賠償命令　飛行差し止めは認めず',
    text: `米軍と自衛隊が使う厚木基地の騒音をめぐり、大和市や綾瀬市の住民八千七百人が国を訴えた裁判で、横浜地裁は十五日、国に約六十二億円の賠償を命じた。

森永裁判長は夜間の飛行差し止めについて「国は米軍機に指図できない」として退けた。原告側は控訴する方針。`,
  },
  court3: {
    event: 'noise-suit',
    language: 'ja',
    at: '2025-05-16T23:00Z',
    title: '「静かな夜を」厚木の原告、控訴を表明',
    text: `厚木基地の騒音訴訟で、飛行差し止めを認めなかった横浜地裁判決を不服として、大和市の原告団は十七日に集会を開き、控訴を表明した。団長は「金がほしいのではない。静かな夜を返してほしい」と訴えた。`,
  },
  courtKadena: {
    event: 'kadena-suit',
    language: 'en',
    at: '2025-05-16T05:00Z',
    title: 'Kadena residents file fifth suit over jet noise',
    text: `More than 30,000 people who live around Kadena filed a fifth lawsuit over jet noise with a court in Naha on Friday. They demand that night flights stop and ask for damages of 18 billion yen.

A ruling in a similar case at Atsugi on Thursday gave residents money but no quiet.`,
  },
  // Headline-only duplicates and short texts.
  short1: {
    event: 'sub',
    language: 'en',
    at: '2025-05-17T01:00Z',
    title: 'Chinese submarine surfaces off Miyako, defense ministry says',
    text: `A Chinese submarine surfaced 40 kilometers off Miyako on Saturday, the defense ministry said.`,
  },
  short2: {
    event: 'sub',
    language: 'en',
    at: '2025-05-17T01:20Z',
    title: 'Chinese submarine surfaces off Miyako, defense ministry says',
    text: `A Chinese submarine surfaced 40 kilometers off Miyako on Saturday, the defense ministry said.`,
  },
  shortJa: {
    event: 'sub',
    language: 'ja',
    at: '2025-05-17T01:30Z',
    title: '中国潜水艦、宮古島沖で浮上　防衛省',
    text: `防衛省は十七日、中国軍の潜水艦が宮古島の沖約四十キロで浮上したと発表した。`,
  },
  short3: {
    event: 'ferry',
    language: 'en',
    at: '2025-05-17T02:00Z',
    title: 'Ferry to Miyako cancelled for engine trouble',
    text: `The ferry from Naha to Miyako was cancelled on Saturday because of engine trouble, the operator said.`,
  },
  notice1: {
    event: 'notice-1',
    language: 'en',
    at: '2025-05-17T03:00Z',
    title: 'Photo gallery: cherry trees',
    text: `This content is available to subscribers only.`,
  },
  notice2: {
    event: 'notice-2',
    language: 'en',
    at: '2025-05-17T04:00Z',
    title: 'Podcast: the week in sumo',
    text: `This content is available to subscribers only.`,
  },
  // Same words, other event: two launches, two elections, two visits.
  launch1: {
    event: 'launch-14',
    language: 'en',
    at: '2025-05-14T01:00Z',
    title: 'North Korea fires two ballistic missiles from Wonsan',
    text: `North Korea fired two ballistic missiles from Wonsan toward the Sea of Japan on Wednesday morning, South Korea's military said. They flew about 350 kilometers and fell outside Japan's exclusive economic zone.

Japan's prime minister protested through the embassy in Beijing. The United States condemned the launch.`,
  },
  launch1Ja: {
    event: 'launch-14',
    language: 'ja',
    at: '2025-05-14T01:30Z',
    title: '北朝鮮、元山から弾道ミサイル2発　EEZ外に落下',
    text: `韓国軍によると、北朝鮮は十四日午前、東部の元山付近から日本海に向けて弾道ミサイル二発を発射した。約三百五十キロ飛び、日本の排他的経済水域の外に落下した。

首相は北京の大使館ルートを通じて抗議した。`,
  },
  launch2: {
    event: 'launch-19',
    language: 'en',
    at: '2025-05-19T01:00Z',
    title: 'North Korea fires cruise missiles from Sinpo',
    text: `North Korea fired several cruise missiles from Sinpo into the Sea of Japan on Monday, South Korea's military said. Analysts think a submarine launched them. They flew for about two hours.

It was the second test within a week. Japan's coast guard told ships to keep clear.`,
  },
  vote1: {
    event: 'vote-nago',
    language: 'en',
    at: '2025-05-18T13:00Z',
    title: 'Shiroma wins Nago mayoral race by 1,900 votes',
    text: `Shiroma Kenji won the race for mayor of Nago on Sunday by 1,900 votes. He opposes the landfill at Henoko and had the backing of the governor. His rival, the incumbent Toguchi, had stressed free school lunches.

Turnout was 67.3 percent, the lowest since 1998.`,
  },
  vote1Ja: {
    event: 'vote-nago',
    language: 'ja',
    at: '2025-05-18T13:30Z',
    title: '名護市長選、城間氏が初当選　現職の渡具知氏破る',
    text: `任期満了に伴う名護市長選は十八日投開票され、辺野古の埋め立てに反対する城間氏が現職の渡具知氏を千九百票差で破り、初当選した。知事の支援を受けた。

投票率は67・3％で過去最低となった。渡具知氏は給食の無償化を訴えていた。`,
  },
  vote2: {
    event: 'vote-iwakuni',
    language: 'en',
    at: '2025-05-18T13:10Z',
    title: 'Incumbent wins Iwakuni mayoral race by wide margin',
    text: `Mayor Fukuhara won a third term in Iwakuni on Sunday by a wide margin. He supports the air station and the subsidies that come with it. His rival, a former teacher, had stressed noise.

Turnout was 41.8 percent, the lowest on record.`,
  },
  visit1: {
    event: 'visit-manila',
    language: 'en',
    at: '2025-05-20T08:00Z',
    title: 'Defense Minister Sugihara signs troop pact in Manila',
    text: `Defense Minister Sugihara signed a reciprocal access pact in Manila on Tuesday, which lets Japanese troops train in the Philippines. His host, Secretary Baltazar, called it a milestone. Warships from Sasebo are to visit Subic in July.`,
  },
  visit1Ja: {
    event: 'visit-manila',
    language: 'ja',
    at: '2025-05-20T09:00Z',
    title: '杉原防衛相、マニラで円滑化協定に署名',
    text: `杉原防衛相は二十日、マニラでフィリピンのバルタザール国防相と会談し、自衛隊と比軍の相互訪問を容易にする円滑化協定に署名した。七月には佐世保の艦艇がスービックに寄港する。`,
  },
  visit2: {
    event: 'visit-hanoi',
    language: 'en',
    at: '2025-05-22T08:00Z',
    title: 'Defense Minister Sugihara offers patrol boats in Hanoi',
    text: `Defense Minister Sugihara offered Vietnam three patrol boats during talks in Hanoi on Thursday. His host, General Quang, thanked him and spoke of trust. The boats, built in Shimonoseki, are to be handed over next year.`,
  },
  // Retitled and edited by its own outlet.
  rice1: {
    event: 'rice',
    language: 'en',
    at: '2025-05-21T02:00Z',
    title: 'Rice prices climb for 17th week',
    text: `The price of rice in Japanese supermarkets climbed for the 17th week in a row, the farm ministry said on Wednesday. Five kilograms cost 4,285 yen on average, twice as much as a year ago.

The ministry will release another 300,000 tons from its stockpile. Farm Minister Ebata said hoarders would be disappointed. Wholesalers in Niigata said that the first sacks had not reached them yet.

Schools in Saitama serve bread on three days a week instead of two.`,
  },
  rice2: {
    of: 'rice1',
    event: 'rice',
    at: '2025-05-21T08:00Z',
    title: 'Government to empty rice stockpile as price doubles',
    edits: [
      ['the farm ministry said on Wednesday', 'the farm ministry said'],
      ['another 300,000 tons', 'another 320,000 tons'],
    ],
  },
  riceJa: {
    event: 'rice',
    language: 'ja',
    at: '2025-05-21T03:00Z',
    title: 'コメ5キロ4285円、17週連続上昇　備蓄米30万トン追加放出',
    text: `農林水産省は二十一日、スーパーで売られるコメ五キロの平均価格が四千二百八十五円となり、十七週連続で上がったと発表した。前年の二倍に当たる。

江幡農相は備蓄米三十万トンを追加で放出すると表明した。新潟の卸売業者によると、最初の放出分もまだ届いていない。`,
  },
  bank: {
    event: 'boj',
    language: 'ja',
    at: '2025-05-21T04:00Z',
    title: '日銀、金利据え置き　総裁「物価を注視」',
    text: `日本銀行は二十一日の金融政策決定会合で、政策金利を0・75％に据え置いた。総裁は会見でコメなど食料品の値上がりに触れ、「物価を注視する」と述べた。次の会合は七月。`,
  },
  bankEn: {
    event: 'boj',
    language: 'en',
    at: '2025-05-21T05:00Z',
    title: 'BOJ holds rate at 0.75 percent, governor eyes food prices',
    text: `The Bank of Japan left its policy rate at 0.75 percent on Wednesday. The governor told reporters the board was watching food prices, rice among them. The board meets again in July.`,
  },
  // AFP by way of Jiji, Bloomberg; a digest that holds a copy.
  strait1: {
    event: 'strait',
    language: 'en',
    at: '2025-05-22T02:00Z',
    title: 'Destroyer sails through Taiwan Strait',
    text: `The US Navy destroyer Hollister sailed through the Taiwan Strait on Thursday, the Seventh Fleet said from Yokosuka. It was the third passage this year.

The Chinese military said its ships had followed the destroyer from end to end and accused Washington of hype. Taiwan's defense ministry said the situation was normal.

The passage came two days after Beijing announced live-fire drills off Pingtan, which closed the sea there to fishing boats until Sunday.`,
  },
  straitAfp: {
    of: 'strait1',
    event: 'strait',
    at: '2025-05-22T02:30Z',
    title: 'US warship transits Taiwan Strait',
    head: 'TAIPEI, May 22 (AFP) - ',
  },
  straitBb: {
    of: 'strait1',
    event: 'strait',
    at: '2025-05-22T03:30Z',
    title: 'US Destroyer Hollister Passes Through Taiwan Strait',
    head: '(Bloomberg) -- ',
    to: 2,
    tail: '\n\n©2025 Bloomberg L.P.',
  },
  straitJa: {
    event: 'strait',
    language: 'ja',
    at: '2025-05-22T03:00Z',
    title: '米駆逐艦ホリスター、台湾海峡を通過',
    text: `米海軍第七艦隊は二十二日、ミサイル駆逐艦ホリスターが台湾海峡を通過したと横須賀で発表した。今年三回目。中国軍は艦艇で追尾したと明らかにし、米国が騒ぎ立てていると批判した。中国は平潭沖で実弾演習を行うと二十日に公表していた。`,
  },
  straitJaJiji: {
    of: 'straitJa',
    event: 'strait',
    at: '2025-05-22T03:40Z',
    title: '米艦が台湾海峡通過',
    head: '【台北AFP＝時事】',
  },
};

/** Named cases: two articles, whether the second holds a copy of the first's text, whether they tell one story. */
export const PAIRS = [
  ['crash1', 'crashWire', 'wire copy with a Reuters credit', true, true],
  ['crash1', 'crashTrim', 'wire copy trimmed, credited to AP', true, true],
  ['crash1', 'crashLed', 'wire copy re-led and localised', true, true],
  ['crash1', 'crashFixed', 'correction', true, true],
  ['crashWire', 'crashTrim', 'two copies of one text', true, true],
  ['crash3', 'crashJaCopy', 'wire copy with 共同', true, true],
  ['crash3', 'crashJaTrim', 'wire copy trimmed, with 時事', true, true],
  ['crashJaCopy', 'crashJaTrim', 'two copies of one Japanese text', true, true],
  ['strait1', 'straitAfp', 'wire copy with AFP', true, true],
  ['strait1', 'straitBb', 'wire copy trimmed, with Bloomberg', true, true],
  ['straitJa', 'straitJaJiji', 'wire copy with AFP＝時事', true, true],
  ['rice1', 'rice2', 'retitled and edited by its own outlet', true, true],
  ['short1', 'short2', 'short text, the same', true, true],
  ['crash1', 'crash2', 'same event, other words', false, true],
  ['crash1', 'crash3', 'translated', false, true],
  ['crash2', 'crash3', 'same event in the other language', false, true],
  ['crash1', 'crash5', 'follow-up two days later', false, true],
  ['crash3', 'crash4', 'Japanese follow-up two days later', false, true],
  ['crash4', 'crash5', 'follow-ups in two languages', false, true],
  ['crash1', 'crash4', 'follow-up in the other language', false, true],
  ['crash5', 'crashView', 'opinion on an event', false, true],
  ['crash1', 'crashOther', 'like event elsewhere', false, false],
  ['crash5', 'crashOther', 'like event elsewhere on the same day', false, false],
  ['crash3', 'crashOtherJa', 'like event elsewhere, Japanese', false, false],
  ['crash1', 'crashOtherJa', 'like event elsewhere in the other language', false, false],
  ['crash4', 'crashOtherJa', 'like event elsewhere on the same day, Japanese', false, false],
  ['crashOther', 'crashOtherJa', 'translated', false, true],
  ['budget1', 'budget2', 'translated with 億 and 兆', false, true],
  ['budget1', 'budget3', 'follow-up with another angle', false, true],
  ['budget2', 'budget4', 'Japanese follow-up with another angle', false, true],
  ['budget1', 'budget4', 'follow-up in the other language', false, true],
  ['budget3', 'budget4', 'reaction in two languages', false, true],
  ['budget1', 'budgetYear', 'yearly event a year before', false, false],
  ['drill1', 'drill2', 'translated with an exercise name in katakana', false, true],
  ['drill1', 'drillLocal', 'local angle in the other language', false, true],
  ['drill2', 'drillLocal', 'local angle', false, true],
  ['drill1', 'drillYear', 'yearly exercise a year before', false, false],
  ['drill2', 'drillYear', 'yearly exercise a year before, other language', false, false],
  ['summit1', 'summit2', 'translated', false, true],
  ['summit1', 'summit3', 'local angle on a summit', false, true],
  ['summit2', 'summit3', 'local angle in the other language', false, true],
  ['summit1', 'summitQuote', 'quote-only overlap', false, false],
  ['summit1', 'tariff', 'same people, other matter', false, false],
  ['summit2', 'tariffJa', 'same people, other matter, Japanese', false, false],
  ['tariff', 'tariffJa', 'translated', false, true],
  ['quake1', 'quake2', 'translated', false, true],
  ['quake1', 'quakeLive', 'live blog', false, true],
  ['quake2', 'quakeLive', 'live blog in the other language', false, true],
  ['quake2', 'quakeLater', 'Japanese follow-up two days later', false, true],
  ['quake1', 'quakeOther', 'like event elsewhere', false, false],
  ['quake2', 'quakeOther', 'like event elsewhere in the other language', false, false],
  ['quake1', 'roundup', 'round-up that names the event', false, false],
  ['visit1', 'roundup', 'round-up of the same day', false, false],
  ['stocks1', 'stocks2', 'template: stock report of the next day', false, false],
  ['stocks1', 'stocksJa', 'stock report in the other language', false, true],
  ['stocks2', 'stocksJa', 'stock report of another day in the other language', false, false],
  ['weather1', 'weather2', 'template: weather of another region', false, false],
  ['town1', 'town2', 'same boilerplate of one outlet', false, false],
  ['town1', 'townJa', 'translated', false, true],
  ['town2', 'townJa', 'same town, other matter, other language', false, false],
  ['court1', 'court2', 'translated', false, true],
  ['court2', 'court3', 'Japanese follow-up', false, true],
  ['court1', 'court3', 'follow-up in the other language', false, true],
  ['court1', 'courtKadena', 'like event elsewhere that names the first', false, false],
  ['court2', 'courtKadena', 'like event elsewhere in the other language', false, false],
  ['short1', 'shortJa', 'short text translated', false, true],
  ['short1', 'short3', 'short texts, same place', false, false],
  ['shortJa', 'short3', 'short texts, same place, two languages', false, false],
  ['notice1', 'notice2', 'same placeholder instead of a text', null, false],
  ['launch1', 'launch1Ja', 'translated', false, true],
  ['launch1', 'launch2', 'like event five days later', false, false],
  ['launch1Ja', 'launch2', 'like event five days later, other language', false, false],
  ['vote1', 'vote1Ja', 'translated', false, true],
  ['vote1', 'vote2', 'like event on the same day', false, false],
  ['vote1Ja', 'vote2', 'like event on the same day, other language', false, false],
  ['visit1', 'visit1Ja', 'translated', false, true],
  ['visit1', 'visit2', 'same minister, next stop', false, false],
  ['visit1Ja', 'visit2', 'same minister, next stop, other language', false, false],
  ['rice1', 'riceJa', 'translated', false, true],
  ['rice2', 'riceJa', 'edited version in the other language', false, true],
  ['rice1', 'bankEn', 'names the other event in passing', false, false],
  ['riceJa', 'bank', 'names the other event in passing, Japanese', false, false],
  ['bank', 'bankEn', 'translated', false, true],
  ['rice1', 'bank', 'names the other event in passing, other language', false, false],
  ['strait1', 'straitJa', 'translated', false, true],
  ['straitAfp', 'straitJaJiji', 'two credited copies in two languages', false, true],
  ['short1', 'strait1', 'like event elsewhere: ships and ministries', false, false],
  ['crash1', 'visit1', 'same minister, other matter', false, false],
  ['crash3', 'visit1Ja', 'same minister, other matter, Japanese', false, false],
  ['budget2', 'riceJa', 'same government, other matter', false, false],
];

import type { FrameBank } from './bank-types.ts';

/** Headlines that present the subject in one frame, in Japanese. */
export const frameHeadlinesJa: FrameBank = {
  deterrence_threat: {
    any: [
      '日米、抑止力を強化　高まる脅威に備え',
      '日米「攻撃許さぬ」　増す脅威に盾',
      '厳しさ増す安保環境、日米が抑止力で警告',
    ],
  },
  modernization_integration: {
    joint_ops_command: [
      '日米の部隊、統合運用へ装備を近代化',
      '日米、指揮統制を接続　能力を大幅向上',
      '日米が一体運用へ　相互運用性高める',
    ],
    japan_defense_reform: [
      '自衛隊の装備を近代化　ミサイルと無人機導入',
      '自衛隊に新たな能力　日米で説明',
      '防衛力整備計画で部隊を近代化',
    ],
    tech_space_cyber: [
      '日米、衛星とセンサーで部隊の能力向上',
      '日米、サイバー部隊を近代化',
      '人工知能で部隊の能力向上　日米',
    ],
  },
  burden_sharing: {
    host_nation_support: [
      '駐留経費は誰が払う　米、日本に負担増要求',
      '日米、駐留経費の分担で攻防',
      '米軍駐留の請求書　日本の負担膨らむ',
    ],
    japan_defense_reform: [
      '米、日本に防衛費の負担増迫る',
      '防衛費の負担割合で日米が攻防',
      '「公平な負担を」　米が日本に防衛費増求める',
    ],
  },
  commitment_reassurance: {
    any: [
      '米国の対日関与「揺るぎない」　{usFamily}氏',
      '日本、米国の約束に安心求める',
      '日米、揺らいだ信頼を修復',
    ],
  },
  rules_based_order: {
    any: [
      '日米「法の支配と民主主義守る」',
      '自由で開かれた秩序のため　日米同盟で{jpFamily}氏',
      '共通の価値観が日米結ぶ　{usFamily}氏',
    ],
  },
  networked_coalition: {
    regional_partners: [
      '日米、韓国や豪州へ連携の輪拡大',
      '日米に比豪が合流　広がる有志連合',
      '日米同盟、多国間の網の要に',
    ],
  },
  provocation_encirclement: {
    any: [
      '日米の軍事ブロックが対立あおる　専門家が警告',
      '日米同盟は地域不安定化の挑発　論評',
      '日米同盟に冷戦思考　批判相次ぐ',
    ],
  },
  economic_interest: {
    trade_economic_security: [
      '日米の関税、輸出企業に打撃',
      '雇用と巨額投資が焦点　日米の通商',
      '{jpFirm}の買収案、日米で雇用巡り論争',
    ],
  },
  host_community: {
    us_forces_bases: [
      '米軍機の騒音に住民抗議　基地の町',
      '米軍機墜落に憤る沖縄県民　日米に抗議',
      '飲み水汚染、町が米軍基地に説明求める　日米地位協定の壁',
    ],
  },
  implementation_gap: {
    any: ['日米の計画、具体策欠き先送り', '残る疑問　日米の発表に答えなし', '日米の計画、実行は手つかず'],
  },
};

/** The frames of the US-Japan beat that the press can write in. */
export const frameIds = [
  'deterrence_threat',
  'modernization_integration',
  'burden_sharing',
  'commitment_reassurance',
  'rules_based_order',
  'networked_coalition',
  'provocation_encirclement',
  'economic_interest',
  'host_community',
  'implementation_gap',
] as const;
export type FrameId = (typeof frameIds)[number];

/** The topics of the US-Japan beat that the press can write about. */
export const topicIds = [
  'summit_diplomacy',
  'host_nation_support',
  'us_forces_bases',
  'japan_defense_reform',
  'joint_ops_command',
  'china_taiwan',
  'north_korea',
  'trade_economic_security',
  'regional_partners',
  'tech_space_cyber',
] as const;
export type TopicId = (typeof topicIds)[number];

/** What the articles outside the beat are about; the last two are near misses: other alliances. */
export const offBeatIds = [
  'japan_domestic',
  'us_domestic',
  'sports',
  'weather',
  'business',
  'culture',
  'us_korea_alliance',
  'japan_australia_alliance',
] as const;
export type OffBeatId = (typeof offBeatIds)[number];

/** Languages that the press writes. */
export type PressLanguage = 'en' | 'ja';

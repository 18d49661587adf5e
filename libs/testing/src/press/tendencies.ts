import type { FrameId, OffBeatId, TopicId } from './labels.ts';
import type { OutletGroup } from './types.ts';

/** How often each kind of outlet takes up each frame, relative to the others; left out is a rare 0.1. */
export const frameTendencies: Record<OutletGroup, Partial<Record<FrameId, number>>> = {
  official: {
    commitment_reassurance: 4,
    rules_based_order: 3,
    modernization_integration: 2.5,
    deterrence_threat: 1.5,
    networked_coalition: 1.5,
  },
  'state-media': {
    provocation_encirclement: 7,
    burden_sharing: 1.5,
    implementation_gap: 0.8,
    host_community: 1,
  },
  wire: {
    deterrence_threat: 1.5,
    commitment_reassurance: 1.2,
    burden_sharing: 1.2,
    modernization_integration: 1.2,
    economic_interest: 1.5,
    networked_coalition: 1.2,
    implementation_gap: 0.8,
  },
  newspaper: {
    deterrence_threat: 1.5,
    burden_sharing: 1,
    host_community: 1.5,
    implementation_gap: 1.2,
    economic_interest: 1.5,
    commitment_reassurance: 1,
    rules_based_order: 0.8,
    networked_coalition: 1,
  },
  broadcaster: {
    deterrence_threat: 1.8,
    host_community: 1.8,
    commitment_reassurance: 1.4,
    economic_interest: 1.2,
    networked_coalition: 0.8,
    burden_sharing: 0.8,
  },
  'think-tank': {
    implementation_gap: 3,
    modernization_integration: 2.5,
    deterrence_threat: 1.5,
    networked_coalition: 1.5,
    rules_based_order: 1.2,
    burden_sharing: 0.7,
  },
  magazine: {
    implementation_gap: 2,
    rules_based_order: 1.5,
    networked_coalition: 1.5,
    provocation_encirclement: 0.8,
    commitment_reassurance: 1.2,
    economic_interest: 1,
  },
};

/** How often an event is about each topic. */
export const topicTendencies: Record<TopicId, number> = {
  summit_diplomacy: 1.6,
  host_nation_support: 1.1,
  us_forces_bases: 1.2,
  japan_defense_reform: 1,
  joint_ops_command: 1.2,
  china_taiwan: 1.3,
  north_korea: 0.9,
  trade_economic_security: 1.4,
  regional_partners: 1,
  tech_space_cyber: 0.7,
};

/** Topics that go well with a first one, as a second. */
export const companions: Record<TopicId, readonly TopicId[]> = {
  summit_diplomacy: ['china_taiwan', 'trade_economic_security', 'regional_partners', 'north_korea'],
  host_nation_support: ['us_forces_bases', 'japan_defense_reform'],
  us_forces_bases: ['host_nation_support', 'joint_ops_command'],
  japan_defense_reform: ['china_taiwan', 'joint_ops_command', 'north_korea'],
  joint_ops_command: ['china_taiwan', 'japan_defense_reform', 'tech_space_cyber'],
  china_taiwan: ['regional_partners', 'summit_diplomacy', 'japan_defense_reform'],
  north_korea: ['regional_partners', 'summit_diplomacy'],
  trade_economic_security: ['summit_diplomacy', 'tech_space_cyber'],
  regional_partners: ['summit_diplomacy', 'china_taiwan'],
  tech_space_cyber: ['joint_ops_command', 'trade_economic_security'],
};

/** How often an article outside the beat is about each subject. */
export const offBeatTendencies: Record<OffBeatId, number> = {
  japan_domestic: 2,
  us_domestic: 2,
  sports: 2,
  weather: 0.8,
  business: 1.5,
  culture: 1.5,
  us_korea_alliance: 0.8,
  japan_australia_alliance: 0.6,
};

/** Frames that can only be told with a certain topic. */
export const frameHomes: Partial<Record<FrameId, TopicId>> = {
  burden_sharing: 'host_nation_support',
  networked_coalition: 'regional_partners',
  economic_interest: 'trade_economic_security',
  host_community: 'us_forces_bases',
};

/**
 * Topics that can hardly be told without a frame: a text on who contributes how much speaks of who pays. Such an
 * article always takes the frame up in so many words, so that nobody can doubt whether it has it.
 */
export const impliedFrames: Partial<Record<TopicId, FrameId>> = {
  host_nation_support: 'burden_sharing',
  joint_ops_command: 'modernization_integration',
  trade_economic_security: 'economic_interest',
  regional_partners: 'networked_coalition',
};

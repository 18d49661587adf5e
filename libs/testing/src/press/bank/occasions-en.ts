import type { TopicId } from '../labels.ts';

/** What each topic's event is called in an English headline. */
export const occasionsEn: Record<TopicId, string> = {
  summit_diplomacy: '{city} meeting',
  host_nation_support: '{city} accord talks',
  us_forces_bases: '{base} announcement',
  japan_defense_reform: 'debate on {years}-year program',
  joint_ops_command: 'exercise {drill}',
  china_taiwan: '{city} session on China',
  north_korea: '{city} session on North Korea',
  trade_economic_security: '{city} trade round',
  regional_partners: '{city} briefing',
  tech_space_cyber: '{city} cyber dialogue',
};

export const headlineFormsEn: readonly string[] = [
  '{headline}',
  '{headline} after {occasion}',
  '{occasion}: {headline}',
];

/** Notes under a text that was changed after publication; they carry neither topic nor frame. */
export const updatesEn: readonly string[] = [
  'This article was updated to add the time of the press conference.',
  'Correction: an earlier version gave the wrong age of a person quoted.',
  'This article has been edited to clarify the order of events on {day}.',
];

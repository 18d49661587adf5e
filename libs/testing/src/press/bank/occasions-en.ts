import type { TopicId } from '../labels.ts';

/** What each topic's event is called in an English headline. */
export const occasionsEn: Record<TopicId, string> = {
  summit_diplomacy: '{usName} and {jpName} in {city}',
  host_nation_support: '{city} accord',
  us_forces_bases: 'US unit at {base}',
  japan_defense_reform: '{plan} defense plan',
  joint_ops_command: 'joint exercise {drill}',
  china_taiwan: 'Chinese ship {ship}',
  north_korea: 'launch from {site}',
  trade_economic_security: 'tariffs on {goods}',
  regional_partners: '{program} program',
  tech_space_cyber: 'satellite {satellite}',
};

export const headlineFormsEn: readonly string[] = ['{headline} ({occasion})', '{occasion}: {headline}'];

/** Notes under a text that was changed after publication; they carry neither topic nor frame. */
export const updatesEn: readonly string[] = [
  'This article was updated with the full name of a person quoted.',
  'Correction: an earlier version gave the wrong age of a person quoted.',
  'This article has been edited to correct a spelling mistake.',
];

/** Background that names both countries and their alliance, and nothing else. */
export const backgroundEn: readonly string[] = [
  'The alliance between Japan and the United States rests on a security treaty signed in 1951 and revised in 1960.',
  'Japan and the United States mark the anniversary of their security treaty every January.',
  'The security treaty between Japan and the United States has ten articles.',
  'The US-Japan alliance has an office in each of the two capitals, Tokyo and Washington.',
  'The United States and Japan are treaty allies, and their alliance is older than most of the officials who run it.',
  'A history of the US-Japan alliance, written by {expert}, came out last spring in both Japan and the United States.',
];

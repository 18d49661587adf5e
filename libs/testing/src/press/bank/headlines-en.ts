import type { FrameBank } from './bank-types.ts';

/** Headlines that present the subject in one frame, in English. */
export const frameHeadlinesEn: FrameBank = {
  deterrence_threat: {
    any: [
      'Japan and US move to deter attack as threats mount',
      'Facing a growing threat, Japan and US strengthen their shield',
      'Japan, US warn aggressors as danger grows',
    ],
  },
  modernization_integration: {
    joint_ops_command: [
      'Japan and US wire their forces together in major upgrade',
      'US and Japan to modernize forces for seamless operations',
      'Japan, US forces move toward full integration',
    ],
    japan_defense_reform: [
      'Missiles and drones to modernize forces of US ally Japan',
      'Self-Defense Forces gain new capabilities, Japan tells US',
      'Japan upgrades its military, US ally at its side',
    ],
    tech_space_cyber: [
      'Japan and US upgrade forces with satellites and sensors',
      'US, Japan modernize cyber units of their forces',
      'Sensors and artificial intelligence to upgrade Japan, US forces',
    ],
  },
  burden_sharing: {
    host_nation_support: [
      'Who pays? Japan asked to cover larger share of costs with US',
      'US presses Japan to pay more of what the alliance costs',
      'Japan and US wrangle over who foots the bill',
    ],
    japan_defense_reform: [
      'US presses Japan to spend more on its own defense',
      'Japan and US argue over size of defense budget',
      'Fair share? US wants Japan to pay more for defense',
    ],
  },
  commitment_reassurance: {
    any: [
      'US pledge to Japan is ironclad, {usName} says',
      'Japan seeks reassurance that US will keep its word',
      'US and Japan restore trust after months of strain',
    ],
  },
  rules_based_order: {
    any: [
      'Japan and US stand up for rule of law and democracy',
      'US-Japan alliance stands for free and open order, {jpName} says',
      'Shared values bind Japan and US, {usName} says',
    ],
  },
  networked_coalition: {
    regional_partners: [
      'Japan and US widen circle of partners from Seoul to Canberra',
      'Manila and Canberra to join Japan and US in growing coalition',
      'US-Japan alliance becomes hub of wider network of partners',
    ],
  },
  provocation_encirclement: {
    any: [
      'US-Japan bloc stokes confrontation, experts warn',
      'Japan-US provocation makes region less safe, commentary says',
      'Cold War thinking drives US-Japan alliance, critics say',
    ],
  },
  economic_interest: {
    trade_economic_security: [
      'Tariffs to cost Japanese and US exporters billions',
      'Jobs and billions at stake in Japan-US trade',
      '{jpFirm} bid divides US and Japan over jobs',
    ],
  },
  host_community: {
    us_forces_bases: [
      'Residents near US base in Japan protest noise',
      'Okinawa residents angry after US aircraft crash in Japan',
      'Japanese town demands answers from US base on tainted water',
    ],
  },
  implementation_gap: {
    any: [
      'US-Japan plans short on detail, hard parts left out',
      'Hard questions unanswered after Japan-US announcement',
      'US-Japan scheme untested and unfinished',
    ],
  },
};

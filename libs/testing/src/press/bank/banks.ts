import type { PressLanguage } from '../labels.ts';
import type { Bank } from './bank-types.ts';
import { fillersEn, followUpsEn, quotesEn } from './fillers-en.ts';
import { framesEn } from './frames-en.ts';
import { frameHeadlinesEn } from './headlines-en.ts';
import { headlineFormsEn, occasionsEn, updatesEn } from './occasions-en.ts';
import { offBeatEn } from './off-beat-en.ts';
import { remarksEn } from './remarks-en.ts';
import { topicsEn } from './topics-en.ts';

const en: Bank = {
  frames: framesEn,
  frameHeadlines: frameHeadlinesEn,
  topics: topicsEn,
  occasions: occasionsEn,
  headlineForms: headlineFormsEn,
  offBeat: offBeatEn,
  fillers: fillersEn,
  quotes: quotesEn,
  remarks: remarksEn,
  followUps: followUpsEn,
  updates: updatesEn,
};

/** All that the press can write, by language. */
export const banks: Record<PressLanguage, Bank> = { en, ja: en };

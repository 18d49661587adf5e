import type { PressLanguage } from '../labels.ts';
import type { Bank } from './bank-types.ts';
import { fillersEn, followUpsEn, quotesEn } from './fillers-en.ts';
import { framesEn } from './frames-en.ts';
import { framesJa } from './frames-ja.ts';
import { frameHeadlinesEn } from './headlines-en.ts';
import { frameHeadlinesJa } from './headlines-ja.ts';
import { backgroundEn, headlineFormsEn, occasionsEn, updatesEn } from './occasions-en.ts';
import { offBeatEn } from './off-beat-en.ts';
import { offBeatJa } from './off-beat-ja.ts';
import {
  backgroundJa,
  fillersJa,
  followUpsJa,
  headlineFormsJa,
  occasionsJa,
  quotesJa,
  remarksJa,
  updatesJa,
} from './other-ja.ts';
import { remarksEn } from './remarks-en.ts';
import { topicsEn } from './topics-en.ts';
import { topicsJa } from './topics-ja.ts';

const en: Bank = {
  frames: framesEn,
  frameHeadlines: frameHeadlinesEn,
  topics: topicsEn,
  occasions: occasionsEn,
  headlineForms: headlineFormsEn,
  offBeat: offBeatEn,
  background: backgroundEn,
  fillers: fillersEn,
  quotes: quotesEn,
  remarks: remarksEn,
  followUps: followUpsEn,
  updates: updatesEn,
};

const ja: Bank = {
  frames: framesJa,
  frameHeadlines: frameHeadlinesJa,
  topics: topicsJa,
  occasions: occasionsJa,
  headlineForms: headlineFormsJa,
  offBeat: offBeatJa,
  background: backgroundJa,
  fillers: fillersJa,
  quotes: quotesJa,
  remarks: remarksJa,
  followUps: followUpsJa,
  updates: updatesJa,
};

/** All that the press can write, by language. */
export const banks: Record<PressLanguage, Bank> = { en, ja };

import { textTerms, trainBeatModel } from '@framewatch/classifier';
import type { BeatSeeds, Classification, Decision } from '@framewatch/contracts';
import { BASELINES, type BaselineName, crossValidate, weighTerms } from '@framewatch/measures';
import { countCues } from './count-cues.ts';
import type { Text } from './read-texts.ts';
import { type Target, truthOf } from './targets.ts';

export type Method = 'framewatch' | BaselineName;

/** What a method says of a text for a target. Simple methods are never unclear. */
export interface Judgement {
  readonly score: number;
  readonly decision: Decision;
}

/** Every method's judgement of every text: by target, in the order of the texts. */
export type Judgements = ReadonlyMap<Method, ReadonlyMap<string, readonly (Judgement | null)[]>>;

export interface Judged {
  readonly version: string;
  readonly classifications: readonly Classification[];
  readonly judgements: Judgements;
}

/** Simple methods are fitted where a language has at least so many texts. */
const MIN_TEXTS = 30;

/** Classifies all texts by the beat's model and by every simple method, the latter by cross-validation. */
export function judgeTexts(seeds: BeatSeeds, texts: readonly Text[], targets: readonly Target[]): Judged {
  const model = trainBeatModel({ seeds });
  const classifications = texts.map(({ title, text, language }) =>
    model.classify({ title, text, ...(language === null ? {} : { language }) }),
  );
  const judgements = new Map<Method, Map<string, readonly (Judgement | null)[]>>();
  judgements.set(
    'framewatch',
    new Map(targets.map((target) => [target.key, classifications.map((c) => judgementOf(c, target))])),
  );
  const features = featuresByLanguage(seeds, texts, classifications);
  for (const name of Object.keys(BASELINES) as BaselineName[])
    judgements.set(
      name,
      new Map(targets.map((target) => [target.key, judgeSimply(name, target, texts, features)])),
    );
  return { version: model.version, classifications, judgements };
}

/** A text that is not relevant has no labels, whatever its words; it ranks below all that are. */
function judgementOf({ relevance, labels }: Classification, { kind, id }: Target): Judgement {
  if (kind === 'relevance') return relevance;
  const label = labels.find((l) => l.kind === kind && l.labelId === id);
  if (!label) throw new Error(`The model says nothing of ${kind} ${id}.`);
  return relevance.decision === 'no' ? { score: 0, decision: 'no' } : label;
}

interface Features {
  /** Places of the texts in this language. */
  readonly places: readonly number[];
  readonly words: ReturnType<typeof weighTerms>;
  cues(target: Target): number[];
}

function featuresByLanguage(
  seeds: BeatSeeds,
  texts: readonly Text[],
  classifications: readonly Classification[],
): Features[] {
  return seeds.languages.map((language) => {
    const places = [...texts.keys()].filter((i) => classifications[i]!.language === language);
    const whole = places.map((i) => `${texts[i]!.title}\n${texts[i]!.text}`);
    return {
      places,
      words: weighTerms(whole.map((text) => textTerms(text, language))),
      cues: (target) => whole.map((text) => countCues(seeds, target, text, language)),
    };
  });
}

function judgeSimply(
  name: BaselineName,
  target: Target,
  texts: readonly Text[],
  features: readonly Features[],
): (Judgement | null)[] {
  const judged: (Judgement | null)[] = texts.map(() => null);
  for (const { places, words, cues } of features) {
    if (places.length < MIN_TEXTS) continue;
    const counts = cues(target);
    const known = [...places.keys()].flatMap((p) => {
      const actual = truthOf(texts[places[p]!]!, target);
      return actual === null ? [] : [{ place: places[p]!, words: words[p]!, cues: counts[p]!, actual }];
    });
    for (const [k, { score, decided }] of crossValidate(known, BASELINES[name]).entries())
      judged[known[k]!.place] = { score, decision: decided ? 'yes' : 'no' };
  }
  return judged;
}

/**
 * The few numbers that decide labels, chosen once on texts written for testing and on the reference articles;
 * the same for every label, beat and language.
 */
export const SETTINGS = {
  /** Standard deviations above the seeds' norm from which words alone begin to speak for a label. */
  lexicalStart: 0.8,
  lexicalSoftness: 0.7,
  /** Evidence per standard deviation beyond that; one specific cue is 1. */
  lexicalShare: 0.25,
  /** Words alone never count for more than this. */
  lexicalCap: 0.6,
  /** A cue of a single word, which may mean many things, counts for no more than this. */
  singleWord: 0.8,
  /** A frame's cue that is also a topic's says what is talked about rather than how; it counts so much. */
  topicalCue: 0.5,
  /** Evidence e becomes strength 1 - exp(-steepness * e). */
  steepness: 1.3,
  /** Strength below which a sentence says nothing about a label. */
  floor: 0.4,
  /** How far a frame is damped beside a stronger one in the same sentence (0: not at all). */
  rivalry: 0.5,
  /** How much of the pull that words have towards all labels alike is taken off. */
  common: 1,
  title: 1.5,
  lead: 1.2,
  /** Clear sentences that a label needs in a text of n sentences: factor * n ** power. */
  needed: { topic: { factor: 0.7, power: 0.4 }, frame: { factor: 0.3, power: 0.7 } },
};

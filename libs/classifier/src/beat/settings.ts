/**
 * The few numbers that decide labels, chosen once on texts written for testing and on the reference articles;
 * the same for every label, beat and language.
 */
export const SETTINGS = {
  /** Standard deviations above the seeds' norm from which words alone begin to speak for a label. */
  lexicalStart: 1.05,
  lexicalSoftness: 0.7,
  /** Evidence per standard deviation beyond that; one specific cue is 1. */
  lexicalShare: 0.21,
  /** The same in a sentence without any cue of the label. */
  lexicalAlone: 0.15,
  /** Words alone never count for more than this. */
  lexicalCap: 1.06,
  /** A cue of a single word, which may mean many things, counts for no more than this. */
  singleWord: 0.65,
  /** A phrase of common words was written as a phrase for a reason: it counts for at least so much per word. */
  perWord: 0.25,
  /** How fast a single word wears off from sentence to sentence of a text: 1 / (1 + wear * times before). */
  wear: 0.4,
  /** A frame's cue that is also a topic's says what is talked about rather than how; it counts so much. */
  topicalCue: 0.75,
  /** Evidence e becomes strength 1 - exp(-steepness * e). */
  steepness: 1.23,
  /** Strength below which a sentence says nothing about a label. */
  floor: 0.35,
  title: 2,
  lead: 1.45,
  /**
   * Clear sentences that a label needs in a text of n. A topic is named about as often in a long text as in a
   * middling one: most * (1 - exp(-n / soon)). A frame has to run through the text: factor * n ** power.
   */
  needed: { topic: { most: 2.35, soon: 12 }, frame: { factor: 0.25, power: 0.6 } },
};

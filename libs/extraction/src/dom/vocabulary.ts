/** Looks a stretch of text up among known words; undefined where it is none of them. */
export type Vocabulary = (text: string, start: number, end: number) => string | undefined;

const BUCKETS = 1_024;

/**
 * A case-blind look-up of small-letter words that allocates nothing for what it knows: a page has thousands of tags
 * and attributes of a few dozen names. Answers the word itself, the same string each time.
 */
export function createVocabulary(words: Iterable<string>): Vocabulary {
  const buckets: string[][] = Array.from({ length: BUCKETS }, () => []);
  for (const word of words) buckets[bucketOf(word, 0, word.length)]!.push(word);
  return (text, start, end) => {
    const bucket = buckets[bucketOf(text, start, end)]!;
    if (bucket.length === 0) return undefined;
    for (const word of bucket) if (word.length === end - start && text.startsWith(word, start)) return word;
    const lower = text.slice(start, end).toLowerCase();
    return bucket.find((word) => word === lower);
  };
}

/** By length, first and last letter, whose lower five bits are the same in both cases. */
function bucketOf(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start) & 31;
  const last = text.charCodeAt(end - 1) & 31;
  return ((end - start) * 67 + first * 5 + last * 41) % BUCKETS;
}

/** A character of a script without spaces says about as much as this many letters. */
const DENSE_WEIGHT = 2.5;
const HAS_DENSE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
/** Ends of sentences in the scripts of the world, with what may close after them. */
const SENTENCE_END = /[.!?…。！？।॥؟۔։።၊။」』”"»)][\])'"’”»)]*\s*$/;
const SENTENCE_INSIDE = /[.!?…؟۔।॥](?:\s|["'”’»)])|[。！？]/;

/** Length in letters, characters of dense scripts counted for the words that they are. */
export function weighText(text: string): number {
  if (!HAS_DENSE.test(text)) return text.length;
  let dense = 0;
  for (let i = 0; i < text.length; i += 1) if (isDense(text.charCodeAt(i))) dense += 1;
  return text.length + dense * (DENSE_WEIGHT - 1);
}

function isDense(code: number): boolean {
  return (
    (code >= 0x3040 && code <= 0x30ff) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xd7af)
  );
}

/** Whether a text ends as sentences do. */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text.slice(-12));
}

interface Shape {
  readonly tag: string;
  readonly weight: number;
  readonly linkShare: number;
}

/** Sentences, rather than a label, a headline or a list of links. */
export function looksLikeProse(text: string, { tag, weight, linkShare }: Shape): boolean {
  if (isHeading(tag)) return false;
  if (linkShare > 0.5) return linkShare < 0.75 && weight * (1 - linkShare) > 80;
  if (weight >= 140) return linkShare < 0.4 || weight * (1 - linkShare) > 80;
  if (weight < 30) return false;
  return endsSentence(text) || weight >= 90 || (weight >= 60 && SENTENCE_INSIDE.test(text));
}

/** Whether a tag is h1 to h6. */
export function isHeading(tag: string): boolean {
  return tag.length === 2 && tag[0] === 'h' && tag[1]! >= '1' && tag[1]! <= '6';
}

import type { Evidence, LabelKind, Span, Voice } from '@framewatch/contracts';

export interface SegmentLabel {
  kind: LabelKind;
  labelId: string;
  voice: Voice;
}

/** A stretch of text that is marked in one way. */
export interface Segment {
  start: number;
  text: string;
  /** The labels for which the sentence around it speaks; none for plain text. */
  labels: SegmentLabel[];
  /** True for the words in the sentence that spoke for one of the labels. */
  term: boolean;
}

export interface Paragraph {
  start: number;
  segments: Segment[];
  /** The labels for which sentences of the paragraph speak, each once by voice. */
  labels: SegmentLabel[];
}

/**
 * Cuts a text into paragraphs and these into stretches that are marked alike. Offsets are UTF-16 code units of the
 * whole text, as in the evidence; nothing of the text is lost but the line breaks between paragraphs.
 */
export function annotate(text: string, field: Span['field'], evidence: readonly Evidence[]): Paragraph[] {
  const here = evidence.filter(({ sentence }) => sentence.field === field);
  return paragraphsOf(text).map(([start, end]) => {
    const touching = here.filter(({ sentence }) => sentence.start < end && sentence.end > start);
    return { start, segments: segmentsOf(text, start, end, touching), labels: distinct(touching) };
  });
}

function paragraphsOf(text: string): [number, number][] {
  return [...text.matchAll(/[^\n]*\S[^\n]*/g)].map((match) => [match.index, match.index + match[0].length]);
}

function segmentsOf(text: string, start: number, end: number, evidence: readonly Evidence[]): Segment[] {
  const spans = evidence.flatMap(({ sentence, terms }) => [sentence, ...positive(terms)]);
  const cuts = spans.flatMap((span) => [span.start, span.end]).filter((cut) => cut > start && cut < end);
  const edges = [...new Set([start, ...cuts, end])].sort((a, b) => a - b);
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1] ?? end;
    const over = evidence.filter(({ sentence }) => covers(sentence, from, to));
    return {
      start: from,
      text: text.slice(from, to),
      labels: distinct(over),
      term: over.some(({ terms }) => positive(terms).some((term) => covers(term, from, to))),
    };
  });
}

/** Terms below zero spoke against the label: they are no reason to mark a word. */
function positive(terms: Evidence['terms']): Evidence['terms'] {
  return terms.filter(({ weight, field }) => weight > 0 && field !== undefined);
}

function covers(span: { start: number; end: number }, from: number, to: number): boolean {
  return span.start <= from && to <= span.end;
}

function distinct(evidence: readonly Evidence[]): SegmentLabel[] {
  const byName = new Map<string, SegmentLabel>();
  for (const { kind, labelId, voice } of evidence) {
    const speaker = voice.kind === 'reported' ? (voice.speaker ?? '?') : '';
    byName.set(`${kind} ${labelId} ${speaker}`, { kind, labelId, voice });
  }
  return [...byName.values()];
}

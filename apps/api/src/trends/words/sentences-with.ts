import { splitSentences } from '@framewatch/classifier';
import type { WordSentence } from '@framewatch/contracts';
import type { StoryText } from '@framewatch/store';
import { tellingWords } from './compared-texts.ts';

/** For each word the first sentence of each story that holds it, at most so many; stories in the order given. */
export function sentencesWith(
  words: ReadonlySet<string>,
  stories: readonly StoryText[],
  language: string,
  most: number,
): Map<string, WordSentence[]> {
  const found = new Map<string, WordSentence[]>([...words].map((word) => [word, []]));
  for (const story of stories) {
    const seen = new Set<string>();
    for (const field of ['text', 'title'] as const)
      for (const { word, start, end } of tellingWords(story[field], story, language)) {
        const sentences = found.get(word);
        if (!sentences || seen.has(word)) continue;
        seen.add(word);
        if (sentences.length < most) sentences.push(sentenceAround(story, field, start, end));
      }
  }
  return found;
}

function sentenceAround(story: StoryText, field: 'title' | 'text', start: number, end: number): WordSentence {
  const text = story[field];
  const sentence =
    field === 'title'
      ? { start: 0, end: text.length }
      : (splitSentences(text).find((span) => span.start <= start && span.end >= end) ?? { start, end });
  return {
    articleId: story.articleId,
    title: story.title,
    outlet: story.outlet,
    countedAt: story.countedAt.toISOString(),
    field,
    start: sentence.start,
    end: sentence.end,
    text: text.slice(sentence.start, sentence.end),
    wordStart: start - sentence.start,
    wordEnd: end - sentence.start,
  };
}

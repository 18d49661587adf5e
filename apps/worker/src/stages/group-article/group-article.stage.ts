import {
  assignStory,
  isSameCopy,
  type StoryMember,
  storyVector,
  survivingStory,
  type TextSignature,
  textSignature,
} from '@framewatch/dedup';
import type { ArticleRow } from '@framewatch/store';
import { done, type Outcome, skipped, urgencyOf } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';

const MOST_CANDIDATES = 60;
/** Copies and reports of one event appear within a few days. */
const REACH_DAYS = 5;

/** What `article.signature` holds: how to recognise the text, and what it is about. */
interface StoredSignature {
  text: TextSignature;
  story: StoryMember['vector'];
}

/** Finds the article's copies at any outlet and its story. Run twice, the same row. */
export async function groupArticle(
  { store, now }: StageContext,
  { articleId }: { articleId: string },
): Promise<Outcome> {
  const article = await store.articles.findById(articleId);
  if (!article) return skipped('the article is gone');
  if (article.fate !== 'read') return skipped(`it is ${article.fate}`);
  const text = textSignature(article.text, article.language === 'und' ? null : article.language);
  const story = storyVector(article.title, article.text, article.counted_at.toISOString());
  // Two copies at two workers must not both begin a story: one at a time looks and decides.
  await store.stories.exclusively(async () => {
    const copyOf = await findCopy(store, article, text);
    const storyId = article.story_id ?? copyOf?.story_id ?? (await findStory(store, article, story));
    await store.articles.saveGrouping(
      articleId,
      {
        signature: { text, story } satisfies StoredSignature,
        bands: [...text.bands],
        storyTerms: [...story.keys],
        copyOf: copyOf?.copy_of ?? copyOf?.id ?? null,
        storyId,
      },
      now(),
    );
  });
  return done({ stage: 'classify-article', payloads: [{ articleId }], urgency: urgencyOf(article) });
}

/** The earliest article with the same text; an article never copies a later one. */
async function findCopy(store: StageContext['store'], article: ArticleRow, text: TextSignature) {
  const candidates = await store.articles.findByBands([...text.bands], article.id, MOST_CANDIDATES);
  return candidates.find((candidate) => {
    const { text: other } = candidate.signature as StoredSignature;
    return isEarlier(candidate, article) && isSameCopy(text, other).same;
  });
}

function isEarlier(a: { counted_at: Date; id: string }, b: { counted_at: Date; id: string }): boolean {
  return (
    a.counted_at < b.counted_at ||
    (a.counted_at.getTime() === b.counted_at.getTime() && Number(a.id) < Number(b.id))
  );
}

async function findStory(
  store: StageContext['store'],
  article: ArticleRow,
  vector: StoryMember['vector'],
): Promise<string> {
  const candidates = await store.articles.findStoryCandidates(
    [...vector.keys],
    article.counted_at,
    REACH_DAYS,
    article.id,
    MOST_CANDIDATES,
  );
  const members = candidates.map((c) => ({
    storyId: c.story_id,
    vector: (c.signature as StoredSignature).story,
  }));
  const found = assignStory(vector, members);
  if (found.storyId === null) return store.stories.create(article.title, article.counted_at);
  const oldest = survivingStory([found.storyId, ...found.merge]) ?? found.storyId;
  for (const id of [found.storyId, ...found.merge]) if (id !== oldest) await store.stories.merge(id, oldest);
  return oldest;
}

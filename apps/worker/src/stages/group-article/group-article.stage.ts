import {
  assignStory,
  findDrift,
  isSameCopy,
  keysAcross,
  type StoryMember,
  storyVector,
  survivingStory,
  type TextSignature,
  textSignature,
} from '@framewatch/dedup';
import type { ArticleRow, Neighbour, Neighbours, StoryDecision } from '@framewatch/store';
import { done, type Outcome, skipped, urgencyOf } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';

/** Of each kind: copies, reports in the same script, and in the other. More found nothing more on the synthetic press. */
const MOST_CANDIDATES = 20;
/** Reports of one event appear within a few days. */
const REACH_DAYS = 5;
/** What repeats a text of long ago is another occasion with the same wording, such as a yearly notice. */
const COPY_DAYS = 30;
/** A story is looked over for drift when it has come to so many articles, and each time it has doubled. */
const FIRST_LOOK = 8;
/** More articles than this say no more about whether a story is one, and take longer to compare. */
const MOST_MEMBERS = 48;

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
  const text = textSignature(
    article.title,
    article.text,
    article.language === 'und' ? null : article.language,
  );
  const story = storyVector(article.title, article.text, article.counted_at.toISOString());
  const sought = {
    articleId,
    bands: [...text.bands],
    terms: [...story.keys],
    bridges: keysAcross(story),
    around: article.counted_at,
    days: REACH_DAYS,
    copyDays: COPY_DAYS,
    limit: MOST_CANDIDATES,
  };
  const keys = {
    signature: { text, story } satisfies StoredSignature,
    bands: sought.bands,
    storyTerms: sought.terms,
    bridgeTerms: [...story.bridgeKeys],
  };
  // Two copies at two workers must not both begin a story: one at a time decides. What takes long comes before.
  const known = await store.stories.findNeighbours(sought);
  const { storyId, articles } = await store.stories.assign(
    article,
    { sought, known, keys },
    (neighbours, ownStory) => decide(article, text, story, neighbours, ownStory),
    now(),
  );
  if (isTimeToLook(articles)) await splitWhereDrifted(store, storyId);
  return done({ stage: 'classify-article', payloads: [{ articleId }], urgency: urgencyOf(article) });
}

/** A new wording of an article leaves it in its story; only its copies are looked for again. */
function decide(
  article: ArticleRow,
  text: TextSignature,
  story: StoryMember['vector'],
  { copies, reports }: Neighbours,
  ownStory: string | null,
): StoryDecision {
  const twin = copies.find(
    (copy) => isEarlier(copy, article) && isSameCopy(text, signatureOf(copy).text).same,
  );
  const copyOf = twin?.copy_of ?? twin?.id ?? null;
  if (ownStory !== null) return { copyOf, story: ownStory, merge: [], why: 'it was read again' };
  if (twin !== undefined) return { copyOf, story: twin.story_id, merge: [], why: `a copy of ${twin.id}` };
  const found = assignStory(
    story,
    reports.map((one) => ({ storyId: one.story_id, vector: signatureOf(one).story })),
  );
  if (found.storyId === null) return { copyOf, story: null, merge: [], why: found.why };
  const all = [found.storyId, ...found.merge];
  const oldest = survivingStory(all) ?? found.storyId;
  return {
    copyOf,
    story: oldest,
    merge: all.filter((id) => id !== oldest),
    why: `article ${article.id} ${found.why}`,
  };
}

/** Signatures of earlier versions had no bridges: such articles are found by their words alone. */
function signatureOf({ signature }: Pick<Neighbour, 'signature'>): StoredSignature {
  const { text, story } = signature as StoredSignature;
  const isEarlierVersion = story.bridgeKeys === undefined;
  return { text, story: isEarlierVersion ? { ...story, bridges: [], bridgeKeys: [] } : story };
}

/** The earliest article holds the text; an article never copies a later one. */
function isEarlier(a: { counted_at: Date; id: string }, b: { counted_at: Date; id: string }): boolean {
  return (
    a.counted_at < b.counted_at ||
    (a.counted_at.getTime() === b.counted_at.getTime() && Number(a.id) < Number(b.id))
  );
}

function isTimeToLook(articles: number): boolean {
  return articles >= FIRST_LOOK && Number.isInteger(Math.log2(articles / FIRST_LOOK));
}

async function splitWhereDrifted(store: StageContext['store'], storyId: string): Promise<void> {
  const members = await store.stories.findMembers(storyId, MOST_MEMBERS);
  const left = findDrift(members.map((member) => ({ id: member.id, vector: signatureOf(member).story })));
  if (left !== null) await store.stories.split(storyId, [...left], 'its articles fell into two groups');
}

import type { ArticleDetail, Fate } from '@framewatch/contracts';
import type { ArticleRow } from '@framewatch/store';
import { notFound } from '../http/problem.ts';
import type { ApiContext } from '../runtime/api-context.ts';
import type { ModelView } from '../runtime/beat-catalog.ts';
import { judgements } from './list-articles.ts';
import { summaryOf } from './summary.ts';

const MOST_OF_STORY = 50;

/** Everything known of one article. Throws a 404 problem where it does not exist or is not classified yet. */
export async function articleDetail(context: ApiContext, id: string, beatId: string): Promise<ArticleDetail> {
  const { beats, store } = context;
  const { active } = await beats.find(beatId);
  const row = await store.articles.findById(id);
  if (!row) throw notFound(`There is no article ${id}.`);
  const [listed] = active ? await store.articleLists.findByIds([id], active.id) : [];
  if (!active || !listed) throw notFound(`Article ${id} is not classified yet; so far it is ${row.fate}.`);
  const judgement = (await judgements(store, [listed], beatId))(listed);
  const classification = listed.classification_id
    ? await store.articleLists.findRelevance(listed.classification_id)
    : null;
  return {
    ...summaryOf(listed, judgement),
    text: row.text,
    authors: row.authors,
    canonicalUrl: row.canonical_url ?? row.url,
    extraction: { method: row.extraction_method, quality: row.extraction_quality, note: row.extraction_note },
    covered: classification?.covered ?? false,
    relevanceDetail: classification?.relevance ?? null,
    evidence: judgement.evidence.slice(),
    briefs: briefsOf(active, classification?.briefs ?? []),
    modelVersion: active.version,
    ...(await surroundings(context, row, active.id)),
    fate: row.fate as Fate,
    fateReason: row.fate_reason,
  };
}

function briefsOf({ seeds }: ModelView, briefs: readonly { id: string; similarity: number }[]) {
  return briefs.map(({ id, similarity }) => ({
    id,
    title: seeds.briefs.find((brief) => brief.id === id)?.title ?? id,
    similarity,
  }));
}

/** Where it was seen, what changed in it, and who tells the same story. */
async function surroundings({ store: { articleLists } }: ApiContext, row: ArticleRow, modelId: string) {
  const [sightings, revisions, sameStory] = await Promise.all([
    articleLists.findSightings(row.id),
    articleLists.findRevisions(row.id),
    row.story_id ? articleLists.findSameStory(row.story_id, modelId, row.id, MOST_OF_STORY) : [],
  ]);
  return {
    sightings: sightings.map(({ feedUrl, seenAt }) => ({ feedUrl, seenAt: seenAt.toISOString() })),
    revisions: revisions.map(({ seenAt, title, changed }) => ({
      seenAt: seenAt.toISOString(),
      title,
      changed: changed as ('title' | 'text')[],
    })),
    sameStory: sameStory.map(({ counted_at, copy_of, ...article }) => ({
      ...article,
      countedAt: counted_at.toISOString(),
      isCopy: copy_of !== null,
    })),
  };
}

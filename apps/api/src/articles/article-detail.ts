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
    page: pageOf(row),
    covered: classification?.covered ?? false,
    relevanceDetail: classification?.relevance ?? null,
    evidence: judgement.evidence.slice(),
    briefs: briefsOf(active, classification?.briefs ?? []),
    modelVersion: active.version,
    origin: await store.loads.findOrigin(id),
    ...(await surroundings(context, row, active.id)),
    fate: row.fate as Fate,
    fateReason: row.fate_reason,
  };
}

function pageOf(row: ArticleRow): ArticleDetail['page'] {
  return {
    siteName: row.site_name,
    section: row.section,
    leadImage: row.lead_image,
    modifiedAt: row.modified_at?.toISOString() ?? null,
    modifiedOffsetMinutes: row.modified_offset_minutes,
    truncation: row.truncation as ArticleDetail['page']['truncation'],
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
  // Copies point at the earliest article with the text.
  const original = row.copy_of ?? row.id;
  const isCopy = ({ id, copy_of }: { id: string; copy_of: string | null }) => (copy_of ?? id) === original;
  return {
    agency: creditIn(row) ?? sameStory.filter(isCopy).find(({ agency }) => agency !== null)?.agency ?? null,
    sightings: sightings.map(({ feedUrl, seenAt }) => ({ feedUrl, seenAt: seenAt.toISOString() })),
    revisions: revisions.map(({ seenAt, title, changed }) => ({
      seenAt: seenAt.toISOString(),
      title,
      changed: changed as ArticleDetail['revisions'][number]['changed'],
    })),
    sameStory: sameStory.map((article) => ({
      id: article.id,
      title: article.title,
      url: article.url,
      outlet: article.outlet,
      frames: article.frames,
      countedAt: article.counted_at.toISOString(),
      isCopy: isCopy(article),
    })),
  };
}

/** The agency named in the article's own text, as the grouping stage read it. */
function creditIn({ signature }: ArticleRow): string | null {
  return (signature as { text?: { agency?: string | null } } | null)?.text?.agency ?? null;
}

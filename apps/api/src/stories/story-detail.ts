import type { StoryDetail } from '@framewatch/contracts';
import { judgements } from '../articles/list-articles.ts';
import { summaryOf } from '../articles/summary.ts';
import { notFound } from '../http/problem.ts';
import type { ApiContext } from '../runtime/api-context.ts';

const MOST_ARTICLES = 200;

/** A story as one beat sees it; the id of a story that was merged leads to the one that goes on. Throws a 404 problem. */
export async function storyDetail(
  { beats, store }: ApiContext,
  id: string,
  beatId: string,
): Promise<StoryDetail> {
  const { active } = await beats.find(beatId);
  const root = await store.stories.findRoot(id);
  const [story, changes] = await Promise.all([store.stories.find(root), store.stories.findChanges(root)]);
  if (!story || !active) throw notFound(`There is no story ${id}.`);
  const wanted = { modelId: active.id, story: root, scope: 'all', of: 'articles' } as const;
  const [articles, total] = await Promise.all([
    store.articleLists.find({ ...wanted, limit: MOST_ARTICLES }),
    store.articleLists.count({ ...wanted, limit: MOST_ARTICLES }),
  ]);
  const judged = await judgements(store, articles, beatId);
  return {
    id: root,
    mergedFrom: root === id ? null : id,
    title: story.title,
    firstAt: story.first_at.toISOString(),
    lastAt: story.last_at.toISOString(),
    outlets: new Set(articles.map(({ outlet }) => outlet.id)).size,
    languages: [...new Set(articles.map(({ language }) => language))].sort(),
    articles: articles.map((article) => summaryOf(article, judged(article))),
    total,
    splitFrom: story.split_from,
    changes: changes.map((change) => ({
      what: change.what,
      from: change.from_story,
      into: change.into_story,
      articles: change.articles,
      why: change.why,
      at: change.at.toISOString(),
    })),
  };
}

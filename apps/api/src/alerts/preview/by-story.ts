interface StoryArticle {
  id: string;
  story_id: string | null;
  first_seen_at: Date;
}

/**
 * Of each story the article that was seen first. Stories that count as alerted under one id are one story here, as they
 * are for alerts: one that was split off raises nothing of its own.
 */
export function byStory<Article extends StoryArticle>(
  articles: readonly Article[],
  alertedAs: ReadonlyMap<string, readonly string[]>,
): Article[] {
  const seen = new Map<string, Article>();
  const inOrder = [...articles].sort(
    (a, b) => a.first_seen_at.getTime() - b.first_seen_at.getTime() || Number(a.id) - Number(b.id),
  );
  for (const article of inOrder) {
    const ids = article.story_id === null ? [] : (alertedAs.get(article.story_id) ?? [article.story_id]);
    const keys = ids.length === 0 ? [`article-${article.id}`] : ids;
    const first = keys.map((key) => seen.get(key)).find((one) => one !== undefined) ?? article;
    for (const key of keys) if (!seen.has(key)) seen.set(key, first);
  }
  return [...new Set(seen.values())];
}

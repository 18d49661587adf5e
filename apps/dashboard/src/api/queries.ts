import type {
  AddedFeed,
  AlertPage,
  ArticleDetail,
  ArticleHistory,
  ArticlePage,
  Beat,
  ChangesAnswer,
  Classification,
  CorrectionRequest,
  Dimension,
  DriftAnswer,
  FeedList,
  FeedPreview,
  Headline,
  Heatmap,
  LabelKind,
  NewFeed,
  ReviewAnswer,
  Status,
  TrendAnswer,
  WordsAnswer,
} from '@framewatch/contracts';
import {
  keepPreviousData,
  type QueryClient,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { getJson, type Parameters, postJson } from './client.ts';
import type { Period } from './period.ts';
import { filterNames, type Of, type View } from './view.ts';

/** First words of query keys; live events invalidate by them. */
export const keys = {
  status: 'status',
  beats: 'beats',
  headline: 'headline',
  trend: 'trend',
  heatmap: 'heatmap',
  articles: 'articles',
  latest: 'latest',
  article: 'article',
  feeds: 'feeds',
  alerts: 'alerts',
  rules: 'rules',
  channels: 'channels',
  deliveries: 'deliveries',
  snoozes: 'snoozes',
  review: 'review',
  drift: 'drift',
} as const;

/** How the whole is doing; asked again every 15 s, sooner while nothing has been collected yet. */
export const statusQuery = queryOptions({
  queryKey: [keys.status],
  queryFn: ({ signal }) => getJson<Status>('/status', {}, signal),
  refetchInterval: (query) => (query.state.data?.articles.total ? 15_000 : 3_000),
});

export function useStatus() {
  return useQuery(statusQuery);
}

/** The beats; asked again often while a model is being prepared, for its progress is on screen. */
export const beatsQuery = queryOptions({
  queryKey: [keys.beats],
  queryFn: ({ signal }) => getJson<Beat[]>('/beats', {}, signal),
  staleTime: 60_000,
  refetchInterval: (query) =>
    query.state.data?.every(({ model, preparing }) => model && !preparing) ? false : 3_000,
});

export function useBeats() {
  return useQuery(beatsQuery);
}

/** The sentence on what changed; only whole presets have one. */
export function useHeadline(beat: string, days: number, tz: string) {
  return useQuery({
    queryKey: [keys.headline, beat, days, tz],
    queryFn: ({ signal }) => getJson<Headline>('/headline', { beat, days, tz }, signal),
    placeholderData: keepPreviousData,
  });
}

export interface TrendRequest {
  chart: 'coverage' | 'framing';
  beat: string;
  period: Period;
  of: Of;
  by: Dimension;
  filters: View;
  /** What is asked beside the counts. */
  beside?: {
    compare?: 'previous' | 'year' | undefined;
    weight?: 'outlets' | undefined;
    band?: 'stories' | undefined;
  };
}

/** The query of a chart, for the API and for the CSV link alike: so they cannot differ. */
export function trendParameters({ beat, period, of, by, filters, beside }: TrendRequest): Parameters {
  const { from, to, bucket, tz } = period;
  return { beat, from, to, bucket, tz, by, of, ...pickFilters(filters), ...beside };
}

export function useTrend(request: TrendRequest, enabled = true) {
  const parameters = trendParameters(request);
  return useQuery({
    queryKey: [keys.trend, request.chart, parameters],
    queryFn: ({ signal }) => getJson<TrendAnswer>(`/trends/${request.chart}`, parameters, signal),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** Spikes and lasting shifts that begin in the period. */
export function useChanges(beat: string, period: Period, filters: View) {
  const { from, to, tz } = period;
  const parameters = { beat, from, to, tz, ...pickFilters(filters) };
  return useQuery({
    queryKey: [keys.trend, 'changes', parameters],
    queryFn: ({ signal }) => getJson<ChangesAnswer>('/trends/changes', parameters, signal),
    placeholderData: keepPreviousData,
  });
}

/** The words that set two sides apart; nothing is asked until both are chosen. */
export function useWordsApart(beat: string, period: Period, filters: View, sides: Parameters | null) {
  const { from, to } = period;
  const parameters = { beat, from, to, ...pickFilters(filters), ...sides, limit: 12 };
  return useQuery({
    queryKey: [keys.trend, 'words', parameters],
    queryFn: ({ signal }) => getJson<WordsAnswer>('/trends/words', parameters, signal),
    placeholderData: keepPreviousData,
    enabled: sides !== null,
  });
}

export function useHeatmap(beat: string, period: Period) {
  const { from, to } = period;
  return useQuery({
    queryKey: [keys.heatmap, beat, from, to],
    queryFn: ({ signal }) => getJson<Heatmap>('/trends/heatmap', { beat, from, to }, signal),
    placeholderData: keepPreviousData,
  });
}

/** The newest relevant articles, whatever the period; kept fresh by live events. */
export function useLatestArticles(beat: string, limit: number) {
  return useQuery({
    queryKey: [keys.latest, beat, limit],
    queryFn: ({ signal }) => getJson<ArticlePage>('/articles', { beat, limit }, signal),
    placeholderData: keepPreviousData,
  });
}

/** The parameters of an article list; the list of a chart's bucket has exactly the bucket's limits. */
function articleParameters(beat: string, period: Period, view: View): Parameters {
  const limits = { from: view.since ?? period.from, to: view.until ?? period.to };
  // Within one story, all its articles are meant.
  const of = view.story === undefined ? view.of : undefined;
  return { beat, ...limits, ...pickFilters(view), q: view.q, story: view.story, scope: view.scope, of };
}

export function useArticles(beat: string, period: Period, view: View) {
  const parameters = articleParameters(beat, period, view);
  return useInfiniteQuery({
    queryKey: [keys.articles, parameters],
    queryFn: ({ pageParam, signal }) =>
      getJson<ArticlePage>('/articles', { ...parameters, limit: 50, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  });
}

export function useArticle(id: string, beat: string) {
  return useQuery({
    queryKey: [keys.article, id, beat],
    queryFn: ({ signal }) => getJson<ArticleDetail>(`/articles/${id}`, { beat }, signal),
  });
}

/** Every wording of an article and what changed; asked for once its page is open. */
export function useArticleHistory(id: string, beat: string) {
  return useQuery({
    queryKey: [keys.article, id, beat, 'history'],
    queryFn: ({ signal }) => getJson<ArticleHistory>(`/articles/${id}/revisions`, { beat }, signal),
  });
}

/** Writes an editor's word; the answer replaces the article on screen at once, and charts follow. */
export function useCorrect(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: CorrectionRequest) => postJson<ArticleDetail>(`/articles/${id}/corrections`, body),
    onSuccess: (detail, body) => {
      client.setQueryData([keys.article, id, body.beat], detail);
      return invalidate(client, [
        keys.articles,
        keys.latest,
        keys.trend,
        keys.heatmap,
        keys.headline,
        keys.status,
      ]);
    },
  });
}

/** Whether the news still look like what the model was made for; changes over days. */
export function useDrift(beat: string) {
  return useQuery({
    queryKey: [keys.drift, beat],
    queryFn: ({ signal }) => getJson<DriftAnswer>('/drift', { beat }, signal),
    staleTime: 600_000,
  });
}

/** What to ask an editor next; asked again only when the page wants more, so that nothing moves under a reader. */
export function useReview(beat: string) {
  return useQuery({
    queryKey: [keys.review, beat],
    queryFn: ({ signal }) => getJson<ReviewAnswer>('/review', { beat }, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}

export function useFeeds() {
  return useQuery({
    queryKey: [keys.feeds],
    queryFn: ({ signal }) => getJson<FeedList>('/feeds', {}, signal),
    refetchInterval: 30_000,
  });
}

export function useCheckFeed() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => postJson<unknown>(`/feeds/${id}/check`, {}),
    onSuccess: () => invalidate(client, [keys.feeds]),
  });
}

/** Has a worker look at a site for its feeds; takes up to a minute. */
export function useFindFeeds() {
  return useMutation({
    mutationFn: (address: string) => postJson<FeedPreview>('/feeds/preview', { address }),
  });
}

/** Adds an entry to feeds.yaml. Its feed shows up in the list once the file was read again. */
export function useAddFeed() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewFeed) => postJson<AddedFeed>('/feeds', body),
    onSuccess: () => invalidate(client, [keys.feeds, keys.status]),
  });
}

/** The newest alerts; the head and the overview share one answer. */
export function useLatestAlerts() {
  return useQuery({
    queryKey: [keys.alerts, 'latest'],
    queryFn: ({ signal }) => getJson<AlertPage>('/alerts', { limit: 10 }, signal),
  });
}

export interface ClassifyInput {
  beat: string;
  title: string;
  text: string;
  language?: string;
}

export function useClassify() {
  return useMutation({ mutationFn: (input: ClassifyInput) => postJson<Classification>('/classify', input) });
}

/** Marks everything under these first words as old, so that what is on screen is asked for again. */
export async function invalidate(client: QueryClient, names: readonly string[]): Promise<void> {
  await Promise.all(names.map((name) => client.invalidateQueries({ queryKey: [name] })));
}

function pickFilters(view: View): Parameters {
  return Object.fromEntries(filterNames.map((name) => [name, view[name]]));
}

/** Newest articles of the period that carry a label: their quotes are the sentences that carry it. */
export function useFrameQuotes(beat: string, period: Period, view: View, kind: LabelKind, id: string) {
  const parameters = { ...articleParameters(beat, period, view), [kind]: id, limit: 20 };
  return useQuery({
    queryKey: [keys.latest, parameters],
    queryFn: ({ signal }) => getJson<ArticlePage>('/articles', parameters, signal),
    placeholderData: keepPreviousData,
  });
}

export { type Database, openDatabase } from './database.ts';
export { assertSchemaIsCurrent, migrate } from './migrate.ts';
export type { ChannelCounts, ChannelRow } from './repositories/alert-channels.repository.ts';
export type { DeliveryPlan } from './repositories/alerts/plan.ts';
export type { PlanOf, RaisedAlert } from './repositories/alerts/raise-many.ts';
export type { AlertRow, NewAlert } from './repositories/alerts.repository.ts';
export type {
  AttemptRecord,
  BundleReason,
  ClaimedBundle,
  ClaimedDelivery,
  HeldGroup,
} from './repositories/deliveries.repository.ts';
export type { ListedArticle, ListQuery } from './repositories/article-lists.repository.ts';
export type { ArticleRow, FoundEntry, ReadText, RereadingTurn } from './repositories/articles.repository.ts';
export type { JudgedCorrection } from './repositories/corrections.repository.ts';
export type { DeliveryView, LoggedDelivery } from './repositories/delivery-log.repository.ts';
export { EVENT_CHANNEL } from './repositories/events.repository.ts';
export type { ScoreSumRow, SlottedFilter, StoryCell } from './repositories/framing.repository.ts';
export type { StoryText } from './repositories/trend-words.repository.ts';
export { clockTurnedBack, type FeedRow, type FeedUpdate } from './repositories/feeds.repository.ts';
export type { ExportQuery } from './repositories/exports.repository.ts';
export type { FeedWithOutlet } from './repositories/health.repository.ts';
export type { HostPace } from './repositories/host-gates.repository.ts';
export type { ArticleToStore, ImportBatch, MadeOfBatch } from './repositories/imports.repository.ts';
export type { LoadNote } from './repositories/loads.repository.ts';
export type { ModelRow } from './repositories/models.repository.ts';
export type { PushSubscriptionRow } from './repositories/recipients.repository.ts';
export type { JudgedArticle, UnmeasuredArticle } from './repositories/reclassifications.repository.ts';
export type {
  ChartCounts,
  CountQuery,
  CountRow,
  TrendDifference,
  TrendFact,
  TrendFilter,
} from './repositories/trends.repository.ts';
export type {
  PastArticle,
  PastCheck,
  PastCoverage,
  RuleScope,
} from './repositories/rule-history.repository.ts';
export type { ReviewRow, UnclearRow } from './repositories/review.repository.ts';
export type { StoryChange, StoryDecision, StoryRow } from './repositories/stories.repository.ts';
export type { Neighbour, Neighbours } from './repositories/stories/neighbours.ts';
export type { WaitingPush } from './repositories/pushes.repository.ts';
export type { SubscriptionRow } from './repositories/subscriptions.repository.ts';
export type { PageToRead } from './repositories/waiting-pages.repository.ts';
export { createStore, type Store } from './store.ts';

import type { StageName } from '@framewatch/contracts';
import type { JobContract, RecurringContract } from './job.ts';
import { askHubJob } from './jobs/ask-hub.job.ts';
import { classifyArticleJob } from './jobs/classify-article.job.ts';
import { deliverAlertJob } from './jobs/deliver-alert.job.ts';
import { groupArticleJob } from './jobs/group-article.job.ts';
import { housekeepingJob } from './jobs/housekeeping.job.ts';
import { keepSubscriptionsJob } from './jobs/keep-subscriptions.job.ts';
import { measureTrendsJob } from './jobs/measure-trends.job.ts';
import { pollFeedJob } from './jobs/poll-feed.job.ts';
import { previewFeedJob } from './jobs/preview-feed.job.ts';
import { raiseAlertsJob } from './jobs/raise-alerts.job.ts';
import { readArticleJob } from './jobs/read-article.job.ts';
import { requeueStuckJob } from './jobs/requeue-stuck.job.ts';
import { reclassifyArticlesJob } from './jobs/reclassify-articles.job.ts';
import { rereadArticleJob } from './jobs/reread-article.job.ts';
import { schedulePollsJob } from './jobs/schedule-polls.job.ts';
import { takePushJob } from './jobs/take-push.job.ts';
import { scheduleRereadsJob } from './jobs/schedule-rereads.job.ts';
import { scheduleWaitingJob } from './jobs/schedule-waiting.job.ts';
import { watchTrendsJob } from './jobs/watch-trends.job.ts';

/** Every job of the product, by name. */
export const JOBS = {
  'schedule-polls': schedulePollsJob,
  'poll-feed': pollFeedJob,
  'keep-subscriptions': keepSubscriptionsJob,
  'ask-hub': askHubJob,
  'take-push': takePushJob,
  'read-article': readArticleJob,
  'schedule-waiting': scheduleWaitingJob,
  'schedule-rereads': scheduleRereadsJob,
  'reread-article': rereadArticleJob,
  'group-article': groupArticleJob,
  'classify-article': classifyArticleJob,
  'reclassify-articles': reclassifyArticlesJob,
  'measure-trends': measureTrendsJob,
  'watch-trends': watchTrendsJob,
  'raise-alerts': raiseAlertsJob,
  'deliver-alert': deliverAlertJob,
  'preview-feed': previewFeedJob,
  'requeue-stuck': requeueStuckJob,
  housekeeping: housekeepingJob,
} as const;

/** What a job of this name carries. */
export type PayloadOf<Name extends StageName> =
  (typeof JOBS)[Name] extends JobContract<infer Payload> ? Payload : never;

/**
 * The order of the pipeline, drawn once: what each stage wakes when it is done.
 * requeue-stuck may wake any of them, for whatever a crash left between two stages.
 */
export const PIPELINE = {
  'schedule-polls': ['poll-feed'],
  'poll-feed': ['read-article'],
  // The API wakes take-push as well, for each push that a hub brings.
  'keep-subscriptions': ['ask-hub', 'take-push'],
  'ask-hub': [],
  'take-push': ['read-article'],
  'read-article': ['group-article'],
  // Pages of imports and backfills, when their host has nothing else to do.
  'schedule-waiting': ['read-article'],
  'schedule-rereads': ['reread-article'],
  'reread-article': ['group-article'],
  'group-article': ['classify-article'],
  'classify-article': ['measure-trends', 'raise-alerts'],
  // An article that cannot be judged among others is left to classify-article, which counts its failures.
  'reclassify-articles': ['classify-article'],
  'measure-trends': [],
  'watch-trends': ['deliver-alert'],
  'raise-alerts': ['deliver-alert'],
  'deliver-alert': [],
  // Asked for by a person, through the API.
  'preview-feed': [],
  'requeue-stuck': [
    'read-article',
    'group-article',
    'classify-article',
    'reclassify-articles',
    'measure-trends',
    'raise-alerts',
    'deliver-alert',
  ],
  housekeeping: [],
} as const satisfies Record<StageName, readonly StageName[]>;

/** Jobs that run by the clock, whichever workers are up. */
export const RECURRING: readonly RecurringContract[] = [
  schedulePollsJob,
  keepSubscriptionsJob,
  scheduleWaitingJob,
  scheduleRereadsJob,
  requeueStuckJob,
  watchTrendsJob,
  housekeepingJob,
];

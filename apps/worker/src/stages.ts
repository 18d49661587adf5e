import type { StageName } from '@framewatch/contracts';
import type { Type } from '@nestjs/common';
import { AskHubModule } from './stages/ask-hub/ask-hub.module.ts';
import { ClassifyArticleModule } from './stages/classify-article/classify-article.module.ts';
import { DeliverAlertModule } from './stages/deliver-alert/deliver-alert.module.ts';
import { GroupArticleModule } from './stages/group-article/group-article.module.ts';
import { HousekeepingModule } from './stages/housekeeping/housekeeping.module.ts';
import { KeepSubscriptionsModule } from './stages/keep-subscriptions/keep-subscriptions.module.ts';
import { MeasureTrendsModule } from './stages/measure-trends/measure-trends.module.ts';
import { PollFeedModule } from './stages/poll-feed/poll-feed.module.ts';
import { PreviewFeedModule } from './stages/preview-feed/preview-feed.module.ts';
import { RaiseAlertsModule } from './stages/raise-alerts/raise-alerts.module.ts';
import { ReadArticleModule } from './stages/read-article/read-article.module.ts';
import { ReclassifyArticlesModule } from './stages/reclassify-articles/reclassify-articles.module.ts';
import { RequeueStuckModule } from './stages/requeue-stuck/requeue-stuck.module.ts';
import { RereadArticleModule } from './stages/reread-article/reread-article.module.ts';
import { SchedulePollsModule } from './stages/schedule-polls/schedule-polls.module.ts';
import { TakePushModule } from './stages/take-push/take-push.module.ts';
import { ScheduleRereadsModule } from './stages/schedule-rereads/schedule-rereads.module.ts';
import { ScheduleWaitingModule } from './stages/schedule-waiting/schedule-waiting.module.ts';
import { WatchTrendsModule } from './stages/watch-trends/watch-trends.module.ts';

/** Every stage and its module: a missing one does not compile, a doubled one cannot be written. */
const STAGES: Record<StageName, Type> = {
  'schedule-polls': SchedulePollsModule,
  'keep-subscriptions': KeepSubscriptionsModule,
  'ask-hub': AskHubModule,
  'take-push': TakePushModule,
  'poll-feed': PollFeedModule,
  'read-article': ReadArticleModule,
  'schedule-waiting': ScheduleWaitingModule,
  'schedule-rereads': ScheduleRereadsModule,
  'reread-article': RereadArticleModule,
  'group-article': GroupArticleModule,
  'classify-article': ClassifyArticleModule,
  'reclassify-articles': ReclassifyArticlesModule,
  'measure-trends': MeasureTrendsModule,
  'watch-trends': WatchTrendsModule,
  'raise-alerts': RaiseAlertsModule,
  'deliver-alert': DeliverAlertModule,
  'preview-feed': PreviewFeedModule,
  'requeue-stuck': RequeueStuckModule,
  housekeeping: HousekeepingModule,
};

const isStage = (name: string): name is StageName => Object.hasOwn(STAGES, name);

/** The modules of the chosen stages, or of all. Throws on a name that is none, listing those that are. */
export function stageModules(chosen: readonly string[] | undefined): Type[] {
  if (chosen === undefined) return Object.values(STAGES);
  return chosen.map((name) => {
    if (!isStage(name))
      throw new Error(`There is no stage "${name}". Stages are: ${Object.keys(STAGES).join(', ')}.`);
    return STAGES[name];
  });
}

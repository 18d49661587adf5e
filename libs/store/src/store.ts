import type { Database } from './database.ts';
import { alertChannelRepository } from './repositories/alert-channels.repository.ts';
import { alertRepository } from './repositories/alerts.repository.ts';
import { articleListRepository } from './repositories/article-lists.repository.ts';
import { articleRepository } from './repositories/articles.repository.ts';
import { burstRepository } from './repositories/burst.repository.ts';
import { classificationRepository } from './repositories/classifications.repository.ts';
import { configVersionRepository } from './repositories/config-versions.repository.ts';
import { correctionRepository } from './repositories/corrections.repository.ts';
import { deliveryRepository } from './repositories/deliveries.repository.ts';
import { deliveryLogRepository } from './repositories/delivery-log.repository.ts';
import { eventRepository } from './repositories/events.repository.ts';
import { exportRepository } from './repositories/exports.repository.ts';
import { feedReachRepository } from './repositories/feed-reach.repository.ts';
import { feedRepository } from './repositories/feeds.repository.ts';
import { framingRepository } from './repositories/framing.repository.ts';
import { healthRepository } from './repositories/health.repository.ts';
import { hostGateRepository } from './repositories/host-gates.repository.ts';
import { importRepository } from './repositories/imports.repository.ts';
import { loadRepository } from './repositories/loads.repository.ts';
import { modelRepository } from './repositories/models.repository.ts';
import { previewRepository } from './repositories/previews.repository.ts';
import { pushRepository } from './repositories/pushes.repository.ts';
import { reclassificationRepository } from './repositories/reclassifications.repository.ts';
import { recipientRepository } from './repositories/recipients.repository.ts';
import { ruleHistoryRepository } from './repositories/rule-history.repository.ts';
import { snoozeRepository } from './repositories/snoozes.repository.ts';
import { ruleMemoryRepository } from './repositories/rule-memory.repository.ts';
import { reviewRepository } from './repositories/review.repository.ts';
import { storyRepository } from './repositories/stories.repository.ts';
import { subscriptionRepository } from './repositories/subscriptions.repository.ts';
import { dayKeeper } from './repositories/trends/day-keeper.ts';
import { trendRepository } from './repositories/trends.repository.ts';
import { trendWordRepository } from './repositories/trend-words.repository.ts';
import { upkeepRepository } from './repositories/upkeep.repository.ts';
import { waitingPageRepository } from './repositories/waiting-pages.repository.ts';

export type Store = ReturnType<typeof createStore>;

/** All repositories over one database. A stage takes the ones it needs. */
export function createStore(database: Database) {
  // Lists and charts read the same days.
  const keeper = dayKeeper(database.pool);
  return {
    database,
    configVersions: configVersionRepository(database),
    feeds: feedRepository(database),
    subscriptions: subscriptionRepository(database),
    pushes: pushRepository(database),
    feedReach: feedReachRepository(database),
    hostGates: hostGateRepository(database),
    articles: articleRepository(database),
    articleLists: articleListRepository(database, keeper),
    stories: storyRepository(database),
    models: modelRepository(database),
    classifications: classificationRepository(database),
    reclassifications: reclassificationRepository(database),
    corrections: correctionRepository(database),
    trends: trendRepository(database, keeper),
    review: reviewRepository(database),
    framing: framingRepository(database),
    trendWords: trendWordRepository(database),
    alerts: alertRepository(database),
    recipients: recipientRepository(database),
    ruleHistory: ruleHistoryRepository(database),
    burst: burstRepository(database),
    deliveries: deliveryRepository(database),
    deliveryLog: deliveryLogRepository(database),
    alertChannels: alertChannelRepository(database),
    snoozes: snoozeRepository(database),
    ruleMemory: ruleMemoryRepository(database),
    events: eventRepository(database),
    health: healthRepository(database),
    previews: previewRepository(database),
    upkeep: upkeepRepository(database),
    loads: loadRepository(database),
    imports: importRepository(database),
    exports: exportRepository(database),
    waitingPages: waitingPageRepository(database),
  };
}

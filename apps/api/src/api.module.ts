import { type DynamicModule, Module } from '@nestjs/common';
import { AlertChannelsController } from './alerts/delivery/alert-channels.controller.ts';
import { AlertDeliveriesController } from './alerts/delivery/alert-deliveries.controller.ts';
import { AlertSnoozesController } from './alerts/delivery/alert-snoozes.controller.ts';
import { AlertRulesController } from './alerts/alert-rules.controller.ts';
import { AlertsController } from './alerts/alerts.controller.ts';
import { ArticlesController } from './articles/articles.controller.ts';
import { ClassifyController } from './classify/classify.controller.ts';
import { EventsController } from './events/events.controller.ts';
import { ExportController } from './export/export.controller.ts';
import { FeedsController } from './feeds/feeds.controller.ts';
import { OpmlController } from './feeds/opml.controller.ts';
import { BrowserPushController } from './recipients/browser-push.controller.ts';
import { API_CONTEXT, type ApiContext } from './runtime/api-context.ts';
import { ReviewController } from './review/review.controller.ts';
import { StoriesController } from './stories/stories.controller.ts';
import { StatusController } from './status/status.controller.ts';
import { TrendsController } from './trends/trends.controller.ts';

@Module({})
export class ApiModule {
  /** All endpoints over one context. */
  static of(context: ApiContext): DynamicModule {
    return {
      module: ApiModule,
      controllers: [
        StatusController,
        TrendsController,
        ArticlesController,
        ReviewController,
        StoriesController,
        FeedsController,
        OpmlController,
        AlertChannelsController,
        AlertDeliveriesController,
        AlertRulesController,
        AlertSnoozesController,
        AlertsController,
        BrowserPushController,
        ClassifyController,
        EventsController,
        ExportController,
      ],
      providers: [{ provide: API_CONTEXT, useValue: context }],
    };
  }
}

import { z } from 'zod';
import { idSchema } from './articles.ts';

/** The queue carries ids; the row holds the truth. */
export const feedPayloadSchema = z.strictObject({ feedId: idSchema });
export type FeedPayload = z.infer<typeof feedPayloadSchema>;

export const articlePayloadSchema = z.strictObject({ articleId: idSchema });
export type ArticlePayload = z.infer<typeof articlePayloadSchema>;

/** Wakes the channel of a delivery or of a bundle, which then sends all that is due on it; or one test of a channel. */
export const deliveryPayloadSchema = z.union([
  z.strictObject({ deliveryId: idSchema }),
  z.strictObject({ bundleId: idSchema }),
  z.strictObject({ testId: idSchema }),
]);
export type DeliveryPayload = z.infer<typeof deliveryPayloadSchema>;

export const previewPayloadSchema = z.strictObject({ previewId: idSchema });
export type PreviewPayload = z.infer<typeof previewPayloadSchema>;

export const subscriptionPayloadSchema = z.strictObject({ subscriptionId: idSchema });
export type SubscriptionPayload = z.infer<typeof subscriptionPayloadSchema>;

export const pushPayloadSchema = z.strictObject({ pushId: idSchema });
export type PushPayload = z.infer<typeof pushPayloadSchema>;

/** A model, and a range of articles by their ids, both ends included. */
export const reclassificationPayloadSchema = z.strictObject({
  modelId: idSchema,
  fromId: idSchema,
  toId: idSchema,
});
export type ReclassificationPayload = z.infer<typeof reclassificationPayloadSchema>;

/** Recurring jobs carry nothing: what is to do is a query. */
export const emptyPayloadSchema = z.strictObject({});
export type EmptyPayload = z.infer<typeof emptyPayloadSchema>;

/** Every job of the pipeline, named by its stage's verb. */
export const stageNameSchema = z.enum([
  'schedule-polls',
  'poll-feed',
  'keep-subscriptions',
  'ask-hub',
  'take-push',
  'read-article',
  'schedule-waiting',
  'schedule-rereads',
  'reread-article',
  'group-article',
  'classify-article',
  'reclassify-articles',
  'measure-trends',
  'watch-trends',
  'raise-alerts',
  'deliver-alert',
  'preview-feed',
  'requeue-stuck',
  'housekeeping',
]);
export type StageName = z.infer<typeof stageNameSchema>;

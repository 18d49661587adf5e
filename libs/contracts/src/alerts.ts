import { z } from 'zod';
import { idSchema, instantSchema, quoteSchema } from './articles.ts';

export const deliveryStateSchema = z.enum(['waiting', 'sent', 'failed']);
export type DeliveryState = z.infer<typeof deliveryStateSchema>;

export const deliverySchema = z.object({
  channel: z.string(),
  state: deliveryStateSchema,
  attempts: z.number().int(),
  at: instantSchema.nullable(),
  error: z.string().nullable(),
});

/** One alert: a rule fired once for one occurrence, and why. */
export const alertSchema = z.object({
  id: idSchema,
  ruleId: z.string(),
  ruleName: z.string(),
  on: z.enum(['new-article', 'new-story', 'spike', 'framing-shift', 'feed-trouble']),
  beat: z.string().nullable(),
  title: z.string(),
  raisedAt: instantSchema,
  articleId: idSchema.nullable(),
  url: z.string().nullable(),
  outlet: z.string().nullable(),
  /** Labels that made the rule fire. */
  labels: z.array(z.string()),
  /** Why it fired: a sentence, and the evidence. */
  why: z.string(),
  quotes: z.array(quoteSchema),
  read: z.boolean(),
  deliveries: z.array(deliverySchema),
  synthetic: z.boolean(),
});
export type Alert = z.infer<typeof alertSchema>;

export const alertPageSchema = z.object({
  items: z.array(alertSchema),
  total: z.number().int(),
  unread: z.number().int(),
  nextCursor: z.string().nullable(),
});
export type AlertPage = z.infer<typeof alertPageSchema>;

export const alertRuleViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  on: z.string(),
  beat: z.string().nullable(),
  enabled: z.boolean(),
  channels: z.array(z.string()),
  /** The rule's conditions in words. */
  when: z.string(),
  fired7Days: z.number().int(),
});
export type AlertRuleView = z.infer<typeof alertRuleViewSchema>;

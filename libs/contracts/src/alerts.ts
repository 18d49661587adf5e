import { z } from 'zod';
import { alertRuleConfigSchema } from './alerts-file.ts';
import { idSchema, instantSchema, quoteSchema } from './articles.ts';
import { timeZoneSchema } from './config-files.ts';

/** `held`: kept back on purpose (see `heldBy`) until `dueAt`; `waiting`: to be sent now, or again after a failure. */
export const deliveryStateSchema = z.enum(['waiting', 'held', 'sent', 'failed']);
export type DeliveryState = z.infer<typeof deliveryStateSchema>;

/** Why a delivery is kept back. */
export const heldBySchema = z.enum(['digest', 'quiet-hours', 'snooze', 'cool-down', 'cap']);
export type HeldBy = z.infer<typeof heldBySchema>;

export const deliverySchema = z.object({
  channel: z.string(),
  state: deliveryStateSchema,
  attempts: z.number().int(),
  at: instantSchema.nullable(),
  error: z.string().nullable(),
  heldBy: heldBySchema.nullable(),
  /** When it is due next: the end of what holds it, or the next try. Null once sent or given up. */
  dueAt: instantSchema.nullable(),
  /** How many alerts the message carries or will carry; 1 where it goes alone. */
  together: z.number().int(),
});

/** What an alert waits for; `channel-trouble` is raised by Framewatch itself, on the channels that still work. */
export const alertKindSchema = z.enum([
  'new-article',
  'new-story',
  'spike',
  'framing-shift',
  'first-coverage',
  'feed-trouble',
  'channel-trouble',
]);
export type AlertKind = z.infer<typeof alertKindSchema>;

/** An article that joined the story of an alert after it was raised. */
export const alertUpdateSchema = z.object({
  articleId: idSchema,
  title: z.string(),
  outlet: z.string(),
  url: z.string().nullable(),
  at: instantSchema,
});
export type AlertUpdate = z.infer<typeof alertUpdateSchema>;

/**
 * One reason for which a rule fired, as a code with its values, so that a reader's own language can word it. Ids of
 * topics and frames, names of outlets, codes of languages and groups stand as they are; numbers are plain numbers.
 */
export const whyPartSchema = z.discriminatedUnion('code', [
  /** `edited`: it is relevant since an edit. `corrected`: an editor says so. */
  z.object({ code: z.literal('relevant'), score: z.number(), edited: z.boolean(), corrected: z.boolean() }),
  z.object({
    code: z.literal('labels'),
    kind: z.enum(['topic', 'frame']),
    ids: z.array(z.string()),
    /** Of each id, 0 to 1; 1 where an editor says so. */
    scores: z.array(z.number()),
  }),
  z.object({ code: z.literal('outlet'), name: z.string() }),
  z.object({ code: z.literal('group'), group: z.string() }),
  z.object({ code: z.literal('language'), language: z.string() }),
  /** `sentence`: the first in which one of them stands. */
  z.object({ code: z.literal('words'), words: z.array(z.string()), sentence: z.string().nullable() }),
  /** `subject`: a topic or frame, or null for the beat. `window`: its name, such as 2026-05-12 or 2026-W20. */
  z.object({
    code: z.literal('spike'),
    subject: z.string().nullable(),
    window: z.string(),
    observed: z.number(),
    expected: z.number(),
    probability: z.number(),
  }),
  /** Shares as counts: `count` of `of` articles in the window, `countBefore` of `ofBefore` in the eight before. */
  z.object({
    code: z.literal('framing-shift'),
    frame: z.string(),
    window: z.string(),
    count: z.number(),
    of: z.number(),
    countBefore: z.number(),
    ofBefore: z.number(),
  }),
  /** `topic` null: the whole beat. `before`: the last coverage that is known, or null; `knownSince`: outlet collected since. */
  z.object({
    code: z.literal('first-coverage'),
    outlet: z.string(),
    topic: z.string().nullable(),
    before: instantSchema.nullable(),
    knownSince: instantSchema.nullable(),
  }),
  z.object({
    code: z.literal('feed-trouble'),
    trouble: z.enum(['silent', 'failing', 'gone']),
    since: instantSchema,
    error: z.string().nullable(),
  }),
]);
export type WhyPart = z.infer<typeof whyPartSchema>;

/** One alert: a rule fired once for one occurrence, and why. */
export const alertSchema = z.object({
  id: idSchema,
  ruleId: z.string(),
  ruleName: z.string(),
  on: alertKindSchema,
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
  /** The same as `why`, to be worded in the reader's language; left out of alerts that know it only as a sentence. */
  whyParts: z.array(whyPartSchema).optional(),
  quotes: z.array(quoteSchema),
  read: z.boolean(),
  /** Later articles of the same story, folded in: how many, and the newest of them. */
  updates: z.object({ count: z.number().int(), latest: z.array(alertUpdateSchema) }),
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

/** Parameters of `/api/alerts`: what the inbox shows. */
export const alertFilterSchema = z.object({
  rule: z.string().optional(),
  kind: alertKindSchema.optional(),
  unread: z.literal('1').optional(),
});
export type AlertFilter = z.infer<typeof alertFilterSchema>;

/** Body of `POST /api/alerts/read`. With `all`, the filters say of which. `read: false` takes it back. */
export const markReadRequestSchema = z.object({
  ids: z.union([z.array(idSchema).max(1_000), z.literal('all')]),
  rule: z.string().optional(),
  kind: alertKindSchema.optional(),
  read: z.boolean().default(true),
});
export type MarkReadRequest = z.input<typeof markReadRequestSchema>;
/** The alerts that were changed by it, at most 1,000 of them, so that it can be taken back. */
export const markReadAnswerSchema = z.object({ changed: z.array(idSchema) });
export type MarkReadAnswer = z.infer<typeof markReadAnswerSchema>;

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
  lastFiredAt: instantSchema.nullable(),
  /** The rule as it stands in alerts.yaml. */
  rule: alertRuleConfigSchema,
  snoozedUntil: instantSchema.nullable(),
});
export type AlertRuleView = z.infer<typeof alertRuleViewSchema>;

/** What `/api/alert-rules` answers: the rules in force, and the version of the file that a change must name. */
export const alertRulesAnswerSchema = z.object({
  rules: z.array(alertRuleViewSchema),
  /** Entries of alerts.yaml that were left out, each with its line and how to mend it. */
  problems: z.array(z.object({ line: z.number().int().nullable(), message: z.string() })),
  version: z.string(),
  /** False on a read-only mount: a change then answers with the YAML to paste. */
  writable: z.boolean(),
});
export type AlertRulesAnswer = z.infer<typeof alertRulesAnswerSchema>;

/**
 * Body of `POST /api/alert-rules` and `PUT /api/alert-rules/:id`. `version`: of the file as it was looked at; a file that
 * changed since is not touched (409). A mistake in the rule is answered with its field and how to mend it (400).
 */
export const saveRuleRequestSchema = z.object({
  rule: alertRuleConfigSchema,
  version: z.string().optional(),
});
export type SaveRuleRequest = z.infer<typeof saveRuleRequestSchema>;

/** `saved: false`: the file cannot be written here; `yaml` is what to paste into it. */
export const saveRuleAnswerSchema = z.object({ saved: z.boolean(), yaml: z.string(), version: z.string() });
export type SaveRuleAnswer = z.infer<typeof saveRuleAnswerSchema>;

/** What a rule would have raised in one past period, by what is stored today. */
export const rulePreviewPeriodSchema = z.object({
  days: z.number().int(),
  wouldHaveFired: z.number().int(),
  /** One row per day of the viewer's zone, oldest first; null where no feed was reached. */
  perDay: z.array(z.object({ day: z.string(), count: z.number().int().nullable() })),
});

/** Body of `POST /api/alert-rules/preview`; `tz`: the zone in which days are cut, default the one of the settings. */
export const rulePreviewRequestSchema = z.object({
  rule: alertRuleConfigSchema,
  tz: timeZoneSchema.optional(),
});
export type RulePreviewRequest = z.infer<typeof rulePreviewRequestSchema>;

/** Answer of `POST /api/alert-rules/preview`: the last 7 and 30 days, and some of what would have come. */
export const rulePreviewSchema = z.object({
  periods: z.array(rulePreviewPeriodSchema),
  /** The newest of them, as they would look. */
  shown: z.array(
    z.object({
      title: z.string(),
      at: instantSchema,
      articleId: idSchema.nullable(),
      outlet: z.string().nullable(),
      why: z.string(),
      whyParts: z.array(whyPartSchema).optional(),
      quotes: z.array(quoteSchema),
    }),
  ),
  /** What the figures cannot know, in words, such as history that is too short. */
  caveats: z.array(z.string()),
});
export type RulePreview = z.infer<typeof rulePreviewSchema>;

/** Holds what a rule, a channel or everything would send; the inbox goes on. */
export const snoozeSchema = z.object({
  id: idSchema,
  /** Null: every rule. */
  ruleId: z.string().nullable(),
  /** Null: every channel. */
  channelId: z.string().nullable(),
  /** Null: until it is ended by hand. */
  until: instantSchema.nullable(),
  since: instantSchema,
});
export type Snooze = z.infer<typeof snoozeSchema>;
/** Body of `POST /api/alert-snoozes`; `DELETE /api/alert-snoozes/:id` ends one, and what it held goes out together. */
export const snoozeRequestSchema = snoozeSchema.pick({ ruleId: true, channelId: true, until: true });
export type SnoozeRequest = z.infer<typeof snoozeRequestSchema>;

/** One channel as `/api/alert-channels` tells it. Nothing of its addresses or secrets is in it. */
export const channelViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  /** `unusable`: something of its set-up is missing; `failing`: the newest attempts failed. */
  state: z.enum(['ok', 'failing', 'unusable', 'unused']),
  /** Since when it fails, and what was last said. */
  since: instantSchema.nullable(),
  error: z.string().nullable(),
  lastSentAt: instantSchema.nullable(),
  nextTryAt: instantSchema.nullable(),
  /** Digest, quiet hours and cap in words; empty where there are none. */
  calm: z.array(z.string()),
  quietNow: z.boolean(),
  nextDigestAt: instantSchema.nullable(),
  held: z.number().int(),
  waiting: z.number().int(),
  snoozedUntil: instantSchema.nullable(),
  /** Browsers or addresses that receive it; null where that has no meaning. */
  recipients: z.number().int().nullable(),
});
export type ChannelView = z.infer<typeof channelViewSchema>;

/** One line of the delivery log, newest first: `/api/alert-deliveries?channel=&rule=&state=&cursor=`. */
export const deliveryLogEntrySchema = deliverySchema.extend({
  id: idSchema,
  alertId: idSchema,
  title: z.string(),
  ruleId: z.string(),
  ruleName: z.string(),
  raisedAt: instantSchema,
  /** Each attempt, oldest first. */
  tries: z.array(
    z.object({
      at: instantSchema,
      outcome: z.enum(['sent', 'retry', 'failed']),
      message: z.string().nullable(),
    }),
  ),
});
export const deliveryLogSchema = z.object({
  items: z.array(deliveryLogEntrySchema),
  nextCursor: z.string().nullable(),
});
export type DeliveryLog = z.infer<typeof deliveryLogSchema>;

/** Query of `GET /api/alert-deliveries`. */
export const deliveryLogQuerySchema = z.object({
  channel: z.string().max(200).optional(),
  rule: z.string().max(200).optional(),
  state: deliveryStateSchema.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().optional(),
});
export type DeliveryLogQuery = z.infer<typeof deliveryLogQuerySchema>;

/** Answer of `POST /api/alert-channels/:id/test`: whether the message that says so was taken, and what was said to it. */
export const channelTestSchema = z.object({ sent: z.boolean(), message: z.string().nullable() });
export type ChannelTest = z.infer<typeof channelTestSchema>;

import { z } from 'zod';
import {
  durationSchema,
  nameSchema,
  outletGroupSchema,
  timeZoneSchema,
  webAddressSchema,
} from './config-files.ts';
import { languageSchema } from './seeds.ts';

/** Only names that begin with ALERT_: a rule must not be able to send the database's password to an address of its own. */
const environmentNameSchema = z
  .string()
  .regex(
    /^ALERT_[A-Z0-9_]+$/,
    'the name of an environment variable that begins with ALERT_, such as ALERT_SLACK_URL',
  );
const idSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'lower case letters, digits and hyphens, such as new-articles');
const shareSchema = z.number().min(0).max(1);

const ruleBase = {
  id: idSchema.describe('Never changes: alerts already raised are remembered under it.'),
  name: nameSchema,
  enabled: z.boolean().default(true),
  channels: z.array(idSchema).min(1).describe('Ids of the channels below that receive the alerts.'),
  urgent: z
    .boolean()
    .optional()
    .describe('Goes out at once: past digests, quiet hours and caps, but not past a snooze.'),
  coolDown: durationSchema
    .optional()
    .describe('After an alert of this rule, further ones are held for so long and then come together.'),
};
const beatSchema = z.string().regex(/^[a-z][a-z0-9-]*$/, 'the id of a beat, such as us-japan-alliance');
const labelIdsSchema = z.array(z.string().regex(/^[a-z][a-z0-9_]*$/, 'an id such as burden_sharing')).min(1);

/** An article must meet every condition that is given; of a list, one value is enough. */
const articleConditions = {
  beat: beatSchema,
  topics: labelIdsSchema.optional(),
  frames: labelIdsSchema.optional(),
  outlets: z.array(nameSchema).min(1).optional(),
  groups: z.array(outletGroupSchema).min(1).optional(),
  languages: z.array(languageSchema).min(1).optional(),
  words: z.array(nameSchema).min(1).optional().describe('Words or phrases in the headline or the text.'),
  minimumRelevance: shareSchema.optional().describe('Least relevance score, 0 to 1.'),
  minimumScore: shareSchema.optional().describe('Least score of one of the named topics or frames, 0 to 1.'),
};

const windowConditions = {
  beat: beatSchema,
  topics: labelIdsSchema.optional(),
  frames: labelIdsSchema.optional(),
  groups: z.array(outletGroupSchema).min(1).optional(),
  languages: z.array(languageSchema).min(1).optional(),
};

const minimumArticlesSchema = z.number().int().min(1).max(10_000);

/** One rule of alerts.yaml; `on` says what it waits for. */
export const alertRuleConfigSchema = z.discriminatedUnion('on', [
  z.strictObject({ ...ruleBase, on: z.literal('new-article'), ...articleConditions }),
  z.strictObject({ ...ruleBase, on: z.literal('new-story'), ...articleConditions }),
  z.strictObject({
    ...ruleBase,
    on: z.literal('spike'),
    ...windowConditions,
    window: z.enum(['hour', 'day', 'week']).default('day'),
    minimumArticles: minimumArticlesSchema.default(5).describe('Fewer articles in the window raise nothing.'),
  }),
  z.strictObject({
    ...ruleBase,
    on: z.literal('framing-shift'),
    ...windowConditions,
    window: z.enum(['day', 'week']).default('week'),
    minimumArticles: minimumArticlesSchema
      .default(10)
      .describe('Fewer articles in the window raise nothing.'),
  }),
  z.strictObject({
    ...ruleBase,
    on: z.literal('first-coverage'),
    beat: beatSchema,
    topics: labelIdsSchema.optional().describe('Each is watched for itself; without topics: the whole beat.'),
    outlets: z.array(nameSchema).min(1).optional(),
    groups: z.array(outletGroupSchema).min(1).optional(),
    languages: z.array(languageSchema).min(1).optional(),
    minimumScore: shareSchema.optional().describe('Least score of the topic, 0 to 1.'),
    after: durationSchema
      .optional()
      .describe('First again after so long without; left out: only the first that is known at all.'),
    knownFor: durationSchema
      .default('14d')
      .describe('Outlets collected for less long raise nothing: everything of theirs would be a first.'),
  }),
  z.strictObject({
    ...ruleBase,
    on: z.literal('feed-trouble'),
    /** Feeds belong to no beat; a beat here only says where the alert is shown. */
    beat: beatSchema.optional(),
    outlets: z.array(nameSchema).min(1).optional(),
    troubles: z
      .array(z.enum(['silent', 'failing', 'gone']))
      .min(1)
      .default(['silent', 'failing', 'gone']),
  }),
]);
export type AlertRuleConfig = z.infer<typeof alertRuleConfigSchema>;

const weekdaySchema = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
export type Weekday = z.infer<typeof weekdaySchema>;
const clockSchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day between "00:00" and "23:59"');
const zoned = { timezone: timeZoneSchema.optional().describe('Default: timezone of framewatch.yaml.') };

/** When a channel gathers its alerts into one message. Times are of the wall clock in the zone, daylight saving or not. */
export const digestSchema = z.discriminatedUnion('every', [
  z.strictObject({ every: z.literal('hour'), ...zoned }),
  z.strictObject({
    every: z.literal('day'),
    at: clockSchema.default('08:00'),
    days: z.array(weekdaySchema).min(1).optional().describe('Only on these days; left out: every day.'),
    ...zoned,
  }),
  z.strictObject({
    every: z.literal('week'),
    on: weekdaySchema.default('mon'),
    at: clockSchema.default('08:00'),
    ...zoned,
  }),
]);
export type Digest = z.infer<typeof digestSchema>;

/** When nothing is sent; what is held comes in one message when they end. They may reach past midnight. */
export const quietHoursSchema = z
  .strictObject({
    from: clockSchema,
    to: clockSchema,
    days: z.array(weekdaySchema).min(1).optional().describe('Days on which they begin; left out: every day.'),
    ...zoned,
  })
  .refine(({ from, to }) => from !== to, {
    message: 'Quiet hours end when they begin: give two different times.',
    path: ['to'],
  });
export type QuietHours = z.infer<typeof quietHoursSchema>;

/** How many messages a channel may carry; what is above comes together at the end of the hour or day, with "and 14 more". */
export const capSchema = z.union([
  z.literal('none'),
  z.strictObject({ alerts: z.number().int().min(1).max(1_000), per: z.enum(['hour', 'day']) }),
]);
export type Cap = z.infer<typeof capSchema>;

const channelBase = { id: idSchema, name: nameSchema.optional() };
/** What keeps a channel calm. Nothing is lost by it: what is held is sent later, and stands in the inbox at once. */
const calm = {
  digest: digestSchema.optional(),
  quietHours: quietHoursSchema.optional(),
  cap: capSchema.optional().describe('Left out: 30 an hour, and none for a webhook.'),
};
const chatKind = <Kind extends string>(kind: Kind) =>
  z.strictObject({ ...channelBase, ...calm, kind: z.literal(kind), urlFromEnv: environmentNameSchema });

/** One channel of alerts.yaml. A secret is only ever the name of an environment variable that holds it. */
export const channelConfigSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...channelBase, kind: z.literal('in-app') }),
  z
    .strictObject({
      ...channelBase,
      ...calm,
      kind: z.literal('webhook'),
      url: webAddressSchema.optional(),
      urlFromEnv: environmentNameSchema.optional(),
      secretFromEnv: environmentNameSchema.optional().describe('Signs each message (Standard Webhooks).'),
    })
    .refine((channel) => (channel.url === undefined) !== (channel.urlFromEnv === undefined), {
      message: 'A webhook needs exactly one of url and urlFromEnv.',
      path: ['url'],
    }),
  chatKind('slack'),
  chatKind('mattermost'),
  chatKind('discord'),
  chatKind('teams'),
  z.strictObject({
    ...channelBase,
    ...calm,
    kind: z.literal('ntfy'),
    url: webAddressSchema,
    topic: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'letters, digits, hyphens and underscores, at most 64'),
    tokenFromEnv: environmentNameSchema.optional(),
  }),
  z.strictObject({
    ...channelBase,
    ...calm,
    kind: z.literal('email'),
    to: z.array(z.email()).min(1),
    from: z.email(),
    smtpFromEnv: environmentNameSchema.describe('Variable that holds smtp://user:password@host:port.'),
  }),
  z.strictObject({
    ...channelBase,
    ...calm,
    kind: z.literal('web-push'),
    contact: z
      .union([z.email(), webAddressSchema])
      .optional()
      .describe('How push services reach you; default: contact of framewatch.yaml.'),
  }),
]);
export type ChannelConfig = z.infer<typeof channelConfigSchema>;

/** The whole of alerts.yaml. */
export const alertsFileSchema = z.strictObject({
  channels: z.array(channelConfigSchema).default([]),
  rules: z.array(alertRuleConfigSchema),
});
export type AlertsFile = z.infer<typeof alertsFileSchema>;

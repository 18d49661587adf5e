import { z } from 'zod';
import { languageSchema } from './seeds.ts';

/** What kind of voice an outlet is; the same groups are offered wherever outlets are counted. */
export const outletGroupSchema = z.enum([
  'official',
  'state-media',
  'wire',
  'newspaper',
  'broadcaster',
  'think-tank',
  'magazine',
]);
export type OutletGroup = z.infer<typeof outletGroupSchema>;

/** An ISO 3166-1 alpha-2 country code in capitals, such as `JP`. */
export const countrySchema = z
  .string()
  .regex(/^[A-Z]{2}$/, 'a country code of two capitals, such as JP or US');

/** A length of time as people write it: a whole number and m, h or d. */
export const durationSchema = z
  .string()
  .regex(/^[1-9]\d{0,4}(m|h|d)$/, 'a length of time such as 30m, 6h or 1d');

/** An address on the open web. Names and passwords inside an address would end in logs, so they are refused. */
export const webAddressSchema = z
  .string()
  .max(2_000)
  .refine(
    isPlainWebAddress,
    'an address that begins with http:// or https:// and holds no user name or password',
  );

/** A time zone of the IANA list. */
export const timeZoneSchema = z
  .string()
  .refine(isTimeZone, 'a time zone of the IANA list, such as Asia/Tokyo or America/New_York');
/** A name that people read. */
export const nameSchema = z.string().trim().min(1, 'some text').max(200);
const daysSchema = z.number().int().positive();

/** One entry of feeds.yaml. */
export const feedConfigSchema = z.strictObject({
  url: webAddressSchema.describe('Address of the feed (RSS, Atom or JSON Feed), or of a sitemap.'),
  outlet: nameSchema.describe('Who publishes it. Several feeds may share one outlet.'),
  country: countrySchema.describe('Where the outlet sits, as a code of two capitals.'),
  language: languageSchema.describe('Language of the feed, such as en or ja.'),
  group: outletGroupSchema.describe('What kind of voice the outlet is.'),
  title: nameSchema.optional().describe('Tells several feeds of one outlet apart.'),
  reader: z.literal('rss-parser').optional().describe('Read this feed with the second reader.'),
  every: durationSchema.optional().describe('Check at this fixed interval instead of an adaptive one.'),
  paused: z.boolean().optional().describe('Keep the entry and its articles, but do not check the feed.'),
  note: z.string().max(1_000).optional().describe('A remark that is shown with the feed.'),
});
export type FeedConfig = z.infer<typeof feedConfigSchema>;

/** The whole of feeds.yaml. */
export const feedsFileSchema = z.strictObject({ feeds: z.array(feedConfigSchema) });

/** `host`, `*.host`, an IPv4 or IPv6 address or network, each with an optional port. */
const privateTarget =
  /^((\*\.)?[A-Za-z0-9_.-]{1,253}(\/\d{1,2})?|\[[0-9A-Fa-f:.]+\](\/\d{1,3})?)(:\d{1,5})?$|^[0-9A-Fa-f:.]{2,45}(\/\d{1,3})?$/;

const paceSchema = z.strictObject({
  gapSeconds: z.number().min(0).max(86_400).default(5).describe('Pause between two requests to one host.'),
  concurrent: z.number().int().min(1).max(50).default(2).describe('Requests to one host at the same time.'),
});
const rereadingSchema = z.strictObject({
  after: z
    .union([
      z.literal('none'),
      z
        .array(durationSchema)
        .min(1)
        .max(10)
        .refine(isRising, 'each later than the one before, such as [1d, 7d]'),
    ])
    .default(['1d', '7d'])
    .describe('How long after it was found an article is read again, or none.'),
  articles: z
    .enum(['relevant', 'all'])
    .default('relevant')
    .describe('Only articles that are relevant or unclear in some beat, or all that were read.'),
});
const keptDaysSchema = z.union([z.literal('forever'), daysSchema]);

/** framewatch.yaml: how the whole installation behaves. Everything has a default, so an empty file is valid. */
export const settingsSchema = z.strictObject({
  contact: z
    .union([z.email(), webAddressSchema])
    .optional()
    .describe('E-mail or web address at which outlets can reach you; sent with every request.'),
  timezone: timeZoneSchema.default('UTC').describe('Where days begin and end unless a viewer chooses.'),
  politeness: paceSchema
    .extend({ hosts: z.record(z.string().min(1), paceSchema).default({}) })
    .prefault({})
    .describe('How gently each host is treated.'),
  allowAddresses: z
    .array(
      z.string().regex(privateTarget, 'a host, an address or a network, such as 10.1.2.3 or 192.168.7.0/24'),
    )
    .default([])
    .describe('Hosts, addresses or networks that may be contacted although they are private.'),
  readRobots: z.boolean().default(true).describe('Ask robots.txt before an article page is read.'),
  rereading: rereadingSchema
    .prefault({})
    .describe('Pages are read again, so that changed headlines and texts show.'),
  polling: z
    .strictObject({
      minMinutes: z.number().min(0.05).max(1_440).default(10),
      maxHours: z.number().min(0.005).max(720).default(24),
    })
    .refine(
      ({ minMinutes, maxHours }) => minMinutes <= maxHours * 60,
      'The shortest interval is longer than the longest.',
    )
    .prefault({})
    .describe('The shortest and longest interval that a feed may choose for its next check.'),
  retention: z
    .strictObject({
      feedChecksDays: daysSchema.default(90),
      eventsDays: daysSchema.default(14),
      deliveriesDays: daysSchema.default(180),
      articleTextDays: keptDaysSchema.default('forever'),
    })
    .prefault({})
    .describe('How long records are kept.'),
  publicAddress: webAddressSchema
    .optional()
    .describe('Address of the dashboard as readers of alerts see it.'),
  pushAddress: webAddressSchema
    .refine(isBareAddress, 'an address without a question mark or a number sign in it')
    .optional()
    .describe('Address at which hubs on the internet reach this API, to push what feeds publish (WebSub).'),
  synthetic: z.boolean().default(false).describe('Marks everything shown as made up; the demo sets it.'),
});
export type Settings = z.infer<typeof settingsSchema>;

/** Milliseconds of a length of time such as 30m, 6h or 1d. */
export function durationMs(duration: string): number {
  const unit = { m: 60_000, h: 3_600_000, d: 86_400_000 }[duration.at(-1) as 'm' | 'h' | 'd'];
  return Number.parseInt(duration, 10) * unit;
}

function isRising(durations: readonly string[]): boolean {
  return durations.every(
    (one, index) => index === 0 || durationMs(one) > durationMs(durations[index - 1] ?? ''),
  );
}

function isPlainWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
}

/** The callback's path is put behind it. */
function isBareAddress(text: string): boolean {
  return !/[?#]/.test(text);
}

function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

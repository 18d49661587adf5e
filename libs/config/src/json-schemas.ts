import { z } from 'zod';
import { alertsFileSchema, feedsFileSchema, settingsSchema } from '@framewatch/contracts';

/** The JSON Schemas that editors' tools pick up, by the name of their file in `config/schema`, as text. */
export function jsonSchemas(): Record<string, string> {
  return {
    'feeds.schema.json': schemaText(feedsFileSchema, 'Feeds that Framewatch reads'),
    'alerts.schema.json': schemaText(alertsFileSchema, 'Alert rules and channels of Framewatch'),
    'framewatch.schema.json': schemaText(settingsSchema, 'Settings of Framewatch'),
  };
}

function schemaText(schema: z.ZodType, title: string): string {
  // What may be written, not what comes out: keys with a default are optional there.
  return `${JSON.stringify({ title, ...z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }) }, null, 2)}\n`;
}

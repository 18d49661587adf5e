import { type AlertsFile, alertsFileSchema, type Settings, settingsSchema } from '@framewatch/contracts';
import type { Store } from '@framewatch/store';

/** The accepted versions of settings and alert rules, as every worker sees them. */
export interface ConfigReader {
  settings(): Promise<Settings>;
  alerts(): Promise<AlertsFile>;
}

/** An edit is in force after at most this; "live within 5 s" leaves room for the keeper and the poll. */
const FRESH_MS = 1_000;

/** Reads configuration from the database, never from files: the keeper alone reads those. */
export function createConfigReader(store: Store, now: () => number = Date.now): ConfigReader {
  const cached = <Value>(kind: string, parse: (content: unknown) => Value) => {
    let value: Promise<Value> | undefined;
    let readAt = 0;
    return (): Promise<Value> => {
      if (value && now() - readAt < FRESH_MS) return value;
      readAt = now();
      const forget = (): void => {
        if (value === reading) value = undefined;
      };
      const reading: Promise<Value> = store.configVersions.findNewest(kind).then((version) => {
        // Before the keeper's first version there are only defaults; kept even a second, they would meet its first feeds.
        if (version === null) forget();
        return parse(version?.content);
      });
      // A failed read is not kept: the next caller tries again.
      reading.catch(forget);
      value = reading;
      return reading;
    };
  };
  return {
    settings: cached('settings', (content) => settingsSchema.parse(content ?? {})),
    alerts: cached('alerts', (content) => alertsFileSchema.parse(content ?? { channels: [], rules: [] })),
  };
}

import type { Environment } from '@framewatch/config';
import type { Outbound } from '@framewatch/outbound';
import type { Store } from '@framewatch/store';
import type { ConfigReader } from './config-reader.ts';
import type { ModelCache } from './model-cache.ts';
import type { PageReader } from './page-reader.ts';

/** Everything that stages are given: no stage reaches for anything else. */
export interface StageContext {
  store: Store;
  config: ConfigReader;
  models: ModelCache;
  pages: PageReader;
  /** A way out that knows the settings in force. */
  outbound: () => Promise<Outbound>;
  userAgent: () => Promise<string>;
  secret: Environment['secret'];
  now: () => Date;
  random: () => number;
  /** Dashboard address for links in alerts, or null where it is not known. */
  log: (level: 'info' | 'warn' | 'error', message: string, fields?: Record<string, unknown>) => void;
}

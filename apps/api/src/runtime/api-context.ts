import type { Environment } from '@framewatch/config';
import type { JobQueues } from '@framewatch/jobs';
import type { Store } from '@framewatch/store';
import type { EventHub } from '../events/event-hub.ts';
import type { AlertsFileEditor } from '../keeper/alerts-file-editor.ts';
import type { FeedsFileEditor } from '../keeper/feeds-file-editor.ts';
import type { BeatCatalog } from './beat-catalog.ts';
import type { Log } from './log.ts';

/** Where the database and the queue come from: `embedded` is one machine's own PostgreSQL. */
export type Mode = 'embedded' | 'server';

/** Everything that answers are made from: no endpoint reaches for anything else. */
export interface ApiContext {
  store: Store;
  queues: JobQueues;
  beats: BeatCatalog;
  events: EventHub;
  feedsFile: FeedsFileEditor;
  /** A channel's secret by the name of its variable. */
  secret: Environment['secret'];
  alertsFile: AlertsFileEditor;
  version: string;
  mode: Mode;
  startedAt: Date;
  now: () => Date;
  log: Log;
}

/** Under which Nest hands the context to controllers. */
export const API_CONTEXT = Symbol('ApiContext');

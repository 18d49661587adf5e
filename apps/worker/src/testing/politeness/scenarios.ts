import type { Scenario } from './simulate.ts';
import { skewedSizes } from './synthetic-web.ts';

const NEWSROOM = { sizes: skewedSizes(500, 5_000), workers: 4, seed: 1 };

/** What `npm run simulate:politeness` plays: 5,000 feeds on 500 hosts, 4 workers, the product's default settings. */
export const SCENARIOS: readonly Scenario[] = [
  { ...NEWSROOM, name: 'cold start: all feeds due at once', hours: 1.25, firstPollsOverHours: 0 },
  {
    ...NEWSROOM,
    name: 'outage: all workers away for an hour, then all overdue',
    hours: 3.5,
    firstPollsOverHours: 1,
    kills: [0, 1, 2, 3].map((worker) => ({ worker, atHours: 1.2, returnsAfterHours: 1 })),
  },
  {
    ...NEWSROOM,
    name: 'workers killed during a cold start, with requests under way',
    hours: 0.75,
    firstPollsOverHours: 0,
    kills: [
      { worker: 1, atHours: 0.005, returnsAfterHours: 0.005 },
      { worker: 2, atHours: 0.02, returnsAfterHours: 0.005 },
      { worker: 3, atHours: 0.1, returnsAfterHours: 0.1 },
    ],
  },
  { ...NEWSROOM, name: 'half a day', hours: 12, firstPollsOverHours: 1 },
];

import type { Environment } from '@framewatch/config';
import { backfillCommand } from './commands/backfill.ts';
import { demo } from './commands/demo.ts';
import { evaluateCommand } from './commands/evaluate.ts';
import { exportCommand } from './commands/export.ts';
import { findFeedsCommand } from './commands/find-feeds.ts';
import { importCommand } from './commands/import.ts';
import { migrateCommand } from './commands/migrate.ts';
import { start } from './commands/start.ts';
import { verifyTrends } from './commands/verify-trends.ts';

interface Command {
  what: string;
  run: (environment: Environment, say: (line: string) => void, args: readonly string[]) => Promise<void>;
}

export const COMMANDS = {
  start: { what: 'run everything on this machine', run: start },
  demo: { what: 'run everything on a synthetic press, with its own data', run: demo },
  'find-feeds': { what: 'look for the feeds of a site: find-feeds ADDRESS', run: findFeedsCommand },
  import: { what: 'load articles from files: import PATH…', run: importCommand },
  backfill: { what: 'read older articles of a site: backfill ADDRESS --since DAY', run: backfillCommand },
  export: { what: 'write everything to a file: export --to FILE', run: exportCommand },
  migrate: { what: 'bring the schema of DATABASE_URL up to date, then end', run: migrateCommand },
  'verify-trends': { what: 'recount the charts; ends with 1 on any difference', run: verifyTrends },
  evaluate: { what: 'measure the classifier on labelled texts', run: evaluateCommand },
} satisfies Record<string, Command>;

export const isCommand = (name: string): name is keyof typeof COMMANDS => Object.hasOwn(COMMANDS, name);

/** What to type instead of a command that does not exist. */
export function usage(name: string): string {
  const lines = Object.entries(COMMANDS).map(([command, { what }]) => `  ${command.padEnd(14)} ${what}`);
  return [`There is no command "${name}". Commands are:`, ...lines].join('\n');
}

import type { Environment } from '@framewatch/config';
import type { StageContext } from './stage-context.ts';

const ORDER: Environment['logLevel'][] = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/** One JSON line a message on standard output, for people and log collectors alike. */
export function createLog(least: Environment['logLevel']): StageContext['log'] {
  return (level, message, fields = {}) => {
    if (ORDER.indexOf(level) < ORDER.indexOf(least)) return;
    process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), level, message, ...fields })}\n`);
  };
}

import type { Environment } from '@framewatch/config';

const ORDER: Environment['logLevel'][] = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/** Writes one message with its fields. */
export type Log = (
  level: 'info' | 'warn' | 'error',
  message: string,
  fields?: Record<string, unknown>,
) => void;

/** One JSON line a message on standard output; what is less than `least` is left out. */
export function createLog(least: Environment['logLevel']): Log {
  return (level, message, fields = {}) => {
    if (ORDER.indexOf(level) < ORDER.indexOf(least)) return;
    const line = { at: new Date().toISOString(), level, app: 'api', message, ...fields };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  };
}

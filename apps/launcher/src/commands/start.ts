import type { Environment } from '@framewatch/config';
import { launch } from '../launch.ts';
import { untilStopped } from './until-stopped.ts';

/** `npm start`: everything on this machine, until Ctrl-C. */
export async function start(environment: Environment, say: (line: string) => void): Promise<void> {
  const running = await launch({ environment, say });
  untilStopped(running, say);
  say('');
  say(`Framewatch is running: ${running.address}`);
  say('Feeds are read from config/feeds.yaml; saved edits go live by themselves. Ctrl-C stops it.');
  if (process.env.FRAMEWATCH_ANNOUNCE) process.send?.({ ready: true, address: running.address });
}

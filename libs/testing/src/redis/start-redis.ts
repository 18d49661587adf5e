import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { freePort } from '../free-port.ts';
import { waitFor } from '../wait-for.ts';

/** A real Redis for one spec file. */
export interface TestRedis {
  readonly url: string;
  stop(): Promise<void>;
}

/** The Redis program that tests may start, or undefined: then what needs it is left out. */
export const testRedisProgram = (): string | undefined => process.env['FRAMEWATCH_TEST_REDIS'] || undefined;

/** Starts an empty Redis that keeps nothing on disk, on a free loopback port. */
export async function startTestRedis(program: string): Promise<TestRedis> {
  const port = await freePort();
  const words = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const server = spawn(program, [...words, '--maxmemory-policy', 'noeviction'], { stdio: 'ignore' });
  const kill = (): void => void server.kill('SIGKILL');
  process.once('exit', kill);
  await waitFor('Redis to answer', () => {
    if (server.exitCode !== null) throw new Error(`${program} ended with ${server.exitCode}.`);
    return canConnect(port);
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        process.off('exit', kill);
        server.once('exit', () => resolve());
        server.kill('SIGKILL');
      }),
  };
}

function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.end();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

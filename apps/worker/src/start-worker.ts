import 'reflect-metadata';
import type { Environment } from '@framewatch/config';
import { findRedisProblem, openQueues, useQueueBackend } from '@framewatch/jobs';
import { assertSchemaIsCurrent } from '@framewatch/store';
import { NestFactory } from '@nestjs/core';
import { createLog } from './runtime/log.ts';
import { createStageContext } from './runtime/worker-runtime.ts';
import { WorkerModule } from './worker.module.ts';

/** A running worker; closing waits for the jobs in hand. */
export interface RunningWorker {
  close(): Promise<void>;
}

/**
 * Starts a worker for the environment's stages (all by default). Throws where the environment names no database,
 * where the schema is not current, or on an unknown stage.
 */
export async function startWorker(environment: Environment): Promise<RunningWorker> {
  const { databaseUrl, redisUrl, stages, logLevel } = environment;
  if (databaseUrl === undefined)
    throw new Error('The worker needs DATABASE_URL. For the embedded mode use npm start.');
  const log = createLog(logLevel);
  const redisProblem = redisUrl === undefined ? null : await findRedisProblem(redisUrl);
  if (redisProblem !== null) log('warn', redisProblem);
  const connection = useQueueBackend({ redisUrl, databaseUrl });
  const { context, close } = createStageContext(environment, databaseUrl, log);
  await assertSchemaIsCurrent(context.store.database);
  const queues = openQueues(connection, (error) => log('warn', `queue: ${error.message}`));
  const app = await NestFactory.createApplicationContext(
    WorkerModule.of({ connection, context, queues, stages }),
    {
      logger: ['error', 'warn'],
    },
  );
  await queues.scheduleRecurring();
  return {
    async close() {
      await app.close();
      await queues.close();
      await close();
    },
  };
}

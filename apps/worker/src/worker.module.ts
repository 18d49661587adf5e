import { type JobQueues, type QueueConnection } from '@framewatch/jobs';
import { BullModule } from '@nestjs/bullmq';
import { type DynamicModule, Module } from '@nestjs/common';
import type { StageContext } from './runtime/stage-context.ts';
import { QUEUES, STAGE_CONTEXT } from './runtime/tokens.ts';
import { stageModules } from './stages.ts';

@Module({})
export class WorkerModule {
  /** The chosen stages over one context; BullMQ's backend has to be chosen before. */
  static of(parts: {
    connection: QueueConnection;
    context: StageContext;
    queues: JobQueues;
    stages: readonly string[] | undefined;
  }): DynamicModule {
    return {
      module: WorkerModule,
      imports: [BullModule.forRoot({ connection: parts.connection }), ...stageModules(parts.stages)],
      providers: [
        { provide: STAGE_CONTEXT, useValue: parts.context },
        { provide: QUEUES, useValue: parts.queues },
      ],
      exports: [STAGE_CONTEXT, QUEUES],
      global: true,
    };
  }
}

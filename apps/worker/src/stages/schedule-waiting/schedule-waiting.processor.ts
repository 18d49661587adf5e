import type { EmptyPayload } from '@framewatch/contracts';
import type { JobQueues } from '@framewatch/jobs';
import { Processor } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import type { Outcome } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';
import { StageProcessor } from '../../runtime/stage-processor.ts';
import { QUEUES, STAGE_CONTEXT } from '../../runtime/tokens.ts';
import { workerOptions } from '../../runtime/worker-options.ts';
import { scheduleWaiting } from './schedule-waiting.stage.ts';

@Processor('schedule-waiting', workerOptions('schedule-waiting'))
export class ScheduleWaitingProcessor extends StageProcessor<EmptyPayload> {
  protected readonly name = 'schedule-waiting';

  constructor(
    @Inject(STAGE_CONTEXT) protected readonly context: StageContext,
    @Inject(QUEUES) protected readonly queues: JobQueues,
  ) {
    super();
  }

  protected run(): Promise<Outcome> {
    return scheduleWaiting(this.context);
  }
}

import type { EmptyPayload } from '@framewatch/contracts';
import type { JobQueues } from '@framewatch/jobs';
import { Processor } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import type { Outcome } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';
import { StageProcessor } from '../../runtime/stage-processor.ts';
import { QUEUES, STAGE_CONTEXT } from '../../runtime/tokens.ts';
import { workerOptions } from '../../runtime/worker-options.ts';
import { keepSubscriptions } from './keep-subscriptions.stage.ts';

@Processor('keep-subscriptions', workerOptions('keep-subscriptions'))
export class KeepSubscriptionsProcessor extends StageProcessor<EmptyPayload> {
  protected readonly name = 'keep-subscriptions';

  constructor(
    @Inject(STAGE_CONTEXT) protected readonly context: StageContext,
    @Inject(QUEUES) protected readonly queues: JobQueues,
  ) {
    super();
  }

  protected run(): Promise<Outcome> {
    return keepSubscriptions(this.context);
  }
}

import type { SubscriptionPayload } from '@framewatch/contracts';
import type { JobQueues } from '@framewatch/jobs';
import { Processor } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import type { Outcome } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';
import { StageProcessor } from '../../runtime/stage-processor.ts';
import { QUEUES, STAGE_CONTEXT } from '../../runtime/tokens.ts';
import { workerOptions } from '../../runtime/worker-options.ts';
import { askHub } from './ask-hub.stage.ts';

@Processor('ask-hub', workerOptions('ask-hub'))
export class AskHubProcessor extends StageProcessor<SubscriptionPayload> {
  protected readonly name = 'ask-hub';

  constructor(
    @Inject(STAGE_CONTEXT) protected readonly context: StageContext,
    @Inject(QUEUES) protected readonly queues: JobQueues,
  ) {
    super();
  }

  protected run(payload: SubscriptionPayload): Promise<Outcome> {
    return askHub(this.context, payload);
  }
}

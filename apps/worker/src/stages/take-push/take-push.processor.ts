import type { PushPayload } from '@framewatch/contracts';
import type { JobQueues } from '@framewatch/jobs';
import { Processor } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import type { Outcome } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';
import { StageProcessor } from '../../runtime/stage-processor.ts';
import { QUEUES, STAGE_CONTEXT } from '../../runtime/tokens.ts';
import { workerOptions } from '../../runtime/worker-options.ts';
import { takePush } from './take-push.stage.ts';

@Processor('take-push', workerOptions('take-push'))
export class TakePushProcessor extends StageProcessor<PushPayload> {
  protected readonly name = 'take-push';

  constructor(
    @Inject(STAGE_CONTEXT) protected readonly context: StageContext,
    @Inject(QUEUES) protected readonly queues: JobQueues,
  ) {
    super();
  }

  protected run(payload: PushPayload): Promise<Outcome> {
    return takePush(this.context, payload);
  }
}

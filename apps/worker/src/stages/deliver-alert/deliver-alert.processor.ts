import type { DeliveryPayload } from '@framewatch/contracts';
import type { JobQueues } from '@framewatch/jobs';
import { Processor } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import type { Outcome } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';
import { StageProcessor } from '../../runtime/stage-processor.ts';
import { QUEUES, STAGE_CONTEXT } from '../../runtime/tokens.ts';
import { workerOptions } from '../../runtime/worker-options.ts';
import { deliverAlert } from './deliver-alert.stage.ts';

@Processor('deliver-alert', workerOptions('deliver-alert'))
export class DeliverAlertProcessor extends StageProcessor<DeliveryPayload> {
  protected readonly name = 'deliver-alert';

  constructor(
    @Inject(STAGE_CONTEXT) protected readonly context: StageContext,
    @Inject(QUEUES) protected readonly queues: JobQueues,
  ) {
    super();
  }

  protected run(payload: DeliveryPayload): Promise<Outcome> {
    return deliverAlert(this.context, payload);
  }
}

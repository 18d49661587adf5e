import type { PreviewPayload } from '@framewatch/contracts';
import type { JobQueues } from '@framewatch/jobs';
import { Processor } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import type { Outcome } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';
import { StageProcessor } from '../../runtime/stage-processor.ts';
import { QUEUES, STAGE_CONTEXT } from '../../runtime/tokens.ts';
import { workerOptions } from '../../runtime/worker-options.ts';
import { previewFeed } from './preview-feed.stage.ts';

@Processor('preview-feed', workerOptions('preview-feed'))
export class PreviewFeedProcessor extends StageProcessor<PreviewPayload> {
  protected readonly name = 'preview-feed';

  constructor(
    @Inject(STAGE_CONTEXT) protected readonly context: StageContext,
    @Inject(QUEUES) protected readonly queues: JobQueues,
  ) {
    super();
  }

  protected run(payload: PreviewPayload): Promise<Outcome> {
    return previewFeed(this.context, payload);
  }
}

import type { ReclassificationPayload } from '@framewatch/contracts';
import type { JobQueues } from '@framewatch/jobs';
import { Processor } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import type { Outcome } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';
import { StageProcessor } from '../../runtime/stage-processor.ts';
import { QUEUES, STAGE_CONTEXT } from '../../runtime/tokens.ts';
import { workerOptions } from '../../runtime/worker-options.ts';
import { reclassifyArticles } from './reclassify-articles.stage.ts';

@Processor('reclassify-articles', workerOptions('reclassify-articles'))
export class ReclassifyArticlesProcessor extends StageProcessor<ReclassificationPayload> {
  protected readonly name = 'reclassify-articles';

  constructor(
    @Inject(STAGE_CONTEXT) protected readonly context: StageContext,
    @Inject(QUEUES) protected readonly queues: JobQueues,
  ) {
    super();
  }

  protected run(payload: ReclassificationPayload): Promise<Outcome> {
    return reclassifyArticles(this.context, payload);
  }
}

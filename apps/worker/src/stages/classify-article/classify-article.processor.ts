import type { ArticlePayload } from '@framewatch/contracts';
import type { JobQueues } from '@framewatch/jobs';
import { Processor } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import type { Outcome } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';
import { StageProcessor } from '../../runtime/stage-processor.ts';
import { QUEUES, STAGE_CONTEXT } from '../../runtime/tokens.ts';
import { workerOptions } from '../../runtime/worker-options.ts';
import { classifyArticle } from './classify-article.stage.ts';

@Processor('classify-article', workerOptions('classify-article'))
export class ClassifyArticleProcessor extends StageProcessor<ArticlePayload> {
  protected readonly name = 'classify-article';

  constructor(
    @Inject(STAGE_CONTEXT) protected readonly context: StageContext,
    @Inject(QUEUES) protected readonly queues: JobQueues,
  ) {
    super();
  }

  protected run(payload: ArticlePayload): Promise<Outcome> {
    return classifyArticle(this.context, payload);
  }
}

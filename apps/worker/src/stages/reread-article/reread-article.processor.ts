import type { ArticlePayload } from '@framewatch/contracts';
import type { JobQueues } from '@framewatch/jobs';
import { Processor } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import type { Outcome } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';
import { StageProcessor } from '../../runtime/stage-processor.ts';
import { QUEUES, STAGE_CONTEXT } from '../../runtime/tokens.ts';
import { workerOptions } from '../../runtime/worker-options.ts';
import { giveUpRereading, rereadArticle } from './reread-article.stage.ts';

@Processor('reread-article', workerOptions('reread-article'))
export class RereadArticleProcessor extends StageProcessor<ArticlePayload> {
  protected readonly name = 'reread-article';

  constructor(
    @Inject(STAGE_CONTEXT) protected readonly context: StageContext,
    @Inject(QUEUES) protected readonly queues: JobQueues,
  ) {
    super();
  }

  protected run(payload: ArticlePayload): Promise<Outcome> {
    return rereadArticle(this.context, payload);
  }

  /** The article is well whatever became of its second reading: that alone is given up. */
  protected override async quarantinePoison(articleId: string): Promise<void> {
    await giveUpRereading(this.context, articleId);
  }
}

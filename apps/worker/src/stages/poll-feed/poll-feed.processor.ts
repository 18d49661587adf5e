import type { FeedPayload } from '@framewatch/contracts';
import type { JobQueues } from '@framewatch/jobs';
import { Processor } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import type { Outcome } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';
import { StageProcessor } from '../../runtime/stage-processor.ts';
import { QUEUES, STAGE_CONTEXT } from '../../runtime/tokens.ts';
import { workerOptions } from '../../runtime/worker-options.ts';
import { pollFeed } from './poll-feed.stage.ts';

@Processor('poll-feed', workerOptions('poll-feed'))
export class PollFeedProcessor extends StageProcessor<FeedPayload> {
  protected readonly name = 'poll-feed';

  constructor(
    @Inject(STAGE_CONTEXT) protected readonly context: StageContext,
    @Inject(QUEUES) protected readonly queues: JobQueues,
  ) {
    super();
  }

  protected run(payload: FeedPayload): Promise<Outcome> {
    return pollFeed(this.context, payload);
  }
}

import { type FeedList, feedListSchema } from '@framewatch/contracts';
import { Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { notFound } from '../http/problem.ts';
import { type ById, byIdSchema } from '../http/by-id.ts';
import { API_CONTEXT, type ApiContext } from '../runtime/api-context.ts';
import { within } from '../runtime/within.ts';
import { listFeeds } from './list-feeds.ts';

@ApiTags('feeds')
@Controller('api/feeds')
export class FeedsController {
  constructor(@Inject(API_CONTEXT) private readonly context: ApiContext) {}

  @Get()
  @ApiOperation({ summary: 'Feeds and how they are' })
  @ApiOkResponse({ standardSchema: feedListSchema })
  list(): Promise<FeedList> {
    return listFeeds(this.context);
  }

  @Post(':id/check')
  @HttpCode(204)
  @ApiOperation({ summary: 'Ask for a check now, also of a paused feed' })
  @ApiNoContentResponse()
  async check(@Param({ schema: byIdSchema }) { id }: ById): Promise<void> {
    const { store, queues, now, log } = this.context;
    if (!(await store.feeds.requestCheck(id, now())))
      throw notFound(`There is no feed ${id} in the configuration.`);
    // The row says that it is due, so a queue that is away only makes it a moment later.
    await within(2_000, queues.add('poll-feed', { feedId: id })).catch((error: unknown) =>
      log('warn', `queue: ${String(error)}`),
    );
  }
}

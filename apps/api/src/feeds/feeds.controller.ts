import {
  type AddedFeed,
  addedFeedSchema,
  type FeedList,
  type FeedPreview,
  feedListSchema,
  feedPreviewSchema,
  type NewFeed,
  newFeedSchema,
  PREVIEW_SECONDS,
  type PreviewRequest,
  previewRequestSchema,
} from '@framewatch/contracts';
import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { notFound } from '../http/problem.ts';
import { type ById, byIdSchema } from '../http/by-id.ts';
import { API_CONTEXT, type ApiContext } from '../runtime/api-context.ts';
import { within } from '../runtime/within.ts';
import { awaitPreview } from './await-preview.ts';
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

  @Post('preview')
  @HttpCode(200)
  @ApiOperation({
    summary: 'The feeds of a site, each read',
    description: `Takes up to ${PREVIEW_SECONDS} seconds: a site is asked no faster than its host's pace.`,
  })
  @ApiOkResponse({ standardSchema: feedPreviewSchema })
  async preview(@Body({ schema: previewRequestSchema }) { address }: PreviewRequest): Promise<FeedPreview> {
    const found = await awaitPreview(this.context, address);
    return { ...found, fileVersion: await this.context.feedsFile.version() };
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Add a feed to config/feeds.yaml',
    description:
      'Comments and all else in the file stay. 409 where the file changed since `fileVersion`. Where the file cannot be written, the answer holds the text to paste.',
  })
  @ApiOkResponse({ standardSchema: addedFeedSchema })
  async add(@Body({ schema: newFeedSchema }) { feed, fileVersion }: NewFeed): Promise<AddedFeed> {
    const added = await this.context.feedsFile.add(feed, fileVersion);
    if (added.saved)
      await this.context.store.upkeep.audit('feed added in the dashboard', {
        url: feed.url,
        line: added.line,
      });
    return added;
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

import type { ServerResponse } from 'node:http';
import { writeOpml } from '@framewatch/archives';
import {
  type OpmlAnswer,
  opmlAnswerSchema,
  type OpmlRequest,
  opmlRequestSchema,
} from '@framewatch/contracts';
import { Body, Controller, Get, HttpCode, Inject, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { API_CONTEXT, type ApiContext } from '../runtime/api-context.ts';
import { addOpml } from './add-opml.ts';

@ApiTags('feeds')
@Controller('api')
export class OpmlController {
  constructor(@Inject(API_CONTEXT) private readonly context: ApiContext) {}

  @Get('feeds.opml')
  @ApiOperation({ summary: 'The feeds that are watched, for other readers' })
  @ApiProduces('text/x-opml')
  async read(@Res() response: ServerResponse): Promise<void> {
    const feeds = await this.context.store.exports.findFeeds();
    response.setHeader('content-type', 'text/x-opml; charset=utf-8');
    response.setHeader('content-disposition', 'attachment; filename="feeds.opml"');
    response.end(writeOpml(feeds.filter(({ inConfig }) => inConfig)));
  }

  @Post('feeds/opml')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Add the feeds of an OPML file to config/feeds.yaml',
    description:
      'Each is added, known already, or refused with what is missing or wrong. Comments in the file stay.',
  })
  @ApiOkResponse({ standardSchema: opmlAnswerSchema })
  async add(@Body({ schema: opmlRequestSchema }) request: OpmlRequest): Promise<OpmlAnswer> {
    const answer = await addOpml(this.context.feedsFile, request);
    if (answer.added.length > 0 && !request.dryRun)
      await this.context.store.upkeep.audit('feeds added from OPML', {
        urls: answer.added.map(({ url }) => url),
      });
    return answer;
  }
}

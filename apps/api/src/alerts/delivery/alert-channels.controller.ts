import {
  type ChannelTest,
  type ChannelView,
  channelTestSchema,
  channelViewSchema,
} from '@framewatch/contracts';
import { Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { API_CONTEXT, type ApiContext } from '../../runtime/api-context.ts';
import { listChannels } from './list-channels.ts';
import { testChannel } from './test-channel.ts';

const channelIdSchema = z.object({ id: z.string().max(200) });

@ApiTags('alerts')
@Controller('api/alert-channels')
export class AlertChannelsController {
  constructor(@Inject(API_CONTEXT) private readonly context: ApiContext) {}

  @Get()
  @ApiOperation({ summary: 'Channels: whether they work, what keeps them calm, and what waits' })
  @ApiOkResponse({ standardSchema: z.array(channelViewSchema) })
  list(): Promise<ChannelView[]> {
    return listChannels(this.context);
  }

  @Post(':id/test')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Send a test message that says that it is one',
    description: 'Past digests, quiet hours, caps and snoozes. Takes up to a minute.',
  })
  @ApiOkResponse({ standardSchema: channelTestSchema })
  test(@Param({ schema: channelIdSchema }) { id }: z.infer<typeof channelIdSchema>): Promise<ChannelTest> {
    return testChannel(this.context, id);
  }
}

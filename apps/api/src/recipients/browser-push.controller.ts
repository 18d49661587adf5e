import {
  type PushKey,
  pushKeySchema,
  pushRenewRequestSchema,
  pushSubscribeRequestSchema,
  type PushSubscriptionView,
  pushSubscriptionViewSchema,
} from '@framewatch/contracts';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { notFound } from '../http/problem.ts';
import { API_CONTEXT, type ApiContext } from '../runtime/api-context.ts';
import { listBrowsers, pushKey, subscribeBrowser } from './browser-subscriptions.ts';

@ApiTags('alerts')
@Controller('api/push')
export class BrowserPushController {
  constructor(@Inject(API_CONTEXT) private readonly context: ApiContext) {}

  @Get('key')
  @ApiOperation({ summary: 'What a browser subscribes to notifications with' })
  @ApiOkResponse({ standardSchema: pushKeySchema })
  key(): Promise<PushKey> {
    return pushKey(this.context);
  }

  @Get('subscriptions')
  @ApiOperation({ summary: 'Browsers that receive alerts as notifications' })
  @ApiOkResponse({ standardSchema: z.array(pushSubscriptionViewSchema) })
  list(): Promise<PushSubscriptionView[]> {
    return listBrowsers(this.context);
  }

  @Post('subscriptions')
  @HttpCode(200)
  @ApiOperation({ summary: 'Send the alerts of a channel to a browser, by what its PushManager gave' })
  @ApiOkResponse({ standardSchema: pushSubscriptionViewSchema })
  subscribe(
    @Body({ schema: pushSubscribeRequestSchema }) body: z.output<typeof pushSubscribeRequestSchema>,
  ): Promise<PushSubscriptionView> {
    return subscribeBrowser(this.context, body);
  }

  @Post('subscriptions/renewed')
  @HttpCode(204)
  @ApiOperation({ summary: 'Follow a browser whose push service gave it another address' })
  @ApiNoContentResponse()
  async renew(
    @Body({ schema: pushRenewRequestSchema }) body: z.output<typeof pushRenewRequestSchema>,
  ): Promise<void> {
    const { endpoint, keys } = body.subscription;
    const isKnown = await this.context.store.recipients.moveBrowser(body.endpoint, { endpoint, ...keys });
    if (!isKnown) throw notFound('There is no such browser.');
  }

  @Delete('subscriptions/:id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Send a browser no more' })
  @ApiNoContentResponse()
  async remove(@Param('id') id: string): Promise<void> {
    const isGone = /^\d{1,18}$/.test(id) && (await this.context.store.recipients.removeBrowser(id));
    if (!isGone) throw notFound('There is no such browser.');
  }
}

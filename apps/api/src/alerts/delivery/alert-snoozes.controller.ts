import type { IncomingMessage } from 'node:http';
import { type Snooze, type SnoozeRequest, snoozeRequestSchema, snoozeSchema } from '@framewatch/contracts';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type ById, byIdSchema } from '../../http/by-id.ts';
import { API_CONTEXT, type ApiContext } from '../../runtime/api-context.ts';
import { endSnooze, startSnooze } from './snooze.ts';

@ApiTags('alerts')
@Controller('api/alert-snoozes')
export class AlertSnoozesController {
  constructor(@Inject(API_CONTEXT) private readonly context: ApiContext) {}

  @Get()
  @ApiOperation({ summary: 'Snoozes in force' })
  @ApiOkResponse({ standardSchema: z.array(snoozeSchema) })
  list(): Promise<Snooze[]> {
    const { store, now } = this.context;
    return store.snoozes.findInForce(now());
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Hold what a rule, a channel or everything would send, until an instant or by hand',
    description: 'Alerts are raised as before and stand in the inbox; what is held is sent when it ends.',
  })
  @ApiOkResponse({ standardSchema: snoozeSchema })
  start(
    @Body({ schema: snoozeRequestSchema }) request: SnoozeRequest,
    @Req() { socket }: IncomingMessage,
  ): Promise<Snooze> {
    return startSnooze(this.context, request, socket.remoteAddress);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'End a snooze; what it held goes out together' })
  @ApiNoContentResponse()
  end(@Param({ schema: byIdSchema }) { id }: ById, @Req() { socket }: IncomingMessage): Promise<void> {
    return endSnooze(this.context, id, socket.remoteAddress);
  }
}

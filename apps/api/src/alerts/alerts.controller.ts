import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  alertFilterSchema,
  alertPageSchema,
  markReadAnswerSchema,
  markReadRequestSchema,
} from '@framewatch/contracts';
import type { AlertPage, MarkReadAnswer } from '@framewatch/contracts';
import { Body, Controller, Get, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { API_CONTEXT, type ApiContext } from '../runtime/api-context.ts';
import { alertsAtom } from './alerts-atom.ts';
import { sendUnlessKnown } from './send-feed.ts';
import { listAlerts } from './alert-view.ts';

const pageQuerySchema = alertFilterSchema.extend({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().optional(),
});

const atomQuerySchema = alertFilterSchema.pick({ rule: true });

/** So many changed alerts are named in an answer. */
const MOST_NAMED = 1_000;

@ApiTags('alerts')
@Controller('api')
export class AlertsController {
  constructor(@Inject(API_CONTEXT) private readonly context: ApiContext) {}

  @Get('alerts')
  @ApiOperation({ summary: 'Alerts, the newest first, with why each was raised and where it went' })
  @ApiOkResponse({ standardSchema: alertPageSchema })
  list(@Query({ schema: pageQuerySchema }) query: z.infer<typeof pageQuerySchema>): Promise<AlertPage> {
    return listAlerts(this.context, query);
  }

  @Get('alerts.atom')
  @ApiOperation({ summary: 'The newest alerts, of all rules or of one, as a feed for any reader' })
  @ApiProduces('application/atom+xml')
  async atom(
    @Query({ schema: atomQuerySchema }) { rule }: z.infer<typeof atomQuerySchema>,
    @Req() request: IncomingMessage,
    @Res() response: ServerResponse,
  ): Promise<void> {
    const origin = `http://${request.headers.host}`;
    sendUnlessKnown(request, response, await alertsAtom(this.context, { origin, rule }));
  }

  @Post('alerts/read')
  @HttpCode(200)
  @ApiOperation({ summary: 'Mark alerts as read or unread' })
  @ApiOkResponse({ standardSchema: markReadAnswerSchema })
  async read(
    @Body({ schema: markReadRequestSchema }) { ids, read, ...only }: z.infer<typeof markReadRequestSchema>,
  ): Promise<MarkReadAnswer> {
    const { store, now } = this.context;
    const changed = await store.alerts.markRead(ids, read ? now() : null, only);
    return { changed: changed.slice(0, MOST_NAMED) };
  }
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { API_CONTEXT, type ApiContext } from '../runtime/api-context.ts';
import { ProblemError } from '../http/problem.ts';
import { streamEvents } from './event-stream.ts';

const MOST_READERS = 500;

@ApiTags('live')
@Controller('api/events')
export class EventsController {
  constructor(@Inject(API_CONTEXT) private readonly context: ApiContext) {}

  @Get()
  @ApiOperation({ summary: 'Live events (server-sent events); Last-Event-ID replays what was missed' })
  @ApiProduces('text/event-stream')
  async events(@Req() request: IncomingMessage, @Res() response: ServerResponse): Promise<void> {
    if (this.context.events.listeners() >= MOST_READERS)
      throw new ProblemError(503, 'Too many readers of live events at once.');
    await streamEvents(this.context, response, lastEventId(request));
  }
}

function lastEventId(request: IncomingMessage): string | null {
  const header = request.headers['last-event-id'];
  return typeof header === 'string' && /^\d{1,18}$/.test(header) ? header : null;
}

import type { ServerResponse } from 'node:http';
import { type Beat, beatSchema, type Status, statusSchema } from '@framewatch/contracts';
import { assertSchemaIsCurrent } from '@framewatch/store';
import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ProblemError } from '../http/problem.ts';
import { API_CONTEXT, type ApiContext } from '../runtime/api-context.ts';
import { within } from '../runtime/within.ts';
import { readMetrics } from './metrics.ts';
import { listBeats, readStatus } from './status.ts';

const DATABASE_PATIENCE_MS = 3_000;

@ApiTags('status')
@Controller()
export class StatusController {
  constructor(@Inject(API_CONTEXT) private readonly context: ApiContext) {}

  @Get('api/health')
  @ApiOperation({ summary: 'The process is alive' })
  health(): { status: 'alive' } {
    return { status: 'alive' };
  }

  @Get('api/ready')
  @ApiOperation({ summary: 'The database answers and its schema is the one that this program knows' })
  async ready(): Promise<{ status: 'ready' }> {
    try {
      await within(DATABASE_PATIENCE_MS, assertSchemaIsCurrent(this.context.store.database));
    } catch (error) {
      throw new ProblemError(
        503,
        `The database is not ready: ${error instanceof Error ? error.message : 'no answer'}`,
      );
    }
    return { status: 'ready' };
  }

  @Get('api/status')
  @ApiOperation({ summary: 'How the whole is doing' })
  @ApiOkResponse({ standardSchema: statusSchema })
  status(): Promise<Status> {
    return readStatus(this.context);
  }

  @Get('api/beats')
  @ApiOperation({ summary: 'Beats with their topics, frames, briefs and models' })
  @ApiOkResponse({ standardSchema: z.array(beatSchema) })
  beats(): Promise<Beat[]> {
    return listBeats(this.context);
  }

  @Get('metrics')
  @ApiOperation({ summary: 'Counts for Prometheus' })
  @ApiProduces('text/plain')
  async metrics(@Res() response: ServerResponse): Promise<void> {
    response.setHeader('content-type', 'text/plain; version=0.0.4; charset=utf-8');
    response.end(await readMetrics(this.context));
  }
}

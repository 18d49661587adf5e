import type { ServerResponse } from 'node:http';
import { MOST_SERIES, trendQuerySchema } from '@framewatch/contracts';
import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { API_CONTEXT, type ApiContext } from '../runtime/api-context.ts';
import { answerChart } from '../trends/answer-chart.ts';
import { csvText } from './csv.ts';
import { type TrendRow, trendRows } from './trend-rows.ts';

const exportQuerySchema = trendQuerySchema.extend({
  chart: z.enum(['coverage', 'framing']),
  most: trendQuerySchema.shape.most.default(MOST_SERIES),
});
type ExportQuery = z.infer<typeof exportQuerySchema>;

const COLUMNS = [
  'bucket',
  'start',
  'end',
  'seriesKey',
  'series',
  'numerator',
  'denominator',
  'share',
  'low',
  'high',
  'gap',
  'incomplete',
  'modelVersion',
  'synthetic',
] as const satisfies readonly (keyof TrendRow)[];

@ApiTags('charts')
@Controller('api')
export class ExportController {
  constructor(@Inject(API_CONTEXT) private readonly context: ApiContext) {}

  @Get('export.csv')
  @ApiOperation({ summary: 'A chart as a table: equals what is on screen' })
  @ApiProduces('text/csv')
  async csv(
    @Query({ schema: exportQuerySchema }) query: ExportQuery,
    @Res() response: ServerResponse,
  ): Promise<void> {
    const answer = await answerChart(this.context, query.chart, query);
    offer(response, query, 'csv', 'text/csv');
    response.end(csvText(COLUMNS, trendRows(answer)));
  }

  @Get('export.json')
  @ApiOperation({ summary: 'A chart as rows with what they count, its gaps and its notes' })
  @ApiProduces('application/json')
  async json(
    @Query({ schema: exportQuerySchema }) query: ExportQuery,
    @Res() response: ServerResponse,
  ): Promise<void> {
    const { series: _series, buckets: _buckets, ...about } = await this.answer(query);
    offer(response, query, 'json', 'application/json');
    response.end(JSON.stringify(about));
  }

  private async answer(query: ExportQuery) {
    const answer = await answerChart(this.context, query.chart, query);
    return { ...answer, rows: trendRows(answer) };
  }
}

function offer(
  response: ServerResponse,
  { beat, chart, from, to }: ExportQuery,
  ending: string,
  type: string,
): void {
  const name = [beat, chart, from.slice(0, 10), to.slice(0, 10)].join('_').replace(/[^\w.-]/g, '-');
  response.setHeader('content-type', `${type}; charset=utf-8`);
  response.setHeader('content-disposition', `attachment; filename="${name}.${ending}"`);
}

import {
  type DriftAnswer,
  driftAnswerSchema,
  type ReviewAnswer,
  type ReviewQuery,
  reviewAnswerSchema,
  reviewQuerySchema,
} from '@framewatch/contracts';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { API_CONTEXT, type ApiContext } from '../runtime/api-context.ts';
import { measureDrift } from './measure-drift.ts';
import { suggestArticles } from './suggest-articles.ts';

const driftQuerySchema = z.object({ beat: z.string() });

@ApiTags('articles')
@Controller('api')
export class ReviewController {
  constructor(@Inject(API_CONTEXT) private readonly context: ApiContext) {}

  @Get('review')
  @ApiOperation({
    summary:
      'Articles whose labels would teach the model most, mixed with random ones that keep its measure unbiased',
  })
  @ApiOkResponse({ standardSchema: reviewAnswerSchema })
  suggest(@Query({ schema: reviewQuerySchema }) query: ReviewQuery): Promise<ReviewAnswer> {
    return suggestArticles(this.context, query);
  }

  @Get('drift')
  @ApiOperation({ summary: 'Whether the stream still looks like what the model in force was made for' })
  @ApiOkResponse({ standardSchema: driftAnswerSchema })
  drift(@Query({ schema: driftQuerySchema }) { beat }: { beat: string }): Promise<DriftAnswer> {
    return measureDrift(this.context, beat);
  }
}

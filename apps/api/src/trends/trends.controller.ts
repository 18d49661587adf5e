import {
  type ChangesAnswer,
  changesAnswerSchema,
  type ChangesQuery,
  changesQuerySchema,
  type Headline,
  headlineSchema,
  type Heatmap,
  heatmapSchema,
  type TrendAnswer,
  trendAnswerSchema,
  type TrendQuery,
  trendQuerySchema,
  type WordsAnswer,
  wordsAnswerSchema,
  type WordSentences,
  type WordSentencesQuery,
  wordSentencesQuerySchema,
  wordSentencesSchema,
  type WordsQuery,
  wordsQuerySchema,
} from '@framewatch/contracts';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { API_CONTEXT, type ApiContext } from '../runtime/api-context.ts';
import { answerChart } from './answer-chart.ts';
import { answerChanges } from './changes/answer-changes.ts';
import { answerHeadline, type HeadlineQuery, headlineQuerySchema } from './headline.ts';
import { answerHeatmap, type HeatmapQuery, heatmapQuerySchema } from './heatmap.ts';
import { answerWords, answerWordSentences } from './words/answer-words.ts';

@ApiTags('charts')
@Controller('api')
export class TrendsController {
  constructor(@Inject(API_CONTEXT) private readonly context: ApiContext) {}

  @Get('trends/coverage')
  @ApiOperation({ summary: 'How much of what was collected is relevant, over time' })
  @ApiOkResponse({ standardSchema: trendAnswerSchema })
  coverage(@Query({ schema: trendQuerySchema }) query: TrendQuery): Promise<TrendAnswer> {
    return answerChart(this.context, 'coverage', query);
  }

  @Get('trends/framing')
  @ApiOperation({ summary: 'How relevant articles with enough text are framed, over time' })
  @ApiOkResponse({ standardSchema: trendAnswerSchema })
  framing(@Query({ schema: trendQuerySchema }) query: TrendQuery): Promise<TrendAnswer> {
    return answerChart(this.context, 'framing', query);
  }

  @Get('trends/heatmap')
  @ApiOperation({ summary: 'Which outlet carries which frame' })
  @ApiOkResponse({ standardSchema: heatmapSchema })
  heatmap(@Query({ schema: heatmapQuerySchema }) query: HeatmapQuery): Promise<Heatmap> {
    return answerHeatmap(this.context, query);
  }

  @Get('trends/changes')
  @ApiOperation({ summary: 'Spikes of coverage and lasting shifts of framing, with what is behind them' })
  @ApiOkResponse({ standardSchema: changesAnswerSchema })
  changes(@Query({ schema: changesQuerySchema }) query: ChangesQuery): Promise<ChangesAnswer> {
    return answerChanges(this.context, query);
  }

  @Get('trends/words')
  @ApiOperation({ summary: 'Words that set two outlets, groups or periods apart' })
  @ApiOkResponse({ standardSchema: wordsAnswerSchema })
  words(@Query({ schema: wordsQuerySchema }) query: WordsQuery): Promise<WordsAnswer> {
    return answerWords(this.context, query);
  }

  @Get('trends/words/sentences')
  @ApiOperation({ summary: 'The sentences behind one word, a story each' })
  @ApiOkResponse({ standardSchema: wordSentencesSchema })
  wordSentences(
    @Query({ schema: wordSentencesQuerySchema }) query: WordSentencesQuery,
  ): Promise<WordSentences> {
    return answerWordSentences(this.context, query);
  }

  @Get('headline')
  @ApiOperation({ summary: 'The last days against as many before' })
  @ApiOkResponse({ standardSchema: headlineSchema })
  headline(@Query({ schema: headlineQuerySchema }) query: HeadlineQuery): Promise<Headline> {
    return answerHeadline(this.context, query);
  }
}

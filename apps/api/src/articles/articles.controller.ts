import {
  articleDetailSchema,
  articleHistorySchema,
  articlePageSchema,
  articleQuerySchema,
  correctionRequestSchema,
} from '@framewatch/contracts';
import type {
  ArticleDetail,
  ArticleHistory,
  ArticlePage,
  ArticleQuery,
  CorrectionRequest,
} from '@framewatch/contracts';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type ById, byIdSchema } from '../http/by-id.ts';
import { API_CONTEXT, type ApiContext } from '../runtime/api-context.ts';
import { articleDetail } from './article-detail.ts';
import { articleHistory } from './article-history.ts';
import { correctArticle } from './correct-article.ts';
import { listArticles } from './list-articles.ts';

const detailQuerySchema = z.object({ beat: z.string() });

@ApiTags('articles')
@Controller('api/articles')
export class ArticlesController {
  constructor(@Inject(API_CONTEXT) private readonly context: ApiContext) {}

  @Get()
  @ApiOperation({ summary: 'Articles under the filters of the charts, newest first' })
  @ApiOkResponse({ standardSchema: articlePageSchema })
  list(@Query({ schema: articleQuerySchema }) query: ArticleQuery): Promise<ArticlePage> {
    return listArticles(this.context, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One article with its text, its labels and the sentences behind them' })
  @ApiOkResponse({ standardSchema: articleDetailSchema })
  detail(
    @Param({ schema: byIdSchema }) { id }: ById,
    @Query({ schema: detailQuerySchema }) { beat }: { beat: string },
  ): Promise<ArticleDetail> {
    return articleDetail(this.context, id, beat);
  }

  @Get(':id/revisions')
  @ApiOperation({
    summary: 'Every wording of an article: when it was seen, what changed, how each was judged',
  })
  @ApiOkResponse({ standardSchema: articleHistorySchema })
  history(
    @Param({ schema: byIdSchema }) { id }: ById,
    @Query({ schema: detailQuerySchema }) { beat }: { beat: string },
  ): Promise<ArticleHistory> {
    return articleHistory(this.context, id, beat);
  }

  @Post(':id/corrections')
  @HttpCode(200)
  @ApiOperation({ summary: "An editor's word on an article; it wins over the model, at once and for ever" })
  @ApiOkResponse({ standardSchema: articleDetailSchema })
  correct(
    @Param({ schema: byIdSchema }) { id }: ById,
    @Body({ schema: correctionRequestSchema }) request: CorrectionRequest,
  ): Promise<ArticleDetail> {
    return correctArticle(this.context, id, request);
  }
}

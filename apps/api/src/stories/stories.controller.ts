import { type StoryDetail, storyDetailSchema } from '@framewatch/contracts';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type ById, byIdSchema } from '../http/by-id.ts';
import { API_CONTEXT, type ApiContext } from '../runtime/api-context.ts';
import { storyDetail } from './story-detail.ts';

const storyQuerySchema = z.object({ beat: z.string() });

@ApiTags('stories')
@Controller('api/stories')
export class StoriesController {
  constructor(@Inject(API_CONTEXT) private readonly context: ApiContext) {}

  @Get(':id')
  @ApiOperation({ summary: 'One story: its articles, and the merges and splits that made it' })
  @ApiOkResponse({ standardSchema: storyDetailSchema })
  detail(
    @Param({ schema: byIdSchema }) { id }: ById,
    @Query({ schema: storyQuerySchema }) { beat }: { beat: string },
  ): Promise<StoryDetail> {
    return storyDetail(this.context, id, beat);
  }
}

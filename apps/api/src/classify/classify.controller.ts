import { type Classification, classificationSchema, classifyRequestSchema } from '@framewatch/contracts';
import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { invalid, ProblemError } from '../http/problem.ts';
import { API_CONTEXT, type ApiContext } from '../runtime/api-context.ts';

/** Without a beat, the only one there is. */
const requestSchema = classifyRequestSchema.extend({ beat: z.string().optional() });

@ApiTags('articles')
@Controller('api/classify')
export class ClassifyController {
  constructor(@Inject(API_CONTEXT) private readonly context: ApiContext) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: "What the beat's model makes of a text, with the sentences behind each label" })
  @ApiOkResponse({ standardSchema: classificationSchema })
  async classify(
    @Body({ schema: requestSchema }) request: z.infer<typeof requestSchema>,
  ): Promise<Classification> {
    const beat = request.beat ?? (await this.onlyBeat());
    const model = await this.context.beats.classifier(beat);
    if (model === null)
      throw new ProblemError(
        503,
        'No model is in force yet: the seeds were read, and the first one is being prepared.',
      );
    const { title, text, language } = request;
    return model.classify({ title, text, ...(language === undefined ? {} : { language }) });
  }

  private async onlyBeat(): Promise<string> {
    const [first, second] = await this.context.beats.all();
    if (!first) throw new ProblemError(503, 'No beat is known yet: its seeds are missing or have mistakes.');
    if (second) throw invalid([{ field: 'beat', message: 'There are several beats: name one.' }]);
    return first.id;
  }
}

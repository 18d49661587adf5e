import {
  type AlertRulesAnswer,
  alertRulesAnswerSchema,
  type RulePreview,
  rulePreviewRequestSchema,
  rulePreviewSchema,
  type SaveRuleAnswer,
  saveRuleAnswerSchema,
  saveRuleRequestSchema,
} from '@framewatch/contracts';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { API_CONTEXT, type ApiContext } from '../runtime/api-context.ts';
import { checkRuleRequest } from './check-rule-request.ts';
import { listRules } from './list-rules.ts';
import { previewRule } from './preview/preview-rule.ts';
import { addRule, removeRule, replaceRule } from './save-rule.ts';

/** The rule itself is checked apart, in the words of the file. */
const ruleBody = { rule: z.unknown() };
const saveBodySchema = saveRuleRequestSchema.extend(ruleBody);
const previewBodySchema = rulePreviewRequestSchema.extend(ruleBody);
const ruleIdSchema = z.object({ id: z.string().max(200) });
const versionQuerySchema = z.object({ version: z.string().optional() });

@ApiTags('alerts')
@Controller('api/alert-rules')
export class AlertRulesController {
  constructor(@Inject(API_CONTEXT) private readonly context: ApiContext) {}

  @Get()
  @ApiOperation({
    summary: 'The rules in force, in words and as they are written, with the mistakes in the file',
  })
  @ApiOkResponse({ standardSchema: alertRulesAnswerSchema })
  list(): Promise<AlertRulesAnswer> {
    return listRules(this.context);
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Add a rule to config/alerts.yaml',
    description:
      'Comments and all else in the file stay. 409 where the file changed since `version`. Where the file cannot be written, the answer holds the text to paste.',
  })
  @ApiBody({ schema: z.toJSONSchema(saveRuleRequestSchema, { io: 'input', target: 'openapi-3.0' }) as never })
  @ApiOkResponse({ standardSchema: saveRuleAnswerSchema })
  async add(@Body({ schema: saveBodySchema }) body: z.infer<typeof saveBodySchema>): Promise<SaveRuleAnswer> {
    const rule = await checkRuleRequest(this.context, body.rule);
    return addRule(this.context, rule, body.version);
  }

  @Post('preview')
  @HttpCode(200)
  @ApiOperation({
    summary: 'What a rule would have raised in the last 7 and 30 days',
    description: 'Told from what is stored today, by the model in force and with editors’ corrections.',
  })
  @ApiOkResponse({ standardSchema: rulePreviewSchema })
  async preview(
    @Body({ schema: previewBodySchema }) body: z.infer<typeof previewBodySchema>,
  ): Promise<RulePreview> {
    return previewRule(this.context, await checkRuleRequest(this.context, body.rule), body.tz);
  }

  @Put(':id')
  @ApiOperation({
    summary: 'Change a rule, or switch it on or off',
    description: 'Its id never changes. Alerts that it has raised stay.',
  })
  @ApiOkResponse({ standardSchema: saveRuleAnswerSchema })
  async replace(
    @Param({ schema: ruleIdSchema }) { id }: z.infer<typeof ruleIdSchema>,
    @Body({ schema: saveBodySchema }) body: z.infer<typeof saveBodySchema>,
  ): Promise<SaveRuleAnswer> {
    const rule = await checkRuleRequest(this.context, body.rule);
    return replaceRule(this.context, id, rule, body.version);
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Take a rule out of config/alerts.yaml; alerts that it has raised stay' })
  @ApiOkResponse({ standardSchema: saveRuleAnswerSchema })
  remove(
    @Param({ schema: ruleIdSchema }) { id }: z.infer<typeof ruleIdSchema>,
    @Query({ schema: versionQuerySchema }) { version }: z.infer<typeof versionQuerySchema>,
  ): Promise<SaveRuleAnswer> {
    return removeRule(this.context, id, version);
  }
}

import {
  type DeliveryLog,
  type DeliveryLogQuery,
  deliveryLogQuerySchema,
  deliveryLogSchema,
} from '@framewatch/contracts';
import { Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type ById, byIdSchema } from '../../http/by-id.ts';
import { notFound } from '../../http/problem.ts';
import { API_CONTEXT, type ApiContext } from '../../runtime/api-context.ts';
import { listDeliveries } from './delivery-view.ts';
import { wakeDeliveries } from './wake-deliveries.ts';

@ApiTags('alerts')
@Controller('api/alert-deliveries')
export class AlertDeliveriesController {
  constructor(@Inject(API_CONTEXT) private readonly context: ApiContext) {}

  @Get()
  @ApiOperation({ summary: 'The delivery log, the newest first, with every attempt' })
  @ApiOkResponse({ standardSchema: deliveryLogSchema })
  list(@Query({ schema: deliveryLogQuerySchema }) query: DeliveryLogQuery): Promise<DeliveryLog> {
    return listDeliveries(this.context, query);
  }

  @Post(':id/retry')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Send once more what was given up',
    description: 'Under the same key. The other alerts of the same message go with it.',
  })
  @ApiNoContentResponse()
  async retry(@Param({ schema: byIdSchema }) { id }: ById): Promise<void> {
    const { store, now } = this.context;
    const channelId = await store.deliveries.findChannel({ deliveryId: id });
    if (channelId === null || !(await store.deliveries.retry(id, now())))
      throw notFound(`There is no delivery ${id} that was given up.`);
    // Whoever asks has probably mended the channel: its pause is over.
    await store.alertChannels.endPause(channelId, now());
    await store.upkeep.audit('delivery retried', { deliveryId: id, channel: channelId });
    await wakeDeliveries(this.context);
  }
}

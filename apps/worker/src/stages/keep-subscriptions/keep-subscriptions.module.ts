import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { KeepSubscriptionsProcessor } from './keep-subscriptions.processor.ts';

@Module({
  imports: [BullModule.registerQueue({ name: 'keep-subscriptions' })],
  providers: [KeepSubscriptionsProcessor],
})
export class KeepSubscriptionsModule {}

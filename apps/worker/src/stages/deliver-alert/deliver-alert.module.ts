import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { DeliverAlertProcessor } from './deliver-alert.processor.ts';

@Module({
  imports: [BullModule.registerQueue({ name: 'deliver-alert' })],
  providers: [DeliverAlertProcessor],
})
export class DeliverAlertModule {}

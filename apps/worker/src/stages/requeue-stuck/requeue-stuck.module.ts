import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { RequeueStuckProcessor } from './requeue-stuck.processor.ts';

@Module({
  imports: [BullModule.registerQueue({ name: 'requeue-stuck' })],
  providers: [RequeueStuckProcessor],
})
export class RequeueStuckModule {}

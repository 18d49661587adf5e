import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { ScheduleWaitingProcessor } from './schedule-waiting.processor.ts';

@Module({
  imports: [BullModule.registerQueue({ name: 'schedule-waiting' })],
  providers: [ScheduleWaitingProcessor],
})
export class ScheduleWaitingModule {}

import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { ScheduleRereadsProcessor } from './schedule-rereads.processor.ts';

@Module({
  imports: [BullModule.registerQueue({ name: 'schedule-rereads' })],
  providers: [ScheduleRereadsProcessor],
})
export class ScheduleRereadsModule {}

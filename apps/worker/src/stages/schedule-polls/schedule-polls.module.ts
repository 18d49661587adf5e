import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { SchedulePollsProcessor } from './schedule-polls.processor.ts';

@Module({
  imports: [BullModule.registerQueue({ name: 'schedule-polls' })],
  providers: [SchedulePollsProcessor],
})
export class SchedulePollsModule {}

import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { MeasureTrendsProcessor } from './measure-trends.processor.ts';

@Module({
  imports: [BullModule.registerQueue({ name: 'measure-trends' })],
  providers: [MeasureTrendsProcessor],
})
export class MeasureTrendsModule {}

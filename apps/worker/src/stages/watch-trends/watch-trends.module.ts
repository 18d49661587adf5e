import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { WatchTrendsProcessor } from './watch-trends.processor.ts';

@Module({ imports: [BullModule.registerQueue({ name: 'watch-trends' })], providers: [WatchTrendsProcessor] })
export class WatchTrendsModule {}

import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { PollFeedProcessor } from './poll-feed.processor.ts';

@Module({ imports: [BullModule.registerQueue({ name: 'poll-feed' })], providers: [PollFeedProcessor] })
export class PollFeedModule {}

import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { PreviewFeedProcessor } from './preview-feed.processor.ts';

@Module({ imports: [BullModule.registerQueue({ name: 'preview-feed' })], providers: [PreviewFeedProcessor] })
export class PreviewFeedModule {}

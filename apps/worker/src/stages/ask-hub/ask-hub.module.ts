import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { AskHubProcessor } from './ask-hub.processor.ts';

@Module({ imports: [BullModule.registerQueue({ name: 'ask-hub' })], providers: [AskHubProcessor] })
export class AskHubModule {}

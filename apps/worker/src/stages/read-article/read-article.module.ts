import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { ReadArticleProcessor } from './read-article.processor.ts';

@Module({ imports: [BullModule.registerQueue({ name: 'read-article' })], providers: [ReadArticleProcessor] })
export class ReadArticleModule {}

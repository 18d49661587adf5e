import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { ClassifyArticleProcessor } from './classify-article.processor.ts';

@Module({
  imports: [BullModule.registerQueue({ name: 'classify-article' })],
  providers: [ClassifyArticleProcessor],
})
export class ClassifyArticleModule {}

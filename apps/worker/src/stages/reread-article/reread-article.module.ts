import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { RereadArticleProcessor } from './reread-article.processor.ts';

@Module({
  imports: [BullModule.registerQueue({ name: 'reread-article' })],
  providers: [RereadArticleProcessor],
})
export class RereadArticleModule {}

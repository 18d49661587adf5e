import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { GroupArticleProcessor } from './group-article.processor.ts';

@Module({
  imports: [BullModule.registerQueue({ name: 'group-article' })],
  providers: [GroupArticleProcessor],
})
export class GroupArticleModule {}

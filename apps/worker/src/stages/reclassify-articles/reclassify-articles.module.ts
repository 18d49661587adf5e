import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { ReclassifyArticlesProcessor } from './reclassify-articles.processor.ts';

@Module({
  imports: [BullModule.registerQueue({ name: 'reclassify-articles' })],
  providers: [ReclassifyArticlesProcessor],
})
export class ReclassifyArticlesModule {}

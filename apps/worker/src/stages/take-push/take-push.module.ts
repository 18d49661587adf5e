import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { TakePushProcessor } from './take-push.processor.ts';

@Module({ imports: [BullModule.registerQueue({ name: 'take-push' })], providers: [TakePushProcessor] })
export class TakePushModule {}

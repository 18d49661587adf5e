import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { HousekeepingProcessor } from './housekeeping.processor.ts';

@Module({ imports: [BullModule.registerQueue({ name: 'housekeeping' })], providers: [HousekeepingProcessor] })
export class HousekeepingModule {}

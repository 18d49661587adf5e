import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import { RaiseAlertsProcessor } from './raise-alerts.processor.ts';

@Module({ imports: [BullModule.registerQueue({ name: 'raise-alerts' })], providers: [RaiseAlertsProcessor] })
export class RaiseAlertsModule {}

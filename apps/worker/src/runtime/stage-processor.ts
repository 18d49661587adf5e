import type { StageName } from '@framewatch/contracts';
import { JOBS, type JobContract, type JobQueues, PIPELINE } from '@framewatch/jobs';
import { OnWorkerEvent, WorkerHost } from '@nestjs/bullmq';
import { DelayedError, type Job } from 'bullmq';
import type { Outcome, Wake } from './outcome.ts';
import type { StageContext } from './stage-context.ts';

/** An article on which a stage gave up so often, with all its tries each time, is the reason itself. */
const MOST_FAILURES = 5;

/** What every thin processor does: check the payload, run the stage, act on its outcome. */
export abstract class StageProcessor<Payload> extends WorkerHost {
  protected abstract readonly name: StageName;
  protected abstract readonly context: StageContext;
  protected abstract readonly queues: JobQueues;
  protected abstract run(payload: Payload): Promise<Outcome>;

  override async process(job: Job, token?: string): Promise<void> {
    const contract = JOBS[this.name] as unknown as JobContract<Payload>;
    const outcome = await this.run(contract.payload.parse(job.data));
    switch (outcome.kind) {
      case 'done':
        for (const wake of outcome.wakes) await this.wake(wake);
        return;
      case 'retry':
        await job.moveToDelayed(outcome.at.getTime(), token);
        throw new DelayedError();
      case 'skipped':
        return;
      case 'discarded':
      case 'quarantined':
        this.context.log('warn', `${this.name} ${outcome.kind}: ${outcome.reason}`, { payload: job.data });
        return;
    }
  }

  /** Lost connections and the like; BullMQ mends them by itself, an unheard error would end the process. */
  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.context.log('warn', `${this.name}: ${error.message}`);
  }

  @OnWorkerEvent('failed')
  onFailed(job: Job | undefined, error: Error): void {
    this.context.log('error', `${this.name} failed: ${error.stack ?? error.message}`, {
      payload: job?.data,
      attempt: job?.attemptsMade,
    });
    if (job === undefined || job.attemptsMade < (job.opts.attempts ?? 1)) return;
    const articleId = (job.data as { articleId?: string }).articleId;
    if (articleId === undefined) return;
    this.quarantinePoison(articleId).catch((e: unknown) => this.context.log('warn', String(e)));
  }

  /** requeue-stuck brings a failed article back; one that fails every time is put aside for a person to look at. */
  protected async quarantinePoison(articleId: string): Promise<void> {
    const { store, log } = this.context;
    const failures = await store.articles.countAttempt(articleId);
    if (failures < MOST_FAILURES) return;
    await store.articles.setFate(articleId, 'quarantined', `${this.name} failed on it ${failures} times.`);
    log('error', 'article quarantined', { articleId, stage: this.name });
  }

  private async wake(wake: Wake): Promise<void> {
    const allowed: readonly StageName[] = PIPELINE[this.name];
    if (!allowed.includes(wake.stage))
      throw new Error(`${this.name} may not wake ${wake.stage}: it is not drawn in the pipeline.`);
    // The union of stage and payload is narrowed by `stage`; TypeScript cannot follow it through a generic call.
    await this.queues.addMany(wake.stage, wake.payloads as never, wake.urgency);
  }
}

import { type PreviewPayload, previewPayloadSchema } from '@framewatch/contracts';
import type { JobContract } from '../job.ts';

export const previewFeedJob: JobContract<PreviewPayload> = {
  name: 'preview-feed',
  payload: previewPayloadSchema,
  attempts: 1,
  backoffMs: 0,
  why: 'one try: somebody waits for the answer and can ask again',
  // Mostly waiting for hosts' turns; several people may look at the same time.
  concurrency: 4,
  id: ({ previewId }) => `previewId-${previewId}`,
};

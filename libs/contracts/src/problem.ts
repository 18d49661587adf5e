import { z } from 'zod';

/** RFC 9457 problem details: every error of the HTTP API. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  /** What went wrong here, and how to mend it. */
  detail: z.string(),
});
export type Problem = z.infer<typeof problemSchema>;

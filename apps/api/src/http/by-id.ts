import { idSchema } from '@framewatch/contracts';
import { z } from 'zod';

/** The id in an address, such as that of `/api/articles/7`. */
export const byIdSchema = z.object({ id: idSchema });
export type ById = z.infer<typeof byIdSchema>;

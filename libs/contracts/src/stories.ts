import { z } from 'zod';
import { articleSummarySchema, idSchema, instantSchema } from './articles.ts';

/** One merge or split that made a story what it is. */
export const storyChangeSchema = z.object({
  what: z.enum(['merged', 'split']),
  /** Merged: the story that ended. Split: the story that articles left. */
  from: idSchema,
  /** Merged: the story that goes on. Split: the story that they became. */
  into: idSchema,
  articles: z.number().int(),
  why: z.string(),
  at: instantSchema,
});

/** A story with its articles and how it came about. Asked for by the id of one merged into it, it is the same answer. */
export const storyDetailSchema = z.object({
  id: idSchema,
  /** The id asked for, where that story was merged into this one. */
  mergedFrom: idSchema.nullable(),
  title: z.string(),
  firstAt: instantSchema,
  lastAt: instantSchema,
  outlets: z.number().int(),
  languages: z.array(z.string()),
  /** Its articles, newest first; `total` counts them all. */
  articles: z.array(articleSummarySchema),
  total: z.number().int(),
  /** The story whose articles it left. */
  splitFrom: idSchema.nullable(),
  changes: z.array(storyChangeSchema),
});
export type StoryDetail = z.infer<typeof storyDetailSchema>;

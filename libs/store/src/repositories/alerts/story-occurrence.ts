import type { Database } from '../../database.ts';

/**
 * The key under which a rule has alerted of a story, or is to: the story's own id, that of one merged into it, or of the
 * one that it was split from. The story stays as it is until the transaction ends.
 */
export async function storyOccurrence(
  trx: Database['sql'],
  ruleId: string,
  storyId: string,
): Promise<string> {
  const story = await trx
    .selectFrom('story')
    .select(['merged_into', 'alerted_as'])
    .where('id', '=', storyId)
    .forShare()
    .executeTakeFirst();
  if (story === undefined) return `story-${storyId}`;
  if (story.merged_into !== null) return storyOccurrence(trx, ruleId, story.merged_into);
  const keys = story.alerted_as.map((id) => `story-${id}`);
  const raised = await trx
    .selectFrom('alert')
    .select('occurrence_key')
    .where('rule_id', '=', ruleId)
    .where('occurrence_key', 'in', keys)
    .orderBy('id')
    .executeTakeFirst();
  return raised?.occurrence_key ?? keys[0] ?? `story-${storyId}`;
}

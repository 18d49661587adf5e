import { type RawBuilder, sql as raw } from 'kysely';

/** Whose words carry a frame: the outlet's own in at least one sentence, or only those of people whom it reports. */
export type CarriedBy = 'own' | 'reported';

/**
 * Whether the evidence behind a frame of fact `f` is in that voice. The two exclude each other; an article whose frame
 * an editor added has no sentences, and so no voice.
 */
export function voiceCondition(carriedBy: CarriedBy, frame: RawBuilder<unknown>): RawBuilder<boolean> {
  return raw<boolean>`(select ${carriedBy === 'own' ? raw`bool_or` : raw`not bool_or`}(e.voice->>'kind' = 'outlet')
    from classification c join evidence e on e.classification_id = c.id
    where c.article_id = f.article_id and c.model_id = f.model_id and c.revision = f.revision
      and e.kind = 'frame' and e.label_id = ${frame})`;
}

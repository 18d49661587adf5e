import type { Words } from '../words/en.ts';
import type { Draft } from './draft.ts';
import type { FieldErrors } from './use-save.ts';

/** What has to be there before a draft can be saved; the rest is judged by the server. */
export function missingFields(draft: Draft, { editor }: Words): FieldErrors {
  return {
    ...(draft.name.trim() === '' ? { name: editor.needName } : {}),
    ...(draft.channels.length === 0 ? { channels: editor.needChannel } : {}),
    ...(draft.on === 'feed-trouble' && draft.troubles.length === 0 ? { troubles: editor.needTrouble } : {}),
  };
}

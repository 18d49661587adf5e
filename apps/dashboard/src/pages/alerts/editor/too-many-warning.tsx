import type { RulePreview } from '@framewatch/contracts';
import { Button } from '@mantine/core';
import { useSubject } from '../../../ui/subject.tsx';
import { useWords } from '../words/use-words.tsx';
import type { PartProps } from './kind-field.tsx';
import { tooMany } from './too-many.ts';

/** Says when a rule would be switched off by its readers, with changes that calm it. */
export function TooManyWarning({ preview, draft, change }: PartProps & { preview: RulePreview }) {
  const words = useWords();
  const { format } = useSubject();
  const found = tooMany(preview, draft);
  if (!found) return null;
  const { raise, onePerStory } = found;
  return (
    <div className="too-many" role="status">
      <p>
        <b>{words.editor.tooMany(format.number(found.perDay))}</b> {words.editor.orDigest}
      </p>
      {onePerStory ? (
        <Button size="compact-xs" variant="default" onClick={() => change({ on: 'new-story' })}>
          {words.editor.onePerStory}
        </Button>
      ) : null}
      {raise ? (
        <Button size="compact-xs" variant="default" onClick={() => change({ [raise.field]: raise.to })}>
          {raise.field === 'minimumScore'
            ? words.editor.raiseScore(format.score(raise.to))
            : words.editor.raiseRelevance(format.score(raise.to))}
        </Button>
      ) : null}
    </div>
  );
}

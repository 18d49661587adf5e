import type { AddedFeed } from '@framewatch/contracts';
import { Button, CopyButton } from '@mantine/core';
import { useLanguage } from '../../../ui/language.tsx';
import { useFocusOnMount } from './use-focus-on-mount.ts';

/** Where the new entry stands, or the text to put there where the file cannot be written from here. */
export function AddedNotice({ added, onClose }: { added: AddedFeed; onClose: () => void }) {
  const { m } = useLanguage();
  const done = useFocusOnMount<HTMLButtonElement>();
  const { saved, why, line, yaml } = added;
  return (
    <div className="add-feed-added">
      <p role="status">
        {saved ? m.addFeed.saved(line) : why === 'read-only' ? m.addFeed.readOnly : m.addFeed.keptElsewhere}
      </p>
      <pre className="small">{yaml}</pre>
      <div className="add-feed-actions">
        <Button size="sm" ref={done} onClick={onClose}>
          {m.addFeed.done}
        </Button>
        {saved ? null : (
          <CopyButton value={`${yaml}\n`}>
            {({ copied, copy }) => (
              <Button size="sm" variant="default" onClick={copy}>
                {copied ? m.addFeed.copied : m.addFeed.copy}
              </Button>
            )}
          </CopyButton>
        )}
      </div>
    </div>
  );
}

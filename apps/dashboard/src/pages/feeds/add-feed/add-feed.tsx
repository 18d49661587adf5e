import type { FeedCandidate, FeedPreview } from '@framewatch/contracts';
import { Button, Modal, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useFindFeeds } from '../../../api/queries.ts';
import { useLanguage } from '../../../ui/language.tsx';
import { AddedNotice } from './added-notice.tsx';
import { Candidate } from './candidate.tsx';
import { EntryForm } from './entry-form.tsx';
import { problemText } from './problem-text.ts';

/** The button that opens the way from a site's address to an entry in feeds.yaml. */
export function AddFeed() {
  const { m } = useLanguage();
  const [open, setOpen] = useState(false);
  const narrow = useMediaQuery('(max-width: 700px)') ?? false;
  return (
    <>
      <Button size="xs" onClick={() => setOpen(true)}>
        {m.addFeed.button}
      </Button>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={m.addFeed.title}
        size={720}
        fullScreen={narrow}
        closeButtonProps={{ 'aria-label': m.shortcuts.close }}
      >
        <Steps onClose={() => setOpen(false)} />
      </Modal>
    </>
  );
}

/** Address in, candidates out, one chosen, saved: what was decided above stays in sight. */
function Steps({ onClose }: { onClose: () => void }) {
  const { m } = useLanguage();
  const [address, setAddress] = useState('');
  const [chosen, setChosen] = useState<FeedCandidate | null>(null);
  const find = useFindFeeds();
  const look = () => {
    setChosen(null);
    find.mutate(address.trim());
  };
  return (
    <div className="add-feed">
      <form
        className="add-feed-address"
        onSubmit={(event) => {
          event.preventDefault();
          look();
        }}
      >
        <TextInput
          data-autofocus
          size="sm"
          label={m.addFeed.address}
          description={m.addFeed.addressHint}
          placeholder="https://"
          autoComplete="url"
          spellCheck={false}
          value={address}
          onChange={({ currentTarget }) => setAddress(currentTarget.value)}
        />
        <Button type="submit" size="sm" loading={find.isPending} disabled={address.trim() === ''}>
          {m.addFeed.look}
        </Button>
      </form>
      <div aria-live="polite">
        {find.isPending ? <p className="quiet small">{m.addFeed.looking}</p> : null}
        {find.isError ? (
          <p role="alert" className="add-feed-problem">
            {problemText(find.error, m.states.unreachable)}
          </p>
        ) : null}
        {find.data && !find.isPending ? (
          <Found
            key={find.submittedAt}
            preview={find.data}
            chosen={chosen}
            onChoose={setChosen}
            onLook={look}
            onClose={onClose}
          />
        ) : null}
      </div>
    </div>
  );
}

interface FoundProps {
  preview: FeedPreview;
  chosen: FeedCandidate | null;
  onChoose: (candidate: FeedCandidate | null) => void;
  onLook: () => void;
  onClose: () => void;
}

function Found({ preview, chosen, onChoose, onLook, onClose }: FoundProps) {
  const { m } = useLanguage();
  const [added, setAdded] = useState<React.ComponentProps<typeof AddedNotice>['added'] | null>(null);
  const { candidates, unreadable, incomplete, fileVersion } = preview;
  if (added !== null) return <AddedNotice added={added} onClose={onClose} />;
  if (chosen !== null)
    return (
      <>
        <Candidate candidate={chosen} />
        <EntryForm
          candidate={chosen}
          fileVersion={fileVersion}
          onAdded={setAdded}
          onBack={() => onChoose(null)}
          onLook={onLook}
        />
      </>
    );
  return (
    <>
      <h3>{m.addFeed.found(candidates.length)}</h3>
      {candidates.length + unreadable.length === 0 ? <p className="quiet">{m.addFeed.nothing}</p> : null}
      {candidates.map((candidate) => (
        <Candidate key={candidate.url} candidate={candidate} onChoose={() => onChoose(candidate)} />
      ))}
      {incomplete ? <p className="quiet small">{m.addFeed.incomplete}</p> : null}
      {unreadable.length > 0 ? (
        <div className="small">
          <h4>{m.addFeed.unreadable}</h4>
          <ul className="add-feed-unreadable">
            {unreadable.map(({ url, message }) => (
              <li key={url}>
                <span className="address">{url}</span> <span className="quiet">{message}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}

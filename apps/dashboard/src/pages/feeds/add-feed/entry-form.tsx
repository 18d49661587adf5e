import type { AddedFeed, FeedCandidate, OutletGroup } from '@framewatch/contracts';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ApiProblem } from '../../../api/client.ts';
import { useAddFeed } from '../../../api/queries.ts';
import { nameOf } from '../../../ui/filters.tsx';
import { useLanguage } from '../../../ui/language.tsx';
import { problemText } from './problem-text.ts';
import { useFocusOnMount } from './use-focus-on-mount.ts';

interface EntryFormProps {
  candidate: FeedCandidate;
  fileVersion: string | null;
  onAdded: (added: AddedFeed) => void;
  onBack: () => void;
  onLook: () => void;
}

/** What feeds.yaml has to say of a feed, filled in as far as it is known. */
export function EntryForm({ candidate, fileVersion, onAdded, onBack, onLook }: EntryFormProps) {
  const { m, lang } = useLanguage();
  const add = useAddFeed();
  const first = useFocusOnMount<HTMLInputElement>();
  const { url, outlet, country, language, group } = candidate.entry;
  const [entry, setEntry] = useState({
    outlet,
    country: country ?? '',
    language: language ?? '',
    group: group ?? '',
  });
  const set = (change: Partial<typeof entry>) => setEntry({ ...entry, ...change });
  const goodCountry = /^[A-Z]{2}$/.test(entry.country);
  const goodLanguage = /^[a-z]{2,3}$/.test(entry.language);
  const whole = entry.outlet.trim() !== '' && goodCountry && goodLanguage && entry.group !== '';
  const changed = add.error instanceof ApiProblem && add.error.problem.status === 409;
  return (
    <form
      className="add-feed-entry"
      onSubmit={(event) => {
        event.preventDefault();
        const feed = { ...entry, url, outlet: entry.outlet.trim(), group: entry.group as OutletGroup };
        add.mutate({ feed, fileVersion }, { onSuccess: onAdded });
      }}
    >
      <TextInput
        size="sm"
        label={m.addFeed.outlet}
        description={m.addFeed.outletHint}
        required
        ref={first}
        value={entry.outlet}
        onChange={({ currentTarget }) => set({ outlet: currentTarget.value })}
      />
      <div className="add-feed-row">
        <TextInput
          size="sm"
          label={m.addFeed.country}
          description={goodCountry ? nameOf('region', entry.country, lang) : m.addFeed.countryHint}
          required
          maxLength={2}
          value={entry.country}
          onChange={({ currentTarget }) => set({ country: currentTarget.value.toUpperCase() })}
        />
        <TextInput
          size="sm"
          label={m.addFeed.language}
          description={goodLanguage ? nameOf('language', entry.language, lang) : m.addFeed.languageHint}
          required
          maxLength={3}
          value={entry.language}
          onChange={({ currentTarget }) => set({ language: currentTarget.value.toLowerCase() })}
        />
        <NativeSelect
          size="sm"
          label={m.addFeed.group}
          description={m.addFeed.groupHint}
          required
          value={entry.group}
          onChange={({ currentTarget }) => set({ group: currentTarget.value })}
          data={[
            { value: '', label: m.addFeed.pleaseChoose },
            ...Object.entries(m.groups).map(([value, label]) => ({ value, label })),
          ]}
        />
      </div>
      {add.isError ? (
        <p role="alert" className="add-feed-problem">
          {problemText(add.error, m.states.unreachable)}
        </p>
      ) : null}
      <div className="add-feed-actions">
        <Button type="submit" size="sm" loading={add.isPending} disabled={!whole}>
          {m.addFeed.save}
        </Button>
        {changed ? (
          <Button size="sm" variant="default" onClick={onLook}>
            {m.addFeed.lookAgain}
          </Button>
        ) : null}
        <Button size="sm" variant="subtle" color="gray" onClick={onBack}>
          {m.addFeed.back}
        </Button>
      </div>
    </form>
  );
}

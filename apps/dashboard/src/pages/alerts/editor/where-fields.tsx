import { NativeSelect, Switch, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useChannels } from '../../../api/alerts.ts';
import { carriedOver } from '../../../api/view.ts';
import { useSubject } from '../../../ui/subject.tsx';
import { useRuleNames } from '../use-rule-names.ts';
import { useWords } from '../words/use-words.tsx';
import type { PartProps } from './kind-field.tsx';
import { durations } from './window-fields.tsx';

const coolDowns = ['30m', '1h', '6h', '1d'];

/** What the rule is called, where it tells, and how eagerly. */
export function WhereFields({ draft, change, errors }: PartProps) {
  const words = useWords();
  return (
    <fieldset className="editor-part">
      <legend>{words.editor.whereTitle}</legend>
      <TextInput
        size="sm"
        label={words.editor.name}
        description={words.editor.nameHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        required
        maxLength={200}
        value={draft.name}
        error={errors.name ?? errors.id}
        onChange={({ currentTarget }) => change({ name: currentTarget.value })}
      />
      <ChannelsField draft={draft} change={change} errors={errors} />
      <div className="editor-grid">
        <Switch
          label={words.editor.urgent}
          description={words.editor.urgentHint}
          checked={draft.urgent}
          onChange={({ currentTarget }) => change({ urgent: currentTarget.checked })}
        />
        <NativeSelect
          size="sm"
          label={words.editor.coolDown}
          value={draft.coolDown ?? ''}
          error={errors.coolDown}
          onChange={({ currentTarget }) => change({ coolDown: currentTarget.value || null })}
          data={[
            { value: '', label: words.editor.coolDownNone },
            ...durations(coolDowns, draft.coolDown, words),
          ]}
        />
        <Switch
          label={words.editor.enabled}
          checked={draft.enabled}
          onChange={({ currentTarget }) => change({ enabled: currentTarget.checked })}
        />
      </div>
    </fieldset>
  );
}

function ChannelsField({ draft, change, errors }: PartProps) {
  const words = useWords();
  const { view } = useSubject();
  const { data } = useChannels();
  const { channel: nameOf } = useRuleNames();
  const known = data ?? [];
  const unknown = draft.channels.filter((id) => !known.some((channel) => channel.id === id));
  const all = [
    ...known.map(({ id, state, calm }) => ({ id, name: nameOf(id), state, calm })),
    ...unknown.map((id) => ({ id, name: id, state: 'ok' as const, calm: [] })),
  ];
  const toggle = (id: string) =>
    change({
      channels: draft.channels.includes(id)
        ? draft.channels.filter((one) => one !== id)
        : [...draft.channels, id],
    });
  return (
    <fieldset className="channels-field">
      <legend>{words.editor.channels}</legend>
      {all.map(({ id, name, state, calm }) => (
        <label key={id} className="check">
          <input
            type="checkbox"
            checked={draft.channels.includes(id)}
            aria-invalid={errors.channels !== undefined}
            onChange={() => toggle(id)}
          />
          <span>
            {name}{' '}
            {state === 'failing' || state === 'unusable' ? (
              <b className="trouble small">{words.channelList.state[state]}</b>
            ) : null}{' '}
            <span className="quiet small">{calm.join(' · ')}</span>
          </span>
        </label>
      ))}
      {errors.channels ? <p className="small field-error">{errors.channels}</p> : null}
      <p className="quiet small">
        {words.editor.channelsHint}{' '}
        <Link to="/alerts/channels" search={carriedOver(view)}>
          {words.editor.addChannel}
        </Link>
      </p>
    </fieldset>
  );
}

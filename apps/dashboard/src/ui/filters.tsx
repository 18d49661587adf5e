import { NativeSelect } from '@mantine/core';
import { useFeeds } from '../api/queries.ts';
import { type FilterName, filterNames, type View } from '../api/view.ts';
import { Icon } from './icons.tsx';
import { type InterfaceLanguage, useLanguage } from './language.tsx';
import { useSubject } from './subject.tsx';
import { useChangeView } from './use-view.ts';

/** One choice for each filter; what can be chosen comes from the beat and from the configured feeds. */
export function FilterFields({ hide = [] }: { hide?: readonly FilterName[] }) {
  const { m } = useLanguage();
  const { view } = useSubject();
  const change = useChangeView();
  const choices = useFilterChoices();
  return filterNames
    .filter((name) => !hide.includes(name))
    .map((name) => (
      <NativeSelect
        key={name}
        size="xs"
        label={m.controls.filter[name]}
        value={view[name] ?? ''}
        onChange={({ currentTarget }) =>
          change({ [name]: currentTarget.value || undefined, since: undefined, until: undefined })
        }
        data={[{ value: '', label: m.controls.all }, ...choices[name]]}
      />
    ));
}

/** The filters in force, each removable. */
export function FilterChips() {
  const { m } = useLanguage();
  const { view, period, format } = useSubject();
  const change = useChangeView();
  const choices = useFilterChoices();
  const chips: { key: string; text: string; off: { [Name in keyof View]: undefined } }[] = [];
  if (view.since && view.until) {
    const text = m.articles.bucketChip(format.bucket({ start: view.since, end: view.until }, period.bucket));
    chips.push({ key: 'bucket', text, off: { since: undefined, until: undefined } });
  }
  if (view.story) chips.push({ key: 'story', text: m.articles.storyChip, off: { story: undefined } });
  for (const name of filterNames) {
    const value = view[name];
    if (!value) continue;
    const label = choices[name].find((choice) => choice.value === value)?.label ?? value;
    chips.push({ key: name, text: `${m.controls.filter[name]}: ${label}`, off: { [name]: undefined } });
  }
  if (chips.length === 0) return null;
  return (
    <ul className="chips" aria-label={m.controls.filters}>
      {chips.map(({ key, text, off }) => (
        <li key={key}>
          <button
            type="button"
            className="plain chip"
            aria-label={m.controls.remove(text)}
            onClick={() => change(off)}
          >
            {text} <Icon name="close" size={12} />
          </button>
        </li>
      ))}
      {chips.length > 1 ? (
        <li>
          <button
            type="button"
            className="plain link-like small"
            onClick={() => change(Object.assign({}, ...chips.map(({ off }) => off)))}
          >
            {m.controls.clear}
          </button>
        </li>
      ) : null}
    </ul>
  );
}

type Choice = { value: string; label: string };

export function useFilterChoices(): Record<FilterName, Choice[]> {
  const { m, lang } = useLanguage();
  const { beat, label } = useSubject();
  const { data } = useFeeds();
  const feeds = data?.feeds ?? [];
  const labels = (kind: 'topic' | 'frame') =>
    beat.labels
      .filter((one) => one.kind === kind)
      .map(({ id }) => ({ value: id, label: label(kind, id).name }));
  return {
    topic: labels('topic'),
    frame: labels('frame'),
    outlet: unique(feeds.map(({ outletId, outlet }) => ({ value: outletId, label: outlet }))),
    group: unique(feeds.map(({ group }) => ({ value: group, label: m.groups[group] ?? group }))),
    country: unique(feeds.map(({ country }) => ({ value: country, label: nameOf('region', country, lang) }))),
    language: unique(
      feeds.map(({ language }) => ({ value: language, label: nameOf('language', language, lang) })),
    ),
  };
}

/** A country's or language's name in the interface's language; the code where it has none. */
export function nameOf(type: 'region' | 'language', code: string, lang: InterfaceLanguage): string {
  try {
    return new Intl.DisplayNames(lang, { type }).of(code) ?? code;
  } catch {
    return code;
  }
}

function unique(choices: readonly Choice[]): Choice[] {
  const byValue = new Map(choices.map((choice) => [choice.value, choice]));
  return [...byValue.values()].sort((a, b) => a.label.localeCompare(b.label));
}

import type { AlertKind } from '@framewatch/contracts';
import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { useAlertRules, useMarkRead } from '../../../api/alerts.ts';
import { alertKinds } from '../../../api/view.ts';
import { useSubject } from '../../../ui/subject.tsx';
import { useChangeView } from '../../../ui/use-view.ts';
import { problemText } from '../problem-text.ts';
import { useTell } from '../undo.tsx';
import { useWords } from '../words/use-words.tsx';

/** What the inbox is narrowed to, and how much of it is unread. */
export function InboxBar({ total, unread }: { total: number; unread: number }) {
  const words = useWords();
  const { view, format } = useSubject();
  const change = useChangeView();
  const { data } = useAlertRules();
  const rules = data?.rules ?? [];
  // A rule that was deleted may still be filtered by.
  const known =
    view.rule && !rules.some(({ id }) => id === view.rule) ? [{ id: view.rule, name: view.rule }] : [];
  return (
    <div className="inbox-bar">
      <SegmentedControl
        size="xs"
        aria-label={words.list.show}
        value={view.unread ? 'unread' : 'all'}
        onChange={(value) => change({ unread: value === 'unread' ? '1' : undefined })}
        data={[
          { value: 'all', label: words.list.showAll },
          { value: 'unread', label: words.list.showUnread },
        ]}
      />
      <NativeSelect
        size="xs"
        aria-label={words.list.rule}
        value={view.rule ?? ''}
        onChange={({ currentTarget }) => change({ rule: currentTarget.value || undefined })}
        data={[
          { value: '', label: words.list.everyRule },
          ...[...rules, ...known].map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <NativeSelect
        size="xs"
        aria-label={words.list.kind}
        value={view.kind ?? ''}
        onChange={({ currentTarget }) =>
          change({ kind: (currentTarget.value || undefined) as AlertKind | undefined })
        }
        data={[
          { value: '', label: words.list.everyKind },
          ...alertKinds.map((kind) => ({ value: kind, label: words.kind[kind] })),
        ]}
      />
      <p className="inbox-count quiet tabular" aria-live="polite">
        {unread > 0 ? words.list.unread(format.number(unread)) : words.list.allRead}
        {' · '}
        {words.list.total(format.number(total))}
      </p>
      {unread > 0 ? <MarkAll /> : null}
    </div>
  );
}

function MarkAll() {
  const words = useWords();
  const { view, format } = useSubject();
  const tell = useTell();
  const { mutate, isPending } = useMarkRead();
  const failed = (error: Error) => tell({ text: words.failed(problemText(error, words)), bad: true });
  const { rule, kind } = view;
  const markAll = () =>
    mutate(
      { ids: 'all', ...(rule ? { rule } : {}), ...(kind ? { kind } : {}) },
      {
        onError: failed,
        onSuccess: ({ changed }) =>
          tell({
            text: words.list.marked(format.number(changed.length)),
            undo: () => mutate({ ids: changed, read: false }, { onError: failed }),
          }),
      },
    );
  return (
    <Button size="compact-xs" variant="default" loading={isPending} onClick={markAll}>
      {rule || kind ? words.list.markThese : words.list.markAll}
    </Button>
  );
}

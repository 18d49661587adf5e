import type { Alert } from '@framewatch/contracts';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { alertFilterOf, useAlerts, useMarkRead } from '../../../api/alerts.ts';
import { carriedOver } from '../../../api/view.ts';
import { EmptyState, LinesSkeleton, Loaded } from '../../../ui/states.tsx';
import { useSubject } from '../../../ui/subject.tsx';
import { useFresh } from '../../../ui/use-fresh.ts';
import { useKeys } from '../../../ui/use-keys.ts';
import { problemText } from '../problem-text.ts';
import { useTell } from '../undo.tsx';
import { useWhen } from '../use-when.ts';
import { useWords } from '../words/use-words.tsx';
import { alertDays } from './alert-days.ts';
import { AlertRow } from './alert-row.tsx';
import { Away } from './away.tsx';
import { InboxBar } from './inbox-bar.tsx';
import { MoreAlerts } from './more-alerts.tsx';
import { useHeldBack } from './use-held-back.ts';

/** Alerts as they come, by day and newest first: why each fired, with its sentences, and where it went. */
export function Inbox() {
  const words = useWords();
  const { format, view } = useSubject();
  const query = useAlerts(alertFilterOf(view));
  const all = useMemo(() => query.data?.pages.flatMap(({ items }) => items), [query.data]);
  const { shown, waiting, show } = useHeldBack(all, JSON.stringify(alertFilterOf(view)));
  const fresh = useFresh(shown?.map(({ id }) => id));
  const mark = useMark();
  useKeys({ e: openFocused, r: () => markFocused(shown ?? [], mark) });
  return (
    <section aria-labelledby="section-title" className="inbox">
      <h2 id="section-title" className="visually-hidden">
        {words.inbox}
      </h2>
      <Away alerts={all} complete={!query.hasNextPage} />
      <Loaded query={query} skeleton={<LinesSkeleton lines={14} />} time={format.time}>
        {({ pages }) => (
          <>
            <InboxBar total={pages[0]?.total ?? 0} unread={pages[0]?.unread ?? 0} />
            <div aria-live="polite" className="arrived-place">
              {waiting > 0 ? (
                <Button size="compact-sm" radius="xl" onClick={show} className="arrived-button">
                  {words.list.arrived(waiting)}
                </Button>
              ) : null}
            </div>
            {shown && shown.length > 0 ? (
              <Days alerts={shown} fresh={fresh} onMark={mark} />
            ) : (
              <NothingHere />
            )}
            <MoreAlerts query={query} />
          </>
        )}
      </Loaded>
    </section>
  );
}

interface DaysProps {
  alerts: readonly Alert[];
  fresh: ReadonlySet<string>;
  onMark: (alert: Alert, read: boolean) => void;
}

function Days({ alerts, fresh, onMark }: DaysProps) {
  const words = useWords();
  const { period, format } = useSubject();
  const when = useWhen();
  const nameOf = (day: string) =>
    day === when.today ? words.list.today : day === when.yesterday ? words.list.yesterday : null;
  return alertDays(alerts, period.tz).map(({ day, alerts: ofDay }) => (
    <section key={day} className="alert-day" aria-labelledby={`day-${day}`}>
      <h2 id={`day-${day}`}>
        {nameOf(day) ? `${nameOf(day)}, ` : ''}
        {when.day(day)}{' '}
        <span className="quiet small tabular">{words.list.ofDay(format.number(ofDay.length))}</span>
      </h2>
      <ol className="alert-list">
        {ofDay.map((alert) => (
          <AlertRow key={alert.id} alert={alert} fresh={fresh.has(alert.id)} onMark={onMark} />
        ))}
      </ol>
    </section>
  ));
}

/** Marks one alert; what cannot be marked is said. */
function useMark() {
  const words = useWords();
  const tell = useTell();
  const { mutate } = useMarkRead();
  return (alert: Alert, read: boolean) => {
    if (alert.read === read) return;
    mutate(
      { ids: [alert.id], read },
      { onError: (error) => tell({ text: words.failed(problemText(error, words)), bad: true }) },
    );
  };
}

/** The row that the keys j and k have led to. */
function focusedRow(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>('[data-alert]') ?? null;
}

function openFocused(): boolean {
  const target = focusedRow()?.querySelector<HTMLElement>('[data-row]');
  target?.click();
  return target !== undefined && target !== null;
}

function markFocused(alerts: readonly Alert[], mark: (alert: Alert, read: boolean) => void): boolean {
  const id = focusedRow()?.dataset.alert;
  const alert = alerts.find((one) => one.id === id);
  if (alert) mark(alert, !alert.read);
  return alert !== undefined;
}

function NothingHere() {
  const words = useWords();
  const { view } = useSubject();
  const { rule, kind, unread } = view;
  if (!rule && !kind && !unread)
    return (
      <EmptyState title={words.list.emptyTitle}>
        <p className="quiet">{words.list.empty}</p>
        <p>
          <Link to="/alerts/rules" search={carriedOver(view)}>
            {words.list.emptyRules}
          </Link>
        </p>
      </EmptyState>
    );
  const onlyUnread = !rule && !kind;
  return (
    <EmptyState title={onlyUnread ? words.list.noneUnreadTitle : words.list.noneTitle}>
      <p className="quiet">{onlyUnread ? words.list.noneUnread : words.list.none}</p>
      <p>
        <Link to="/alerts" search={carriedOver(view)}>
          {words.list.clear}
        </Link>
      </p>
    </EmptyState>
  );
}

import type { Beat, LabelInfo, LabelKind, Status } from '@framewatch/contracts';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { type Period, readPeriod } from '../api/period.ts';
import { useBeats, useStatus } from '../api/queries.ts';
import type { View } from '../api/view.ts';
import { type Format, useFormat } from './format.ts';
import { pickText, useLanguage } from './language.tsx';
import { type LabelLook, lookOf } from './palette.ts';
import { ErrorState, PageSkeleton } from './states.tsx';
import { useView } from './use-view.ts';

/** What every page is about: the beat, the period, and how things are written and coloured. */
export interface Subject {
  status: Status;
  beats: Beat[];
  beat: Beat;
  view: View;
  period: Period;
  format: Format;
  /** A label's name in the interface's language, and its look. */
  label: (kind: LabelKind, id: string) => { name: string; look: LabelLook; info: LabelInfo | undefined };
}

const Context = createContext<Subject | null>(null);

export function useSubject(): Subject {
  const subject = useContext(Context);
  if (!subject) throw new Error('useSubject is used outside of SubjectProvider');
  return subject;
}

/** Loads what every page needs, and shows the page's shape or the error until it is there. */
export function SubjectProvider({ children }: { children: ReactNode }) {
  const status = useStatus();
  const beats = useBeats();
  const failed = status.data ? beats : status;
  if (status.data && beats.data)
    return (
      <Loaded status={status.data} beats={beats.data}>
        {children}
      </Loaded>
    );
  if (failed.error) return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />;
  return <PageSkeleton />;
}

function Loaded({ status, beats, children }: { status: Status; beats: Beat[]; children: ReactNode }) {
  const view = useView();
  const { lang } = useLanguage();
  const beat = beats.find(({ id }) => id === view.beat) ?? beats[0] ?? nothing;
  // A minute is fine enough: the period only changes at midnight in the zone.
  const minute = Math.floor(Date.parse(status.now) / 60_000);
  const viewKey = JSON.stringify(view);
  const period = useMemo(
    () => readPeriod(JSON.parse(viewKey) as View, new Date(minute * 60_000), status.defaultTimezone),
    [viewKey, minute, status.defaultTimezone],
  );
  const format = useFormat(period.tz);
  const subject = useMemo<Subject>(
    () => ({
      status,
      beats,
      beat,
      view: JSON.parse(viewKey) as View,
      period,
      format,
      label: (kind, id) => {
        const info = beat.labels.find((label) => label.kind === kind && label.id === id);
        return { info, name: info ? pickText(info.name, lang) : id, look: lookOf(beat.labels, kind, id) };
      },
    }),
    [status, beats, beat, viewKey, period, format, lang],
  );
  return <Context.Provider value={subject}>{children}</Context.Provider>;
}

/** Before the first seeds are read there is no beat; pages then show their empty states. */
const nothing: Beat = {
  id: '',
  name: {},
  description: {},
  languages: [],
  labels: [],
  briefs: [],
  model: null,
  preparing: null,
  figures: null,
};

import type { Alert } from '@framewatch/contracts';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { carriedOver } from '../../../api/view.ts';
import { useSubject } from '../../../ui/subject.tsx';
import { useWhen } from '../use-when.ts';
import { useWords } from '../words/use-words.tsx';
import { countByRule } from './alert-days.ts';

const storageKey = 'framewatch.alerts.seen';
/** A shorter absence is none. */
const leastAwayMs = 20 * 60_000;
const noteEveryMs = 30_000;
const mostRules = 4;

/** What has come since the inbox was last open here, by rule. */
export function Away({ alerts, complete }: { alerts: readonly Alert[] | undefined; complete: boolean }) {
  const words = useWords();
  const { view, format } = useSubject();
  const when = useWhen();
  const [since, setSince] = useState(readAway);
  useNotePresence();
  if (since === null || alerts === undefined) return null;
  const missed = alerts.filter(({ raisedAt, read }) => raisedAt > since && !read);
  if (missed.length === 0) return null;
  const isWhole = complete || missed.length < alerts.length;
  const n = format.number(missed.length);
  const rules = countByRule(missed);
  return (
    <section className="away" aria-label={words.away.title}>
      <p>
        <b>{words.away.title}.</b>{' '}
        {isWhole ? words.away.since(n, when.moment(since)) : words.away.atLeast(n, when.moment(since))}
      </p>
      {rules.length > 1 ? (
        <ul>
          {rules.slice(0, mostRules).map(({ ruleId, ruleName, n: ofRule }) => (
            <li key={ruleId}>
              <Link to="/alerts" search={{ ...carriedOver(view), rule: ruleId, unread: '1' }}>
                {words.away.of(ruleName, format.number(ofRule))}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
      <button type="button" className="plain link-like small" onClick={() => setSince(null)}>
        {words.away.done}
      </button>
    </section>
  );
}

/** When the inbox was last in sight, if that is long enough ago. */
function readAway(): string | null {
  try {
    const seen = localStorage.getItem(storageKey);
    if (seen === null || Number.isNaN(Date.parse(seen))) return null;
    return Date.now() - Date.parse(seen) > leastAwayMs ? seen : null;
  } catch {
    return null;
  }
}

/** Remembers that the inbox is in sight, now and for as long as it is. */
function useNotePresence(): void {
  useEffect(() => {
    const note = () => {
      if (document.visibilityState === 'hidden') return;
      try {
        localStorage.setItem(storageKey, new Date().toISOString());
      } catch {
        // Private windows may refuse storage; then nothing counts as missed.
      }
    };
    note();
    const timer = setInterval(note, noteEveryMs);
    return () => clearInterval(timer);
  }, []);
}

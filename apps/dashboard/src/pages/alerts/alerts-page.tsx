import { Link, Outlet } from '@tanstack/react-router';
import { useLatestAlerts } from '../../api/queries.ts';
import { carriedOver } from '../../api/view.ts';
import { Icon } from '../../ui/icons.tsx';
import { PageSkeleton } from '../../ui/states.tsx';
import { useSubject } from '../../ui/subject.tsx';
import './alerts.css';
import { UndoProvider } from './undo.tsx';
import { useWords, WordsProvider } from './words/use-words.tsx';

/** The frame of the Alerts page: what was raised, by which rules, over which channels, and whether it arrived. */
export function AlertsPage() {
  return (
    <WordsProvider waiting={<PageSkeleton />}>
      <UndoProvider>
        <Sections />
      </UndoProvider>
    </WordsProvider>
  );
}

function Sections() {
  const words = useWords();
  const { view, format } = useSubject();
  const search = carriedOver(view);
  const { data } = useLatestAlerts();
  const unread = data?.unread ?? 0;
  return (
    <div className="alerts-page">
      <header className="page-head">
        <h1>{words.title}</h1>
        <a className="tool-link" href="/api/alerts.atom">
          <Icon name="external" size={14} /> {words.feed}
        </a>
      </header>
      <div className="sections-line">
        <nav className="sections" aria-label={words.sections}>
          <Link to="/alerts" search={search} activeOptions={{ exact: true, includeSearch: false }}>
            {words.inbox}
            {unread > 0 ? <span className="count">{format.number(unread)}</span> : null}
          </Link>
          <Link to="/alerts/rules" search={search} activeOptions={{ includeSearch: false }}>
            {words.rules}
          </Link>
          <Link to="/alerts/channels" search={search} activeOptions={{ includeSearch: false }}>
            {words.channels}
          </Link>
          <Link to="/alerts/deliveries" search={search} activeOptions={{ includeSearch: false }}>
            {words.deliveries}
          </Link>
        </nav>
      </div>
      <Outlet />
    </div>
  );
}

import { Link } from '@tanstack/react-router';
import { useLatestAlerts } from '../../api/queries.ts';
import { carriedOver } from '../../api/view.ts';
import { useLanguage } from '../../ui/language.tsx';
import { LinesSkeleton, Loaded } from '../../ui/states.tsx';
import { useSubject } from '../../ui/subject.tsx';

const rows = 5;

/** The latest alerts, unread ones marked. */
export function AlertsPanel() {
  const { m } = useLanguage();
  const { view, format } = useSubject();
  const query = useLatestAlerts();
  const search = carriedOver(view);
  return (
    <section className="panel" aria-labelledby="alerts-title">
      <header className="panel-head">
        <h2 id="alerts-title">{m.nav.alerts}</h2>
        <div className="panel-tools">
          <Link to="/alerts" search={search} className="small">
            {m.alerts.all}
          </Link>
        </div>
      </header>
      <Loaded query={query} skeleton={<LinesSkeleton lines={4} />} time={format.time}>
        {({ items }) => {
          const alerts = items.slice(0, rows);
          if (alerts.length === 0) return <p className="quiet">{m.alerts.empty}</p>;
          return (
            <ol className="alert-lines">
              {alerts.map((alert) => (
                <li key={alert.id} className={alert.read ? undefined : 'unread'}>
                  <p className="quiet small">
                    <time dateTime={alert.raisedAt} className="tabular">
                      {format.short(alert.raisedAt)}
                    </time>{' '}
                    {alert.ruleName}
                  </p>
                  {alert.articleId ? (
                    <Link to="/articles/$id" params={{ id: alert.articleId }} search={search}>
                      {alert.title}
                    </Link>
                  ) : (
                    <Link to="/alerts" search={search}>
                      {alert.title}
                    </Link>
                  )}
                </li>
              ))}
            </ol>
          );
        }}
      </Loaded>
    </section>
  );
}

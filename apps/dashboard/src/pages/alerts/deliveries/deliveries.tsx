import type { DeliveryLog } from '@framewatch/contracts';
import { Link } from '@tanstack/react-router';
import { useDeliveries } from '../../../api/alerts.ts';
import { carriedOver } from '../../../api/view.ts';
import { EmptyState, LinesSkeleton, Loaded } from '../../../ui/states.tsx';
import { useSubject } from '../../../ui/subject.tsx';
import { MoreAlerts } from '../inbox/more-alerts.tsx';
import { useWords } from '../words/use-words.tsx';
import { DeliveryEntry } from './delivery-entry.tsx';
import { LogFilters } from './log-filters.tsx';

/** What was sent where, and what could not be: every try of every delivery. */
export function Deliveries() {
  const words = useWords();
  const { view, format } = useSubject();
  const query = useDeliveries(view);
  return (
    <section aria-labelledby="section-title">
      <h2 id="section-title" className="visually-hidden">
        {words.deliveries}
      </h2>
      <LogFilters />
      <Loaded query={query} skeleton={<LinesSkeleton lines={12} />} time={format.time}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length === 0 ? (
            <NothingSent />
          ) : (
            <>
              <Log items={items} />
              <MoreAlerts query={query} />
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

function Log({ items }: { items: DeliveryLog['items'] }) {
  const { log } = useWords();
  return (
    <table className="log">
      <caption className="visually-hidden">{log.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{log.columns.when}</th>
          <th scope="col">{log.columns.channel}</th>
          <th scope="col">{log.columns.alert}</th>
          <th scope="col">{log.columns.state}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((entry) => (
          <DeliveryEntry key={entry.id} entry={entry} />
        ))}
      </tbody>
    </table>
  );
}

function NothingSent() {
  const { log, list } = useWords();
  const { view } = useSubject();
  const isFiltered = Boolean(view.rule || view.channel || view.state);
  return (
    <EmptyState title={isFiltered ? log.noneTitle : log.emptyTitle}>
      <p className="quiet">{isFiltered ? log.none : log.empty}</p>
      {isFiltered ? (
        <Link to="/alerts/deliveries" search={carriedOver(view)}>
          {list.clear}
        </Link>
      ) : null}
    </EmptyState>
  );
}

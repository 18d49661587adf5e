import type { useAlerts } from '../../api/queries.ts';
import { useLanguage } from '../../ui/language.tsx';
import { LinesSkeleton, Loaded } from '../../ui/states.tsx';
import { useSubject } from '../../ui/subject.tsx';

/** What was sent where, and what could not be. */
export function Deliveries({ query }: { query: ReturnType<typeof useAlerts> }) {
  const { m } = useLanguage();
  const { format } = useSubject();
  return (
    <Loaded query={query} skeleton={<LinesSkeleton lines={8} />} time={format.time}>
      {({ pages }) => {
        const alerts = pages.flatMap(({ items }) => items);
        const rows = alerts.flatMap((alert) =>
          alert.deliveries.map((delivery) => ({ alert, delivery, key: `${alert.id} ${delivery.channel}` })),
        );
        if (rows.length === 0) return <p className="quiet">{m.alerts.deliveriesEmpty}</p>;
        return (
          <div className="scroll-x">
            <table>
              <caption className="quiet small">{m.alerts.deliveriesOf(format.number(alerts.length))}</caption>
              <thead>
                <tr>
                  <th scope="col">{m.alerts.columns.when}</th>
                  <th scope="col">{m.alerts.columns.channel}</th>
                  <th scope="col">{m.alerts.columns.state}</th>
                  <th scope="col">{m.alerts.columns.alert}</th>
                  <th scope="col">{m.alerts.columns.detail}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ key, alert, delivery }) => (
                  <tr key={key}>
                    <td className="nowrap">{format.dayTime(delivery.at ?? alert.raisedAt)}</td>
                    <td>{delivery.channel}</td>
                    <td className={`delivery-${delivery.state}`}>{m.alerts.deliveryState[delivery.state]}</td>
                    <td>{alert.title}</td>
                    <td className="quiet">
                      {m.alerts.attempts(delivery.attempts)}
                      {delivery.error ? `: ${delivery.error}` : ''}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        );
      }}
    </Loaded>
  );
}

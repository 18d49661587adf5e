import { Tabs } from '@mantine/core';
import { useAlerts } from '../../api/queries.ts';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { Deliveries } from './deliveries.tsx';
import { Inbox } from './inbox.tsx';
import { Rules } from './rules.tsx';

/** What was raised, by which rules, and whether it was delivered. */
export function AlertsPage() {
  const { m } = useLanguage();
  const query = useAlerts(20);
  return (
    <div className="alerts-page">
      <header className="page-head">
        <h1>{m.alerts.title}</h1>
        <a className="tool-link" href="/api/alerts.atom">
          <Icon name="external" size={14} /> {m.alerts.feed}
        </a>
      </header>
      <Tabs defaultValue="inbox" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="inbox">{m.alerts.inbox}</Tabs.Tab>
          <Tabs.Tab value="rules">{m.alerts.rules}</Tabs.Tab>
          <Tabs.Tab value="deliveries">{m.alerts.deliveries}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="inbox" pt="md">
          <Inbox query={query} />
        </Tabs.Panel>
        <Tabs.Panel value="rules" pt="md">
          <Rules />
        </Tabs.Panel>
        <Tabs.Panel value="deliveries" pt="md">
          <Deliveries query={query} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

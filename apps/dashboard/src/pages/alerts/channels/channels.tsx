import type { ChannelView } from '@framewatch/contracts';
import { useAlertRules, useChannels, useSnoozes } from '../../../api/alerts.ts';
import { EmptyState, LinesSkeleton, Loaded } from '../../../ui/states.tsx';
import { useSubject } from '../../../ui/subject.tsx';
import { NotifyBrowser } from '../notify-browser.tsx';
import { useWords } from '../words/use-words.tsx';
import { AddChannel } from './add-channel.tsx';
import { ChannelCard } from './channel-card.tsx';

const urgency: Record<ChannelView['state'], number> = { failing: 0, unusable: 1, ok: 2, unused: 3 };

/** Where alerts go: how each channel does, what keeps it calm, and what it holds. */
export function Channels() {
  const words = useWords();
  const { format } = useSubject();
  const query = useChannels();
  const { data: rules } = useAlertRules();
  const { data: snoozes } = useSnoozes();
  const usedBy = (id: string) => rules?.rules.filter(({ channels }) => channels.includes(id)).length ?? null;
  const snoozeOf = (id: string) =>
    snoozes?.find(({ ruleId, channelId }) => ruleId === null && channelId === id);
  return (
    <section aria-label={words.channels}>
      <Loaded query={query} skeleton={<LinesSkeleton lines={10} />} time={format.time}>
        {(channels) => (
          <>
            <ul className="channel-cards">
              {[...channels]
                .sort((a, b) => urgency[a.state] - urgency[b.state])
                .map((channel) => (
                  <ChannelCard
                    key={channel.id}
                    channel={channel}
                    rules={usedBy(channel.id)}
                    snooze={snoozeOf(channel.id)}
                  />
                ))}
            </ul>
            {channels.every(({ kind }) => kind === 'in-app') ? (
              <EmptyState title={words.channelList.emptyTitle}>
                <p className="quiet">{words.channelList.empty}</p>
              </EmptyState>
            ) : null}
          </>
        )}
      </Loaded>
      <div className="notify-place">
        <NotifyBrowser />
      </div>
      <AddChannel />
    </section>
  );
}

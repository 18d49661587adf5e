import type { PushKey, PushSubscribeRequest, PushSubscriptionView } from '@framewatch/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { getJson, postJson, sendJson } from '../../api/client.ts';
import type { InterfaceLanguage } from '../../ui/language.tsx';
import { browserLabel, ownFingerprint, pushSupport, subscribe, unsubscribe } from './browser-push.ts';

const SUBSCRIPTIONS = ['push', 'subscriptions'];
const OWN = ['push', 'own'];

/** The channels that browsers can subscribe to, who does, and what this browser can and did. */
export function useBrowserPush(lang: InterfaceLanguage) {
  const client = useQueryClient();
  const support = pushSupport();
  const key = useQuery({
    queryKey: ['push', 'key'],
    queryFn: ({ signal }) => getJson<PushKey>('/push/key', {}, signal),
  });
  const browsers = useQuery({
    queryKey: SUBSCRIPTIONS,
    queryFn: ({ signal }) => getJson<PushSubscriptionView[]>('/push/subscriptions', {}, signal),
  });
  const serverKey = key.data?.key ?? '';
  const own = useQuery({
    queryKey: [...OWN, serverKey],
    queryFn: () => ownFingerprint(serverKey),
    enabled: support === 'ready' && serverKey !== '',
  });
  const settle = () =>
    Promise.all([SUBSCRIPTIONS, OWN].map((queryKey) => client.invalidateQueries({ queryKey })));
  const mine = (browsers.data ?? []).filter(({ fingerprint }) => fingerprint === own.data);

  const switchOn = useMutation({
    mutationFn: async (channel: string) => send(channel, await subscribe(serverKey), lang),
    onSettled: settle,
  });
  const remove = useMutation({
    mutationFn: async ({ id }: PushSubscriptionView) => {
      await sendJson('DELETE', `/push/subscriptions/${id}`, undefined);
      if (mine.length === 1 && mine[0]?.id === id) await unsubscribe();
    },
    onSettled: settle,
  });
  useSameLanguage(mine, serverKey, lang, settle);
  return { support, channels: key.data?.channels, browsers: browsers.data ?? [], mine, switchOn, remove };
}

/** Notifications speak the language that this browser's interface has. */
function useSameLanguage(
  mine: readonly PushSubscriptionView[],
  serverKey: string,
  lang: InterfaceLanguage,
  settle: () => Promise<unknown>,
): void {
  const other = mine.filter(({ language }) => language !== lang).map(({ channel }) => channel);
  const channels = other.join(' ');
  useEffect(() => {
    if (channels === '') return;
    const renew = async () => {
      const subscription = await subscribe(serverKey);
      await Promise.all(channels.split(' ').map((channel) => send(channel, subscription, lang)));
      await settle();
    };
    // It stays in the other language where this fails, and is tried with the next visit.
    renew().catch(() => undefined);
  }, [channels, lang]);
}

function send(
  channel: string,
  { endpoint, keys }: PushSubscriptionJSON,
  language: InterfaceLanguage,
): Promise<PushSubscriptionView> {
  const body: PushSubscribeRequest = {
    channel,
    label: browserLabel(navigator.userAgent),
    language,
    subscription: {
      endpoint: endpoint ?? '',
      keys: { p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '' },
    },
  };
  return postJson('/push/subscriptions', body);
}

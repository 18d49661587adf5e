import type {
  AlertFilter,
  AlertPage,
  AlertRuleConfig,
  AlertRulesAnswer,
  ChannelTest,
  ChannelView,
  DeliveryLog,
  MarkReadAnswer,
  MarkReadRequest,
  RulePreview,
  SaveRuleAnswer,
  SaveRuleRequest,
  Snooze,
  SnoozeRequest,
} from '@framewatch/contracts';
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { getJson, postJson, sendJson } from './client.ts';
import { invalidate, keys } from './queries.ts';
import type { View } from './view.ts';

/** Deliveries go on without an event of their own; what is on screen of them is asked for again this often. */
const deliveryPaceMs = 15_000;

/** The part of the address that narrows the inbox. */
export function alertFilterOf({ rule, kind, unread }: View): AlertFilter {
  return { rule, kind, unread };
}

export function useAlerts(filter: AlertFilter) {
  return useInfiniteQuery({
    queryKey: [keys.alerts, 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      getJson<AlertPage>('/alerts', { ...filter, limit: 30, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
}

/** Marks alerts as read or unread; the answer names those that were changed, so that it can be taken back. */
export function useMarkRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: MarkReadRequest) => postJson<MarkReadAnswer>('/alerts/read', body),
    onSettled: () => void invalidate(client, [keys.alerts]),
  });
}

export function useAlertRules() {
  return useQuery({
    queryKey: [keys.rules],
    queryFn: ({ signal }) => getJson<AlertRulesAnswer>('/alert-rules', {}, signal),
  });
}

/** `id` is null for a rule that is new. */
export interface RuleToSave extends SaveRuleRequest {
  id: string | null;
}

export function useSaveRule() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: RuleToSave) =>
      id === null
        ? sendJson<SaveRuleAnswer>('POST', '/alert-rules', body)
        : sendJson<SaveRuleAnswer>('PUT', `/alert-rules/${id}`, body),
    onSettled: () => void invalidate(client, [keys.rules]),
  });
}

export function useDeleteRule() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: { id: string; version: string }) =>
      sendJson<SaveRuleAnswer>(
        'DELETE',
        `/alert-rules/${id}?version=${encodeURIComponent(version)}`,
        undefined,
      ),
    onSettled: () => void invalidate(client, [keys.rules]),
  });
}

/** What a rule would have raised. A change of the rule gives up the question that is under way. */
export function useRulePreview(rule: AlertRuleConfig | null, tz: string) {
  return useQuery({
    queryKey: ['rule-preview', rule, tz],
    queryFn: ({ signal }) => sendJson<RulePreview>('POST', '/alert-rules/preview', { rule, tz }, signal),
    enabled: rule !== null,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  });
}

export function useChannels() {
  return useQuery({
    queryKey: [keys.channels],
    queryFn: ({ signal }) => getJson<ChannelView[]>('/alert-channels', {}, signal),
    refetchInterval: deliveryPaceMs,
  });
}

export function useTestChannel() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => postJson<ChannelTest>(`/alert-channels/${id}/test`, {}),
    onSettled: () => void invalidate(client, [keys.channels]),
  });
}

export function useSnoozes() {
  return useQuery({
    queryKey: [keys.snoozes],
    queryFn: ({ signal }) => getJson<Snooze[]>('/alert-snoozes', {}, signal),
  });
}

const heldBySnooze = [keys.snoozes, keys.rules, keys.channels, keys.alerts, keys.deliveries];

export function useSnooze() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SnoozeRequest) => postJson<Snooze>('/alert-snoozes', body),
    onSettled: () => void invalidate(client, heldBySnooze),
  });
}

/** Ends a snooze; what it held goes out together. */
export function useEndSnooze() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => sendJson<unknown>('DELETE', `/alert-snoozes/${id}`, undefined),
    onSettled: () => void invalidate(client, heldBySnooze),
  });
}

export function useDeliveries({ rule, channel, state }: View) {
  return useInfiniteQuery({
    queryKey: [keys.deliveries, { rule, channel, state }],
    queryFn: ({ pageParam, signal }) =>
      getJson<DeliveryLog>('/alert-deliveries', { rule, channel, state, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: deliveryPaceMs,
  });
}

/** Sends once more what was given up. */
export function useRetryDelivery() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => postJson<unknown>(`/alert-deliveries/${id}/retry`, {}),
    onSettled: () => void invalidate(client, [keys.deliveries, keys.channels, keys.alerts]),
  });
}

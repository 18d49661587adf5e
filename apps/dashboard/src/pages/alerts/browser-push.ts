/** Whether this browser can be notified at all; `ready` says nothing of whether it is. */
export type PushSupport = 'unsupported' | 'insecure' | 'denied' | 'ready';

/** The person said no, or closed the question. */
export class PermissionRefused extends Error {}

const WORKER = '/sw.js';

/** What stands between this browser and notifications. */
export function pushSupport(): PushSupport {
  if (!window.isSecureContext) return 'insecure';
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window))
    return 'unsupported';
  return Notification.permission === 'denied' ? 'denied' : 'ready';
}

/**
 * This browser's subscription under the installation's key, by the SHA-256 of its endpoint as the API lists it.
 * Null where there is none, or one under another key, which nobody can send to any more.
 */
export async function ownFingerprint(key: string): Promise<string | null> {
  const subscription = await existing();
  return subscription && hasKey(subscription, key) ? fingerprintOf(subscription.endpoint) : null;
}

/** Asks the person and the browser's push service. Rejects with PermissionRefused where the answer is no. */
export async function subscribe(key: string): Promise<PushSubscriptionJSON> {
  if ((await Notification.requestPermission()) !== 'granted') throw new PermissionRefused();
  await navigator.serviceWorker.register(WORKER);
  const { pushManager } = await navigator.serviceWorker.ready;
  const before = await pushManager.getSubscription();
  if (before && hasKey(before, key)) return before.toJSON();
  await before?.unsubscribe();
  const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(key) });
  return made.toJSON();
}

/** Ends this browser's subscription at its push service. */
export async function unsubscribe(): Promise<void> {
  await (await existing())?.unsubscribe();
}

/** "Firefox on Linux": enough to tell one's browsers apart. */
export function browserLabel(agent: string): string {
  const browser = BROWSERS.find(([mark]) => agent.includes(mark))?.[1] ?? 'Browser';
  const system = SYSTEMS.find(([mark]) => agent.includes(mark))?.[1];
  return system === undefined ? browser : `${browser} on ${system}`;
}

/** In this order: browsers name those whose pages they want to be served. */
const BROWSERS = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const;
const SYSTEMS = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Mac OS', 'macOS'],
  ['Linux', 'Linux'],
] as const;

async function existing(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration(WORKER);
  return (await registration?.pushManager.getSubscription()) ?? null;
}

function hasKey({ options }: PushSubscription, key: string): boolean {
  const own = options.applicationServerKey;
  if (own === null) return false;
  const wanted = bytesOf(key);
  return new Uint8Array(own).every((byte, index) => byte === wanted[index]);
}

async function fingerprintOf(endpoint: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function bytesOf(base64Url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64Url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

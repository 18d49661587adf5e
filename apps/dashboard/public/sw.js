/*
 * Shows alerts that a push service brings while no page is open, and opens them. It keeps nothing and answers no
 * request: the dashboard itself works without it. What comes is written by the worker in the reader's language
 * (libs/alert-channels/src/push/push-text.ts).
 */
self.addEventListener('push', (event) => {
  const { title, body, tag, language, path } = read(event.data);
  const options = { body, tag, lang: language, dir: 'auto', icon: '/favicon.svg', data: { path } };
  event.waitUntil(self.registration.showNotification(title, options));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data?.path));
});

self.addEventListener('pushsubscriptionchange', (event) => {
  event.waitUntil(renew(event.oldSubscription, event.newSubscription));
});

/** A push service may give a browser another address; without this it would fall silent. */
async function renew(before, given) {
  if (!before) return;
  const now = given ?? (await self.registration.pushManager.subscribe(before.options));
  await fetch('/api/push/subscriptions/renewed', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ endpoint: before.endpoint, subscription: now.toJSON() }),
  });
}

/** Browsers demand that every push shows something, so what cannot be read still says that there is an alert. */
function read(data) {
  const fallback = { title: 'Framewatch', body: '', tag: 'framewatch', language: 'en', path: '/alerts' };
  try {
    return { ...fallback, ...data.json() };
  } catch {
    return fallback;
  }
}

/** In a page of the dashboard that is open already, otherwise in a new one; never anywhere else. */
async function open(path) {
  const url = new URL(path ?? '/alerts', self.location.origin);
  const address = url.origin === self.location.origin ? url.href : `${self.location.origin}/alerts`;
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  for (const page of pages) {
    try {
      const shown = await page.navigate(address);
      return await (shown ?? page).focus();
    } catch {
      // A page that this worker does not control yet cannot be led elsewhere.
    }
  }
  return self.clients.openWindow(address);
}

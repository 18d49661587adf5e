import { createHmac } from 'node:crypto';
import type { HubSubscriber } from './hub.ts';

/** How a body is sent: well, or wrong on purpose. */
export interface Distribution {
  contentType?: string;
  method?: 'sha1' | 'sha256' | 'sha384' | 'sha512';
  /** `none` leaves the signature out, any other text is the secret to sign with instead of the subscriber's. */
  forge?: string;
}

/** Sends a body to one subscriber as WebSub 7 says; gives the status. */
export async function distribute(
  hub: string,
  { callback, topic, secret }: HubSubscriber,
  body: Buffer,
  { contentType = 'application/rss+xml', method = 'sha256', forge }: Distribution,
): Promise<number> {
  const key = forge ?? secret;
  const signature = createHmac(method, key ?? '')
    .update(body)
    .digest('hex');
  const answer = await fetch(callback, {
    method: 'POST',
    headers: {
      'content-type': contentType,
      link: `<${hub}>; rel=hub, <${topic}>; rel=self`,
      ...(key === null || key === 'none' ? {} : { 'x-hub-signature': `${method}=${signature}` }),
    },
    body: new Uint8Array(body),
  });
  await answer.arrayBuffer();
  return answer.status;
}

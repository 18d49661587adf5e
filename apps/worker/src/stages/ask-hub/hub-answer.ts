import type { OutboundResult } from '@framewatch/outbound';

/** What a hub's answer means: it will verify, it refuses (4xx), or it is in trouble and may do better later. */
export type HubAnswer =
  | { kind: 'accepted' }
  | { kind: 'refused'; message: string }
  | { kind: 'failed'; message: string };

const SAID_LENGTH = 200;

/** Reads how a request to a hub ended (WebSub, 5.1: 202, or 307 and 308 to where it is to be sent). */
export function readHubAnswer(result: OutboundResult): HubAnswer {
  if (result.kind === 'failure') return { kind: 'failed', message: result.message };
  const lossy = result.redirects.find(({ status }) => status !== 307 && status !== 308);
  if (lossy)
    return {
      kind: 'failed',
      message: `The hub redirects in a way that loses the request (${lossy.status}; only 307 and 308 keep it).`,
    };
  const { status } = result;
  if (status >= 200 && status < 300) return { kind: 'accepted' };
  if (status === 408 || status === 429 || status >= 500)
    return { kind: 'failed', message: `The hub is in trouble (${status}).` };
  if (status >= 400)
    return { kind: 'refused', message: `The hub refuses the request (${status})${saidBy(result)}.` };
  return { kind: 'failed', message: `The hub gives an answer that makes no sense here (${status}).` };
}

/** Hubs say in plain text what displeases them; a whole page says nothing an editor could use. */
function saidBy({ body, headers }: Extract<OutboundResult, { kind: 'response' }>): string {
  if (/html/i.test(headers['content-type'] ?? '')) return '';
  const text = new TextDecoder()
    .decode(body)
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .replace(/\.+$/, '');
  return text === '' ? '' : `: ${text.slice(0, SAID_LENGTH)}`;
}

import type { ServerResponse } from 'node:http';
import type { Fault } from './faults.ts';
import type { Reply } from './site.ts';

/** Sends a reply, in the pace and with the manners that the fault asks for. */
export function deliver(
  response: ServerResponse,
  reply: Reply,
  fault: Fault | null,
  headOnly: boolean,
): void {
  if (fault?.kind === 'silent') return;
  const { status, headers, body } = reply;
  const isWhole = fault === null || !['huge', 'slow', 'stalled', 'reset'].includes(fault.kind);
  response.writeHead(
    status,
    isWhole && status !== 304 ? { ...headers, 'content-length': body.length } : headers,
  );
  if (headOnly || status === 304) {
    response.end();
    return;
  }
  switch (fault?.kind) {
    case 'slow':
      drip(response, body, fault.bytes, fault.everyMs);
      return;
    case 'stalled':
      response.write(body.subarray(0, body.length >> 1));
      return;
    case 'reset':
      response.write(body.subarray(0, body.length >> 1), () => response.destroy());
      return;
    case 'huge':
      response.write(body);
      pour(response, fault.bytes);
      return;
    default:
      response.end(body);
  }
}

function drip(response: ServerResponse, body: Buffer, bytes: number, everyMs: number): void {
  let sent = 0;
  const timer = setInterval(() => {
    response.write(body.subarray(sent, sent + bytes));
    sent += bytes;
    if (sent < body.length) return;
    clearInterval(timer);
    response.end();
  }, everyMs);
  response.on('close', () => clearInterval(timer));
}

/** Blanks after the document, as fast as the reader takes them, never held in memory at once. */
function pour(response: ServerResponse, bytes: number): void {
  const chunk = Buffer.alloc(65_536, 32);
  let left = bytes;
  const more = () => {
    while (left > 0 && !response.destroyed) {
      left -= chunk.length;
      if (!response.write(chunk)) {
        response.once('drain', more);
        return;
      }
    }
    response.end();
  };
  more();
}

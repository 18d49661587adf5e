import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  key: string;
  body: { data: { title: string; ruleId?: string } };
}

/** A webhook receiver that keeps what it is sent. */
export async function startReceiver() {
  const received: Received[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    request.on('end', () => {
      received.push({ key: String(request.headers['webhook-id']), body: JSON.parse(text) });
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { host: `127.0.0.1:${port}`, received, close: () => new Promise((done) => server.close(done)) };
}

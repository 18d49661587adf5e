import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import { AlertDesk, type Answered } from './alert-desk.ts';
import { usual } from './answers.ts';
import { makeArticles, type Scene } from './synthetic.ts';

/** Answers `/api` with made-up data while the dashboard is developed without a running Framewatch. */
export function mockApi(): Plugin {
  const now = new Date();
  const scene = (process.env.FRAMEWATCH_SCENE ?? 'full') as Scene;
  const articles = scene === 'full' ? makeArticles(now) : [];
  const desk = new AlertDesk(articles);
  const answer = async (request: IncomingMessage, response: ServerResponse, next: () => void) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (!url.pathname.startsWith('/api/')) return next();
    if (url.pathname === '/api/events') return keepOpen(response);
    const path = url.pathname.slice('/api'.length);
    const body = await readBody(request);
    const told = desk.answer({ method: request.method ?? 'GET', path, query: url.searchParams, body });
    send(response, told ?? { body: usual(path, url.searchParams, articles, scene, now) });
  };
  const handle = (request: IncomingMessage, response: ServerResponse, next: () => void) =>
    void answer(request, response, next);
  return {
    name: 'made-up-api',
    configureServer: (server) => void server.middlewares.use(handle),
    configurePreviewServer: (server) => void server.middlewares.use(handle),
  };
}

function keepOpen(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(': made-up\n\n');
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return chunks.length === 0 ? undefined : JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

function send(response: ServerResponse, { status, body }: Answered): void {
  const detail = 'The made-up API has no such answer.';
  const problem = { type: 'about:blank', title: 'Not found', status: 404, detail };
  response.writeHead(status ?? (body === undefined ? 404 : 200), { 'content-type': 'application/json' });
  response.end(JSON.stringify(body === undefined ? problem : body));
}

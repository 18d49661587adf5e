import type { IncomingMessage, ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathOf } from './front-door.ts';
import { problemOf } from './problem.ts';
import { sendProblem } from './problem.filter.ts';

/**
 * Pages are drawn in the browser: whatever asks for HTML outside the API gets the dashboard's one page.
 * Where the dashboard is not built, a problem says so.
 */
export function singlePage(dashboardFolder: string) {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    if (asksForPage(request)) void sendPage(join(dashboardFolder, 'index.html'), request, response);
    else next();
  };
}

async function sendPage(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const page = await readFile(path).catch(() => null);
  if (page === null)
    return sendProblem(response, problemOf(503, 'The dashboard is not built: run npm run build.'));
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.setHeader('cache-control', 'no-cache');
  response.end(request.method === 'HEAD' ? undefined : page);
}

function asksForPage(request: IncomingMessage): boolean {
  const path = pathOf(request);
  const isPage = !/^\/(api|metrics)(\/|$)/.test(path) && !/\.[a-z0-9]{1,5}$/i.test(path);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  return isRead && isPage && (request.headers.accept ?? '').includes('text/html');
}

/** Built files carry a hash in their names; the page itself has to be asked for anew. */
export function cacheHeader(path: string): string {
  return /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

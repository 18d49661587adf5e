import type { Answer, Exchange } from './fault-front.ts';

const RSS = 'application/rss+xml; charset=utf-8';

/** Sends a body as it is, with the headers of a feed. */
export const send =
  (
    make: (exchange: Exchange) => string | Buffer,
    headers: Record<string, string> = {},
    status = 200,
  ): Answer =>
  (exchange) => {
    const { response, now } = exchange;
    response.writeHead(status, { 'content-type': RSS, date: now.toUTCString(), ...headers });
    response.end(make(exchange));
  };

/** The well feed, changed. */
export const change = (edit: (well: string, exchange: Exchange) => string | Buffer): Answer =>
  send((exchange) => edit(exchange.well, exchange));

/** A page of HTML under some status. */
export const page =
  (
    status: number,
    headers: Record<string, string> = {},
    html = '<!DOCTYPE html><html><body>No.</body></html>',
  ): Answer =>
  ({ response, now }) => {
    response.writeHead(status, { 'content-type': 'text/html', date: now.toUTCString(), ...headers });
    response.end(html);
  };

/** A redirect, its target made from the exchange. */
export const redirect =
  (status: number, to: (exchange: Exchange) => string): Answer =>
  (exchange) =>
    exchange.response.writeHead(status, { location: to(exchange), 'content-length': '0' }).end();

/** Bytes below HTTP: nothing is added. */
export const raw =
  (say: (exchange: Exchange) => void): Answer =>
  (exchange) =>
    say(exchange);

/** Redirects the feed's own address, and answers well at any other. */
export const movedFrom =
  (status: number, to: (exchange: Exchange) => string): Answer =>
  (exchange) => {
    const moved = exchange.request.url?.startsWith('/moved/') === true;
    return moved ? change((well) => well)(exchange) : redirect(status, to)(exchange);
  };

/** Each item of the feed, edited. */
export const eachItem = (well: string, edit: (item: string, index: number) => string): string => {
  let index = 0;
  return well.replace(/<item>[\s\S]*?<\/item>/g, (item) => edit(item, index++));
};

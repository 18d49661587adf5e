/**
 * A press as a process of its own, so that its work is not counted as anybody's: feeds on many ports (hosts, for who
 * asks), with validators, and the pages of their articles. Told over IPC what to publish: { publish: n, of: 'feed/3' }
 * or { publish: 1, everyTenth: true }; answers { done: true }. All of it is invented.
 */
import { createServer } from 'node:http';

const [feeds, hosts] = process.argv.slice(2).map(Number);
const ENTRIES = 20;
const published = Array.from({ length: feeds }, () => ENTRIES);
const began = Date.now() - ENTRIES * 3_600_000;
const WORDS =
  'The alliance between Tokyo and Washington faces a new test as ministers discuss bases in Okinawa defence spending trade and deterrence near Taiwan while residents voice concern over noise costs and sovereignty'.split(
    ' ',
  );

const servers = await Promise.all(Array.from({ length: hosts }, listen));
process.send({ ports: servers.map((server) => server.address().port) });
process.on('disconnect', () => process.exit(0));
process.on('message', (order) => {
  if (order.of !== undefined) published[order.of] += order.publish;
  else for (let i = 0; i < feeds; i += order.every) published[i] += order.publish;
  process.send({ done: true });
});

function listen() {
  const server = createServer(answer);
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function answer(request, response) {
  const [, kind, feed, entry] = request.url.split('/');
  if (kind === 'feed' && feed in published) return answerFeed(request, response, Number(feed));
  if (kind !== 'article') return response.writeHead(404).end();
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    .end(page(Number(feed), Number(entry)));
}

function answerFeed(request, response, feed) {
  const newest = published[feed];
  const etag = `"${feed}-${newest}"`;
  if (request.headers['if-none-match'] === etag) return response.writeHead(304, { etag }).end();
  const first = Math.max(0, newest - Math.max(ENTRIES, newest > 2 * ENTRIES ? 100 : 0));
  const items = [];
  for (let entry = newest - 1; entry >= first; entry -= 1)
    items.push(item(request.headers.host, feed, entry));
  const body = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Feed ${feed}</title><link>http://${request.headers.host}/</link>${items.join('')}</channel></rss>`;
  response.writeHead(200, { etag, 'content-type': 'application/rss+xml; charset=utf-8' }).end(body);
}

function item(host, feed, entry) {
  const link = `http://${host}/article/${feed}/${entry}`;
  const date = new Date(entry < ENTRIES ? began + entry * 3_600_000 : Date.now()).toUTCString();
  return `<item><title>Headline ${entry} of feed ${feed}: ${sentence(feed * 31 + entry, 8)}</title><link>${link}</link><guid>${link}</guid><pubDate>${date}</pubDate><description>${sentence(feed + entry * 7, 60)}</description></item>`;
}

function page(feed, entry) {
  const paragraphs = Array.from(
    { length: 12 },
    (_, i) => `<p>${sentence(feed * 1009 + entry * 101 + i * 13, 50)}</p>`,
  );
  return `<!doctype html><html lang="en"><head><title>Headline ${entry} of feed ${feed}</title></head><body><article><h1>Headline ${entry} of feed ${feed}</h1>${paragraphs.join('')}</article></body></html>`;
}

/** Some words in an order that depends on a number. */
function sentence(seed, length) {
  let state = seed + 1;
  const words = Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 16) % 5 === 0 ? `w${(state >>> 8) % 997}` : WORDS[(state >>> 16) % WORDS.length];
  });
  return `${words.join(' ')}.`;
}

import { brotliCompressSync, deflateRawSync, gzipSync } from 'node:zlib';
import { change, raw, send } from './answers.ts';
import type { FaultCase } from './fault-case.ts';

const dnsError = (code: string) => () => Promise.reject(Object.assign(new Error('dns'), { code }));
const failed = { outcome: 'failed', weight: 0.5 } as const;

/** What can go wrong between the reader and the server, and in how a body is packed. */
export const transportFaults: FaultCase[] = [
  {
    kind: 'connection refused',
    sent: 'nothing listens on the port',
    strike: (front) => front.hangUp(),
    expect: { ...failed, error: /No connection to press\.test\. \(ECONNREFUSED\)/ },
  },
  {
    kind: 'connection cut before an answer',
    sent: 'the connection is accepted and closed',
    answer: raw(({ socket }) => socket.destroy()),
    expect: { ...failed, error: /not HTTP as it should be, or broke it off/ },
  },
  {
    kind: 'connection cut in the body',
    sent: 'half of the feed, then the connection is reset',
    answer: ({ response, well }) => {
      response.writeHead(200, { 'content-type': 'text/xml', etag: '"half"' });
      response.write(well.slice(0, well.length / 2), () => setTimeout(() => response.destroy(), 20));
    },
    expect: { outcome: 'fetched', status: 200, stored: 1, feed: { truncated: true, etag: null } },
  },
  {
    kind: 'name does not exist',
    sent: 'the resolver says ENOTFOUND',
    resolve: dnsError('ENOTFOUND'),
    expect: { outcome: 'failed', weight: 1, error: /The name press\.test does not exist\. \(ENOTFOUND\)/ },
  },
  {
    kind: 'name server in trouble',
    sent: 'the resolver says EAI_AGAIN',
    resolve: dnsError('EAI_AGAIN'),
    expect: { outcome: 'failed', weight: 0.25, error: /could not be looked up just now/ },
  },
  {
    kind: 'name server that never answers',
    sent: 'the resolver stays silent',
    resolve: () => new Promise(() => {}),
    expect: { ...failed, error: /did not answer in full in time/ },
  },
  {
    kind: 'DNS rebinding',
    sent: 'the name has a permitted address at first, and a private one when it is connected to',
    resolve: () => Promise.resolve([{ address: '10.11.12.13', family: 4 }]),
    expect: {
      outcome: 'failed',
      weight: 1,
      error: /Refused: press\.test \(10\.11\.12\.13\) is a private address/,
    },
  },
  {
    kind: 'certificate past its last day',
    sent: 'TLS with an expired certificate',
    secure: true,
    strike: (front) => front.show('expired'),
    expect: { ...failed, error: /No secure connection .* \(CERT_HAS_EXPIRED\)/ },
  },
  {
    kind: 'certificate that nobody vouches for',
    sent: 'TLS with a self-signed certificate',
    secure: true,
    strike: (front) => front.show('selfSigned'),
    expect: { ...failed, error: /No secure connection .*SELF_SIGNED/ },
  },
  {
    kind: 'certificate for another name',
    sent: 'TLS with the certificate of elsewhere.test',
    secure: true,
    strike: (front) => front.show('wrongName'),
    expect: { ...failed, error: /No secure connection .*ERR_TLS_CERT_ALTNAME_INVALID/ },
  },
  {
    kind: 'hangs before headers',
    sent: 'the request is taken and nothing is said',
    answer: raw(() => {}),
    expect: { ...failed, error: /did not answer in full in time/ },
  },
  {
    kind: 'drips without end',
    sent: 'one byte of the body now and then',
    answer: ({ response, well }) => {
      let at = 0;
      response.writeHead(200, { 'content-type': 'text/xml' });
      const timer = setInterval(() => response.write(well[at++] ?? ' '), 50);
      response.on('close', () => clearInterval(timer));
    },
    expect: { ...failed, error: /did not answer in full in time/ },
  },
  {
    kind: 'flood of headers',
    sent: '5,000 headers',
    answer: raw(({ socket }) => {
      const headers = Array.from({ length: 5_000 }, (_, i) => `x-${i}: ${'y'.repeat(40)}`).join('\r\n');
      socket.end(`HTTP/1.1 200 OK\r\n${headers}\r\n\r\n<rss/>`);
    }),
    expect: { ...failed, error: /not HTTP as it should be/ },
  },
  {
    kind: 'answer that is not HTTP',
    sent: '“SSH-2.0-OpenSSH_9.9”',
    answer: raw(({ socket }) => socket.end('SSH-2.0-OpenSSH_9.9\r\n')),
    expect: { ...failed, error: /not HTTP as it should be/ },
  },
  {
    kind: 'body without end',
    sent: 'the feed, then blanks for as long as they are taken',
    answer: ({ response, well }) => {
      const blanks = Buffer.alloc(1_000_000, 32);
      const more = (): void => {
        while (!response.destroyed && response.write(blanks));
      };
      response.on('drain', more);
      response.writeHead(200, { 'content-type': 'text/xml' });
      response.write(well);
      more();
    },
    expect: { outcome: 'fetched', status: 200, stored: 1, feed: { truncated: true } },
  },
  {
    kind: '50 MB feed',
    sent: 'the feed with 50 MB of comment before its end',
    answer: change((well) => well.replace('</channel>', `<!--${'x'.repeat(50_000_000)}--></channel>`)),
    expect: { outcome: 'fetched', status: 200, stored: 1, feed: { truncated: true } },
  },
  {
    kind: 'Content-Length too great',
    sent: 'a length of twice the body, then the connection ends',
    answer: raw(({ socket, well }) => {
      const body = Buffer.from(well);
      socket.write(`HTTP/1.1 200 OK\r\ncontent-type: text/xml\r\ncontent-length: ${body.length * 2}\r\n\r\n`);
      socket.write(body, () => setTimeout(() => socket.destroy(), 20));
    }),
    expect: { outcome: 'fetched', status: 200, stored: 1, feed: { truncated: true, etag: null } },
  },
  {
    kind: 'Content-Length too small',
    sent: 'a length of half the body',
    answer: raw(({ socket, well }) => {
      const body = Buffer.from(well);
      socket.end(
        Buffer.concat([
          Buffer.from(
            `HTTP/1.1 200 OK\r\ncontent-type: text/xml\r\ncontent-length: ${body.length >> 1}\r\n\r\n`,
          ),
          body,
        ]),
      );
    }),
    expect: { outcome: 'fetched', status: 200, stored: 1, feed: { truncated: true } },
  },
  {
    kind: 'chunks that break off',
    sent: 'two chunks and no last one',
    answer: raw(({ socket, well }) => {
      const half = Buffer.from(well.slice(0, well.length / 2));
      socket.write('HTTP/1.1 200 OK\r\ncontent-type: text/xml\r\ntransfer-encoding: chunked\r\n\r\n');
      socket.write(`${half.length.toString(16)}\r\n`);
      socket.write(Buffer.concat([half, Buffer.from('\r\nffff\r\n<item>')]), () =>
        setTimeout(() => socket.destroy(), 20),
      );
    }),
    expect: { outcome: 'fetched', status: 200, stored: 1, feed: { truncated: true } },
  },
  {
    kind: 'gzip bomb',
    sent: '100 KB that unpack to 100 MB of blanks',
    answer: send(() => gzipSync(Buffer.alloc(100_000_000, 32)), { 'content-encoding': 'gzip' }),
    expect: { ...failed, status: 200, error: /The document is empty/ },
  },
  {
    kind: 'gzip that is none',
    sent: 'Content-Encoding: gzip over plain text',
    answer: send(({ well }) => well, { 'content-encoding': 'gzip' }),
    expect: { outcome: 'fetched', status: 200, stored: 1 },
  },
  {
    kind: 'gzip broken in the middle',
    sent: 'a gzip body with wrong bytes from its half on',
    answer: send(
      ({ well }) => {
        const packed = gzipSync(well);
        return Buffer.concat([packed.subarray(0, packed.length >> 1), Buffer.alloc(500, 0xff)]);
      },
      { 'content-encoding': 'gzip' },
    ),
    expect: { outcome: 'fetched', status: 200, stored: 1, feed: { truncated: true } },
  },
  {
    kind: 'brotli',
    sent: 'the feed in brotli',
    answer: send(({ well }) => brotliCompressSync(well), { 'content-encoding': 'br' }),
    expect: { outcome: 'fetched', status: 200, stored: 1 },
  },
  {
    kind: 'bare deflate',
    sent: 'Content-Encoding: deflate without zlib’s frame',
    answer: send(({ well }) => deflateRawSync(well), { 'content-encoding': 'deflate' }),
    expect: { outcome: 'fetched', status: 200, stored: 1 },
  },
  {
    kind: 'compressed in an unknown way',
    sent: 'Content-Encoding: snail',
    answer: send(({ well }) => well, { 'content-encoding': 'snail' }),
    expect: { ...failed, error: /compressed in a way that cannot be read: snail/ },
  },
];

import { gzipSync } from 'node:zlib';
import type { Fault } from './faults.ts';
import * as odd from './pages/odd-pages.ts';
import type { Reply } from './site.ts';

/** What the request was and what time it is, as far as faults need it. */
export type FaultContext = { path: string; query: URLSearchParams; now: Date; nonce: number };

/** Faults of the reply as a whole: another status, another body, other headers. */
export function faultyReply(reply: Reply, fault: Fault, context: FaultContext): Reply {
  switch (fault.kind) {
    case 'not-modified-always':
      return { status: 304, headers: {}, body: Buffer.alloc(0) };
    case 'etag-flapping':
      return {
        ...reply,
        headers: {
          ...reply.headers,
          etag: `"flap-${context.nonce}"`,
          'last-modified': context.now.toUTCString(),
        },
      };
    case 'redirect':
      return redirectTo(fault.to ?? `/moved${context.path}`, fault.status);
    case 'redirect-loop':
      return redirectTo(`${context.path}?hop=${Number(context.query.get('hop') ?? 0) + 1}`, 302);
    case 'private-redirect':
      return redirectTo(fault.to ?? 'http://169.254.169.254/latest/meta-data/', 302);
    case 'status':
      return htmlReply(odd.statusPage(fault.status), fault.status);
    case 'rate-limited':
      return rateLimited(fault, context.now);
    default:
      return faultyBody(reply, fault);
  }
}

function faultyBody(reply: Reply, fault: Fault): Reply {
  switch (fault.kind) {
    case 'truncated':
      return { ...reply, body: reply.body.subarray(0, Math.floor(reply.body.length * (fault.share ?? 0.5))) };
    case 'malformed':
      return withText(reply, malformed);
    case 'control-characters':
      return withText(reply, (text) => text.replaceAll(' the ', ' the\u0000\u0008 '));
    case 'leading-junk':
      return withText(reply, (text) => `\n\n<br />\n<b>Warning</b>: include(): failed on line 12\n${text}`);
    case 'wrong-charset':
      return wrongCharset(reply, fault.says);
    case 'no-charset':
      return withoutCharset(reply);
    case 'entity-bomb':
      return withText(reply, entityBomb);
    case 'deep-nesting':
      return withText(reply, (text) => deepen(text, fault.depth));
    case 'gzip-bomb':
      return {
        ...reply,
        headers: { ...reply.headers, 'content-encoding': 'gzip' },
        body: gzipSync(Buffer.alloc(fault.bytes, 32)),
      };
    case 'no-body':
      return { ...reply, body: Buffer.alloc(0) };
    default:
      return faultyPage(reply, fault);
  }
}

function faultyPage(reply: Reply, fault: Fault): Reply {
  switch (fault.kind) {
    case 'html-instead':
      return htmlReply(odd.maintenancePage);
    case 'cookie-wall':
      return htmlReply(odd.cookieWall);
    case 'challenge':
      return htmlReply(odd.challenge, 403);
    case 'disallow':
      return {
        status: 200,
        headers: { 'content-type': 'text/plain' },
        body: Buffer.from('User-agent: *\nDisallow: /\n'),
      };
    case 'script-only':
      return htmlReply(odd.scriptOnly);
    case 'paywall':
      return withText(reply, odd.paywalled);
    case 'section-front':
      return htmlReply(odd.sectionFront);
    case 'pdf':
      return {
        status: 200,
        headers: { 'content-type': 'application/pdf' },
        body: Buffer.from(odd.pdf, 'latin1'),
      };
    default:
      return reply;
  }
}

function rateLimited(fault: Extract<Fault, { kind: 'rate-limited' }>, now: Date): Reply {
  const { retryAfterSeconds, form, status = 429 } = fault;
  const until = new Date(now.getTime() + retryAfterSeconds * 1000).toUTCString();
  const retryAfter = form === 'seconds' ? String(retryAfterSeconds) : until;
  const page = htmlReply(odd.statusPage(status), status);
  return { ...page, headers: { ...page.headers, 'retry-after': retryAfter } };
}

/** The errors that hand-made feeds really have: bare ampersands, an unclosed tag, an unknown entity. */
function malformed(text: string): string {
  return text
    .replace('<title>', '<title>Q&A & more &nbsp; ')
    .replace('</item>', '<b>unclosed</item>')
    .replace('</entry>', '<b>unclosed</entry>')
    .replace('"items":', '"items":,');
}

function entityBomb(text: string): string {
  const levels = Array.from({ length: 12 }, (_, level) => {
    const inner = level === 0 ? 'lol' : `&l${level - 1};`.repeat(10);
    return `<!ENTITY l${level} "${inner}">`;
  });
  const declared = text.replace('?>', `?>\n<!DOCTYPE bomb [${levels.join('')}]>`);
  return declared.replace('<title>', '<title>&l11;');
}

function deepen(text: string, depth: number): string {
  const nest = `${'<div>'.repeat(depth)}deep${'</div>'.repeat(depth)}`;
  return /<body>/.test(text)
    ? text.replace('<body>', `<body>${nest}`)
    : text.replace('<title>', `${nest}<title>`);
}

/** The bytes stay; header and document claim another charset. */
function wrongCharset(reply: Reply, says: string): Reply {
  const type = reply.headers['content-type']?.split(';')[0] ?? 'text/html';
  const body = replaceAscii(
    replaceAscii(reply.body, /encoding="[^"]+"/, `encoding="${says}"`),
    /<meta charset="[^"]+"/,
    `<meta charset="${says}"`,
  );
  return { ...reply, headers: { ...reply.headers, 'content-type': `${type}; charset=${says}` }, body };
}

function withoutCharset(reply: Reply): Reply {
  const type = reply.headers['content-type']?.split(';')[0] ?? 'text/html';
  const body = replaceAscii(replaceAscii(reply.body, / encoding="[^"]+"/, ''), /<meta charset="[^"]+">/, '');
  return { ...reply, headers: { ...reply.headers, 'content-type': type }, body };
}

/** Works on bytes of any charset that contains ASCII: latin1 keeps each byte as it is. */
function replaceAscii(body: Buffer, pattern: RegExp, by: string): Buffer {
  return Buffer.from(
    body.toString('latin1').replace(pattern, () => by),
    'latin1',
  );
}

function withText(reply: Reply, change: (text: string) => string): Reply {
  return { ...reply, body: Buffer.from(change(reply.body.toString('latin1')), 'latin1') };
}

function redirectTo(location: string, status: number): Reply {
  const page = htmlReply(odd.statusPage(status), status);
  return { ...page, headers: { ...page.headers, location } };
}

function htmlReply(html: string, status = 200): Reply {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body: Buffer.from(html) };
}

import { isIP } from 'node:net';
import { SetUpMistake } from './set-up-mistake.ts';

/** How to reach a mail server. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise STARTTLS where the server offers it. */
  readonly secure: boolean;
  /** A password never goes over an open line, except within this machine. */
  readonly requireTLS: boolean;
  readonly auth: { readonly user: string; readonly pass: string } | null;
}

/** Reads `smtp://user:password@host:port` or `smtps://…`; a SetUpMistake names the variable, never the value. */
export function readSmtpAddress(text: string, variable: string): SmtpServer {
  const mistake = new SetUpMistake(
    `The environment variable ${variable} should hold smtp://user:password@host:port (special characters as %XX).`,
  );
  if (!URL.canParse(text)) throw mistake;
  const url = new URL(text);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const user = decode(url.username);
  const pass = decode(url.password);
  if (!/^smtps?:$/.test(url.protocol) || host === '' || user === null || pass === null) throw mistake;
  const secure = url.protocol === 'smtps:';
  const auth = user === '' ? null : { user, pass };
  const port = url.port ? Number(url.port) : secure ? 465 : 587;
  return { host, port, secure, auth, requireTLS: !secure && auth !== null && !isThisMachine(host) };
}

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

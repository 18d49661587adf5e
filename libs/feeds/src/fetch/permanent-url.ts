import type { Redirect } from '@framewatch/outbound';

/**
 * Where a document has moved for good: the target of the last permanent redirect (301, 308) before the first
 * temporary one, since what comes after that may differ tomorrow. Null where it has not moved.
 */
export function permanentUrl(redirects: readonly Redirect[]): string | null {
  const firstTemporary = redirects.findIndex(({ status }) => status !== 301 && status !== 308);
  const permanent = firstTemporary === -1 ? redirects : redirects.slice(0, firstTemporary);
  return permanent.at(-1)?.to ?? null;
}

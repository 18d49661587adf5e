import { appendFileSync } from 'node:fs';
import type { FeedRow } from '@framewatch/store';
import type { Polled } from './fault-bench.ts';
import type { FaultCase } from './fault-case.ts';

/** What was seen of one case, as it is told in the report. */
export interface Seen {
  fault: FaultCase;
  first: Polled;
  stored: number;
  during: FeedRow;
  gapsDuring: { open: boolean }[];
  last: Polled;
  gapsAfter: { open: boolean; healed: boolean }[];
}

/** Writes a line of the report where one is wanted (`npm run report:faults`): facts of the run, nothing prepared. */
export function tellRow(seen: Seen): void {
  tell(seen.fault.kind, seen.fault.sent, didOf(seen));
}

/** The same for a case that is told in its own words. */
export function tell(kind: string, sent: string, did: string): void {
  const file = process.env['FRAMEWATCH_FAULT_REPORT'];
  if (file) appendFileSync(file, `${JSON.stringify({ kind, sent, did })}\n`);
}

function didOf({ first, stored, during, gapsDuring, last, gapsAfter }: Seen): string {
  const { check } = first;
  const status = check.http_status === null ? '' : ` (${check.http_status})`;
  return [
    `${check.outcome}${status}${check.error ? `: “${check.error}”` : ''}`,
    `${stored} new stored${during.truncated ? ', marked as cut short' : ''}`,
    `“${check.next_check_reason}”`,
    during.paused_reason ? 'paused until an editor asks' : null,
    gapsDuring.length > 0 ? 'coverage gap opened' : null,
    `then well again: ${last.check.new_entries} new${gapsAfter.some(({ healed }) => healed) ? ', gap healed' : ''}`,
  ]
    .filter((part) => part !== null)
    .join('; ')
    .replace(/:\d{4,5}\b/g, '');
}

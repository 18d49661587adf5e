import { invalid } from '../http/problem.ts';

/** Where a page of articles ended: lists are ordered by the counted time, then by id, both descending. */
export interface Place {
  countedAt: Date;
  id: string;
}

/** A place as text that needs no escaping in an address. */
export function writeCursor({ countedAt, id }: Place): string {
  return Buffer.from(`${countedAt.toISOString()} ${id}`).toString('base64url');
}

/** The place that a cursor names. Throws a problem on anything that no page ever gave. */
export function readCursor(cursor: string): Place {
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  const countedAt = new Date(at);
  if (Number.isNaN(countedAt.getTime()) || !/^\d{1,19}$/.test(id))
    throw invalid([{ field: 'cursor', message: 'It is not the nextCursor of a page.' }]);
  return { countedAt, id };
}

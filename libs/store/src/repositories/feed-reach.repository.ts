import { sql as raw } from 'kysely';
import type { Database } from '../database.ts';

/** Which hosts could be reached of late, over all feeds and workers: it tells one dead host from a dead line. */
export interface FeedReachRepository {
  /** Hosts beside this feed's that failed so since any host answered, looking back to `from`; and how many there are. */
  findUnreached(
    feedUrl: string,
    from: Date,
    failures: readonly string[],
  ): Promise<{ unreached: number; others: number }>;
  /** Marks the feeds that failed so since the last answer, and has them asked by `nextCheckAt` at the latest. */
  markOffline(
    from: Date,
    failures: readonly string[],
    mark: { at: Date; nextCheckAt: Date; reason: string },
  ): Promise<void>;
  /** The line is back: every feed marked is due within half a minute, each at another moment. */
  endOffline(at: Date, reason: string): Promise<void>;
}

export function feedReachRepository({ sql }: Database): FeedReachRepository {
  const lastAnswer = (from: Date) => raw`coalesce((
    select max(c.at) from feed_check c where c.at > ${from}
      and (c.http_status is not null or c.failure in ('tls', 'broken-response'))), ${from})`;
  return {
    async findUnreached(feedUrl, from, failures) {
      const { rows } = await raw<{ unreached: string; others: string }>`
        select count(distinct host) filter (where last_failure = any(${failures})
            and last_check_at > ${lastAnswer(from)}) as unreached,
          count(distinct host) as others
        from feed where in_config and paused_reason is null and host <> ${new URL(feedUrl).host.replace(/^www\./, '')}`.execute(
        sql,
      );
      return { unreached: Number(rows[0]?.unreached ?? 0), others: Number(rows[0]?.others ?? 0) };
    },
    async markOffline(from, failures, { at, nextCheckAt, reason }) {
      await raw`
        update feed set offline_since = ${at}, next_check_at = ${nextCheckAt}, next_check_reason = ${reason}
        where in_config and paused_reason is null and offline_since is null and next_check_at > ${nextCheckAt}
          and last_failure = any(${failures}) and last_check_at > ${lastAnswer(from)}`.execute(sql);
    },
    async endOffline(at, reason) {
      await raw`
        update feed set offline_since = null, next_check_reason = ${reason}, reserved_start_at = null,
          next_check_at = least(next_check_at, ${at}::timestamptz + random() * interval '30 seconds')
        where offline_since is not null`.execute(sql);
    },
  };
}

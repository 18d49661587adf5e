import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  // The gate's key, as the repository of gates makes it: www.x and x are one site, and the scheme's own port says nothing.
  `alter table feed add column host text not null generated always as (regexp_replace(
    lower(split_part(split_part(split_part(split_part(current_url, '://', 2), '/', 1), '?', 1), '#', 1)),
    '^www\\.|:(80|443)$', '', 'g')) stored`,
  'create index feed_by_host on feed (host, next_check_at) where in_config and paused_reason is null',

  // One round trip instead of eight, and the host's row is locked for as long as PostgreSQL needs, not the network.
  // A place in the queue is used up only by a start or by waiting for it: a busy or blocked host costs none.
  `create function take_host_turn(
    the_host text, gap interval, most integer, reserved timestamptz, at timestamptz, lease interval,
    out answer text, out wait_until timestamptz, out lease_token uuid)
  language plpgsql as $$
  declare
    gate host_gate;
    start_at timestamptz;
    -- A place that passed unused, in an outage say, is lost: otherwise everybody would start at once afterwards.
    keeps_place boolean := reserved is not null and reserved + gap >= at;
  begin
    insert into host_gate (host) values (the_host) on conflict do nothing;
    select * into gate from host_gate where host = the_host for update;
    if gate.blocked_until > at then
      answer := 'blocked'; wait_until := gate.blocked_until; return;
    end if;
    start_at := case when keeps_place then reserved else greatest(gate.next_start_at, at) end;
    -- The one before may have started late: the gap counts from its real start.
    start_at := greatest(start_at, gate.last_start_at + gap);
    if start_at > at then
      if not keeps_place then
        update host_gate set next_start_at = start_at + gap where host = the_host;
      end if;
      answer := 'gap'; wait_until := start_at; return;
    end if;
    delete from host_lease where host = the_host and expires_at < at;
    if (select count(*) from host_lease where host = the_host) >= most then
      answer := 'busy'; return;
    end if;
    insert into host_lease (host, expires_at) values (the_host, at + lease) returning token into lease_token;
    update host_gate set last_start_at = at, next_start_at = greatest(next_start_at, at + gap) where host = the_host;
    answer := 'go';
  end $$`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

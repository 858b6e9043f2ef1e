-- In which states a channel was, for thirty days: a row for each change of it, by the process that made the change. One instant has one state, the last that was written of it.
-- `detail`: why, as the vendor or the product said it.
create table channels.state_change (
  tenant_id uuid not null,
  channel_id uuid not null,
  at timestamptz not null,
  state text not null check (state in ('disconnected', 'connecting', 'connected', 'paused', 'error')),
  detail text,
  primary key (tenant_id, channel_id, at),
  foreign key (tenant_id, channel_id) references channels.channel (tenant_id, id) on delete cascade
);
call platform.protect('channels.state_change', true);

-- What is known of those that are there: their state of today, and since when.
insert into channels.state_change (tenant_id, channel_id, at, state, detail)
select tenant_id, id, state_since, state, state_detail from channels.channel where deleted_at is null;

-- Where the newest entries of the tenant begin, so many of them, whosever they are: null while there are not so many. Reach would have it look through all entries for those that
-- somebody sees; it tells a key and an instant and nothing of the entries.
create function platform.newest_entries(most integer) returns table (id uuid, at timestamptz) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select o.id, o.created_at from platform.outbox o where o.tenant_id = platform.current_tenant() order by o.id desc offset most - 1 limit 1
$$;
revoke all on function platform.newest_entries(integer) from public;
grant execute on function platform.newest_entries(integer) to cq_app;

-- migrate:down
drop function platform.newest_entries(integer);
drop table channels.state_change;

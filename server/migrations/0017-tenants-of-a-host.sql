-- What the host of an installation decides about its tenants: how much each may use, whether it works, and who looked into it.
alter table tenancy.tenant
  add column user_limit integer check (user_limit >= 0),
  add column channel_limit integer check (channel_limit >= 0),
  add column message_limit bigint check (message_limit >= 0),
  add column storage_limit bigint check (storage_limit >= 0),
  add column suspended_at timestamptz;
create index tenant_name on tenancy.tenant (lower(name), tenant_id);

-- Messages sent per month of tenants with a limit, counted as they leave. Tenants without one cost no write.
create table tenancy.message_month (
  tenant_id uuid not null references tenancy.tenant,
  month date not null,
  sent bigint not null,
  primary key (tenant_id, month)
) with (fillfactor = 50);
call platform.protect('tenancy.message_month', true);

-- A limit is held where the rows are added, whoever adds them. The tenant's row is locked before counting: of two who add the last one, the
-- second counts what the first has committed. Raised with a state of our own; the text is the code that callers are told.
create function tenancy.hold_limit() returns trigger language plpgsql as $$
declare most bigint; has bigint;
begin
  execute format('select %I from tenancy.tenant where tenant_id = $1', tg_argv[0] || '_limit') into most using new.tenant_id;
  if most is null then return null; end if;
  execute format('select %I from tenancy.tenant where tenant_id = $1 for no key update', tg_argv[0] || '_limit') into most using new.tenant_id;
  case tg_argv[0]
    when 'user' then select count(*) into has from identity.membership m where m.tenant_id = new.tenant_id and m.status = 'active';
    when 'channel' then select count(*) into has from channels.channel c where c.tenant_id = new.tenant_id and c.deleted_at is null;
    else select sum(f.size) into has from files.file f where f.tenant_id = new.tenant_id;
  end case;
  if has > most then
    raise exception using errcode = 'CQ409', message = format('limit.%s', tg_argv[1]),
      detail = format('This organisation may have at most %s (%s). Ask whoever runs this installation for more.', most, tg_argv[2]);
  end if;
  return null;
end $$;

create trigger hold_user_limit after insert on identity.membership
  for each row when (new.status = 'active') execute function tenancy.hold_limit('user', 'users', 'users');
create trigger hold_user_limit_again after update of status on identity.membership
  for each row when (new.status = 'active' and old.status <> 'active') execute function tenancy.hold_limit('user', 'users', 'users');
create trigger hold_channel_limit after insert on channels.channel
  for each row when (new.deleted_at is null) execute function tenancy.hold_limit('channel', 'channels', 'channels');
create trigger hold_channel_limit_again after update of deleted_at on channels.channel
  for each row when (new.deleted_at is null and old.deleted_at is not null) execute function tenancy.hold_limit('channel', 'channels', 'channels');
-- What customers send has arrived already and is never refused: only what members add is held back.
create trigger hold_storage_limit after insert on files.file
  for each row when (new.created_by is not null) execute function tenancy.hold_limit('storage', 'storage', 'bytes');

-- What tenants use, for a whole page of them in one statement; each number is found by an index.
create function tenancy.usage_of(ids uuid[], at timestamptz)
returns table (tenant_id uuid, users bigint, channels bigint, messages bigint, storage bigint, last_activity timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select t.tenant_id,
    (select count(*) from identity.membership m where m.tenant_id = t.tenant_id and m.status = 'active'),
    (select count(*) from channels.channel c where c.tenant_id = t.tenant_id and c.deleted_at is null),
    case when t.message_limit is null
      then (select coalesce(sum(d.count), 0)::bigint from analytics.day d
            where d.tenant_id = t.tenant_id and d.day >= date_trunc('month', at at time zone t.time_zone)::date and d.measure = 'messages_out')
      else coalesce((select m.sent from tenancy.message_month m
            where m.tenant_id = t.tenant_id and m.month = date_trunc('month', at at time zone t.time_zone)::date), 0) end,
    (select coalesce(sum(f.size), 0)::bigint from files.file f where f.tenant_id = t.tenant_id),
    (select e.occurred_at from platform.event e where e.tenant_id = t.tenant_id order by e.seq desc limit 1)
  from unnest(ids) as wanted (id) join tenancy.tenant t on t.tenant_id = wanted.id
$$;
revoke execute on function tenancy.usage_of(uuid[], timestamptz) from public;
grant execute on function tenancy.usage_of(uuid[], timestamptz) to cq_system;

-- The same for the tenant itself, whoever asks.
create function tenancy.own_usage(at timestamptz)
returns table (tenant_id uuid, users bigint, channels bigint, messages bigint, storage bigint, last_activity timestamptz)
language sql stable security definer set search_path = pg_catalog as $$ select * from tenancy.usage_of(array[platform.current_tenant()], at) $$;
revoke execute on function tenancy.own_usage(timestamptz) from public;
grant execute on function tenancy.own_usage(timestamptz) to cq_app;

-- Who of the host worked in a tenant, as whom, why and for how long. The tenant's own: it may read who was there.
create table identity.impersonation (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  host_user_id uuid not null references identity."user",
  user_id uuid not null references identity."user",
  reason text not null check (length(reason) between 1 and 500),
  may_write boolean not null,
  started_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id)
);
call platform.protect('identity.impersonation', true);

-- migrate:down
drop table identity.impersonation;
drop function tenancy.own_usage(timestamptz);
drop function tenancy.usage_of(uuid[], timestamptz);
drop trigger hold_storage_limit on files.file;
drop trigger hold_channel_limit on channels.channel;
drop trigger hold_channel_limit_again on channels.channel;
drop trigger hold_user_limit on identity.membership;
drop trigger hold_user_limit_again on identity.membership;
drop function tenancy.hold_limit();
drop table tenancy.message_month;
drop index tenancy.tenant_name;
alter table tenancy.tenant drop column user_limit, drop column channel_limit, drop column message_limit, drop column storage_limit, drop column suspended_at;

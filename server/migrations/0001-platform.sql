-- The engine room: tenant isolation, lanes and jobs, inbox, outbox, event log, idempotency. No domain word.
create schema platform;
grant usage on schema platform to cq_app, cq_system, cq_auditor;

create function platform.current_tenant() returns uuid language sql stable as
$$ select nullif(current_setting('app.tenant_id', true), '')::uuid $$;

-- Turns on row-level security for a tenant table: the application sees its tenant's rows only; the system role all rows, where asked for.
create procedure platform.protect(target regclass, system boolean default false) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('create policy tenant on %s to cq_app using (tenant_id = platform.current_tenant()) with check (tenant_id = platform.current_tenant())', target);
  execute format('create policy audit on %s for select to cq_auditor using (tenant_id = platform.current_tenant())', target);
  execute format('grant select, insert, update, delete on %s to cq_app', target);
  execute format('grant select on %s to cq_auditor', target);
  if system then
    execute format('create policy system on %s to cq_system using (true) with check (true)', target);
    execute format('grant select, insert, update, delete on %s to cq_system', target);
  end if;
end $$;

-- A lane is a mailbox: one worker at a time, jobs in order. It exists only while it has work.
create table platform.lane (
  tenant_id uuid not null,
  queue text not null,
  key text not null,
  ready_at timestamptz not null,
  blocked_until timestamptz,
  lease_until timestamptz,
  worker uuid,
  fence bigint not null default 0,
  primary key (tenant_id, queue, key)
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
create index lane_ready on platform.lane (ready_at) where lease_until is null;
create index lane_leased on platform.lane (lease_until) where lease_until is not null;
call platform.protect('platform.lane', true);

create table platform.job (
  tenant_id uuid not null,
  queue text not null,
  key text not null,
  id bigint generated always as identity,
  run_at timestamptz not null,
  attempts smallint not null default 0,
  last_error text,
  payload json not null,
  added_at timestamptz not null default now(),
  primary key (tenant_id, queue, key, id)
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
call platform.protect('platform.job', true);

create table platform.dead_letter (
  tenant_id uuid not null,
  id uuid not null,
  queue text not null,
  key text not null,
  payload json not null,
  error text not null,
  attempts smallint not null,
  failed_at timestamptz not null,
  primary key (tenant_id, id)
);
call platform.protect('platform.dead_letter', true);

-- What providers delivered, by their own ids: the second delivery of the same thing finds its row and does nothing.
create table platform.inbox (
  tenant_id uuid not null,
  source uuid not null,
  event_id text not null,
  received_at timestamptz not null default now(),
  primary key (tenant_id, source, event_id)
);
create index inbox_age on platform.inbox using brin (received_at);
call platform.protect('platform.inbox', true);

-- What is to be sent. The id is the message's own id and travels with the request where the provider lets it.
create table platform.outbox (
  tenant_id uuid not null,
  id uuid not null,
  position bigint generated always as identity,
  sender uuid not null,
  recipient text not null,
  subject uuid,
  kind text not null,
  payload jsonb not null,
  priority smallint not null default 100,
  state text not null default 'pending' check (state in ('pending', 'processing', 'sent', 'failed', 'uncertain', 'cancelled')),
  not_before timestamptz not null,
  attempts smallint not null default 0,
  lease_until timestamptz,
  fence bigint not null default 0,
  provider_message_id text,
  error jsonb,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id)
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);
create index outbox_due on platform.outbox (tenant_id, sender, priority, position) where state = 'pending';
create index outbox_order on platform.outbox (tenant_id, sender, recipient, position) where state in ('pending', 'processing');
create index outbox_leased on platform.outbox (lease_until) where state = 'processing';
create index outbox_state on platform.outbox (tenant_id, state, id desc);
call platform.protect('platform.outbox', true);

create table platform.event_counter (
  tenant_id uuid primary key,
  last_seq bigint not null
) with (fillfactor = 50);
call platform.protect('platform.event_counter', true);

create table platform.event (
  tenant_id uuid not null,
  seq bigint not null,
  type text not null,
  payload jsonb not null,
  occurred_at timestamptz not null,
  primary key (tenant_id, seq)
);
call platform.protect('platform.event', true);

create table platform.event_cursor (
  tenant_id uuid not null,
  consumer text not null,
  seq bigint not null,
  primary key (tenant_id, consumer)
);
call platform.protect('platform.event_cursor', true);

-- Events as transactions leave them: no counter, so no transaction waits for another. Numbered right after their commit.
create table platform.event_pending (
  tenant_id uuid not null,
  id bigint generated always as identity,
  type text not null,
  payload jsonb not null,
  occurred_at timestamptz not null,
  primary key (tenant_id, id)
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
create index event_pending_order on platform.event_pending (id);
call platform.protect('platform.event_pending', true);

-- Moves committed events into the log with the tenant's next numbers, without gaps; one caller at a time. Returns the tenants whose log grew.
create function platform.number_events(batch integer) returns table (tenant uuid, moved bigint) language plpgsql as $$
begin
  if not pg_try_advisory_xact_lock(7223846002) then return; end if;
  return query
  with taken as (
    delete from platform.event_pending p using (select e.tenant_id, e.id from platform.event_pending e order by e.id limit batch) first
    where p.tenant_id = first.tenant_id and p.id = first.id returning p.tenant_id, p.id, p.type, p.payload, p.occurred_at),
  totals as (select t.tenant_id, count(*) as added from taken t group by t.tenant_id),
  counted as (
    insert into platform.event_counter as counter (tenant_id, last_seq) select t.tenant_id, t.added from totals t order by t.tenant_id
    on conflict (tenant_id) do update set last_seq = counter.last_seq + excluded.last_seq returning counter.tenant_id, counter.last_seq),
  stored as (
    insert into platform.event (tenant_id, seq, type, payload, occurred_at)
    select t.tenant_id, c.last_seq - s.added + row_number() over (partition by t.tenant_id order by t.id), t.type, t.payload, t.occurred_at
    from taken t join totals s on s.tenant_id = t.tenant_id join counted c on c.tenant_id = t.tenant_id)
  select s.tenant_id, s.added from totals s;
end $$;

-- Gives lanes back. Locks first and looks afterwards (two statements, two snapshots), so that work added meanwhile is never forgotten.
create function platform.release_lanes(holder uuid, tenants uuid[], queues text[], keys text[], blocked timestamptz[]) returns void language plpgsql as $$
begin
  perform 1 from platform.lane l
  join unnest(tenants, queues, keys) as held (tenant_id, queue, key) using (tenant_id, queue, key)
  where l.worker = holder order by l.tenant_id, l.queue, l.key for update of l;
  with held as (select * from unnest(tenants, queues, keys, blocked) as h (tenant_id, queue, key, blocked_until)),
  next as (
    select held.*, least(
      (select min(run_at) from platform.job j where j.tenant_id = held.tenant_id and j.queue = held.queue and j.key = held.key),
      case when held.queue = 'send' then (select min(not_before) from platform.outbox o where o.tenant_id = held.tenant_id and o.sender = held.key::uuid and o.state = 'pending') end) as due
    from held),
  gone as (
    delete from platform.lane l using next where l.tenant_id = next.tenant_id and l.queue = next.queue and l.key = next.key and l.worker = holder and next.due is null)
  update platform.lane l set lease_until = null, worker = null, blocked_until = next.blocked_until, ready_at = greatest(next.due, next.blocked_until)
  from next where l.tenant_id = next.tenant_id and l.queue = next.queue and l.key = next.key and l.worker = holder and next.due is not null;
end $$;

create table platform.idempotency (
  tenant_id uuid not null,
  user_id uuid not null,
  key text not null,
  request text not null,
  status smallint not null,
  response json not null,
  created_at timestamptz not null,
  primary key (tenant_id, user_id, key)
);
create index idempotency_age on platform.idempotency using brin (created_at);
call platform.protect('platform.idempotency', true);

-- migrate:down
drop schema platform cascade;

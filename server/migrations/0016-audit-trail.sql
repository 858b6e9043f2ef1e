-- The trail: who did what to what, numbered and chained per tenant. Acts leave it in their own transaction; right after the commit they get their
-- places and hashes, one caller at a time, so that no transaction waits for another.
create schema audit;
grant usage on schema audit to cq_app, cq_system, cq_auditor;

-- What acts left and nobody has chained yet. Written with the act, never read by the application.
create table audit.pending (
  tenant_id uuid not null,
  id bigint generated always as identity,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('user', 'key', 'flow', 'assistant', 'host', 'system')),
  actor_id text,
  actor_name text,
  on_behalf_of text,
  on_behalf_name text,
  action text not null,
  subject_kind text,
  subject_id text,
  subject_name text,
  before jsonb,
  after jsonb,
  address text,
  country text,
  agent text,
  request_id text,
  result text not null check (result in ('done', 'refused')),
  -- An act of the host upon a tenant stands in both trails.
  for_host boolean not null default false,
  primary key (tenant_id, id)
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
create index pending_order on audit.pending (id);
call platform.protect('audit.pending', true);
revoke select, update, delete on audit.pending from cq_app, cq_system;
revoke select on audit.pending from cq_auditor;

create table audit.record (
  tenant_id uuid not null,
  seq bigint not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id text,
  actor_name text,
  on_behalf_of text,
  on_behalf_name text,
  action text not null,
  subject_kind text,
  subject_id text,
  subject_name text,
  before jsonb,
  after jsonb,
  address text,
  country text,
  agent text,
  request_id text,
  result text not null,
  previous_hash bytea not null,
  hash bytea not null,
  -- What the action is about. A column, because row-level security keeps the planner from looking for the result of a function in an index.
  kind text not null generated always as (split_part(action, '.', 1)) stored,
  primary key (tenant_id, seq)
);
-- Each filter of the page is an index in the order of the page, so that a page costs the same however long the trail is.
create index record_at on audit.record (tenant_id, at, seq);
create index record_actor on audit.record (tenant_id, actor_id, at, seq);
create index record_subject on audit.record (tenant_id, subject_id, at, seq);
create index record_action on audit.record (tenant_id, action, at, seq);
create index record_kind on audit.record (tenant_id, kind, at, seq);
create index record_refused on audit.record (tenant_id, at, seq) where result = 'refused';
call platform.protect('audit.record', true);
-- Records are made by audit.chain alone: nobody writes one by hand, nobody changes one.
revoke insert, update, delete on audit.record from cq_app, cq_system;

-- The end of each chain: records cut off at the end are missed, too.
create table audit.head (
  tenant_id uuid primary key,
  last_seq bigint not null,
  last_hash bytea not null,
  chained_at timestamptz not null
) with (fillfactor = 50);
call platform.protect('audit.head', true);
revoke insert, update, delete on audit.head from cq_app, cq_system;

-- What retention removed: up to which number, how many, and the hash that the first record kept goes on from.
create table audit.anchor (
  tenant_id uuid not null,
  seq bigint not null,
  hash bytea not null,
  removed bigint not null,
  at timestamptz not null default now(),
  primary key (tenant_id, seq)
);
call platform.protect('audit.anchor', true);
revoke insert, update, delete on audit.anchor from cq_app, cq_system;

-- Also the owner of the tables, who may do anything, does not do this by accident. A tenant that is removed as a whole takes its trail along.
create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and (current_setting('audit.retention', true) = 'on' or current_setting('app.removing_tenant', true) = old.tenant_id::text) then
    return old;
  end if;
  raise exception 'the audit trail is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger append_only before update or delete on audit.record for each row execute function audit.refuse_change();
create trigger never_emptied before truncate on audit.record for each statement execute function audit.refuse_change();
create trigger append_only before update or delete on audit.anchor for each row execute function audit.refuse_change();
create trigger never_emptied before truncate on audit.anchor for each statement execute function audit.refuse_change();

-- SHA-256 over the hash before and the canonical form: a JSON array of all columns in their order, as PostgreSQL prints jsonb, time in UTC with microseconds.
create function audit.digest(previous bytea, r audit.record) returns bytea language sql stable as $$
  select sha256(previous || convert_to(jsonb_build_array(
    r.tenant_id, r.seq, to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), r.actor_kind, r.actor_id, r.actor_name, r.on_behalf_of, r.on_behalf_name,
    r.action, r.subject_kind, r.subject_id, r.subject_name, r.before, r.after, r.address, r.country, r.agent, r.request_id, r.result)::text, 'UTF8')) $$;

-- Gives one act the next place in a chain. Whoever calls it holds the lock of the chains.
create function audit.append(owner uuid, act audit.pending) returns audit.record language plpgsql as $$
declare made audit.record; tail audit.head;
begin
  insert into audit.head (tenant_id, last_seq, last_hash, chained_at) values (owner, 0, '\x', now()) on conflict do nothing;
  select * into tail from audit.head h where h.tenant_id = owner for update;
  made.tenant_id := owner;
  made.seq := tail.last_seq + 1;
  made.at := act.at;
  made.actor_kind := act.actor_kind;
  made.actor_id := act.actor_id;
  made.actor_name := act.actor_name;
  made.on_behalf_of := act.on_behalf_of;
  made.on_behalf_name := act.on_behalf_name;
  made.action := act.action;
  made.subject_kind := act.subject_kind;
  made.subject_id := act.subject_id;
  made.subject_name := act.subject_name;
  made.before := act.before;
  made.after := act.after;
  made.address := act.address;
  made.country := act.country;
  made.agent := act.agent;
  made.request_id := act.request_id;
  made.result := act.result;
  made.previous_hash := tail.last_hash;
  made.hash := audit.digest(tail.last_hash, made);
  insert into audit.record (tenant_id, seq, at, actor_kind, actor_id, actor_name, on_behalf_of, on_behalf_name, action, subject_kind, subject_id, subject_name, before, after,
    address, country, agent, request_id, result, previous_hash, hash)
  values (made.tenant_id, made.seq, made.at, made.actor_kind, made.actor_id, made.actor_name, made.on_behalf_of, made.on_behalf_name, made.action,
    made.subject_kind, made.subject_id, made.subject_name, made.before, made.after, made.address, made.country, made.agent, made.request_id, made.result, made.previous_hash, made.hash);
  update audit.head h set last_seq = made.seq, last_hash = made.hash, chained_at = now() where h.tenant_id = owner;
  return made;
end $$;
revoke execute on function audit.append(uuid, audit.pending) from public;

-- Moves what is committed into the chains; one caller at a time. As its owner, because nobody else may write records. Tells whose chain grew.
create function audit.chain(batch integer) returns table (tenant uuid, moved bigint) language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare left_act audit.pending; counts jsonb := '{}'; host constant uuid := '00000000-0000-0000-0000-000000000000'; owners uuid[]; owner uuid;
begin
  if not pg_try_advisory_xact_lock(7223846003) then return; end if;
  for left_act in select * from audit.pending order by id limit batch loop
    owners := case when left_act.for_host and left_act.tenant_id <> host then array[left_act.tenant_id, host] else array[left_act.tenant_id] end;
    foreach owner in array owners loop
      perform audit.append(owner, left_act);
      counts := counts || jsonb_build_object(owner, coalesce((counts ->> owner::text)::bigint, 0) + 1);
    end loop;
    delete from audit.pending p where p.tenant_id = left_act.tenant_id and p.id = left_act.id;
  end loop;
  return query select key::uuid, value::bigint from jsonb_each_text(counts);
end $$;
revoke execute on function audit.chain(integer) from public;
grant execute on function audit.chain(integer) to cq_system;

-- The one way in which records of a tenant that stays leave: the oldest ones, never one from the middle and none of the last 30 days. An anchor stays,
-- and a record of the removal at the end of the chain that vouches for the anchor: whoever only deletes rows and writes an anchor is found.
create function audit.forget_before(tenant uuid, until timestamptz) returns bigint language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare last audit.record; act audit.pending; gone bigint;
begin
  if until > now() - interval '30 days' then raise exception 'the last 30 days of a trail stay' using errcode = 'insufficient_privilege'; end if;
  perform pg_advisory_xact_lock(7223846003);
  select * into last from audit.record r where r.tenant_id = tenant and r.seq < coalesce(
    (select min(k.seq) from audit.record k where k.tenant_id = tenant and k.at >= until), 9223372036854775807) order by r.seq desc limit 1;
  if last.seq is null then return 0; end if;
  perform set_config('audit.retention', 'on', true);
  delete from audit.record r where r.tenant_id = tenant and r.seq <= last.seq;
  get diagnostics gone = row_count;
  perform set_config('audit.retention', 'off', true);
  insert into audit.anchor (tenant_id, seq, hash, removed) values (tenant, last.seq, last.hash, gone);
  act.at := now();
  act.actor_kind := 'system';
  act.action := 'audit.pruned';
  act.subject_kind := 'audit';
  act.subject_id := last.seq::text;
  act.after := jsonb_build_object('removed', gone, 'lastSeq', last.seq, 'lastHash', encode(last.hash, 'hex'), 'before', until);
  act.result := 'done';
  perform audit.append(tenant, act);
  return gone;
end $$;
revoke execute on function audit.forget_before(uuid, timestamptz) from public;
grant execute on function audit.forget_before(uuid, timestamptz) to cq_system;

-- migrate:down
drop schema audit cascade;

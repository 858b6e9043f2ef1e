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
  action text not null,
  subject_kind text,
  subject_id text,
  before jsonb,
  after jsonb,
  address text,
  agent text,
  request_id text,
  result text not null check (result in ('done', 'refused')),
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
  action text not null,
  subject_kind text,
  subject_id text,
  before jsonb,
  after jsonb,
  address text,
  agent text,
  request_id text,
  result text not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (tenant_id, seq)
);
create index record_actor on audit.record (tenant_id, actor_id, seq desc);
create index record_subject on audit.record (tenant_id, subject_id, seq desc);
create index record_action on audit.record (tenant_id, action, seq desc);
create index record_at on audit.record (tenant_id, at);
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

-- What retention removed: up to which number, how many, why, and the hash that the first record kept goes on from.
create table audit.anchor (
  tenant_id uuid not null,
  seq bigint not null,
  hash bytea not null,
  removed bigint not null,
  reason text not null,
  at timestamptz not null default now(),
  primary key (tenant_id, seq)
);
call platform.protect('audit.anchor', true);
revoke insert, update, delete on audit.anchor from cq_app, cq_system;

-- Also the owner of the tables, who may do anything, does not do this by accident.
create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('audit.retention', true) = 'on' then return old; end if;
  raise exception 'the audit trail is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger append_only before update or delete on audit.record for each row execute function audit.refuse_change();
create trigger never_emptied before truncate on audit.record for each statement execute function audit.refuse_change();
create trigger append_only before update or delete on audit.anchor for each row execute function audit.refuse_change();

-- SHA-256 over the hash before and the canonical form: a JSON array of all columns in their order, as PostgreSQL prints jsonb, time in UTC with microseconds.
create function audit.digest(previous bytea, r audit.record) returns bytea language sql stable as $$
  select sha256(previous || convert_to(jsonb_build_array(
    r.tenant_id, r.seq, to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), r.actor_kind, r.actor_id, r.actor_name, r.on_behalf_of, r.action,
    r.subject_kind, r.subject_id, r.before, r.after, r.address, r.agent, r.request_id, r.result)::text, 'UTF8')) $$;

-- Moves what is committed into the chains; one caller at a time. As its owner, because nobody else may write records. Tells whose chain grew.
create function audit.chain(batch integer) returns table (tenant uuid, moved bigint) language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare left_act audit.pending; made audit.record; tail audit.head; counts jsonb := '{}';
begin
  if not pg_try_advisory_xact_lock(7223846003) then return; end if;
  for left_act in select * from audit.pending order by id limit batch loop
    insert into audit.head (tenant_id, last_seq, last_hash, chained_at) values (left_act.tenant_id, 0, '\x', now()) on conflict do nothing;
    select * into tail from audit.head h where h.tenant_id = left_act.tenant_id for update;
    made := row(left_act.tenant_id, tail.last_seq + 1, left_act.at, left_act.actor_kind, left_act.actor_id, left_act.actor_name, left_act.on_behalf_of,
      left_act.action, left_act.subject_kind, left_act.subject_id, left_act.before, left_act.after, left_act.address, left_act.agent, left_act.request_id,
      left_act.result, tail.last_hash, null);
    made.hash := audit.digest(tail.last_hash, made);
    insert into audit.record select made.*;
    update audit.head h set last_seq = made.seq, last_hash = made.hash, chained_at = now() where h.tenant_id = made.tenant_id;
    delete from audit.pending p where p.tenant_id = left_act.tenant_id and p.id = left_act.id;
    counts := counts || jsonb_build_object(made.tenant_id, coalesce((counts ->> made.tenant_id::text)::bigint, 0) + 1);
  end loop;
  return query select key::uuid, value::bigint from jsonb_each_text(counts);
end $$;
revoke execute on function audit.chain(integer) from public;
grant execute on function audit.chain(integer) to cq_system;

-- The one way in which records leave: the oldest ones of a tenant, never one from the middle, and an anchor stays. Nobody but the owner may call it.
create function audit.forget_before(tenant uuid, until timestamptz, why text) returns bigint language plpgsql as $$
declare last audit.record; gone bigint;
begin
  perform pg_advisory_xact_lock(7223846003);
  select * into last from audit.record r where r.tenant_id = tenant and r.seq < coalesce(
    (select min(k.seq) from audit.record k where k.tenant_id = tenant and k.at >= until), 9223372036854775807) order by r.seq desc limit 1;
  if last.seq is null then return 0; end if;
  perform set_config('audit.retention', 'on', true);
  delete from audit.record r where r.tenant_id = tenant and r.seq <= last.seq;
  get diagnostics gone = row_count;
  perform set_config('audit.retention', 'off', true);
  insert into audit.anchor (tenant_id, seq, hash, removed, reason) values (tenant, last.seq, last.hash, gone, why);
  return gone;
end $$;
revoke execute on function audit.forget_before(uuid, timestamptz, text) from public;

-- migrate:down
drop schema audit cascade;

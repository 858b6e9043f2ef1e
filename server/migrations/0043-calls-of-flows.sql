-- What flows ask of other programs: secrets they need, calls under way; and what keeps a flow from talking for ever.
create table flows.secret (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  name text not null check (length(name) between 1 and 40),
  -- Sealed, and never told again.
  sealed bytea not null,
  -- Where it may be sent; empty: anywhere.
  hosts text[] not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, name)
);
call platform.protect('flows.secret');

-- A call from the turn that wants it until its result is back. `wait` is the token of the run's wait; `begun_at` is set while a try is out.
create table flows.call (
  tenant_id uuid not null,
  id uuid not null,
  run_id uuid not null,
  conversation_id uuid not null,
  wait integer not null,
  request jsonb not null,
  tries smallint not null default 0,
  begun_at timestamptz,
  outcome jsonb,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  -- The run of a first turn is written after the call that it wants.
  foreign key (tenant_id, run_id) references flows.run (tenant_id, id) on delete cascade deferrable initially deferred
);
create index call_run on flows.call (tenant_id, run_id);
call platform.protect('flows.call', true);
create policy reach on flows.call as restrictive for select to cq_app
  using (platform.reaches_all() or conversations.within_reach(conversation_id));

-- How much bots said lately in a conversation, and what they heard: see `flow/src/safety`.
create table flows.pace (
  tenant_id uuid not null,
  conversation_id uuid not null,
  state jsonb not null,
  updated_at timestamptz not null,
  primary key (tenant_id, conversation_id)
) with (fillfactor = 70);
call platform.protect('flows.pace', true);
create policy reach on flows.pace as restrictive for select to cq_app
  using (platform.reaches_all() or conversations.within_reach(conversation_id));

-- One row per tenant that has changed anything.
create table flows.limits (
  tenant_id uuid primary key references tenancy.tenant,
  settings jsonb not null,
  updated_at timestamptz not null
);
call platform.protect('flows.limits');

-- migrate:down
drop table flows.limits;
drop table flows.pace;
drop table flows.call;
drop table flows.secret;

-- Connected accounts.
create schema channels;
grant usage on schema channels to cq_app, cq_system, cq_auditor;

create table channels.channel (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  kind text not null,
  name text not null,
  state text not null default 'disconnected' check (state in ('disconnected', 'connecting', 'connected', 'paused', 'error')),
  state_detail text,
  state_since timestamptz not null,
  address text,
  account text,
  settings jsonb not null default '{}',
  secrets bytea,
  flow_id uuid,
  last_inbound_at timestamptz,
  last_outbound_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (tenant_id, id)
);
create unique index channel_id on channels.channel (id);
create unique index channel_account on channels.channel (tenant_id, kind, account) where deleted_at is null and account is not null;
create index channel_account_lookup on channels.channel (kind, account) where deleted_at is null and account is not null;
call platform.protect('channels.channel', true);

create table channels.log (
  tenant_id uuid not null,
  id uuid not null,
  channel_id uuid not null,
  at timestamptz not null,
  level text not null check (level in ('info', 'warn', 'error')),
  event text not null,
  detail jsonb not null default '{}',
  primary key (tenant_id, id),
  foreign key (tenant_id, channel_id) references channels.channel (tenant_id, id)
);
create index log_channel on channels.log (tenant_id, channel_id, id desc);
call platform.protect('channels.log', true);

-- Published for other modules' screens.
create view channels.channel_card with (security_invoker = true) as
  select tenant_id, id, kind, name, state, flow_id, deleted_at from channels.channel;
grant select on channels.channel_card to cq_app, cq_auditor;

-- migrate:down
drop schema channels cascade;

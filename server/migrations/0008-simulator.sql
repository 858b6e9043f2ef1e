-- Simulated phones: what they show, and what goes wrong on purpose.
create schema simulator;
grant usage on schema simulator to cq_app, cq_system, cq_auditor;

create table simulator.phone (
  tenant_id uuid not null,
  channel_id uuid not null,
  phone text not null,
  name text not null,
  created_at timestamptz not null,
  primary key (tenant_id, channel_id, phone),
  foreign key (tenant_id, channel_id) references channels.channel (tenant_id, id)
);
call platform.protect('simulator.phone');

create table simulator.screen (
  tenant_id uuid not null,
  channel_id uuid not null,
  phone text not null,
  position bigint generated always as identity,
  id text not null,
  client_ref text,
  direction text not null check (direction in ('in', 'out')),
  content jsonb not null,
  status text not null check (status in ('sent', 'delivered', 'read', 'failed')),
  quoted text,
  reactions jsonb not null default '[]',
  edited_at timestamptz,
  deleted_at timestamptz,
  at timestamptz not null,
  primary key (tenant_id, channel_id, phone, position),
  unique (tenant_id, channel_id, id),
  foreign key (tenant_id, channel_id, phone) references simulator.phone (tenant_id, channel_id, phone) on delete cascade
);
create unique index screen_client_ref on simulator.screen (tenant_id, channel_id, client_ref) where client_ref is not null;
-- From the business and not looked at yet.
create index screen_unread on simulator.screen (tenant_id, channel_id, phone) where direction = 'in' and status in ('sent', 'delivered');
call platform.protect('simulator.screen');

create table simulator.fault (
  tenant_id uuid not null,
  channel_id uuid not null,
  faults jsonb not null,
  primary key (tenant_id, channel_id),
  foreign key (tenant_id, channel_id) references channels.channel (tenant_id, id)
);
call platform.protect('simulator.fault');

-- migrate:down
drop schema simulator cascade;

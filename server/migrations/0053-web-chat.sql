-- Visitors of web chats and what their browsers are told. A visitor's row is the lock of their chat: it numbers each change without a gap, in the order
-- of the commits, so that a browser that knows a number has all before it.
create schema webchat;
grant usage on schema webchat to cq_app, cq_system, cq_auditor;

create table webchat.visitor (
  tenant_id uuid not null,
  channel_id uuid not null,
  id uuid not null,
  -- As the site itself calls them, proven by its signature.
  subject text check (length(subject) between 1 and 200),
  name text check (length(name) <= 200),
  email text check (length(email) <= 300),
  last_seq bigint not null default 0,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  primary key (tenant_id, channel_id, id),
  foreign key (tenant_id, channel_id) references channels.channel (tenant_id, id)
);
create unique index visitor_subject on webchat.visitor (tenant_id, channel_id, subject) where subject is not null;
-- Who came and never said a word.
create index visitor_silent on webchat.visitor (tenant_id, seen_at) where last_seq = 0;
call platform.protect('webchat.visitor');

create table webchat.entry (
  tenant_id uuid not null,
  channel_id uuid not null,
  visitor_id uuid not null,
  position bigint not null,
  seq bigint not null check (seq >= position),
  id text not null,
  by text not null check (by in ('business', 'visitor')),
  content jsonb not null,
  status text not null check (status in ('sent', 'delivered', 'read')),
  quoted text,
  at timestamptz not null,
  primary key (tenant_id, channel_id, visitor_id, position),
  unique (tenant_id, channel_id, id),
  unique (tenant_id, channel_id, visitor_id, seq) deferrable initially immediate,
  foreign key (tenant_id, channel_id, visitor_id) references webchat.visitor (tenant_id, channel_id, id) on delete cascade
);
-- What the other side has not seen yet.
create index entry_unread on webchat.entry (tenant_id, channel_id, visitor_id, by, position) where status <> 'read';
call platform.protect('webchat.entry');

-- migrate:down
drop schema webchat cascade;

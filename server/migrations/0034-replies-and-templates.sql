-- Quick replies: what is said again and again, under a shortcut. Of one person (`owner_id`), of a queue (`queue_id`), or of everybody.
create schema replies;
grant usage on schema replies to cq_app, cq_system, cq_auditor;

create table replies.reply (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  owner_id uuid,
  queue_id uuid,
  shortcut text not null check (length(shortcut) between 1 and 32),
  title text not null check (length(title) between 1 and 200),
  text text not null default '',
  -- Stored files that go along, in their order. They are kept as long as a reply names them.
  file_ids uuid[] not null default '{}',
  folder text not null default '',
  uses integer not null default 0,
  last_used_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, owner_id) references identity.membership (tenant_id, user_id),
  foreign key (tenant_id, queue_id) references routing.queue (tenant_id, id),
  check (owner_id is null or queue_id is null),
  check (text <> '' or file_ids <> '{}')
);
create unique index reply_shortcut on replies.reply (tenant_id, coalesce(owner_id, queue_id, '00000000-0000-0000-0000-000000000000'), shortcut);
create index reply_queue on replies.reply (tenant_id, queue_id) where queue_id is not null;
create index reply_owner on replies.reply (tenant_id, owner_id) where owner_id is not null;
create index reply_files on replies.reply using gin (file_ids);
call platform.protect('replies.reply');
-- What is somebody's own nobody else sees.
create policy own on replies.reply as restrictive for all to cq_app
  using (owner_id is null or platform.current_person() is null or owner_id = platform.current_person());

-- Message templates as the providers of channels have them, read again now and then.
create schema templates;
grant usage on schema templates to cq_app, cq_system, cq_auditor;

create table templates.template (
  tenant_id uuid not null,
  id uuid not null,
  channel_id uuid not null,
  name text not null,
  language text not null,
  category text not null,
  status text not null,
  -- {header, body, footer, buttons}
  parts jsonb not null,
  -- Whether it can be sent with texts alone.
  is_fillable boolean not null,
  primary key (tenant_id, id),
  unique (tenant_id, channel_id, name, language),
  foreign key (tenant_id, channel_id) references channels.channel (tenant_id, id) on delete cascade
);
call platform.protect('templates.template');

-- When they were read, and what the provider had against it.
create table templates.sync (
  tenant_id uuid not null,
  channel_id uuid not null,
  tried_at timestamptz not null,
  synced_at timestamptz,
  count integer not null default 0,
  error jsonb,
  primary key (tenant_id, channel_id),
  foreign key (tenant_id, channel_id) references channels.channel (tenant_id, id) on delete cascade
);
call platform.protect('templates.sync');

-- migrate:down
drop schema templates cascade;
drop schema replies cascade;

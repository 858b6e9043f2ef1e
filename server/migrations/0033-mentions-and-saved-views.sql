-- Who was called into a conversation by name in a note, and lists of conversations that people keep.
create table conversations.mention (
  tenant_id uuid not null,
  message_id uuid not null,
  conversation_id uuid not null,
  user_id uuid not null,
  seen_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, message_id, user_id),
  foreign key (tenant_id, message_id) references conversations.message (tenant_id, id) on delete cascade,
  foreign key (tenant_id, conversation_id) references conversations.conversation (tenant_id, id) on delete cascade,
  foreign key (tenant_id, user_id) references identity.membership (tenant_id, user_id)
);
create index mention_user on conversations.mention (tenant_id, user_id, conversation_id, seen_at);
create index mention_conversation on conversations.mention (tenant_id, conversation_id);
call platform.protect('conversations.mention');
create policy reach on conversations.mention as restrictive for select to cq_app
  using (platform.reaches_all() or conversations.within_reach(conversation_id));

-- A list under a name: what is shown, as the address of the inbox says it. `removed_at` is for undoing.
create table conversations.saved_view (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  owner_id uuid not null,
  name text not null check (length(name) between 1 and 60),
  is_shared boolean not null,
  shows jsonb not null,
  removed_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, owner_id) references identity.membership (tenant_id, user_id)
);
create unique index saved_view_own_name on conversations.saved_view (tenant_id, owner_id, lower(name)) where removed_at is null and not is_shared;
create unique index saved_view_shared_name on conversations.saved_view (tenant_id, lower(name)) where removed_at is null and is_shared;
call platform.protect('conversations.saved_view');

-- The key under which somebody finds a view again: each their own, for shared views too.
create table conversations.view_pin (
  tenant_id uuid not null,
  user_id uuid not null,
  key smallint not null check (key between 1 and 9),
  view_id uuid not null,
  primary key (tenant_id, user_id, key),
  unique (tenant_id, user_id, view_id),
  foreign key (tenant_id, user_id) references identity.membership (tenant_id, user_id),
  foreign key (tenant_id, view_id) references conversations.saved_view (tenant_id, id) on delete cascade
);
create index view_pin_view on conversations.view_pin (tenant_id, view_id);
call platform.protect('conversations.view_pin');

-- migrate:down
drop table conversations.view_pin;
drop table conversations.saved_view;
drop table conversations.mention;

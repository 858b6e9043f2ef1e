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

-- Lists that ask for what few have, each from an index of those few. What is closed changes seldom; who waits is in the index only while nobody answers.
create index conversation_waiting on conversations.conversation (tenant_id, waiting_since, id) where state <> 'closed' and waiting_since is not null;
create index conversation_closed_nobody on conversations.conversation (tenant_id, last_activity_at desc, id desc) where state = 'closed' and assignee_id is null;
create index conversation_closed_queue on conversations.conversation (tenant_id, queue_id, last_activity_at desc, id desc) where state = 'closed' and queue_id is not null;
create index conversation_closed_unread on conversations.conversation (tenant_id, last_activity_at desc, id desc) where state = 'closed' and unread > 0;
create index conversation_closed_window on conversations.conversation (tenant_id, window_expires_at) where state = 'closed' and window_expires_at is not null;


-- Which conversations have a tag; null when there are more than `most`. Row-level security would weigh everybody's reach for each of them, and the list
-- that asks holds to it by itself.
create function conversations.ids_by_tag_fact(tag uuid, most integer) returns uuid[] language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case when count(*) <= most then coalesce(array_agg(tagged.conversation_id), '{}') end
  from (select ct.conversation_id from conversations.conversation_tag ct where ct.tenant_id = platform.current_tenant() and ct.tag_id = tag limit most + 1) tagged
$$;
revoke all on function conversations.ids_by_tag_fact from public;
grant execute on function conversations.ids_by_tag_fact to cq_app;

-- migrate:down
drop function conversations.ids_by_tag_fact(uuid, integer);
drop index conversations.conversation_closed_window, conversations.conversation_closed_nobody, conversations.conversation_closed_unread, conversations.conversation_closed_queue,
  conversations.conversation_waiting;
drop table conversations.view_pin;
drop table conversations.saved_view;
drop table conversations.mention;

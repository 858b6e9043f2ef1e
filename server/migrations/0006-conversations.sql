-- Threads with contacts, their messages, and search in them.
create schema conversations;
grant usage on schema conversations to cq_app, cq_system, cq_auditor;

-- One accent-blind text search configuration for Spanish, Portuguese and English alike; prefixes replace stemming.
create text search configuration public.cq (copy = simple);
alter text search configuration public.cq alter mapping for hword, hword_part, word with public.unaccent, simple;

create table conversations.conversation (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  channel_id uuid not null,
  contact_id uuid not null,
  -- The address that the contact wrote from last: where answers go.
  identity_id uuid not null,
  state text not null check (state in ('new', 'bot', 'queued', 'assigned', 'active', 'pending', 'transferred', 'closed')),
  floor text not null check (floor in ('flow', 'assistant', 'human', 'nobody')),
  priority text not null default 'normal' check (priority in ('low', 'normal', 'high', 'urgent')),
  assignee_id uuid,
  last_seq integer not null default 0,
  unread integer not null default 0,
  last_message jsonb,
  last_activity_at timestamptz not null,
  window_expires_at timestamptz,
  last_inbound_at timestamptz,
  first_inbound_at timestamptz,
  first_reply_at timestamptz,
  first_human_reply_at timestamptz,
  waiting_since timestamptz,
  close_reason text,
  closed_by text,
  closed_at timestamptz,
  snoozed_until timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, channel_id) references channels.channel (tenant_id, id),
  foreign key (tenant_id, contact_id) references contacts.contact (tenant_id, id),
  foreign key (tenant_id, identity_id) references contacts.identity (tenant_id, id),
  foreign key (tenant_id, assignee_id) references identity.membership (tenant_id, user_id),
  check ((state = 'closed') = (closed_at is not null))
) with (fillfactor = 70);
-- At most one open conversation per contact and channel.
create unique index conversation_open on conversations.conversation (tenant_id, channel_id, contact_id) where state <> 'closed';
create index conversation_recent on conversations.conversation (tenant_id, last_activity_at desc, id desc);
create index conversation_open_recent on conversations.conversation (tenant_id, last_activity_at desc, id desc) where state <> 'closed';
create index conversation_assignee on conversations.conversation (tenant_id, assignee_id, last_activity_at desc, id desc) where state <> 'closed';
create index conversation_contact on conversations.conversation (tenant_id, contact_id, id desc);
create index conversation_created on conversations.conversation (tenant_id, created_at);
create index conversation_snoozed on conversations.conversation (tenant_id, snoozed_until) where snoozed_until is not null;
call platform.protect('conversations.conversation');

-- Statuses form one order; a message only ever moves up. A failure is overtaken only by proof of delivery.
create function conversations.status_rank(status text) returns smallint language sql immutable parallel safe as
$$ select (case status when 'pending' then 0 when 'processing' then 1 when 'uncertain' then 2 when 'sent' then 3 when 'failed' then 4 when 'cancelled' then 4 when 'delivered' then 5 when 'read' then 6 when 'played' then 7 else 0 end)::smallint $$;

create table conversations.message (
  tenant_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  channel_id uuid not null,
  seq integer not null,
  direction text not null check (direction in ('in', 'out', 'note')),
  sender_kind text not null check (sender_kind in ('contact', 'agent', 'flow', 'assistant', 'system')),
  sender_id uuid,
  type text not null,
  content jsonb not null,
  words text not null default '',
  status text not null check (status in ('received', 'pending', 'processing', 'sent', 'delivered', 'read', 'played', 'failed', 'uncertain', 'cancelled')),
  provider_message_id text,
  client_id text,
  quotes_provider_id text,
  quotes_message_id uuid,
  reactions jsonb not null default '{}',
  context jsonb,
  error jsonb,
  edited_at timestamptz,
  deleted_at timestamptz,
  provider_time timestamptz,
  created_at timestamptz not null,
  search tsvector generated always as (to_tsvector('public.cq'::regconfig, words)) stored,
  primary key (tenant_id, id),
  unique (tenant_id, conversation_id, seq),
  foreign key (tenant_id, conversation_id) references conversations.conversation (tenant_id, id)
) with (fillfactor = 85);
create unique index message_provider on conversations.message (tenant_id, channel_id, provider_message_id) where provider_message_id is not null;
create unique index message_client on conversations.message (tenant_id, conversation_id, client_id) where client_id is not null;
create index message_search on conversations.message using gin (tenant_id, search) with (gin_pending_list_limit = 16384);
call platform.protect('conversations.message');

create table conversations.tag (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  name text not null,
  color text not null,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create unique index tag_name on conversations.tag (tenant_id, lower(name));
call platform.protect('conversations.tag');

create table conversations.conversation_tag (
  tenant_id uuid not null,
  conversation_id uuid not null,
  tag_id uuid not null,
  primary key (tenant_id, conversation_id, tag_id),
  foreign key (tenant_id, conversation_id) references conversations.conversation (tenant_id, id) on delete cascade,
  foreign key (tenant_id, tag_id) references conversations.tag (tenant_id, id) on delete cascade
);
create index conversation_tag_tag on conversations.conversation_tag (tenant_id, tag_id, conversation_id);
call platform.protect('conversations.conversation_tag');

-- Row-level security keeps GIN indexes from being used (the search operators are not leakproof), so search is this one reviewed function:
-- it runs as the owner and takes the tenant from the session alone. Newest first, `before` is the id of the last hit seen.
-- Words that most messages have are found among the newest ones without the index, which would bring every hit only to sort most of them away.
create function conversations.search_messages(query text, before uuid, only_conversation uuid, page integer)
returns table (id uuid, conversation_id uuid) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  tenant uuid := platform.current_tenant();
  upto uuid := coalesce(before, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  wanted tsquery;
  missing integer := least(greatest(page, 1), 201);
  found integer;
begin
  if tenant is null then return; end if;
  -- Every word is a prefix, so that results come as one types; quotes and minus work as in a web search when present.
  if query ~ '["-]' then
    wanted := websearch_to_tsquery('public.cq', query);
  else
    select string_agg(quote_literal(lexeme) || ':*', ' & ')::tsquery into wanted
    from unnest(to_tsvector('public.cq'::regconfig, query));
  end if;
  if wanted is null or numnode(wanted) = 0 then return; end if;
  if only_conversation is not null then
    return query
      select m.id, m.conversation_id from conversations.message m
      where m.tenant_id = tenant and m.conversation_id = only_conversation and m.search @@ wanted and m.id < upto and m.deleted_at is null
      order by m.id desc limit missing;
    return;
  end if;
  return query
    select recent.id, recent.conversation_id from (
      select m.id, m.conversation_id, m.search, m.deleted_at from conversations.message m where m.tenant_id = tenant and m.id < upto order by m.id desc limit 300) recent
    where recent.search @@ wanted and recent.deleted_at is null order by recent.id desc limit missing;
  get diagnostics found = row_count;
  missing := missing - found;
  if missing = 0 then return; end if;
  select m.id into upto from conversations.message m where m.tenant_id = tenant and m.id < upto order by m.id desc offset 299 limit 1;
  if upto is null then return; end if;
  return query
    select m.id, m.conversation_id from conversations.message m
    where m.tenant_id = tenant and m.search @@ wanted and m.id < upto and m.deleted_at is null
    order by m.id desc limit missing;
end $$;
revoke all on function conversations.search_messages from public;
grant execute on function conversations.search_messages to cq_app;

-- Published for other modules' screens.
create view conversations.conversation_fact with (security_invoker = true) as
  select tenant_id, id, channel_id, contact_id, state, floor, assignee_id, created_at, first_inbound_at, first_reply_at, first_human_reply_at, waiting_since, closed_at, closed_by, close_reason, last_message
  from conversations.conversation;
grant select on conversations.conversation_fact to cq_app, cq_auditor;

-- migrate:down
drop schema conversations cascade;
drop text search configuration public.cq;

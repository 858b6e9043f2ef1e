-- What was said before an account was connected, brought along piece by piece as its vendor offers it. One row per channel, of the last time that it was linked; a new link begins anew.
create table channels.history (
  tenant_id uuid not null,
  channel_id uuid not null,
  -- What was said from then on came by itself; nothing older than `since` is brought.
  linked_at timestamptz not null,
  since timestamptz not null check (since < linked_at),
  messages integer not null default 0 check (messages >= 0),
  files integer not null default 0 check (files >= 0),
  cancelled_at timestamptz,
  primary key (tenant_id, channel_id),
  foreign key (tenant_id, channel_id) references channels.channel (tenant_id, id) on delete cascade
) with (fillfactor = 70);
call platform.protect('channels.history');

-- A piece: where it lies and what opens it, sealed, until it is brought whole or nobody wants it any more. `next`: chats that were brought, of `chats` once it was opened.
create table channels.history_part (
  tenant_id uuid not null,
  channel_id uuid not null,
  id text not null check (length(id) between 1 and 200),
  state text not null check (state in ('waiting', 'done', 'failed')),
  sealed bytea,
  chats integer check (chats >= 0),
  next integer not null default 0 check (next >= 0),
  tries integer not null default 0,
  cause text,
  retry_at timestamptz,
  offered_at timestamptz not null,
  primary key (tenant_id, channel_id, id),
  foreign key (tenant_id, channel_id) references channels.history (tenant_id, channel_id) on delete cascade,
  check (state <> 'waiting' or sealed is not null),
  check (state <> 'done' or sealed is null),
  check (state <> 'failed' or cause is not null)
) with (fillfactor = 70);
call platform.protect('channels.history_part');

-- Conversations that hold such messages: until when, else null. One for each person and link.
alter table conversations.conversation add column imported_until timestamptz;
create unique index conversation_imported on conversations.conversation (tenant_id, channel_id, contact_id, imported_until) where imported_until is not null;

-- Whoever counts what was begun or served here leaves them out.
create or replace view conversations.conversation_fact with (security_invoker = true) as
  select tenant_id, id, channel_id, contact_id, state, floor, assignee_id, created_at, first_inbound_at, first_reply_at, first_human_reply_at, waiting_since, closed_at, closed_by, close_reason, last_message,
    campaign_id, queue_id, priority, snoozed_until, due_metric, due_at, warn_at, due_remaining_seconds, imported_until is not null as imported
  from conversations.conversation;

-- migrate:down
drop view conversations.conversation_fact;
create view conversations.conversation_fact with (security_invoker = true) as
  select tenant_id, id, channel_id, contact_id, state, floor, assignee_id, created_at, first_inbound_at, first_reply_at, first_human_reply_at, waiting_since, closed_at, closed_by, close_reason, last_message,
    campaign_id, queue_id, priority, snoozed_until, due_metric, due_at, warn_at, due_remaining_seconds
  from conversations.conversation;
grant select on conversations.conversation_fact to cq_app, cq_auditor;
drop index conversations.conversation_imported;
alter table conversations.conversation drop column imported_until;
drop table channels.history_part;
drop table channels.history;

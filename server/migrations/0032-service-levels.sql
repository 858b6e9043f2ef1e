-- What conversations are owed in business time: a first answer of a person, the next one, and their end.
create schema sla;
grant usage on schema sla to cq_app, cq_system, cq_auditor;

-- Running: `due_at` and `warn_at` are instants. Paused: `remaining_seconds` of business time are left.
create table sla.clock (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  conversation_id uuid not null,
  metric text not null check (metric in ('first_response', 'next_response', 'resolution')),
  campaign_id uuid not null,
  queue_id uuid,
  agent_id uuid,
  target_seconds integer not null check (target_seconds > 0),
  warn_seconds integer not null check (warn_seconds > 0),
  state text not null check (state in ('running', 'paused', 'met', 'missed', 'void')),
  started_at timestamptz not null,
  due_at timestamptz,
  warn_at timestamptz,
  remaining_seconds integer,
  warned_at timestamptz,
  breached_at timestamptz,
  ended_at timestamptz,
  spent_seconds integer,
  primary key (tenant_id, id),
  foreign key (tenant_id, conversation_id) references conversations.conversation (tenant_id, id) on delete cascade deferrable initially deferred,
  foreign key (tenant_id, campaign_id) references campaigns.campaign (tenant_id, id),
  foreign key (tenant_id, queue_id) references routing.queue (tenant_id, id),
  foreign key (tenant_id, agent_id) references identity.membership (tenant_id, user_id),
  check ((state = 'running') = (due_at is not null)),
  check ((state = 'paused') = (remaining_seconds is not null)),
  check ((state in ('running', 'paused')) = (ended_at is null))
);
create unique index clock_open on sla.clock (tenant_id, conversation_id, metric) where ended_at is null;
create index clock_ended on sla.clock (tenant_id, ended_at) where ended_at is not null;
create index clock_due on sla.clock (tenant_id, due_at) where state = 'running';
call platform.protect('sla.clock', true);
create policy reach on sla.clock as restrictive for select to cq_app
  using (platform.reaches_all() or conversations.within_reach(conversation_id));

create view sla.clock_fact with (security_invoker = true) as select * from sla.clock;
grant select on sla.clock_fact to cq_app, cq_auditor;

-- The nearest clock of a conversation, kept beside it: lists are sorted by it.
alter table conversations.conversation
  add column due_metric text check (due_metric in ('first_response', 'next_response', 'resolution')),
  add column due_at timestamptz,
  add column warn_at timestamptz,
  add column due_remaining_seconds integer,
  add check ((due_metric is null) = (due_at is null and due_remaining_seconds is null));

create index conversation_due on conversations.conversation (tenant_id, due_at) where due_at is not null;
create index conversation_closed_at on conversations.conversation (tenant_id, closed_at) where closed_at is not null;
create index wait_ended on routing.wait (tenant_id, ended_at) where ended_at is not null;

create or replace view conversations.conversation_fact with (security_invoker = true) as
  select tenant_id, id, channel_id, contact_id, state, floor, assignee_id, created_at, first_inbound_at, first_reply_at, first_human_reply_at, waiting_since, closed_at, closed_by, close_reason, last_message,
    campaign_id, queue_id, priority, snoozed_until, due_metric, due_at, warn_at, due_remaining_seconds
  from conversations.conversation;

-- What the live board shows of people and queues.
create view presence.agent_fact with (security_invoker = true) as select tenant_id, user_id, state, since, reason from presence.agent;
create view routing.queue_fact with (security_invoker = true) as
  select tenant_id, id, campaign_id, name, is_open, service_level, position, is_default, removed_at from routing.queue;
grant select on presence.agent_fact, routing.queue_fact to cq_app, cq_auditor;

-- Who wrote how much in a conversation, and how often it was closed, in each hour of the business. Kept up by the consumer `talks` of the event log and
-- rebuildable from it.
create table analytics.talk (
  tenant_id uuid not null,
  conversation_id uuid not null,
  hour timestamp not null,
  contact integer not null default 0,
  people integer not null default 0,
  bot integer not null default 0,
  notes integer not null default 0,
  closed integer not null default 0,
  closed_by_bot integer not null default 0,
  reopened integer not null default 0,
  primary key (tenant_id, conversation_id, hour),
  foreign key (tenant_id, conversation_id) references conversations.conversation (tenant_id, id) on delete cascade
) with (fillfactor = 70);
create index talk_hour on analytics.talk (tenant_id, hour);
call platform.protect('analytics.talk');
create policy reach on analytics.talk as restrictive for select to cq_app
  using (platform.reaches_all() or conversations.within_reach(conversation_id));

-- Links that open the wall without a session. The key itself is not kept.
create table analytics.wall_link (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  campaign_id uuid,
  hides_names boolean not null,
  key_hash bytea not null unique,
  created_at timestamptz not null,
  last_used_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, campaign_id) references campaigns.campaign (tenant_id, id) on delete cascade
);
call platform.protect('analytics.wall_link', true);

-- migrate:down
drop table analytics.wall_link, analytics.talk;
drop index routing.wait_ended;
drop view routing.queue_fact, presence.agent_fact;
drop index conversations.conversation_closed_at;
drop view conversations.conversation_fact;
create view conversations.conversation_fact with (security_invoker = true) as
  select tenant_id, id, channel_id, contact_id, state, floor, assignee_id, created_at, first_inbound_at, first_reply_at, first_human_reply_at, waiting_since, closed_at, closed_by, close_reason, last_message
  from conversations.conversation;
grant select on conversations.conversation_fact to cq_app, cq_auditor;
alter table conversations.conversation drop column due_metric, drop column due_at, drop column warn_at, drop column due_remaining_seconds;
drop schema sla cascade;

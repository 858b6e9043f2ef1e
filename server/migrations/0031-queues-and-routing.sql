-- Queues of waiting conversations, who was given which and why.
create schema routing;
grant usage on schema routing to cq_app, cq_system, cq_auditor;

create table routing.queue (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  campaign_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  position integer not null default 0,
  is_default boolean not null default false,
  entry jsonb not null default '{}',
  routing jsonb,
  required_skills jsonb not null default '[]',
  preferred_skills jsonb not null default '[]',
  priority smallint not null default 50 check (priority between 0 and 100),
  capacity integer check (capacity > 0),
  max_wait_seconds integer check (max_wait_seconds > 0),
  overflow jsonb not null default '{"to": "stay"}',
  tell_position boolean not null default false,
  service_level jsonb,
  is_open boolean not null default true,
  removed_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, campaign_id) references campaigns.campaign (tenant_id, id)
);
create unique index queue_name on routing.queue (tenant_id, campaign_id, lower(name)) where removed_at is null;
create unique index queue_default on routing.queue (tenant_id, campaign_id) where is_default and removed_at is null;
call platform.protect('routing.queue', true);

create table routing.queue_agent (
  tenant_id uuid not null,
  queue_id uuid not null,
  user_id uuid not null,
  primary key (tenant_id, queue_id, user_id),
  foreign key (tenant_id, queue_id) references routing.queue (tenant_id, id),
  foreign key (tenant_id, user_id) references identity.membership (tenant_id, user_id)
);
create index queue_agent_user on routing.queue_agent (tenant_id, user_id);
call platform.protect('routing.queue_agent', true);

create table routing.queue_team (
  tenant_id uuid not null,
  queue_id uuid not null,
  team_id uuid not null,
  primary key (tenant_id, queue_id, team_id),
  foreign key (tenant_id, queue_id) references routing.queue (tenant_id, id),
  foreign key (tenant_id, team_id) references identity.team (tenant_id, id) on delete cascade
);
create index queue_team_team on routing.queue_team (tenant_id, team_id);
call platform.protect('routing.queue_team', true);

alter table conversations.conversation add column queue_id uuid;
alter table conversations.conversation add foreign key (tenant_id, queue_id) references routing.queue (tenant_id, id) not valid;
create index conversation_queue on conversations.conversation (tenant_id, queue_id, last_activity_at desc, id desc) where state <> 'closed' and queue_id is not null;

-- One stay of a conversation in a queue. `since` is when the customer began to wait, whatever queues they were in before: it decides whose turn it is.
-- The conversation may be new in the same transaction.
create table routing.wait (
  tenant_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  queue_id uuid not null,
  priority integer not null,
  since timestamptz not null,
  entered_at timestamptz not null,
  leave_at timestamptz,
  -- Who let it pass since the customer began to wait.
  passed_over uuid[] not null default '{}',
  told_position integer,
  told_at timestamptz,
  ended_at timestamptz,
  outcome text check (outcome in ('assigned', 'taken', 'abandoned', 'overflowed', 'moved', 'bot', 'put_aside')),
  agent_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, conversation_id) references conversations.conversation (tenant_id, id) on delete cascade deferrable initially deferred,
  foreign key (tenant_id, queue_id) references routing.queue (tenant_id, id),
  foreign key (tenant_id, agent_id) references identity.membership (tenant_id, user_id),
  check ((ended_at is null) = (outcome is null)),
  check ((outcome in ('assigned', 'taken')) = (agent_id is not null) or outcome is null)
);
create unique index wait_open on routing.wait (tenant_id, conversation_id) where ended_at is null;
create index wait_turn on routing.wait (tenant_id, queue_id, priority desc, since, id) where ended_at is null;
create index wait_conversation on routing.wait (tenant_id, conversation_id, entered_at);
create index wait_queue on routing.wait (tenant_id, queue_id, ended_at);
call platform.protect('routing.wait', true);
create policy reach on routing.wait as restrictive for select to cq_app
  using (platform.reaches_all() or conversations.within_reach(conversation_id));

-- Who had it when, by which rule and data.
create table routing.assignment (
  tenant_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  queue_id uuid,
  kind text not null check (kind in ('automatic', 'taken', 'manual', 'transfer', 'returned')),
  agent_id uuid,
  from_agent_id uuid,
  by_user_id uuid,
  at timestamptz not null,
  accepted_at timestamptz,
  ended_at timestamptz,
  end_reason text check (end_reason in ('closed', 'reassigned', 'not_accepted', 'agent_left', 'unassigned', 'handed_back')),
  why jsonb,
  primary key (tenant_id, id),
  foreign key (tenant_id, conversation_id) references conversations.conversation (tenant_id, id) on delete cascade deferrable initially deferred,
  foreign key (tenant_id, queue_id) references routing.queue (tenant_id, id),
  foreign key (tenant_id, agent_id) references identity.membership (tenant_id, user_id),
  check ((ended_at is null) = (end_reason is null))
);
create unique index assignment_open on routing.assignment (tenant_id, conversation_id) where ended_at is null;
create index assignment_conversation on routing.assignment (tenant_id, conversation_id, at);
create index assignment_agent on routing.assignment (tenant_id, agent_id, at);
call platform.protect('routing.assignment', true);
create policy reach on routing.assignment as restrictive for select to cq_app
  using (platform.reaches_all() or conversations.within_reach(conversation_id));

-- When each agent was last given one from a queue: round robin goes by the number, which is later for whoever was given one later, also within one instant.
create sequence routing.turn_number;
grant usage on sequence routing.turn_number to cq_app;
create table routing.turn (
  tenant_id uuid not null,
  queue_id uuid not null,
  user_id uuid not null,
  last_at timestamptz not null,
  number bigint not null default nextval('routing.turn_number'),
  count integer not null default 1,
  primary key (tenant_id, queue_id, user_id),
  foreign key (tenant_id, queue_id) references routing.queue (tenant_id, id),
  foreign key (tenant_id, user_id) references identity.membership (tenant_id, user_id)
);
call platform.protect('routing.turn', true);

-- Customers who were told that somebody calls them back, until somebody takes the conversation or it is closed.
create table routing.callback (
  tenant_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  queue_id uuid not null,
  at timestamptz not null,
  done_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, conversation_id) references conversations.conversation (tenant_id, id) on delete cascade deferrable initially deferred,
  foreign key (tenant_id, queue_id) references routing.queue (tenant_id, id)
);
create unique index callback_open on routing.callback (tenant_id, conversation_id) where done_at is null;
create index callback_conversation on routing.callback (tenant_id, conversation_id);
create index callback_promised on routing.callback (tenant_id, at) where done_at is null;
call platform.protect('routing.callback', true);
create policy reach on routing.callback as restrictive for select to cq_app
  using (platform.reaches_all() or conversations.within_reach(conversation_id));

-- Somebody wanted this flow for this conversation: it goes on also where the campaign has no bot.
alter table flows.run add column by_request boolean not null default false;

-- What routing goes by: who can do what, and who is here.
create view identity.agent_fact with (security_invoker = true) as
  select tenant_id, user_id as id, role, status, capacity, skills from identity.membership;
create view presence.standing_fact with (security_invoker = true) as
  select tenant_id, user_id, state, since from presence.agent;
create view conversations.tag_card with (security_invoker = true) as
  select tenant_id, id, name from conversations.tag;
grant select on identity.agent_fact, presence.standing_fact, conversations.tag_card to cq_app, cq_auditor;

-- Published for other modules' screens and reports.
create view routing.queue_card with (security_invoker = true) as
  select tenant_id, id, campaign_id, name, is_open, removed_at from routing.queue;
create view routing.wait_fact with (security_invoker = true) as
  select tenant_id, id, conversation_id, queue_id, priority, since, entered_at, ended_at, outcome, agent_id from routing.wait;
create view routing.callback_fact with (security_invoker = true) as
  select tenant_id, id, conversation_id, queue_id, at, done_at from routing.callback;
create view routing.assignment_fact with (security_invoker = true) as
  select tenant_id, id, conversation_id, queue_id, kind, agent_id, from_agent_id, at, accepted_at, ended_at, end_reason from routing.assignment;
grant select on routing.queue_card, routing.wait_fact, routing.callback_fact, routing.assignment_fact to cq_app, cq_auditor;

-- migrate:down
drop view identity.agent_fact, presence.standing_fact, conversations.tag_card;
alter table flows.run drop column by_request;
alter table conversations.conversation drop column queue_id;
drop schema routing cascade;

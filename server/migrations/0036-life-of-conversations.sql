-- How conversations end and what comes after: reasons, surveys, thanks, merging, blocking, and for how long the bot is silent.
alter table contacts.contact add column blocked_at timestamptz;
create or replace view contacts.contact_card with (security_invoker = true) as
  select tenant_id, id, platform.shown_name(coalesce(nullif(name, ''), nullif(profile_name, ''), phone, '')) as name,
    platform.shown_name(profile_name) as profile_name, platform.shown_phone(phone) as phone, platform.shown_email(email) as email, created_by, blocked_at
  from contacts.contact;

-- One row per tenant that has changed anything; what it does not say is as the product says.
create table conversations.conduct (
  tenant_id uuid primary key references tenancy.tenant,
  settings jsonb not null,
  updated_at timestamptz not null
);
call platform.protect('conversations.conduct');

-- Why conversations end. `queue_id` null: everywhere.
create table conversations.closing_reason (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  queue_id uuid,
  needs_note boolean not null default false,
  position integer not null default 0,
  removed_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, queue_id) references routing.queue (tenant_id, id)
);
create unique index closing_reason_name on conversations.closing_reason (tenant_id, coalesce(queue_id, '00000000-0000-0000-0000-000000000000'), lower(name))
  where removed_at is null;
create index closing_reason_queue on conversations.closing_reason (tenant_id, queue_id) where queue_id is not null;
call platform.protect('conversations.closing_reason');

alter table conversations.conversation
  add column close_reason_id uuid,
  add column close_note text,
  add column merged_into uuid,
  -- When the bot answers again, and by how many minutes each word of a person puts that off.
  add column bot_returns_at timestamptz,
  add column bot_pause_minutes integer check (bot_pause_minutes > 0);
alter table conversations.conversation add foreign key (tenant_id, close_reason_id) references conversations.closing_reason (tenant_id, id) not valid;
create index conversation_close_reason on conversations.conversation (tenant_id, close_reason_id, closed_at) where close_reason_id is not null;
create index conversation_ended_with on conversations.conversation (tenant_id, channel_id, contact_id, closed_at desc) where state = 'closed';

-- Two conversations that became one, so that it can be undone: whose messages came, and as what it was before.
create table conversations.merge (
  tenant_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  source_id uuid not null,
  moved uuid[] not null,
  was jsonb not null,
  by_user_id uuid not null,
  merged_at timestamptz not null,
  undone_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, conversation_id) references conversations.conversation (tenant_id, id) on delete cascade,
  foreign key (tenant_id, source_id) references conversations.conversation (tenant_id, id) on delete cascade
);
create index merge_conversation on conversations.merge (tenant_id, conversation_id);
create unique index merge_source on conversations.merge (tenant_id, source_id) where undone_at is null;
call platform.protect('conversations.merge');
create policy reach on conversations.merge as restrictive for select to cq_app
  using (platform.reaches_all() or conversations.within_reach(conversation_id));

-- How a customer was asked, and what they answered.
create table conversations.survey (
  tenant_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  agent_id uuid,
  campaign_id uuid,
  queue_id uuid,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  score smallint check (score between 1 and 5),
  answered_at timestamptz,
  is_low boolean not null default false,
  comment text,
  commented_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, conversation_id) references conversations.conversation (tenant_id, id) on delete cascade,
  foreign key (tenant_id, agent_id) references identity.membership (tenant_id, user_id),
  foreign key (tenant_id, campaign_id) references campaigns.campaign (tenant_id, id),
  foreign key (tenant_id, queue_id) references routing.queue (tenant_id, id),
  check ((score is null) = (answered_at is null))
);
create index survey_conversation on conversations.survey (tenant_id, conversation_id, asked_at desc);
create index survey_answered on conversations.survey (tenant_id, answered_at) where answered_at is not null;
call platform.protect('conversations.survey', true);
create policy reach on conversations.survey as restrictive for select to cq_app
  using (platform.reaches_all() or conversations.within_reach(conversation_id));

-- Published for reports.
create view conversations.survey_fact with (security_invoker = true) as
  select s.tenant_id, s.id, s.conversation_id, s.score, s.asked_at, s.answered_at, s.agent_id, s.campaign_id, s.queue_id,
    conversations.masked_words(s.comment, (select c.contact_id from conversations.conversation c where c.tenant_id = s.tenant_id and c.id = s.conversation_id)) as comment, s.is_low
  from conversations.survey s;
grant select on conversations.survey_fact to cq_app, cq_auditor;

-- migrate:down
drop view conversations.survey_fact;
drop table conversations.survey;
drop table conversations.merge;
alter table conversations.conversation drop column close_reason_id, drop column close_note, drop column merged_into, drop column bot_returns_at,
  drop column bot_pause_minutes;
drop index conversations.conversation_ended_with;
drop table conversations.closing_reason;
drop table conversations.conduct;
drop view contacts.contact_card;
create view contacts.contact_card with (security_invoker = true) as
  select tenant_id, id, platform.shown_name(coalesce(nullif(name, ''), nullif(profile_name, ''), phone, '')) as name,
    platform.shown_name(profile_name) as profile_name, platform.shown_phone(phone) as phone, platform.shown_email(email) as email, created_by
  from contacts.contact;
grant select on contacts.contact_card to cq_app, cq_auditor;
alter table contacts.contact drop column blocked_at;

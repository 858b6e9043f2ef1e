-- Service campaigns: channels, hours, people, routing, service level and bot under one name.
create schema campaigns;
grant usage on schema campaigns to cq_app, cq_system, cq_auditor;

create table campaigns.campaign (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  description text not null default '',
  state text not null check (state in ('active', 'paused', 'finished')),
  priority smallint not null check (priority between 0 and 100),
  time_zone text,
  hours jsonb not null,
  closed jsonb not null,
  bot_on boolean not null,
  flow_id uuid,
  routing jsonb not null,
  last_agent_hours integer not null check (last_agent_hours > 0),
  acceptance_seconds integer check (acceptance_seconds > 0),
  when_absent text not null check (when_absent in ('waiting', 'all', 'none')),
  service_level jsonb not null,
  tags text[] not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, flow_id) references flows.flow (tenant_id, id)
);
create unique index campaign_name on campaigns.campaign (tenant_id, lower(name)) where state <> 'finished';
call platform.protect('campaigns.campaign', true);

-- A channel is served by one campaign at most.
create table campaigns.campaign_channel (
  tenant_id uuid not null,
  channel_id uuid not null,
  campaign_id uuid not null,
  primary key (tenant_id, channel_id),
  foreign key (tenant_id, channel_id) references channels.channel (tenant_id, id),
  foreign key (tenant_id, campaign_id) references campaigns.campaign (tenant_id, id)
);
create index campaign_channel_campaign on campaigns.campaign_channel (tenant_id, campaign_id);
call platform.protect('campaigns.campaign_channel', true);

-- Who serves it; `rank` 1 is asked first.
create table campaigns.campaign_agent (
  tenant_id uuid not null,
  campaign_id uuid not null,
  user_id uuid not null,
  rank smallint not null default 5 check (rank between 1 and 9),
  primary key (tenant_id, campaign_id, user_id),
  foreign key (tenant_id, campaign_id) references campaigns.campaign (tenant_id, id),
  foreign key (tenant_id, user_id) references identity.membership (tenant_id, user_id)
);
create index campaign_agent_user on campaigns.campaign_agent (tenant_id, user_id);
call platform.protect('campaigns.campaign_agent', true);

create table campaigns.campaign_team (
  tenant_id uuid not null,
  campaign_id uuid not null,
  team_id uuid not null,
  primary key (tenant_id, campaign_id, team_id),
  foreign key (tenant_id, campaign_id) references campaigns.campaign (tenant_id, id),
  foreign key (tenant_id, team_id) references identity.team (tenant_id, id) on delete cascade
);
create index campaign_team_team on campaigns.campaign_team (tenant_id, team_id);
call platform.protect('campaigns.campaign_team', true);

-- Who was told that nobody is there: once per closing, whatever conversations they begin meanwhile.
create table campaigns.told (
  tenant_id uuid not null,
  campaign_id uuid not null,
  contact_id uuid not null,
  at timestamptz not null,
  primary key (tenant_id, campaign_id, contact_id),
  foreign key (tenant_id, campaign_id) references campaigns.campaign (tenant_id, id) on delete cascade,
  foreign key (tenant_id, contact_id) references contacts.contact (tenant_id, id) on delete cascade deferrable initially deferred
);
create index told_contact on campaigns.told (tenant_id, contact_id);
call platform.protect('campaigns.told');
create policy reach on campaigns.told as restrictive for select to cq_app
  using (platform.reaches_all() or contacts.within_reach(contact_id));

-- Published for other modules' screens.
create view campaigns.campaign_card with (security_invoker = true) as
  select tenant_id, id, name, state, flow_id, (closed ->> 'flowId')::uuid as closed_flow_id from campaigns.campaign;
grant select on campaigns.campaign_card to cq_app, cq_auditor;

-- Teams are what campaigns and queues are served by; whose they are is remembered by the product, for all tenants.
create view identity.team_card with (security_invoker = true) as
  select tenant_id, id, name, array(
    select m.user_id from identity.team_member m where m.tenant_id = t.tenant_id and m.team_id = t.id order by m.user_id) as member_ids
  from identity.team t;
create policy system on identity.team for select to cq_system using (true);
create policy system on identity.team_member for select to cq_system using (true);
grant select on identity.team, identity.team_member to cq_system;
grant select on identity.team_card to cq_app, cq_auditor, cq_system;

alter table conversations.conversation add column campaign_id uuid;
alter table conversations.conversation add foreign key (tenant_id, campaign_id) references campaigns.campaign (tenant_id, id) not valid;
create index conversation_campaign on conversations.conversation (tenant_id, campaign_id) where campaign_id is not null;

-- migrate:down
alter table conversations.conversation drop column campaign_id;
drop view identity.team_card;
drop policy system on identity.team_member;
drop policy system on identity.team;
revoke select on identity.team, identity.team_member from cq_system;
drop schema campaigns cascade;

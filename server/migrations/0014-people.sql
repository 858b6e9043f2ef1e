-- People of a tenant: what it says about them beside their account, how it invites them, and their teams.
alter table identity.membership drop constraint membership_status_check;
-- Removed people stay as a row, so that what they wrote keeps its author.
alter table identity.membership add constraint membership_status_check check (status in ('active', 'inactive', 'suspended', 'removed'));
alter table identity.membership
  add column shown_name text check (length(shown_name) between 1 and 200),
  add column language text check (language in ('es', 'pt-BR', 'en')),
  add column capacity smallint not null default 10 check (capacity between 0 and 100),
  add column skills jsonb not null default '[]';

-- A key is known by its hash alone.
create table identity.invitation (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  email text not null check (email = lower(email)),
  role text not null,
  name text,
  key_hash bytea not null,
  invited_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, key_hash),
  foreign key (tenant_id, invited_by) references identity.membership (tenant_id, user_id)
);
create index invitation_key on identity.invitation (key_hash);
create unique index invitation_open on identity.invitation (tenant_id, email) where accepted_at is null and revoked_at is null;
call platform.protect('identity.invitation', true);

create table identity.team (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  name text not null check (length(name) between 1 and 80),
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create unique index team_name on identity.team (tenant_id, lower(name));
call platform.protect('identity.team');

create table identity.team_member (
  tenant_id uuid not null,
  team_id uuid not null,
  user_id uuid not null,
  primary key (tenant_id, team_id, user_id),
  foreign key (tenant_id, team_id) references identity.team (tenant_id, id) on delete cascade,
  foreign key (tenant_id, user_id) references identity.membership (tenant_id, user_id)
);
create index team_member_user on identity.team_member (tenant_id, user_id);
call platform.protect('identity.team_member');

create or replace view identity.member_card with (security_invoker = true) as
  select m.tenant_id, m.user_id as id, coalesce(m.shown_name, u.name) as name, u.email, m.role, m.status
  from identity.membership m join identity."user" u on u.id = m.user_id;

-- migrate:down
create or replace view identity.member_card with (security_invoker = true) as
  select m.tenant_id, m.user_id as id, u.name, u.email, m.role, m.status from identity.membership m join identity."user" u on u.id = m.user_id;
drop table identity.team_member;
drop table identity.team;
drop table identity.invitation;
alter table identity.membership drop column shown_name, drop column language, drop column capacity, drop column skills;
alter table identity.membership drop constraint membership_status_check;
update identity.membership set status = 'inactive' where status in ('suspended', 'removed');
alter table identity.membership add constraint membership_status_check check (status in ('active', 'inactive'));

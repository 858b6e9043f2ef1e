-- Organisations, people and what ties them: a user belongs to tenants through memberships.
create schema tenancy;
create schema identity;
grant usage on schema tenancy, identity to cq_app, cq_system, cq_auditor;

create table tenancy.tenant (
  tenant_id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  slug text not null unique check (slug ~ '^[a-z0-9](-?[a-z0-9])*$'),
  country char(2) not null default 'AR',
  locale text not null default 'es',
  time_zone text not null default 'America/Argentina/Buenos_Aires',
  trade text not null default 'other',
  is_demo boolean not null default false,
  status text not null default 'active' check (status in ('active', 'suspended')),
  welcomed_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
call platform.protect('tenancy.tenant', true);

create table identity."user" (
  id uuid primary key,
  email text not null check (email = lower(email)),
  name text not null,
  language text,
  password_hash text,
  status text not null default 'active' check (status in ('active', 'inactive', 'suspended')),
  is_host_admin boolean not null default false,
  epoch integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index user_email on identity."user" (email);

create table identity.membership (
  tenant_id uuid not null references tenancy.tenant,
  user_id uuid not null references identity."user",
  role text not null,
  status text not null default 'active' check (status in ('active', 'inactive')),
  created_at timestamptz not null,
  primary key (tenant_id, user_id)
);
create index membership_user on identity.membership (user_id);
call platform.protect('identity.membership', true);

-- Users are the host's; a tenant sees those who are its members.
alter table identity."user" enable row level security;
create policy member on identity."user" for select to cq_app, cq_auditor
  using (exists (select 1 from identity.membership m where m.user_id = "user".id and m.tenant_id = platform.current_tenant()));
create policy system on identity."user" to cq_system using (true) with check (true);
grant select (id, email, name, language, status) on identity."user" to cq_app, cq_auditor;
grant select, insert, update, delete on identity."user" to cq_system;

create table identity.session (
  id uuid primary key,
  user_id uuid not null references identity."user",
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  ended_at timestamptz,
  address text,
  agent text
);
create index session_of_user on identity.session (user_id) where ended_at is null;

-- One row per issued refresh token; the session is the family. A used token that comes again ends the session.
create table identity.refresh_token (
  token_hash bytea primary key,
  session_id uuid not null references identity.session on delete cascade,
  tenant_id uuid,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  successor_hash bytea
);
create index refresh_token_session on identity.refresh_token (session_id);

create table identity.sign_in_link (
  key_hash bytea primary key,
  user_id uuid not null references identity."user",
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table identity.attempt (
  subject text primary key,
  failures integer not null,
  last_at timestamptz not null,
  locked_until timestamptz
);

do $$ declare name text; begin
  foreach name in array array['session', 'refresh_token', 'sign_in_link', 'attempt'] loop
    execute format('alter table identity.%I enable row level security', name);
    execute format('create policy system on identity.%I to cq_system using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on identity.%I to cq_system', name);
  end loop;
end $$;

-- Published for other modules' screens.
create view identity.member_card with (security_invoker = true) as
  select m.tenant_id, m.user_id as id, u.name, u.email, m.role, m.status from identity.membership m join identity."user" u on u.id = m.user_id;
create view tenancy.tenant_card with (security_invoker = true) as
  select tenant_id, name, slug, country, locale, time_zone, is_demo, status, welcomed_at is not null as welcomed from tenancy.tenant;
grant select on identity.member_card, tenancy.tenant_card to cq_app, cq_auditor;

-- migrate:down
drop schema identity cascade;
drop schema tenancy cascade;

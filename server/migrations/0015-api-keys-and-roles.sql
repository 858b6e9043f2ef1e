-- Programs that call as themselves: a key has a name, what it may do, and secrets of which only hashes are kept.
create table identity.api_key (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  scopes text[] not null,
  created_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant_id, id)
);
call platform.protect('identity.api_key', true);

-- While a key is rotated its old secret works beside the new one until `expires_at`.
create table identity.api_key_secret (
  tenant_id uuid not null,
  key_id uuid not null,
  secret_hash bytea not null,
  prefix text not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  primary key (tenant_id, secret_hash),
  foreign key (tenant_id, key_id) references identity.api_key (tenant_id, id) on delete cascade
);
create index api_key_secret_hash on identity.api_key_secret (secret_hash);
create index api_key_secret_of_key on identity.api_key_secret (tenant_id, key_id);
call platform.protect('identity.api_key_secret', true);

-- Who wrote a message may be a key; its name stays known after it is revoked.
create view identity.api_key_card with (security_invoker = true) as select tenant_id, id, name from identity.api_key;
grant select on identity.api_key_card to cq_app, cq_auditor;

-- Roles that a tenant makes for itself; those of the product are code. A membership names either kind in `role`: the word, or the id from here.
create table identity.role (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  description text not null,
  permissions text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id)
);
create unique index role_name on identity.role (tenant_id, lower(name));
call platform.protect('identity.role', true);

alter table identity.membership add column role_id uuid
  generated always as (case when role ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' then role::uuid end) stored;
alter table identity.membership add constraint membership_role foreign key (tenant_id, role_id) references identity.role (tenant_id, id);
create index membership_of_role on identity.membership (tenant_id, role);

-- migrate:down
drop index identity.membership_of_role;
alter table identity.membership drop column role_id;
drop table identity.role;
drop view identity.api_key_card;
drop table identity.api_key_secret;
drop table identity.api_key;

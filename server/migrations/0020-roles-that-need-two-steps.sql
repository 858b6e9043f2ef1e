-- Roles whose members sign in in two steps: the product's by their word, the tenant's own by their id. Those go with their role.
create table identity.two_factor_role (
  tenant_id uuid not null references tenancy.tenant,
  role text not null,
  required_at timestamptz not null,
  role_id uuid generated always as (case when role ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' then role::uuid end) stored,
  primary key (tenant_id, role),
  foreign key (tenant_id, role_id) references identity.role (tenant_id, id) on delete cascade
);
call platform.protect('identity.two_factor_role', true);

-- migrate:down
drop table identity.two_factor_role;

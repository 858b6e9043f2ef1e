-- Talks that a flow has to hold as they were held once.
create table flows.test (
  tenant_id uuid not null,
  id uuid not null,
  flow_id uuid not null,
  name text not null,
  talk jsonb not null,
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, flow_id) references flows.flow (tenant_id, id)
);
create index test_flow on flows.test (tenant_id, flow_id, id);
call platform.protect('flows.test');

-- migrate:down
drop table flows.test;

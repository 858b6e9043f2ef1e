-- What a flow does once for a contact: that it begins (`step` empty), or that a step of it lets somebody through as for the first time. The key is what
-- makes it once: of two turns at the same time one writes the row, the other waits and finds it.
create table flows.once (
  tenant_id uuid not null,
  contact_id uuid not null,
  flow_id uuid not null,
  step text not null default '',
  at timestamptz not null,
  primary key (tenant_id, contact_id, flow_id, step),
  foreign key (tenant_id, flow_id) references flows.flow (tenant_id, id),
  foreign key (tenant_id, contact_id) references contacts.contact (tenant_id, id) on delete cascade
) with (fillfactor = 80);
create index once_flow on flows.once (tenant_id, flow_id);
call platform.protect('flows.once');
create policy reach on flows.once as restrictive for select to cq_app
  using (platform.reaches_all() or contacts.within_reach(contact_id));

-- The flow in whose place a run began, or which began itself, while it was tested against others.
alter table flows.run add column ab_test_of uuid;
create index run_ab_test on flows.run (tenant_id, ab_test_of, started_at) where ab_test_of is not null;

-- migrate:down
drop index flows.run_ab_test;
alter table flows.run drop column ab_test_of;
drop table flows.once;

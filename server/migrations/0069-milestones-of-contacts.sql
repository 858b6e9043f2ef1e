-- What may count as the goal of an A/B test beside the way of a run: that a contact was given a tag, came to a stage, or that a flow sent an event for them,
-- whoever did it and in whatever conversation. Only when it happened last, so that a contact has a row for each and no more.
create table flows.milestone (
  tenant_id uuid not null,
  contact_id uuid not null,
  kind text not null check (kind in ('tag', 'stage', 'event')),
  -- Of a tag in small letters, as tags are told apart.
  name text not null,
  at timestamptz not null,
  primary key (tenant_id, contact_id, kind, name),
  foreign key (tenant_id, contact_id) references contacts.contact (tenant_id, id) on delete cascade
) with (fillfactor = 80);
call platform.protect('flows.milestone');
create policy reach on flows.milestone as restrictive for select to cq_app
  using (platform.reaches_all() or contacts.within_reach(contact_id));

-- migrate:down
drop table flows.milestone;

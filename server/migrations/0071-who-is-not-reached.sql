-- Addresses to which the last messages did not arrive, because of the person: so many in a row, and for what cause. `since`: when enough had failed for the person to count as
-- unreachable there; null: not yet. A row exists only so long: nearly every message finds the table empty of its tenant.
create table contacts.unreached (
  tenant_id uuid not null,
  identity_id uuid not null,
  cause text not null check (cause in ('blocked', 'deactivated', 'no_account', 'not_started', 'unavailable', 'undeliverable')),
  messages integer not null check (messages > 0),
  since timestamptz,
  primary key (tenant_id, identity_id),
  foreign key (tenant_id, identity_id) references contacts.identity (tenant_id, id) on delete cascade
);
call platform.protect('contacts.unreached');
-- Whoever does not see the contact finds no identity here.
create policy reach on contacts.unreached as restrictive for select to cq_app
  using (platform.reaches_all() or exists (select 1 from contacts.identity i where i.tenant_id = unreached.tenant_id and i.id = unreached.identity_id));

-- Published for other modules.
create view contacts.unreached_fact with (security_invoker = true) as
  select tenant_id, identity_id, cause, since from contacts.unreached;
grant select on contacts.unreached_fact to cq_app, cq_auditor;

-- migrate:down
drop view contacts.unreached_fact;
drop table contacts.unreached;

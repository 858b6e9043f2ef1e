-- Numbers per day, kept up by the consumer `analytics` of the event log and rebuildable from it.
create schema analytics;
grant usage on schema analytics to cq_app, cq_system, cq_auditor;

create table analytics.day (
  tenant_id uuid not null references tenancy.tenant,
  day date not null,
  measure text not null,
  count bigint not null,
  primary key (tenant_id, day, measure)
) with (fillfactor = 70);
call platform.protect('analytics.day');

-- migrate:down
drop schema analytics cascade;

-- By what flows begin, across all published flows of a tenant.

-- Which state of a tenant's triggers holds: another value, other flows or triggers. Whoever chooses a flow reads it in their own transaction and has the
-- triggers themselves from memory, so that what is chosen is right on every node and right after a publish.
create table flows.beginning (
  tenant_id uuid not null references tenancy.tenant,
  stamp uuid not null,
  primary key (tenant_id)
);
call platform.protect('flows.beginning');
insert into flows.beginning (tenant_id, stamp)
  select distinct tenant_id, gen_random_uuid() from (select distinct tenant_id from flows.flow where published_version_id is not null and deleted_at is null) having_flows;

create function flows.stamp_beginning() returns trigger language plpgsql as $$
begin
  insert into flows.beginning (tenant_id, stamp) values (new.tenant_id, gen_random_uuid())
    on conflict (tenant_id) do update set stamp = excluded.stamp;
  return null;
end $$;
create trigger beginning_stamped after insert or update of published_version_id, deleted_at, name on flows.flow for each row
  when (new.published_version_id is not null) execute function flows.stamp_beginning();

-- The address by which another program begins a flow. The token is told once.
create table flows.hook (
  tenant_id uuid not null,
  flow_id uuid not null,
  token_hash bytea not null,
  created_at timestamptz not null,
  created_by uuid,
  last_used_at timestamptz,
  primary key (tenant_id, flow_id),
  foreign key (tenant_id, flow_id) references flows.flow (tenant_id, id)
);
create unique index hook_token on flows.hook (token_hash);
call platform.protect('flows.hook', true);

-- migrate:down
drop table flows.hook;
drop trigger beginning_stamped on flows.flow;
drop function flows.stamp_beginning();
drop table flows.beginning;

-- An answer that is told again speaks of things by their ids. Whether the person may see none the less of them by now is asked past row-level security,
-- which would not tell what is absent from what is out of reach.
create function platform.beyond_reach(ids uuid[]) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select not platform.reaches_all() and (
    exists (select 1 from conversations.conversation c where c.tenant_id = platform.current_tenant() and c.id = any(ids) and not conversations.within_reach(c.id))
    or exists (select 1 from conversations.message m where m.tenant_id = platform.current_tenant() and m.id = any(ids) and not conversations.within_reach(m.conversation_id))
    or exists (select 1 from contacts.contact p where p.tenant_id = platform.current_tenant() and p.id = any(ids)
      and p.created_by is distinct from platform.current_person() and not contacts.within_reach(p.id))
    or exists (select 1 from files.file f where f.tenant_id = platform.current_tenant() and f.id = any(ids)
      and f.created_by is distinct from platform.current_person() and not conversations.file_within_reach(f.id)))
$$;
revoke all on function platform.beyond_reach(uuid[]) from public;
grant execute on function platform.beyond_reach(uuid[]) to cq_app;

-- How long a tenant wants its trail to be kept; without a row, or with a longer time, as long as the installation keeps trails.
create table audit.setting (
  tenant_id uuid primary key,
  retention_days integer not null check (retention_days >= 30)
);
call platform.protect('audit.setting', true);

-- migrate:down
drop table audit.setting;
drop function platform.beyond_reach(uuid[]);

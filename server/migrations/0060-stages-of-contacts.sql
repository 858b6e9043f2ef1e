-- How far the business has come with a person. `stage_changed_at` null: nobody ever set it, so that it is not known rather than new.
alter table contacts.contact
  add column stage text not null default 'new'
    check (stage in ('new', 'contacted', 'qualified', 'proposal', 'negotiation', 'won', 'lost', 'follow_up')),
  add column stage_changed_at timestamptz,
  add constraint contact_stage_set check (stage = 'new' or stage_changed_at is not null);
create index contact_stage on contacts.contact (tenant_id, stage, id desc);

-- As before, and of one stage alone where that is asked for; by it first, since that has an index.
drop function contacts.search_contacts(text, text, uuid, integer);
create function contacts.search_contacts(query text, digits text, before uuid, page integer, only_stage text) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.id from contacts.contact c
  where c.tenant_id = platform.current_tenant() and (before is null or c.id < before) and (only_stage is null or c.stage = only_stage)
    and (public.unaccent(lower(concat_ws(' ', platform.shown_name(c.name), platform.shown_name(c.profile_name), platform.shown_email(c.email))))
        like '%' || public.unaccent(lower(query)) || '%'
      or (digits <> '' and not platform.hides('phone') and (c.phone like '%' || digits || '%' or exists (
        select 1 from contacts.identity i where i.tenant_id = c.tenant_id and i.contact_id = c.id and i.value like '%' || digits || '%'))))
    and (platform.reaches_all() or contacts.within_reach(c.id))
  order by c.id desc limit page
$$;
revoke all on function contacts.search_contacts from public;
grant execute on function contacts.search_contacts to cq_app;

-- migrate:down
drop function contacts.search_contacts(text, text, uuid, integer, text);
create function contacts.search_contacts(query text, digits text, before uuid, page integer) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.id from contacts.contact c
  where c.tenant_id = platform.current_tenant() and (before is null or c.id < before)
    and (public.unaccent(lower(concat_ws(' ', platform.shown_name(c.name), platform.shown_name(c.profile_name), platform.shown_email(c.email))))
        like '%' || public.unaccent(lower(query)) || '%'
      or (digits <> '' and not platform.hides('phone') and (c.phone like '%' || digits || '%' or exists (
        select 1 from contacts.identity i where i.tenant_id = c.tenant_id and i.contact_id = c.id and i.value like '%' || digits || '%'))))
    and (platform.reaches_all() or contacts.within_reach(c.id))
  order by c.id desc limit page
$$;
revoke all on function contacts.search_contacts from public;
grant execute on function contacts.search_contacts to cq_app;
drop index contacts.contact_stage;
alter table contacts.contact drop column stage, drop column stage_changed_at;

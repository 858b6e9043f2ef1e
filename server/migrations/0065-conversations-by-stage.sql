-- Lists of conversations are narrowed by the stage of the contact, and say it.
create or replace view contacts.contact_card with (security_invoker = true) as
  select tenant_id, id, platform.shown_name(coalesce(nullif(name, ''), nullif(profile_name, ''), phone, '')) as name,
    platform.shown_name(profile_name) as profile_name, platform.shown_phone(phone) as phone, platform.shown_email(email) as email, created_by, blocked_at, stage
  from contacts.contact;

-- Who is at a stage; null when there are more than `most`. Row-level security would weigh everybody's reach for each of them, and the list that asks holds
-- to it by itself. In the order of the index of stages, so that no other one is taken, which would be read to its end for a stage that few are at.
create function contacts.ids_by_stage_fact(sought text, most integer) returns uuid[] language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case when count(*) <= most then coalesce(array_agg(staged.id), '{}') end
  from (select c.id from contacts.contact c where c.tenant_id = platform.current_tenant() and c.stage = sought order by c.id desc limit most + 1) staged
$$;
revoke all on function contacts.ids_by_stage_fact from public;
grant execute on function contacts.ids_by_stage_fact to cq_app;

-- migrate:down
drop function contacts.ids_by_stage_fact(text, integer);
drop view contacts.contact_card;
create view contacts.contact_card with (security_invoker = true) as
  select tenant_id, id, platform.shown_name(coalesce(nullif(name, ''), nullif(profile_name, ''), phone, '')) as name,
    platform.shown_name(profile_name) as profile_name, platform.shown_phone(phone) as phone, platform.shown_email(email) as email, created_by, blocked_at
  from contacts.contact;
grant select on contacts.contact_card to cq_app, cq_auditor;

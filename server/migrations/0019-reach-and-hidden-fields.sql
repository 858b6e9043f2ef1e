-- How far a person sees (reach) and what they do not see of people (hidden fields). A transaction of a person sets `app.user_id`, and where they do
-- not see everything `app.reach` and `app.hides`; work of machines sets none of them and pays for one test of a setting per row.

create function platform.current_person() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('app.user_id', true), '')::uuid $$;
create function platform.reaches_all() returns boolean language sql stable parallel safe as
$$ select coalesce(current_setting('app.reach', true), '') = '' $$;
create function platform.hides(field text) returns boolean language sql stable parallel safe as
$$ select field = any(string_to_array(current_setting('app.hides', true), ',')) is true $$;

-- A number with its country and its last two digits: +54 9 ··· ··45.
create function platform.masked_phone(value text) returns text language sql immutable strict parallel safe as $$
  select case when length(d) < 7 then '···'
    else '+' || case when d ~ '^[17]' then left(d, 1) when d ~ '^(20|27|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])' then left(d, 2) else left(d, 3) end
      || case when d like '549%' then ' 9' when d like '521%' then ' 1' else '' end || ' ··· ··' || right(d, 2) end
  from (select regexp_replace(value, '\D', '', 'g') as d) digits
$$;
-- m···@···
create function platform.masked_email(value text) returns text language sql immutable strict parallel safe as
$$ select left(value, 1) || '···@···' $$;
create function platform.shown_phone(value text) returns text language sql stable parallel safe as
$$ select case when platform.hides('phone') then platform.masked_phone(value) else value end $$;
create function platform.shown_email(value text) returns text language sql stable parallel safe as
$$ select case when platform.hides('email') then platform.masked_email(value) else value end $$;
-- A name (or another short line) may be a number or an address, or hold one.
create function platform.masked_name(value text) returns text language plpgsql stable strict parallel safe as $$
begin
  if platform.hides('phone') then
    value := case when value ~ '^[+(]*\d[\d\s().-]{5,}\d\s*$' then platform.masked_phone(value)
      else regexp_replace(value, '[+(]*\d[\d\s().-]{5,}\d', '···', 'g') end;
  end if;
  if platform.hides('email') then value := regexp_replace(value, '([^\s@])[^\s@]*@[^\s@]+', '\1···@···', 'g'); end if;
  return value;
end $$;
create function platform.shown_name(value text) returns text language sql stable parallel safe as
$$ select case when coalesce(current_setting('app.hides', true), '') = '' then value else platform.masked_name(value) end $$;
-- What events carry.
create function platform.shown_payload(payload jsonb) returns jsonb language sql stable parallel safe as $$
  select case when platform.hides('phone') and payload ? 'phone'
    then payload || jsonb_build_object('phone', platform.masked_phone(payload ->> 'phone')) else payload end
$$;

alter table identity.role
  add column reach text not null default 'all' check (reach in ('own', 'queue', 'team', 'all')),
  add column hides text[] not null default '{}' check (hides <@ array['phone', 'email']);
-- Programs are given no conversations and stand in no team.
alter table identity.api_key
  add column reach text not null default 'all' check (reach in ('queue', 'all')),
  add column hides text[] not null default '{}' check (hides <@ array['phone', 'email']);
alter table contacts.contact add column created_by uuid default platform.current_person();

-- Whose conversations a person sees, the zeros standing for nobody. Asked once, at the beginning of their transaction, which keeps it in `app.reached`.
-- A word that is no reach sees nothing.
create function platform.reached_holders() returns uuid[] language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  reach text := current_setting('app.reach', true);
  me uuid := platform.current_person();
begin
  return case when reach in ('own', 'queue', 'team') and me is not null then array[me] else '{}' end
    || case when reach in ('queue', 'team') then array['00000000-0000-0000-0000-000000000000'::uuid] else '{}' end
    || case when reach = 'team' then array(
      select distinct mate.user_id from identity.team_member mine
      join identity.team_member mate on mate.tenant_id = mine.tenant_id and mate.team_id = mine.team_id
      where mine.tenant_id = platform.current_tenant() and mine.user_id = me) else '{}' end;
end $$;
-- That, and what the person has in their hand in this transaction: whoever gives a conversation away has it until the commit.
create function conversations.reached() returns uuid[] language plpgsql stable as $$
begin
  return string_to_array(nullif(concat_ws(',', nullif(current_setting('app.reached', true), ''), nullif(current_setting('app.in_hand', true), '')), ''), ',')::uuid[];
end $$;

-- The same for a conversation by its id, a file and a contact, wherever another table speaks of them. They look past the policies, of which they are part.
create function conversations.within_reach(conversation uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  seen uuid[] := conversations.reached();
begin
  return exists (
    select 1 from conversations.conversation c where c.tenant_id = platform.current_tenant() and c.id = conversation
      and array[coalesce(c.assignee_id, '00000000-0000-0000-0000-000000000000'), c.id] && seen);
end $$;
create index message_file on conversations.message (tenant_id, (coalesce(content #>> '{file,fileId}', content #>> '{header,file,fileId}')))
  where coalesce(content #>> '{file,fileId}', content #>> '{header,file,fileId}') is not null;
create function conversations.file_within_reach(file uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select 1 from conversations.message m where m.tenant_id = platform.current_tenant()
      and coalesce(m.content #>> '{file,fileId}', m.content #>> '{header,file,fileId}') = file::text and conversations.within_reach(m.conversation_id))
$$;
create index contact_created_by on contacts.contact (tenant_id, created_by) where created_by is not null;
create function contacts.within_reach(contact uuid) returns boolean
language plpgsql stable security definer cost 10000 set search_path = pg_catalog, pg_temp as $$
declare
  seen uuid[] := coalesce(conversations.reached(), '{}');
  tenant uuid := platform.current_tenant();
  has_talked boolean := false;
  holder uuid;
  talk uuid;
begin
  if contact = any(seen) then return true; end if;
  for holder, talk in select c.assignee_id, c.id from conversations.conversation c where c.tenant_id = tenant and c.contact_id = contact loop
    has_talked := true;
    if coalesce(holder, '00000000-0000-0000-0000-000000000000') = any(seen) or talk = any(seen) then return true; end if;
  end loop;
  if not has_talked and '00000000-0000-0000-0000-000000000000' = any(seen) then return true; end if;
  return exists (
    select 1 from contacts.contact p where p.tenant_id = tenant and p.id = contact and p.created_by = platform.current_person());
end $$;
-- Row-level security would weigh everybody's reach before a word is compared: searched past it, and narrowed to what was found.
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
create function conversations.event_within_reach(payload jsonb) returns boolean language sql stable as $$
  select case when payload ? 'conversationId' then conversations.within_reach((payload ->> 'conversationId')::uuid)
    when payload ? 'contactId' then contacts.within_reach((payload ->> 'contactId')::uuid) else not payload ? 'phone' end
$$;

-- What may be read is narrowed here once, for lists, counts, single reads and acts alike: what is changed or deleted has to be found first. For reading
-- alone, so that a turn's statements are not weighed twice.
create policy reach on conversations.conversation as restrictive for select to cq_app
  using (platform.reaches_all() or array[coalesce(assignee_id, '00000000-0000-0000-0000-000000000000'), id] && (select conversations.reached()));
create policy reach on conversations.message as restrictive for select to cq_app
  using (platform.reaches_all() or conversations.within_reach(conversation_id));
create policy reach on conversations.conversation_tag as restrictive for select to cq_app
  using (platform.reaches_all() or conversations.within_reach(conversation_id));
create policy reach on contacts.contact as restrictive for select to cq_app
  using (platform.reaches_all() or created_by = platform.current_person() or contacts.within_reach(id));
create policy reach on contacts.identity as restrictive for select to cq_app
  using (platform.reaches_all() or contacts.within_reach(contact_id));
create policy reach on files.file as restrictive for select to cq_app
  using (platform.reaches_all() or created_by = platform.current_person() or conversations.file_within_reach(id));
create policy reach on platform.outbox as restrictive for select to cq_app
  using (platform.reaches_all() or conversations.within_reach(subject));
create policy reach on platform.event as restrictive for select to cq_app
  using (platform.reaches_all() or conversations.event_within_reach(payload));

-- Lists of one's own closed conversations, in their order. Open ones, which change with every turn, have theirs already.
create index conversation_closed_assignee on conversations.conversation (tenant_id, assignee_id, last_activity_at desc, id desc) where state = 'closed';

-- How much somebody has to do is known to all who see that person, whatever they see of the conversations.
create function conversations.open_load_fact(member uuid) returns integer language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*)::integer from conversations.conversation c
  where c.tenant_id = platform.current_tenant() and c.assignee_id = member and c.state <> 'closed'
$$;
do $$ declare name text; begin
  foreach name in array array['conversations.within_reach(uuid)', 'conversations.file_within_reach(uuid)', 'contacts.within_reach(uuid)', 'contacts.search_contacts(text, text, uuid, integer)', 'conversations.open_load_fact(uuid)'] loop
    execute format('revoke all on function %s from public', name);
    execute format('grant execute on function %s to cq_app', name);
  end loop;
end $$;

create or replace view contacts.contact_card with (security_invoker = true) as
  select tenant_id, id, platform.shown_name(coalesce(nullif(name, ''), nullif(profile_name, ''), phone, '')) as name,
    platform.shown_name(profile_name) as profile_name, platform.shown_phone(phone) as phone, platform.shown_email(email) as email, created_by
  from contacts.contact;

-- The person's own number, address and name, wherever they stand in words of a conversation with them: also machines greet people by their name.
create function conversations.masked_words(words text, contact uuid) returns text language plpgsql stable strict as $$
declare
  p record;
  digits text;
begin
  select c.name, c.profile_name, c.phone, c.email into p from contacts.contact c where c.tenant_id = platform.current_tenant() and c.id = contact;
  if platform.hides('phone') then
    for digits in
      select distinct regexp_replace(value, '\D', '', 'g') as value from (
        select p.phone as value union all
        select i.value from contacts.identity i where i.tenant_id = platform.current_tenant() and i.contact_id = contact and i.kind = 'phone') known
      where length(regexp_replace(value, '\D', '', 'g')) >= 7 order by 1 desc
    loop
      words := replace(replace(words, '+' || digits, platform.masked_phone(digits)), digits, platform.masked_phone(digits));
      if length(digits) > 10 then words := replace(words, right(digits, 10), '··· ··' || right(digits, 2)); end if;
    end loop;
  end if;
  if platform.hides('email') and length(p.email) > 2 then
    words := regexp_replace(words, regexp_replace(p.email, '([^a-z0-9@_])', '\\\1', 'gi'), platform.masked_email(p.email), 'gi');
  end if;
  foreach digits in array array[p.name, p.profile_name] loop
    if platform.masked_name(digits) <> digits then words := replace(words, digits, platform.masked_name(digits)); end if;
  end loop;
  return words;
end $$;

-- What is masked of a message: cards that somebody passed on, lines of the product about a number, and the person's own particulars anywhere. All else
-- that people wrote stays as they wrote it.
create function conversations.masked_content(content jsonb, conversation uuid) returns jsonb language plpgsql stable strict as $$
declare
  masked jsonb := content;
begin
  if content ->> 'type' = 'contacts' then
    masked := jsonb_set(content, '{contacts}', (
      select coalesce(jsonb_agg(card || jsonb_build_object(
        'name', platform.shown_name(card ->> 'name'),
        'phones', (select coalesce(jsonb_agg(case when platform.hides('phone')
            then (phone - 'whatsappId') || jsonb_build_object('phone', platform.masked_phone(phone ->> 'phone')) else phone end), '[]')
          from jsonb_array_elements(card -> 'phones') phone),
        'emails', (select coalesce(jsonb_agg(platform.shown_email(email)), '[]') from jsonb_array_elements_text(coalesce(card -> 'emails', '[]')) email))), '[]')
      from jsonb_array_elements(content -> 'contacts') card));
  elsif content ->> 'type' = 'system' and content #> '{data,to}' is not null then
    masked := content || jsonb_build_object('data', (content -> 'data') || jsonb_build_object('to', platform.shown_name(content #>> '{data,to}')));
    if content ? 'text' then masked := masked || jsonb_build_object('text', platform.shown_name(content ->> 'text')); end if;
  elsif content ->> 'type' = 'unsupported' then
    masked := content - 'raw';
  end if;
  return coalesce(conversations.masked_words(masked::text, (
    select c.contact_id from conversations.conversation c where c.tenant_id = platform.current_tenant() and c.id = conversation))::jsonb, masked);
exception when invalid_text_representation then
  -- A number outside of quotes was masked, and what is left is no JSON.
  return jsonb_build_object('type', 'unsupported', 'providerType', content ->> 'type');
end $$;
create function conversations.shown_content(content jsonb, conversation uuid) returns jsonb language sql stable as
$$ select case when coalesce(current_setting('app.hides', true), '') = '' then content else conversations.masked_content(content, conversation) end $$;
create function conversations.shown_last_message(last_message jsonb, contact uuid) returns jsonb language sql stable as $$
  select case when coalesce(current_setting('app.hides', true), '') = '' then last_message
    else last_message || jsonb_build_object('preview', coalesce(conversations.masked_words(
      case when last_message ->> 'type' = 'contacts' then platform.masked_name(last_message ->> 'preview') else last_message ->> 'preview' end, contact), '')) end
$$;

-- Search looks past row-level security and so narrows by itself. Whoever does not see numbers or addresses finds none by trying them out.
create or replace function conversations.search_messages(query text, before uuid, only_conversation uuid, page integer)
returns table (id uuid, conversation_id uuid) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  tenant uuid := platform.current_tenant();
  upto uuid := coalesce(before, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  wanted tsquery;
  missing integer := least(greatest(page, 1), 201);
  found integer;
  stretch integer;
  whole boolean := platform.reaches_all();
  mine uuid[] := case when platform.reaches_all() then null else conversations.reached() end;
begin
  if tenant is null or (platform.hides('phone') and query ~ '\d{5}') or (platform.hides('email') and query like '%@%') then return; end if;
  -- Every word is a prefix, so that results come as one types; quotes and minus work as in a web search when present.
  if query ~ '["-]' then
    wanted := websearch_to_tsquery('public.cq', query);
  else
    select string_agg(quote_literal(lexeme) || ':*', ' & ')::tsquery into wanted
    from unnest(to_tsvector('public.cq'::regconfig, query));
  end if;
  if wanted is null or numnode(wanted) = 0 then return; end if;
  if only_conversation is not null then
    return query
      select m.id, m.conversation_id from conversations.message m
      where m.tenant_id = tenant and m.conversation_id = only_conversation and m.search @@ wanted and m.id < upto and m.deleted_at is null
        and (whole or exists (
          select 1 from conversations.conversation c where c.tenant_id = tenant and c.id = m.conversation_id
            and array[coalesce(c.assignee_id, '00000000-0000-0000-0000-000000000000'), c.id] && mine))
      order by m.id desc limit missing;
    return;
  end if;
  foreach stretch in array array[300, 2700] loop
    return query
      select recent.id, recent.conversation_id from (
        select m.id, m.conversation_id, m.search, m.deleted_at from conversations.message m where m.tenant_id = tenant and m.id < upto order by m.id desc limit stretch) recent
      where recent.search @@ wanted and recent.deleted_at is null
        and (whole or exists (
          select 1 from conversations.conversation c where c.tenant_id = tenant and c.id = recent.conversation_id
            and array[coalesce(c.assignee_id, '00000000-0000-0000-0000-000000000000'), c.id] && mine))
      order by recent.id desc limit missing;
    get diagnostics found = row_count;
    missing := missing - found;
    if missing = 0 then return; end if;
    select m.id into upto from conversations.message m where m.tenant_id = tenant and m.id < upto order by m.id desc offset stretch - 1 limit 1;
    if upto is null then return; end if;
  end loop;
  return query
    select m.id, m.conversation_id from conversations.message m
    where m.tenant_id = tenant and m.search @@ wanted and m.id < upto and m.deleted_at is null
        and (whole or exists (
          select 1 from conversations.conversation c where c.tenant_id = tenant and c.id = m.conversation_id
            and array[coalesce(c.assignee_id, '00000000-0000-0000-0000-000000000000'), c.id] && mine))
    order by m.id desc limit missing;
end $$;

-- migrate:down
create or replace function conversations.search_messages(query text, before uuid, only_conversation uuid, page integer)
returns table (id uuid, conversation_id uuid) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  tenant uuid := platform.current_tenant();
  upto uuid := coalesce(before, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  wanted tsquery;
  missing integer := least(greatest(page, 1), 201);
  found integer;
  stretch integer;
begin
  if tenant is null then return; end if;
  -- Every word is a prefix, so that results come as one types; quotes and minus work as in a web search when present.
  if query ~ '["-]' then
    wanted := websearch_to_tsquery('public.cq', query);
  else
    select string_agg(quote_literal(lexeme) || ':*', ' & ')::tsquery into wanted
    from unnest(to_tsvector('public.cq'::regconfig, query));
  end if;
  if wanted is null or numnode(wanted) = 0 then return; end if;
  if only_conversation is not null then
    return query
      select m.id, m.conversation_id from conversations.message m
      where m.tenant_id = tenant and m.conversation_id = only_conversation and m.search @@ wanted and m.id < upto and m.deleted_at is null
      order by m.id desc limit missing;
    return;
  end if;
  foreach stretch in array array[300, 2700] loop
    return query
      select recent.id, recent.conversation_id from (
        select m.id, m.conversation_id, m.search, m.deleted_at from conversations.message m where m.tenant_id = tenant and m.id < upto order by m.id desc limit stretch) recent
      where recent.search @@ wanted and recent.deleted_at is null order by recent.id desc limit missing;
    get diagnostics found = row_count;
    missing := missing - found;
    if missing = 0 then return; end if;
    select m.id into upto from conversations.message m where m.tenant_id = tenant and m.id < upto order by m.id desc offset stretch - 1 limit 1;
    if upto is null then return; end if;
  end loop;
  return query
    select m.id, m.conversation_id from conversations.message m
    where m.tenant_id = tenant and m.search @@ wanted and m.id < upto and m.deleted_at is null
    order by m.id desc limit missing;
end $$;
drop function conversations.shown_last_message(jsonb, uuid);
drop function conversations.shown_content(jsonb, uuid);
drop function conversations.masked_content(jsonb, uuid);
drop function conversations.masked_words(text, uuid);
drop view contacts.contact_card;
create view contacts.contact_card with (security_invoker = true) as
  select tenant_id, id, coalesce(nullif(name, ''), nullif(profile_name, ''), phone, '') as name, profile_name, phone, email from contacts.contact;
grant select on contacts.contact_card to cq_app, cq_auditor;
drop function conversations.open_load_fact(uuid);
drop index conversations.conversation_closed_assignee;
drop policy reach on platform.event;
drop policy reach on platform.outbox;
drop policy reach on files.file;
drop policy reach on contacts.identity;
drop policy reach on contacts.contact;
drop policy reach on conversations.conversation_tag;
drop policy reach on conversations.message;
drop policy reach on conversations.conversation;
drop function conversations.event_within_reach(jsonb);
drop function contacts.search_contacts(text, text, uuid, integer);
drop function contacts.within_reach(uuid);
drop function conversations.file_within_reach(uuid);
drop index conversations.message_file;
drop function conversations.within_reach(uuid);
drop function conversations.reached();
drop function platform.reached_holders();
drop index contacts.contact_created_by;
alter table contacts.contact drop column created_by;
alter table identity.api_key drop column reach, drop column hides;
alter table identity.role drop column reach, drop column hides;
drop function platform.shown_payload(jsonb);
drop function platform.shown_name(text);
drop function platform.masked_name(text);
drop function platform.shown_email(text);
drop function platform.shown_phone(text);
drop function platform.masked_email(text);
drop function platform.masked_phone(text);
drop function platform.hides(text);
drop function platform.reaches_all();
drop function platform.current_person();

-- Search in a time that does not grow with the tenant, whatever the words. Newest first, it reads the newest messages; words that this does not find
-- soon are asked of the index, unless they are so common that the index itself would be slow (each entry of a word that is a prefix costs 0.1 µs, each
-- message behind it 4 µs, against 1 µs for a message that is read in order); then it reads on for some time. A search that ends there says so, and the
-- next one goes on.

-- How many messages a word is likely to be in, of all tenants together: what the planner knows of it. Every word of the index is one list for all.
create function conversations.likely_messages(word text) returns bigint language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  plan json;
begin
  execute format('explain (format json) select from conversations.message m where m.search @@ %L::tsquery', word) into plan;
  return (plan -> 0 -> 'Plan' ->> 'Plan Rows')::bigint;
end $$;

-- What to ask the index for, so that its answer holds all hits and is fast; null when it would not be. Phrases and exclusions are left to the message
-- itself, and so are common words next to rare ones.
create function conversations.words_for_index(wanted tsquery) returns tsquery language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  quoted constant text := '''(?:[^'']|'''')+''(?::\*)?';
  indexable text := regexp_replace(querytree(wanted), '<(-|\d+)>', '&', 'g');
  either boolean := regexp_replace(indexable, quoted, '', 'g') like '%|%';
  most_entries constant bigint := 60000;
  entries bigint := 0;
  chosen text[] := '{}';
  fewest bigint;
  word record;
begin
  for word in
    select likely.term, likely.messages, case when likely.term like '%:*' then likely.messages else likely.messages / 3 end as entries
    from (
      select longest.term, conversations.likely_messages(longest.term) as messages
      from (select distinct part[1] as term from regexp_matches(indexable, quoted, 'g') part) longest
      order by length(longest.term) desc limit case when not either then 8 end) likely
    order by likely.messages
  loop
    entries := entries + word.entries;
    exit when entries > most_entries;
    chosen := chosen || word.term;
    fewest := coalesce(fewest, word.messages);
  end loop;
  if either then return case when entries <= most_entries and cardinality(chosen) > 0 then indexable::tsquery end; end if;
  -- One word alone is in about as many messages as is known of it; words together may never meet.
  if cardinality(chosen) = 0 or (cardinality(chosen) = 1 and fewest > 6000) then return null; end if;
  return array_to_string(chosen, ' & ')::tsquery;
end $$;

-- All hits older than `upto` by the index, newest first; not `complete` when more messages hold its words than may be looked at. Other ways into the
-- table are shut, because a limit makes the planner take them for cheap.
create function conversations.hits_by_index(tenant uuid, wanted tsquery, indexed tsquery, upto uuid, out complete boolean, out ids uuid[], out talks uuid[])
language sql stable set search_path = pg_catalog, pg_temp set enable_seqscan = off set enable_indexscan = off set work_mem = '32MB' as $$
  select count(*) <= 4000,
    array_agg(entry.id order by entry.id desc) filter (where entry.search @@ wanted and entry.id < upto and entry.deleted_at is null),
    array_agg(entry.conversation_id order by entry.id desc) filter (where entry.search @@ wanted and entry.id < upto and entry.deleted_at is null)
  from (
    select m.id, m.conversation_id, m.search, m.deleted_at from conversations.message m where m.tenant_id = tenant and m.search @@ indexed limit 4001) entry
$$;

-- The conversations to read whole, when they hold few enough messages: the one that is asked for, or all that somebody has who sees only their own.
create function conversations.threads_to_read(tenant uuid, only_conversation uuid, mine uuid[]) returns uuid[]
language sql stable set search_path = pg_catalog, pg_temp as $$
  select case when count(*) = 0 then '{}' when count(*) <= 500 and sum(thread.last_seq) <= 10000 then array_agg(thread.id) end
  from (
    select c.id, c.last_seq from conversations.conversation c where c.tenant_id = tenant and c.id = only_conversation
    union all
    (select c.id, c.last_seq from conversations.conversation c
      where c.tenant_id = tenant and c.assignee_id = any(mine) and c.state <> 'closed' and only_conversation is null limit 501)
    union all
    (select c.id, c.last_seq from conversations.conversation c
      where c.tenant_id = tenant and c.assignee_id = any(mine) and c.state = 'closed' and only_conversation is null limit 501)
    union all
    select c.id, c.last_seq from conversations.conversation c where c.tenant_id = tenant and c.id = any(mine) and only_conversation is null) thread
$$;
revoke all on function conversations.likely_messages, conversations.words_for_index, conversations.hits_by_index, conversations.threads_to_read from public;

-- Row-level security keeps GIN indexes from being used (the search operators are not leakproof), so search is this one reviewed function: it runs as
-- the owner, takes the tenant from the session alone and narrows to the reach by itself. `before` is the id of the last hit seen. A last row without a
-- conversation tells how far it has looked, when there is more to look at.
create or replace function conversations.search_messages(query text, before uuid, only_conversation uuid, page integer)
returns table (id uuid, conversation_id uuid) language plpgsql volatile rows 25 security definer set search_path = pg_catalog, pg_temp as $$
declare
  tenant uuid := platform.current_tenant();
  nobody constant uuid := '00000000-0000-0000-0000-000000000000';
  whole boolean := platform.reaches_all();
  mine uuid[] := case when platform.reaches_all() then null else coalesce(conversations.reached(), '{}') end;
  upto uuid := coalesce(before, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  missing integer := least(greatest(page, 1), 201);
  wanted tsquery;
  indexed tsquery;
  threads uuid[];
  -- How many messages to read in order; 0 stands for the index, -1 for whole conversations.
  stretch integer;
  until constant timestamptz := clock_timestamp() + interval '50 ms';
  lowest uuid;
  complete boolean := false;
  ids uuid[];
  talks uuid[];
  found integer;
  found_newest integer := 0;
  has_read_on boolean := false;
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
  if only_conversation is not null or nobody <> all(mine) then threads := conversations.threads_to_read(tenant, only_conversation, mine); end if;
  foreach stretch in array case when threads is null then array[300, 2700, 0] || array_fill(5000, array[60]) else array[-1] end loop
    exit when stretch = 5000 and has_read_on and clock_timestamp() > until;
    lowest := null;
    if stretch = -1 then
      complete := true;
      select array_agg(m.id), array_agg(m.conversation_id) into ids, talks from conversations.message m
      where m.tenant_id = tenant and m.conversation_id = any(threads) and m.search @@ wanted and m.id < upto and m.deleted_at is null;
    elsif stretch = 0 then
      -- Found this often, the rest comes soon.
      continue when found_newest * 9 >= missing;
      indexed := conversations.words_for_index(wanted);
      if indexed is null then continue; end if;
      select hits.complete, hits.ids, hits.talks into complete, ids, talks from conversations.hits_by_index(tenant, wanted, indexed, upto) hits;
      if not complete then continue; end if;
    else
      has_read_on := stretch = 5000;
      select m.id into lowest from conversations.message m where m.tenant_id = tenant and m.id < upto order by m.id desc offset stretch - 1 limit 1;
      complete := lowest is null;
      select array_agg(hit.id), array_agg(hit.conversation_id) into ids, talks from (
        select m.id, m.conversation_id from conversations.message m
        where m.tenant_id = tenant and m.id < upto and m.id >= coalesce(lowest, '00000000-0000-0000-0000-000000000000') and m.search @@ wanted and m.deleted_at is null
        order by m.id desc limit case when whole and only_conversation is null then missing end) hit;
    end if;
    return query
      select hit.id, hit.talk from (select * from unnest(ids, talks) pair(id, talk) order by pair.id desc) hit
      where (only_conversation is null or hit.talk = only_conversation)
        and (whole or exists (
          select 1 from conversations.conversation c where c.tenant_id = tenant and c.id = hit.talk and array[coalesce(c.assignee_id, nobody), c.id] && mine))
      limit missing;
    get diagnostics found = row_count;
    missing := missing - found;
    found_newest := found_newest + found;
    if missing = 0 or complete then return; end if;
    upto := lowest;
  end loop;
  return query select upto, null::uuid;
end $$;

-- People by their name, number or address, wherever in it the letters stand: by three letters at a time from an index, which row-level security would
-- shut as above.
create function contacts.plain_words(value text) returns text language sql immutable strict parallel safe as
$$ select public.unaccent('public.unaccent'::regdictionary, lower(value)) $$;
alter table contacts.contact add column words text not null generated always as (
  contacts.plain_words(coalesce(nullif(name, ''), nullif(profile_name, ''), phone, '') || ' ' || coalesce(profile_name, '') || ' ' || coalesce(phone, '') || ' ' || coalesce(email, ''))) stored;
create index contact_words on contacts.contact using gin (tenant_id, words public.gin_trgm_ops);
-- Their ids; null when there are more than `most`, or surely many: seen in a twentieth of the newest ones. It tells nothing else of them, and whoever asks sees of them what they see anyway.
create function contacts.ids_by_words_fact(query text, most integer) returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  letters text := contacts.plain_words(query);
  ids uuid[];
  newest record;
begin
  select count(*) as people, count(*) filter (where position(letters in someone.words) > 0) as found into newest
  from (select c.words from contacts.contact c where c.tenant_id = platform.current_tenant() order by c.id desc limit 2000) someone;
  if newest.people = 2000 and newest.found > 100 then return null; end if;
  if length(letters) < 3 then
    -- The index would have to be read from end to end.
    ids := array(select c.id from contacts.contact c where c.tenant_id = platform.current_tenant() and position(letters in c.words) > 0 limit most + 1);
  else
    ids := array(
      select c.id from contacts.contact c
      where c.tenant_id = platform.current_tenant() and c.words like '%' || regexp_replace(letters, '([\\%_])', '\\\1', 'g') || '%' limit most + 1);
  end if;
  return case when cardinality(ids) <= most then ids end;
end $$;
revoke all on function contacts.ids_by_words_fact from public;
grant execute on function contacts.ids_by_words_fact to cq_app;

-- Open conversations of people and of bots are different lists. Each is in one of these, so that neither is read through the other.
create index conversation_people_recent on conversations.conversation (tenant_id, last_activity_at desc, id desc) where state not in ('closed', 'bot');
create index conversation_bot_recent on conversations.conversation (tenant_id, last_activity_at desc, id desc) where state = 'bot';
drop index conversations.conversation_open_recent;
-- Few are anything but normal.
create index conversation_priority on conversations.conversation (tenant_id, priority, last_activity_at desc, id desc) where priority <> 'normal';

-- migrate:down
create index conversation_open_recent on conversations.conversation (tenant_id, last_activity_at desc, id desc) where state <> 'closed';
drop index conversations.conversation_priority, conversations.conversation_bot_recent, conversations.conversation_people_recent;
drop function contacts.ids_by_words_fact(text, integer);
drop index contacts.contact_words;
alter table contacts.contact drop column words;
drop function contacts.plain_words(text);
create or replace function conversations.search_messages(query text, before uuid, only_conversation uuid, page integer)
returns table (id uuid, conversation_id uuid) language plpgsql stable rows 1000 security definer set search_path = pg_catalog, pg_temp as $$
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
drop function conversations.threads_to_read, conversations.hits_by_index, conversations.words_for_index, conversations.likely_messages;

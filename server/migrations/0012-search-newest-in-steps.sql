-- Words that many messages have are found among the newest ones, now in two steps (300, then 3,000 messages) before the index is asked: a word of
-- one message in a hundred made the index bring thousands of hits, only to sort most of them away.
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

-- migrate:down
create or replace function conversations.search_messages(query text, before uuid, only_conversation uuid, page integer)
returns table (id uuid, conversation_id uuid) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  tenant uuid := platform.current_tenant();
  upto uuid := coalesce(before, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  wanted tsquery;
  missing integer := least(greatest(page, 1), 201);
  found integer;
begin
  if tenant is null then return; end if;
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
  return query
    select recent.id, recent.conversation_id from (
      select m.id, m.conversation_id, m.search, m.deleted_at from conversations.message m where m.tenant_id = tenant and m.id < upto order by m.id desc limit 300) recent
    where recent.search @@ wanted and recent.deleted_at is null order by recent.id desc limit missing;
  get diagnostics found = row_count;
  missing := missing - found;
  if missing = 0 then return; end if;
  select m.id into upto from conversations.message m where m.tenant_id = tenant and m.id < upto order by m.id desc offset 299 limit 1;
  if upto is null then return; end if;
  return query
    select m.id, m.conversation_id from conversations.message m
    where m.tenant_id = tenant and m.search @@ wanted and m.id < upto and m.deleted_at is null
    order by m.id desc limit missing;
end $$;

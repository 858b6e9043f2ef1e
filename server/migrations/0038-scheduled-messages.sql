-- What people want to be said later. A row is here while it waits, or failed and waits for a person; what was said or cancelled is gone from here.
create table conversations.scheduled_message (
  tenant_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  created_by uuid not null,
  content jsonb not null,
  due_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'failed')),
  problem text check ((problem is null) = (state = 'waiting')),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, conversation_id) references conversations.conversation (tenant_id, id) on delete cascade
);
create index scheduled_message_conversation on conversations.scheduled_message (tenant_id, conversation_id, due_at, id);
create index scheduled_message_file on conversations.scheduled_message
  (tenant_id, (coalesce(content #>> '{file,fileId}', content #>> '{header,file,fileId}')))
  where coalesce(content #>> '{file,fileId}', content #>> '{header,file,fileId}') is not null;
call platform.protect('conversations.scheduled_message');
create policy reach on conversations.scheduled_message as restrictive for select to cq_app
  using (platform.reaches_all() or conversations.within_reach(conversation_id));

-- Whoever reaches the conversation sees the file of what is to be said in it.
create or replace function conversations.file_within_reach(file uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select 1 from conversations.message m where m.tenant_id = platform.current_tenant()
      and coalesce(m.content #>> '{file,fileId}', m.content #>> '{header,file,fileId}') = file::text and conversations.within_reach(m.conversation_id))
  or exists (
    select 1 from conversations.scheduled_message s where s.tenant_id = platform.current_tenant()
      and coalesce(s.content #>> '{file,fileId}', s.content #>> '{header,file,fileId}') = file::text and conversations.within_reach(s.conversation_id))
$$;

-- migrate:down
create or replace function conversations.file_within_reach(file uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select 1 from conversations.message m where m.tenant_id = platform.current_tenant()
      and coalesce(m.content #>> '{file,fileId}', m.content #>> '{header,file,fileId}') = file::text and conversations.within_reach(m.conversation_id))
$$;
drop table conversations.scheduled_message;

-- What somebody has to do for a contact. That it is overdue is kept nowhere: it follows from its time and the clock.
create schema tasks;
grant usage on schema tasks to cq_app, cq_system, cq_auditor;

-- `stands_at`: its place in the order of time, at the end of all where it has none; a column, because row-level security takes no index for an expression that it does not know as safe.
-- `created_by`: a member, an API key or a flow, as `creator_kind` says. `told_until`: the latest instant at which whoever has it was reminded, so that nobody is
-- reminded of an instant twice.
create table tasks.task (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  contact_id uuid not null,
  conversation_id uuid,
  title text not null check (length(title) between 1 and 200),
  details text not null check (length(details) <= 5000),
  assignee_id uuid,
  due_at timestamptz,
  stands_at timestamptz not null generated always as (coalesce(due_at, 'infinity'::timestamptz)) stored,
  remind_minutes integer check (remind_minutes between 1 and 40320),
  told_until timestamptz,
  priority text not null check (priority in ('low', 'medium', 'high')),
  state text not null check (state in ('pending', 'in_progress', 'completed', 'cancelled')),
  creator_kind text not null check (creator_kind in ('agent', 'key', 'flow')),
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, contact_id) references contacts.contact (tenant_id, id),
  foreign key (tenant_id, conversation_id) references conversations.conversation (tenant_id, id) on delete set null (conversation_id),
  foreign key (tenant_id, assignee_id) references identity.membership (tenant_id, user_id),
  constraint task_ended check ((state in ('completed', 'cancelled')) = (ended_at is not null)),
  constraint task_reminded_before_its_time check (remind_minutes is null or due_at is not null)
);
-- Open ones stand in the order of their time, those without one last; the others in the order in which they ended.
create index task_open on tasks.task (tenant_id, stands_at, id) where state in ('pending', 'in_progress');
create index task_open_assignee on tasks.task (tenant_id, assignee_id, stands_at, id) where state in ('pending', 'in_progress');
create index task_ended on tasks.task (tenant_id, state, ended_at desc, id desc) where state in ('completed', 'cancelled');
create index task_ended_assignee on tasks.task (tenant_id, assignee_id, state, ended_at desc, id desc) where state in ('completed', 'cancelled');
create index task_contact on tasks.task (tenant_id, contact_id);
create index task_conversation on tasks.task (tenant_id, conversation_id) where conversation_id is not null;
create index task_creator on tasks.task (tenant_id, created_by);
call platform.protect('tasks.task');
-- Whoever has a task or made it sees it, also where its contact is out of their reach; and so do those who reach what that person has.
create policy reach on tasks.task as restrictive for select to cq_app
  using (platform.reaches_all() or array[assignee_id, id] && (select conversations.reached()) or created_by = platform.current_person()
    or contacts.within_reach(contact_id));

-- The words of a task as whoever asks may read them: people write numbers into them, and flows the contact's own.
create function tasks.shown_words(words text, contact uuid) returns text language sql stable as $$
  select case when coalesce(current_setting('app.hides', true), '') = '' then words
    when exists (select 1 from contacts.contact c where c.tenant_id = platform.current_tenant() and c.id = contact) then conversations.masked_words(words, contact)
    else platform.masked_name(words) end
$$;

-- migrate:down
drop schema tasks cascade;

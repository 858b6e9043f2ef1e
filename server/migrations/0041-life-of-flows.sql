-- The life of a flow: a draft that several people edit at once, versions that are published later or carry people along, and the course of each run.

-- `changed_at`: at which revision each step and setting was last changed, so that two people's changes can be put together.
alter table flows.flow
  add column revision integer not null default 1,
  add column changed_at jsonb not null default '{"steps": {}, "settings": {}}',
  add column people_inside text not null default 'stay' check (people_inside in ('stay', 'move'));
-- `people_inside`: whether people inside an earlier version stay there or come along. `override`: why it was published although tests failed.
alter table flows.version
  add column people_inside text not null default 'stay' check (people_inside in ('stay', 'move')),
  add column override text;

-- A publish that waits for its time, with the draft as it was when it was planned. What could not be done stays, with the reason.
create table flows.planned_publish (
  tenant_id uuid not null,
  id uuid not null,
  flow_id uuid not null,
  definition jsonb not null,
  note text,
  people_inside text not null check (people_inside in ('stay', 'move')),
  override text,
  -- What was published when it was planned: what somebody publishes meanwhile is not taken back unasked.
  over_version_id uuid,
  at timestamptz not null,
  made_by uuid not null,
  made_by_is_key boolean not null,
  state text not null default 'waiting' check (state in ('waiting', 'failed')),
  problem jsonb check ((problem is null) = (state = 'waiting')),
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, flow_id),
  foreign key (tenant_id, flow_id) references flows.flow (tenant_id, id)
);
call platform.protect('flows.planned_publish');

-- Since when a run stands at its step; of runs that were under way before this, unknown.
alter table flows.run add column at_step_since timestamptz;

-- The course of runs, written with the run's own state: one row for each thing that happens at a step. Rows that come to a step (`start`, `went_on`) or end
-- (`ended`) say where the run stood before (`from_step`), for how long, by which way out it left, and as what it was lost there, so that no number needs the
-- row before. No reference to the run, which would cost each turn a look and a lock per row: what removes runs removes their course.
create table flows.path (
  tenant_id uuid not null,
  run_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  flow_id uuid not null,
  version_id uuid not null,
  at timestamptz not null,
  step text,
  cause text not null,
  outcome text,
  from_step text,
  waited_ms bigint,
  way text,
  lost_as text,
  answer text,
  set_values jsonb,
  primary key (tenant_id, run_id, id)
);
create index path_moved on flows.path (tenant_id, flow_id, at) where cause in ('start', 'went_on', 'ended');
call platform.protect('flows.path');

-- People see runs now, of conversations that they reach.
create policy reach on flows.run as restrictive for select to cq_app
  using (platform.reaches_all() or conversations.within_reach(conversation_id));
create policy reach on flows.path as restrictive for select to cq_app
  using (platform.reaches_all() or conversations.within_reach(conversation_id));
create index run_inside on flows.run (tenant_id, flow_id, version_id) where status = 'active';
create index run_conversation on flows.run (tenant_id, conversation_id);

-- What customers answered and what was kept of it, as whoever looks may see it.
create function flows.shown_values(kept jsonb) returns jsonb language sql stable parallel safe as $$
  select case when coalesce(current_setting('app.hides', true), '') = '' then kept
    else (select coalesce(jsonb_object_agg(key, case jsonb_typeof(value)
      when 'string' then to_jsonb(platform.masked_name(value #>> '{}'))
      when 'number' then case when platform.hides('phone') and length(regexp_replace(value #>> '{}', '\D', '', 'g')) >= 7 then to_jsonb('···'::text) else value end
      else value end), '{}') from jsonb_each(kept)) end
$$;

-- migrate:down
drop function flows.shown_values(jsonb);
drop index flows.run_conversation;
drop index flows.run_inside;
drop policy reach on flows.run;
drop table flows.path;
alter table flows.run drop column at_step_since;
drop table flows.planned_publish;
alter table flows.version drop column people_inside, drop column override;
alter table flows.flow drop column revision, drop column changed_at, drop column people_inside;

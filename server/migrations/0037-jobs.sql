-- Long work that people begin and that goes on by itself: what is done with many conversations at once.
create schema jobs;
grant usage on schema jobs to cq_app, cq_system, cq_auditor;

-- `author`: who began it, for whom and from where, as the trail keeps it. `maker_id`: a member, or with `maker_is_key` a key.
create table jobs.job (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  maker_id uuid not null,
  maker_is_key boolean not null,
  author jsonb not null,
  impersonation_id uuid,
  act text not null check (act in ('assign', 'tag', 'close', 'snooze', 'read')),
  what jsonb not null,
  state text not null check (state in ('running', 'done', 'cancelled', 'failed')),
  code text,
  total integer not null check (total >= 0),
  done integer not null default 0,
  skipped integer not null default 0,
  failed integer not null default 0,
  undoes uuid,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, undoes) references jobs.job (tenant_id, id) on delete set null (undoes),
  check ((state = 'running') = (ended_at is null)),
  check (done + skipped + failed <= total)
);
create unique index job_undoes on jobs.job (tenant_id, undoes) where undoes is not null;
create index job_maker on jobs.job (tenant_id, maker_id, id desc);
create index job_ended on jobs.job (ended_at) where ended_at is not null;
call platform.protect('jobs.job', true);

-- What became of each conversation. `before` and `after` are what it was and what it became by this, for whoever takes it back.
create table jobs.item (
  tenant_id uuid not null,
  job_id uuid not null,
  position integer not null,
  conversation_id uuid not null,
  state text not null check (state in ('waiting', 'done', 'skipped', 'failed')),
  code text,
  before jsonb,
  after jsonb,
  primary key (tenant_id, job_id, position),
  foreign key (tenant_id, job_id) references jobs.job (tenant_id, id) on delete cascade
);
create unique index item_conversation on jobs.item (tenant_id, job_id, conversation_id);
create index item_waiting on jobs.item (tenant_id, job_id, position) where state = 'waiting';
call platform.protect('jobs.item');
create policy reach on jobs.item as restrictive for select to cq_app
  using (platform.reaches_all() or conversations.within_reach(conversation_id));

-- migrate:down
drop schema jobs cascade;

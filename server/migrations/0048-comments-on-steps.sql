-- What people who edit a flow say to each other about its steps. It belongs to the draft and to no version; `step_id` null: about the flow itself. A step
-- that is gone keeps its comments: it may be brought back.
create table flows.comment (
  tenant_id uuid not null,
  id uuid not null,
  flow_id uuid not null,
  step_id text,
  text text not null,
  author_id uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  resolved_at timestamptz,
  resolved_by uuid check ((resolved_by is null) = (resolved_at is null)),
  primary key (tenant_id, id),
  foreign key (tenant_id, flow_id) references flows.flow (tenant_id, id)
);
create index comment_flow on flows.comment (tenant_id, flow_id, id);
call platform.protect('flows.comment');

-- migrate:down
drop table flows.comment;

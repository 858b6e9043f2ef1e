-- Who is here, in which state, since when; and the times spent in each. `left_at`: the last page was closed, offline follows.
create schema presence;
grant usage on schema presence to cq_app, cq_system, cq_auditor;

create table presence.agent (
  tenant_id uuid not null,
  user_id uuid not null,
  state text not null check (state in ('available', 'paused', 'busy', 'offline')),
  reason text check ((reason is not null) = (state = 'paused')),
  since timestamptz not null,
  left_at timestamptz,
  primary key (tenant_id, user_id),
  foreign key (tenant_id, user_id) references identity.membership (tenant_id, user_id)
);
call platform.protect('presence.agent', true);

create table presence.interval (
  tenant_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  state text not null check (state in ('available', 'paused', 'busy')),
  reason text,
  started_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references presence.agent (tenant_id, user_id)
);
create unique index interval_open on presence.interval (tenant_id, user_id) where ended_at is null;
create index interval_started on presence.interval (tenant_id, user_id, started_at);
call platform.protect('presence.interval');

-- Programs invite too: whoever made an invitation may be an API key, which is no member.
alter table identity.invitation drop constraint invitation_tenant_id_invited_by_fkey;

-- migrate:down
alter table identity.invitation add constraint invitation_tenant_id_invited_by_fkey
  foreign key (tenant_id, invited_by) references identity.membership (tenant_id, user_id) not valid;
drop schema presence cascade;

-- A channel that stopped working by itself, until it works again or a person stops it: one row a channel. `id` is another one when the cause is, so that people are told once of
-- each. `said`: how the vendor put it.
create table channels.incident (
  tenant_id uuid not null,
  channel_id uuid not null,
  id uuid not null,
  cause text not null check (cause in ('refused', 'logged_out', 'failed', 'line_lost')),
  said text,
  since timestamptz not null,
  primary key (tenant_id, channel_id),
  foreign key (tenant_id, channel_id) references channels.channel (tenant_id, id) on delete cascade
);
call platform.protect('channels.incident');

-- migrate:down
drop table channels.incident;

-- In which states a channel was, for thirty days: a row for each change of it, by the process that made the change. One instant has one state, the last that was written of it.
-- `detail`: why, as the vendor or the product said it.
create table channels.state_change (
  tenant_id uuid not null,
  channel_id uuid not null,
  at timestamptz not null,
  state text not null check (state in ('disconnected', 'connecting', 'connected', 'paused', 'error')),
  detail text,
  primary key (tenant_id, channel_id, at),
  foreign key (tenant_id, channel_id) references channels.channel (tenant_id, id) on delete cascade
);
call platform.protect('channels.state_change', true);

-- What is known of those that are there: their state of today, and since when.
insert into channels.state_change (tenant_id, channel_id, at, state, detail)
select tenant_id, id, state_since, state, state_detail from channels.channel where deleted_at is null;

-- migrate:down
drop table channels.state_change;

-- Channels that are listened to (long polling, sockets): who does so now, and where it goes on. One owner at a time: whoever takes over counts the fence up,
-- and what an earlier owner still wants to store finds its fence gone.
create table channels.owner (
  tenant_id uuid not null,
  channel_id uuid not null,
  -- The process that listens; null while nobody does.
  node uuid,
  fence bigint not null default 0,
  lease_until timestamptz,
  -- What the adapter needs to go on where the last owner stopped.
  place jsonb,
  primary key (tenant_id, channel_id),
  foreign key (tenant_id, channel_id) references channels.channel (tenant_id, id),
  check ((node is null) = (lease_until is null))
) with (fillfactor = 60);
call platform.protect('channels.owner', true);
create index channel_of_kind on channels.channel (kind, id) where deleted_at is null;

-- migrate:down
drop index channels.channel_of_kind;
drop table channels.owner;

-- Keys by which a channel holds a line to its network as a device of the account (credentials, ratchets): read and written with each message, sealed, and of
-- use to nobody else. A key that was used and is forgotten makes messages unreadable for ever, so they go only with the device itself.
create table channels.session_key (
  tenant_id uuid not null,
  channel_id uuid not null,
  kind text not null check (length(kind) between 1 and 50),
  id text not null check (length(id) between 1 and 300),
  sealed bytea not null,
  primary key (tenant_id, channel_id, kind, id),
  foreign key (tenant_id, channel_id) references channels.channel (tenant_id, id) on delete cascade
) with (fillfactor = 80);
call platform.protect('channels.session_key');

-- migrate:down
drop table channels.session_key;

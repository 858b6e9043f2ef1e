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

-- How such a line stands, told by the owner of the channel. What links a device (a QR code, a code to type) is a secret for a minute or so: it is sealed, each
-- takes the place of the one before, and the last goes with the state that it belongs to.
create table channels.line (
  tenant_id uuid not null,
  channel_id uuid not null,
  state text not null check (state in ('connecting', 'qr', 'code', 'linking', 'connected', 'reconnecting', 'logged_out', 'error')),
  since timestamptz not null,
  -- How long a code is good, when it is tried again.
  until timestamptz,
  cause text,
  sealed bytea,
  primary key (tenant_id, channel_id),
  foreign key (tenant_id, channel_id) references channels.channel (tenant_id, id) on delete cascade,
  check ((state in ('qr', 'code')) = (sealed is not null)),
  check ((state in ('qr', 'code', 'reconnecting')) = (until is not null)),
  check ((state in ('reconnecting', 'logged_out', 'error')) = (cause is not null))
) with (fillfactor = 70);
call platform.protect('channels.line');

-- migrate:down
drop table channels.line;
drop table channels.session_key;

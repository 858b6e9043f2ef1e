-- When a channel was connected for the last time: people look for it while it is not.
alter table channels.channel add column last_connected_at timestamptz;
update channels.channel set last_connected_at = state_since where state = 'connected';

-- migrate:down
alter table channels.channel drop column last_connected_at;

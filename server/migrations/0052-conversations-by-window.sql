-- Whose window closes soon is read by when it closes, whatever their state; the index of the closed ones alone left the open ones to be read all.
drop index conversations.conversation_closed_window;
create index conversation_window on conversations.conversation (tenant_id, window_expires_at) where window_expires_at is not null;

-- migrate:down
drop index conversations.conversation_window;
create index conversation_closed_window on conversations.conversation (tenant_id, window_expires_at) where state = 'closed' and window_expires_at is not null;

-- What could not be sent on one channel, and what somebody kept from leaving, page by page. Few messages come to it: those that leave as they should write nothing here.
create index outbox_unsent on platform.outbox (tenant_id, sender, state, id desc) where state in ('failed', 'uncertain', 'cancelled');

-- migrate:down
drop index platform.outbox_unsent;

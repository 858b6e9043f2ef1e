-- What went wrong on a channel, among all that it notes when it works.
create index log_trouble on channels.log (tenant_id, channel_id, id desc) where level <> 'info';

-- migrate:down
drop index channels.log_trouble;

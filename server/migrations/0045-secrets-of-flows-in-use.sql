-- When a secret of flows was last sent, to the minute: what nobody uses any more can be told from what a call would miss.
alter table flows.secret add column last_used_at timestamptz;

-- migrate:down
alter table flows.secret drop column last_used_at;

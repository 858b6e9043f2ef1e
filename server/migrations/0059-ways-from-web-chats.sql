-- A visitor goes on by WhatsApp: the code in their first message there says whose chat it was. Only its hash is kept; it is good once, and for an hour.
create table webchat.passage (
  tenant_id uuid not null,
  code_hash bytea not null check (octet_length(code_hash) = 32),
  channel_id uuid not null,
  visitor_id uuid not null,
  to_channel_id uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, code_hash),
  foreign key (tenant_id, channel_id, visitor_id) references webchat.visitor (tenant_id, channel_id, id) on delete cascade,
  foreign key (tenant_id, to_channel_id) references channels.channel (tenant_id, id)
);
create index passage_visitor on webchat.passage (tenant_id, channel_id, visitor_id);
create index passage_expires on webchat.passage (tenant_id, expires_at);
call platform.protect('webchat.passage');

-- migrate:down
drop table webchat.passage;

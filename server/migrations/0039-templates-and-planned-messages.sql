-- What the provider thinks of a template, and since when by its own clock: news come in any order, and beside what is read of the whole list.
alter table templates.template
  -- Why it was rejected, paused or disabled: the provider's code or words, and what it advises.
  add column status_reason text,
  add column status_advice text,
  add column status_at timestamptz,
  -- green, yellow, red, or what the provider adds
  add column quality text,
  add column quality_at timestamptz,
  add column category_at timestamptz;
-- News tell that something changed but not what: read again, once for as many as come meanwhile.
alter table templates.sync add column wanted_at timestamptz;

-- What a planned message answers to; gone from its conversation meanwhile, the message is said without.
alter table conversations.scheduled_message add column quotes_message_id uuid;
-- Planned messages move with a merge, and back when it is undone.
alter table conversations.merge add column scheduled uuid[] not null default '{}';

-- migrate:down
alter table conversations.merge drop column scheduled;
alter table conversations.scheduled_message drop column quotes_message_id;
alter table templates.sync drop column wanted_at;
alter table templates.template
  drop column category_at,
  drop column quality_at,
  drop column quality,
  drop column status_at,
  drop column status_advice,
  drop column status_reason;

-- Simulated phones have a clock and a language of their own.
alter table simulator.phone
  -- How far the phone's clock is ahead of the real one.
  add column ahead_seconds integer not null default 0 check (ahead_seconds between 0 and 2678400),
  add column language text check (language in ('es', 'pt-BR', 'en'));
-- `at` is the real time of a message; with this, what the phone's clock showed then.
alter table simulator.screen add column ahead_seconds integer not null default 0;

-- migrate:down
alter table simulator.screen drop column ahead_seconds;
alter table simulator.phone drop column language, drop column ahead_seconds;

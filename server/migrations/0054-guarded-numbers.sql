-- When a channel was connected for the last time: people look for it while it is not.
alter table channels.channel add column last_connected_at timestamptz;
update channels.channel set last_connected_at = state_since where state = 'connected';

-- Numbers that are linked without their network's consent are taken from whoever writes to many strangers. What is counted of a channel on each day of the business;
-- `cold` strangers who were written to for the first time, `answered` those of them who have written back.
create table channels.guard_day (
  tenant_id uuid not null,
  channel_id uuid not null,
  day date not null,
  cold int not null default 0 check (cold >= 0),
  answered int not null default 0 check (answered between 0 and cold),
  failed int not null default 0 check (failed >= 0),
  locks int not null default 0 check (locks >= 0),
  primary key (tenant_id, channel_id, day),
  foreign key (tenant_id, channel_id) references channels.channel (tenant_id, id) on delete cascade
) with (fillfactor = 80);
call platform.protect('channels.guard_day');

-- Each stranger counts once, whoever dies between counting and sending.
create table channels.cold_start (
  tenant_id uuid not null,
  channel_id uuid not null,
  contact_id uuid not null,
  day date not null,
  answered_at timestamptz,
  primary key (tenant_id, channel_id, contact_id),
  foreign key (tenant_id, channel_id) references channels.channel (tenant_id, id) on delete cascade,
  foreign key (tenant_id, contact_id) references contacts.contact (tenant_id, id) on delete cascade
);
create index cold_start_contact on channels.cold_start (tenant_id, contact_id);
call platform.protect('channels.cold_start');
create policy reach on channels.cold_start as restrictive for select to cq_app using (platform.reaches_all() or contacts.within_reach(contact_id));

-- Until when strangers are left alone, and why; one at a time counts here.
create table channels.guard (
  tenant_id uuid not null,
  channel_id uuid not null,
  held_until timestamptz,
  cause text check (cause in ('account_locked')),
  primary key (tenant_id, channel_id),
  foreign key (tenant_id, channel_id) references channels.channel (tenant_id, id) on delete cascade,
  check ((held_until is null) = (cause is null))
);
call platform.protect('channels.guard');

-- migrate:down
drop table channels.guard;
drop table channels.cold_start;
drop table channels.guard_day;
alter table channels.channel drop column last_connected_at;

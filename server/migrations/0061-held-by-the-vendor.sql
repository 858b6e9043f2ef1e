-- What a number may not send by its vendor's word: one row for each cause that ever held it. It holds while `until` lies ahead or, being null, until the vendor takes it
-- back; what is over stays, because the next time is held longer. `times`: how often in a row, with less than seven days between.
create table channels.vendor_hold (
  tenant_id uuid not null,
  channel_id uuid not null,
  cause text not null check (cause in ('account_banned', 'answers_restricted', 'begun_restricted', 'spam_limited', 'quality_flagged')),
  since timestamptz not null,
  until timestamptz,
  times int not null default 1 check (times > 0),
  primary key (tenant_id, channel_id, cause),
  foreign key (tenant_id, channel_id) references channels.channel (tenant_id, id) on delete cascade
) with (fillfactor = 80);
call platform.protect('channels.vendor_hold', true);

-- Published: channels that may send nothing at all, and until when.
create view channels.silence_fact with (security_invoker = true) as
  select tenant_id, channel_id, until from channels.vendor_hold where cause = 'account_banned';
grant select on channels.silence_fact to cq_app, cq_auditor;

-- How many strangers a day a person allows a number, within caps that are hard; null: the standard of its kind.
alter table channels.guard
  add column first int check (first between 0 and 30),
  add column step int check (step between 0 and 15),
  add column most int check (most between 0 and 150),
  add constraint guard_limits check (num_nulls(first, step, most) in (0, 3) and (first is null or first <= most));

-- migrate:down
alter table channels.guard drop column first, drop column step, drop column most;
drop view channels.silence_fact;
drop table channels.vendor_hold;

-- How the line of a channel is, as the process that holds it tells with each prolonging of its lease: the row is written then anyway, and no index knows these columns, so that
-- it is changed in place. What of the process's memory is this line's is an estimate. All of it goes when another process takes the channel.
alter table channels.owner
  add column told_at timestamptz,
  add column unstored int check (unstored >= 0),
  add column process_bytes bigint check (process_bytes >= 0),
  add column process_lines int check (process_lines > 0),
  add column line_bytes bigint check (line_bytes between 0 and process_bytes),
  add constraint owner_told check ((told_at is null) = (unstored is null)),
  add constraint owner_memory check (num_nulls(process_bytes, process_lines, line_bytes) in (0, 3) and (process_bytes is null or told_at is not null));

-- How fast messages leave by a number, chosen together with its strangers a day.
alter table channels.guard add column per_minute int check (per_minute between 6 and 120);
update channels.guard set per_minute = 120 where first is not null;
alter table channels.guard drop constraint guard_limits,
  add constraint guard_limits check (num_nulls(first, step, most, per_minute) in (0, 4) and (first is null or first <= most));
-- Read with the channel, for whoever sends.
create policy system on channels.guard for select to cq_system using (true);
grant select on channels.guard to cq_system;

-- migrate:down
revoke select on channels.guard from cq_system;
drop policy system on channels.guard;
alter table channels.guard drop constraint guard_limits, drop column per_minute,
  add constraint guard_limits check (num_nulls(first, step, most) in (0, 3) and (first is null or first <= most));
alter table channels.owner drop column told_at, drop column unstored, drop column process_bytes, drop column process_lines, drop column line_bytes;

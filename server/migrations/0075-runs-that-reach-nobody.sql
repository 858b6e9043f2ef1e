-- A run also ends because what it has to say would not reach its customer. What is there passed the narrower check.
alter table flows.run drop constraint run_status_check;
alter table flows.run add constraint run_status_check
  check (status in ('active', 'finished', 'transferred', 'closed', 'timed_out', 'stopped', 'unreachable', 'failed')) not valid;

-- migrate:down
update flows.run set status = 'stopped' where status = 'unreachable';
update flows.path set outcome = 'stopped', lost_as = 'stopped' where lost_as = 'unreachable';
alter table flows.run drop constraint run_status_check;
alter table flows.run add constraint run_status_check
  check (status in ('active', 'finished', 'transferred', 'closed', 'timed_out', 'stopped', 'failed')) not valid;

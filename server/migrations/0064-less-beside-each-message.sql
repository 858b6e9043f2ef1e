-- What the database does beside a message while many come, without being asked for it.

-- Tables that grow with every message are sampled for the planner each time they have grown by a tenth, and the samples of a document are sorted like any value: at three hundred
-- messages a second that was a third of the database's processor time. No condition compares a whole document, so it needs no statistics; and half as much again changes no plan,
-- because the planner reads how large a table is from its file. Each new sample also makes every connection plan its statements anew.
alter table conversations.message
  alter column content set statistics 0,
  set (autovacuum_analyze_scale_factor = 0.5);
alter index conversations.message_file alter column 2 set statistics 0;
alter table platform.outbox
  alter column payload set statistics 0,
  set (autovacuum_analyze_scale_factor = 0.5);
alter table platform.event
  alter column payload set statistics 0,
  set (autovacuum_analyze_scale_factor = 0.5);
alter table flows.path set (autovacuum_analyze_scale_factor = 0.5);
alter table conversations.conversation
  alter column last_message set statistics 0,
  set (autovacuum_analyze_scale_factor = 0.5);
alter table flows.run
  alter column state set statistics 0,
  set (autovacuum_analyze_scale_factor = 0.5);
alter table flows.pace
  alter column state set statistics 0,
  set (autovacuum_analyze_scale_factor = 0.5);
-- Its rows come and go within a second; how many there were at one moment says nothing.
alter table platform.job set (autovacuum_analyze_threshold = 5000);

-- migrate:down
alter table platform.job reset (autovacuum_analyze_threshold);
alter table flows.pace
  alter column state set statistics -1,
  reset (autovacuum_analyze_scale_factor);
alter table flows.run
  alter column state set statistics -1,
  reset (autovacuum_analyze_scale_factor);
alter table conversations.conversation
  alter column last_message set statistics -1,
  reset (autovacuum_analyze_scale_factor);
alter table flows.path reset (autovacuum_analyze_scale_factor);
alter table platform.event
  alter column payload set statistics -1,
  reset (autovacuum_analyze_scale_factor);
alter table platform.outbox
  alter column payload set statistics -1,
  reset (autovacuum_analyze_scale_factor);
alter index conversations.message_file alter column 2 set statistics -1;
alter table conversations.message
  alter column content set statistics -1,
  reset (autovacuum_analyze_scale_factor);

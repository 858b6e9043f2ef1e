-- Files that flows bring from elsewhere count as what members add: the organisation's storage holds them back.
alter table files.file add column fetched boolean not null default false;
drop trigger hold_storage_limit on files.file;
create trigger hold_storage_limit after insert on files.file
  for each row when (new.created_by is not null or new.fetched) execute function tenancy.hold_limit('storage', 'storage', 'bytes');

-- migrate:down
drop trigger hold_storage_limit on files.file;
create trigger hold_storage_limit after insert on files.file
  for each row when (new.created_by is not null) execute function tenancy.hold_limit('storage', 'storage', 'bytes');
alter table files.file drop column fetched;

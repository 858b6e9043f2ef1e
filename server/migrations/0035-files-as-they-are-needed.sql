-- What is known of a file beyond its bytes, files that are made from others for a destination, and how long a tenant keeps them.
alter table files.file
  -- `making`: its bytes come out of `source_id` by `recipe`; whoever needs them first makes them.
  add column state text not null default 'stored' check (state in ('stored', 'making', 'failed')),
  add column failure text,
  add column source_id uuid,
  add column recipe text,
  -- The caller's own key of an upload: said again, it is answered with what is there.
  add column upload_key text,
  -- For everybody of the tenant, whatever they reach: attachments of quick replies, pictures of templates.
  add column shared boolean not null default false,
  add column width integer,
  add column height integer,
  add column seconds real,
  add column pages integer,
  add column waveform smallint[],
  add column thumbnail_location text,
  add column thumbnail_size integer,
  add column looked_at timestamptz,
  -- How often it was opened without an end: what ends the process with it is not opened for ever.
  add column openings smallint not null default 0,
  add constraint file_source foreign key (tenant_id, source_id) references files.file (tenant_id, id) on delete set null (source_id);
create unique index file_recipe on files.file (tenant_id, source_id, recipe) where source_id is not null;
create unique index file_upload_key on files.file (tenant_id, created_by, upload_key) where upload_key is not null;
create index file_not_looked_at on files.file (tenant_id, id) where looked_at is null and state = 'stored';

drop policy reach on files.file;
create policy reach on files.file as restrictive for select to cq_app
  using (platform.reaches_all() or shared or created_by = platform.current_person() or conversations.file_within_reach(id));

-- Days that files are kept; no row = for ever.
create table files.retention (
  tenant_id uuid primary key references tenancy.tenant,
  days integer not null check (days between 1 and 36500)
);
call platform.protect('files.retention');

-- migrate:down
drop table files.retention;
drop policy reach on files.file;
create policy reach on files.file as restrictive for select to cq_app
  using (platform.reaches_all() or created_by = platform.current_person() or conversations.file_within_reach(id));
drop index files.file_not_looked_at;
drop index files.file_upload_key;
drop index files.file_recipe;
alter table files.file
  drop constraint file_source, drop column state, drop column failure, drop column source_id, drop column recipe, drop column upload_key, drop column shared,
  drop column width, drop column height, drop column seconds, drop column pages, drop column waveform,
  drop column thumbnail_location, drop column thumbnail_size, drop column looked_at, drop column openings;

-- What somebody shows of themselves in a tenant, and what they want to be told by sound or by the desktop there. No row of settings means the usual.
alter table identity.membership
  add column photo_file_id uuid,
  add column notices jsonb,
  add constraint membership_photo foreign key (tenant_id, photo_file_id) references files.file (tenant_id, id) on delete set null (photo_file_id);
create index membership_photo on identity.membership (tenant_id, photo_file_id) where photo_file_id is not null;

-- migrate:down
drop index identity.membership_photo;
alter table identity.membership drop constraint membership_photo, drop column photo_file_id, drop column notices;

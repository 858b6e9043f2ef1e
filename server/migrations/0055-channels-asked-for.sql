-- A node that has fewer channels than another asks for one of them; its owner lets go of it, and for that long nobody else takes it.
alter table channels.owner
  add column asked_by uuid,
  add column asked_until timestamptz,
  add constraint owner_asked_check check ((asked_by is null) = (asked_until is null));

-- migrate:down
alter table channels.owner drop constraint owner_asked_check, drop column asked_until, drop column asked_by;

-- Since when a guarded channel has the number that it has: a number that is new here begins slowly, however long its channel has been there. Null: as long as its channel.
alter table channels.guard add column linked_at timestamptz;

-- migrate:down
alter table channels.guard drop column linked_at;

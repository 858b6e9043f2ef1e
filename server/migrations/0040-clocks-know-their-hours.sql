-- Hours may change while something runs by them: by which ones an instant was reckoned. Null: by those that held before anybody wrote it down.
alter table sla.clock add column hours_key text;
alter table routing.wait add column hours_key text;
-- A view keeps the columns that it was made with: nobody outside needs the new ones.

-- migrate:down
alter table routing.wait drop column hours_key;
alter table sla.clock drop column hours_key;

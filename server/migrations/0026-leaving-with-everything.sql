-- When an organisation was last exported whole: before it is removed, that is asked.
alter table tenancy.tenant add column exported_at timestamptz;

-- The text that a record's hash is taken of, by itself: an export carries it along, so that a trail can be proved without this product.
create function audit.canonical(r audit.record) returns text language sql stable as $$
  select jsonb_build_array(
    r.tenant_id, r.seq, to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), r.actor_kind, r.actor_id, r.actor_name, r.on_behalf_of, r.on_behalf_name,
    r.action, r.subject_kind, r.subject_id, r.subject_name, r.before, r.after, r.address, r.country, r.agent, r.request_id, r.result)::text $$;

create or replace function audit.digest(previous bytea, r audit.record) returns bytea language sql stable as $$
  select sha256(previous || convert_to(audit.canonical(r), 'UTF8')) $$;

-- migrate:down
create or replace function audit.digest(previous bytea, r audit.record) returns bytea language sql stable as $$
  select sha256(previous || convert_to(jsonb_build_array(
    r.tenant_id, r.seq, to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), r.actor_kind, r.actor_id, r.actor_name, r.on_behalf_of, r.on_behalf_name,
    r.action, r.subject_kind, r.subject_id, r.subject_name, r.before, r.after, r.address, r.country, r.agent, r.request_id, r.result)::text, 'UTF8')) $$;
drop function audit.canonical(audit.record);
alter table tenancy.tenant drop column exported_at;

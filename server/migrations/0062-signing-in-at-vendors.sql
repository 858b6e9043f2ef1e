-- Somebody connects an account by signing in at its vendor. First the row of a state that the vendor brings back once (without `granted`), then that of the
-- reference under which the person chooses among their accounts. Of both only hashes are kept; what was granted is sealed, and goes with the row.
create table channels.sign_in (
  tenant_id uuid not null,
  key_hash bytea not null check (length(key_hash) = 32),
  user_id uuid not null,
  kind text not null check (kind in ('messenger', 'instagram')),
  granted bytea,
  expires_at timestamptz not null,
  primary key (tenant_id, key_hash)
);
-- Whoever comes back names no tenant.
create index sign_in_key on channels.sign_in (key_hash);
create index sign_in_expiry on channels.sign_in (expires_at);
call platform.protect('channels.sign_in', true);

-- migrate:down
drop table channels.sign_in;

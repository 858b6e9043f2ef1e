-- How a person gets back in, and the second step of a sign-in. All of it is the host's, as sessions are.

-- One row per account that was named, known or not: asking for a link writes the same for both, and a newer link replaces the older one.
create table identity.reset_link (
  account bytea primary key,
  key_hash bytea not null unique,
  user_id uuid references identity."user" on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- The secret is sealed. `last_step` is the newest step whose code was accepted: no code counts twice.
create table identity.two_factor (
  user_id uuid primary key references identity."user" on delete cascade,
  sealed_secret bytea not null,
  last_step bigint not null default 0,
  created_at timestamptz not null,
  enabled_at timestamptz
);

create table identity.recovery_code (
  user_id uuid not null references identity.two_factor on delete cascade,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (user_id, code_hash)
);

do $$ declare name text; begin
  foreach name in array array['reset_link', 'two_factor', 'recovery_code'] loop
    execute format('alter table identity.%I enable row level security', name);
    execute format('create policy system on identity.%I to cq_system using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on identity.%I to cq_system', name);
  end loop;
end $$;

-- migrate:down
drop table identity.recovery_code, identity.two_factor, identity.reset_link;

-- What somebody shows of themselves in a tenant, and what they want to be told by sound or by the desktop there. No row of settings means the usual.
alter table identity.membership
  add column photo_file_id uuid,
  add column notices jsonb,
  add constraint membership_photo foreign key (tenant_id, photo_file_id) references files.file (tenant_id, id) on delete set null (photo_file_id);
create index membership_photo on identity.membership (tenant_id, photo_file_id) where photo_file_id is not null;

-- Keys on people's devices with which they sign in without a password. They are the host's, as passwords are.
create table identity.passkey (
  id uuid primary key,
  user_id uuid not null references identity."user" on delete cascade,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null check (length(name) between 1 and 60),
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_of_user on identity.passkey (user_id);

-- What a device has to sign next, once. Without a user for whoever signs in: who that is, the device says.
create table identity.passkey_challenge (
  challenge_hash bytea primary key,
  user_id uuid references identity."user" on delete cascade,
  expires_at timestamptz not null
);

do $$ declare name text; begin
  foreach name in array array['passkey', 'passkey_challenge'] loop
    execute format('alter table identity.%I enable row level security', name);
    execute format('create policy system on identity.%I to cq_system using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on identity.%I to cq_system', name);
  end loop;
end $$;

-- migrate:down
drop table identity.passkey_challenge, identity.passkey;
drop index identity.membership_photo;
alter table identity.membership drop constraint membership_photo, drop column photo_file_id, drop column notices;

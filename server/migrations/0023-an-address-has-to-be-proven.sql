-- An address is nobody's until somebody has shown that they read what is sent to it, or the host of the installation said whose it is. ADR 14.
alter table identity."user" add column email_proven_at timestamptz;
-- The configuration names who administers the installation. Who had set up a second step keeps it through a new password by mail, as until now.
update identity."user" u set email_proven_at = updated_at
  where is_host_admin or exists (select 1 from identity.two_factor f where f.user_id = u.id and f.enabled_at is not null);
-- Only what went to the address itself proves anything; a link that somebody handed over does not.
alter table identity.reset_link add column mailed boolean not null default false;
-- Imported hashes that nobody has replaced by signing in: how costly the costliest is decides how much work every sign-in does.
create index user_bcrypt on identity."user" (password_hash) where password_hash like '$2%';

-- Whether the person showed something beside a password or a link when they signed in, or has since.
alter table identity.session add column two_steps boolean not null default false;

-- The host invites owners, and belongs to no tenant.
alter table identity.invitation alter column invited_by drop not null;

-- Whose rights bound those of a key: its maker, or whoever gave it a new secret since. ADR 15.
alter table identity.api_key add column held_by uuid;
update identity.api_key set held_by = created_by;
alter table identity.api_key alter column held_by set not null;

-- For the console of the host: whom a tenant without owner waits for; null for a tenant that has one.
create function identity.awaited_owner_fact(tenant uuid) returns jsonb language sql stable security definer set search_path = pg_catalog as $$
  select jsonb_build_object('email', i.email, 'name', i.name, 'expiresAt', i.expires_at)
  from (select 1) one left join lateral (
    select email, name, expires_at from identity.invitation
    where tenant_id = tenant and role = 'owner' and invited_by is null and accepted_at is null and revoked_at is null order by id desc limit 1) i on true
  where not exists (select 1 from identity.membership where tenant_id = tenant and role = 'owner' and status = 'active')
$$;
revoke execute on function identity.awaited_owner_fact(uuid) from public;
grant execute on function identity.awaited_owner_fact(uuid) to cq_system;

-- migrate:down
drop function identity.awaited_owner_fact(uuid);
alter table identity.api_key drop column held_by;
delete from identity.invitation where invited_by is null;
alter table identity.invitation alter column invited_by set not null;
alter table identity.session drop column two_steps;
drop index identity.user_bcrypt;
alter table identity.reset_link drop column mailed;
alter table identity."user" drop column email_proven_at;

-- People and the addresses they write from.
create schema contacts;
grant usage on schema contacts to cq_app, cq_system, cq_auditor;

create table contacts.contact (
  tenant_id uuid not null references tenancy.tenant,
  id uuid not null,
  name text,
  profile_name text,
  phone text,
  email text,
  language text,
  company text,
  city text,
  country text,
  notes text,
  marketing_allowed boolean,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id)
);
create index contact_phone on contacts.contact (tenant_id, phone) where phone is not null;
call platform.protect('contacts.contact');

create table contacts.identity (
  tenant_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  channel_id uuid not null,
  kind text not null,
  value text not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, channel_id, kind, value),
  foreign key (tenant_id, contact_id) references contacts.contact (tenant_id, id),
  foreign key (tenant_id, channel_id) references channels.channel (tenant_id, id)
);
create index identity_contact on contacts.identity (tenant_id, contact_id);
create index identity_value on contacts.identity (tenant_id, kind, value);
call platform.protect('contacts.identity');

-- Published for other modules' screens.
create view contacts.contact_card with (security_invoker = true) as
  select tenant_id, id, coalesce(nullif(name, ''), nullif(profile_name, ''), phone, '') as name, profile_name, phone, email from contacts.contact;
create view contacts.identity_card with (security_invoker = true) as
  select tenant_id, id, contact_id, channel_id, kind, value from contacts.identity;
grant select on contacts.contact_card, contacts.identity_card to cq_app, cq_auditor;

-- migrate:down
drop schema contacts cascade;

-- To whom flows answer on a channel. Whatever answers today goes on answering: only linked numbers where no flow could begin begin with nobody, as those do that are linked from now on.
alter table channels.channel
  add column answers_to text not null default 'everyone' check (answers_to in ('nobody', 'test_numbers', 'outside_hours', 'everyone')),
  add column test_numbers text[] not null default '{}',
  add check (cardinality(test_numbers) <= 20 and (answers_to = 'test_numbers') = (cardinality(test_numbers) > 0)),
  -- It is there to try flows on.
  add check (kind <> 'simulator' or answers_to = 'everyone');

update channels.channel c set answers_to = 'nobody'
where c.kind in ('whatsapp-web', 'waha', 'wppconnect') and c.flow_id is null
  and not exists (
    select 1 from flows.flow f join flows.version v on v.tenant_id = f.tenant_id and v.id = f.published_version_id
      cross join lateral jsonb_array_elements(coalesce(v.definition -> 'triggers', '[]')) t (trigger)
    where f.tenant_id = c.tenant_id and f.deleted_at is null and t.trigger ->> 'type' not in ('any', 'first_message', 'by_person'))
  and not exists (
    select 1 from campaigns.campaign_channel cc join campaigns.campaign g on g.tenant_id = cc.tenant_id and g.id = cc.campaign_id
    where cc.tenant_id = c.tenant_id and cc.channel_id = c.id and (g.bot_on and g.flow_id is not null or g.closed ->> 'do' is distinct from 'wait'));

create or replace view channels.channel_card with (security_invoker = true) as
  select tenant_id, id, kind, name, state, flow_id, deleted_at, answers_to from channels.channel;

-- migrate:down
drop view channels.channel_card;
create view channels.channel_card with (security_invoker = true) as
  select tenant_id, id, kind, name, state, flow_id, deleted_at from channels.channel;
grant select on channels.channel_card to cq_app, cq_auditor;
alter table channels.channel drop column answers_to, drop column test_numbers;

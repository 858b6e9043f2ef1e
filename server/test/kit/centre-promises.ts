import type pg from 'pg'

/** Neither a bot nor a member has it, and it is not put aside. */
const owesAPerson = `c.assignee_id is null and c.snoozed_until is null and c.floor in ('human', 'nobody')
  and (c.state in ('new', 'queued', 'transferred') or (c.state in ('active', 'assigned') and c.waiting_since is not null))`
const openWait = `exists (select 1 from routing.wait w where w.tenant_id = c.tenant_id and w.conversation_id = c.id and w.ended_at is null)`

/** What must never be so, whatever was done and whenever a process died; each with how it is recognised. */
const promises: Record<string, string> = {
  'a person is owed, and neither has anybody it nor does it wait in a queue': `select c.id from conversations.conversation c
     join campaigns.campaign g on g.tenant_id = c.tenant_id and g.id = c.campaign_id and g.state = 'active' where ${owesAPerson} and not ${openWait}`,
  'it is in no campaign although its channel has one': `select c.id from conversations.conversation c
     join campaigns.campaign_channel h on h.tenant_id = c.tenant_id and h.channel_id = c.channel_id
     join campaigns.campaign g on g.tenant_id = h.tenant_id and g.id = h.campaign_id and g.state = 'active' where c.state <> 'closed' and c.campaign_id is null`,
  'it waits in a queue although nobody is owed': `select c.id from conversations.conversation c where ${openWait} and not (${owesAPerson})`,
  'it waits in another queue than it says': `select c.id from conversations.conversation c join routing.wait w on w.tenant_id = c.tenant_id and w.conversation_id = c.id and w.ended_at is null
     where c.queue_id is distinct from w.queue_id`,
  'it says a queue in which it does not wait, and nobody has it from there': `select c.id from conversations.conversation c
     where c.queue_id is not null and ${owesAPerson} and not ${openWait}`,
  'who has it is not who the log says': `select c.id from conversations.conversation c
     join routing.assignment a on a.tenant_id = c.tenant_id and a.conversation_id = c.id and a.ended_at is null and a.agent_id is not null
     where a.agent_id is distinct from case when c.state = 'closed' then null else c.assignee_id end`,
  'somebody has it of whom the log knows nothing': `select c.id from conversations.conversation c where c.assignee_id is not null and c.state <> 'closed' and c.campaign_id is not null
     and not exists (select 1 from routing.assignment a where a.tenant_id = c.tenant_id and a.conversation_id = c.id and a.ended_at is null and a.agent_id = c.assignee_id)`,
}

/** The promises of the contact centre that are broken now, with the conversations. */
export const brokenPromises = async (admin: pg.Client, tenantId: string): Promise<Record<string, string[]>> => {
  const broken: Record<string, string[]> = {}
  for (const [promise, text] of Object.entries(promises)) {
    const { rows } = await admin.query<{ id: string }>(
      `select found.id from (${text}) found join conversations.conversation k on k.id = found.id where k.tenant_id = $1`,
      [tenantId],
    )
    if (rows.length > 0) broken[promise] = rows.map(({ id }) => id)
  }
  return broken
}

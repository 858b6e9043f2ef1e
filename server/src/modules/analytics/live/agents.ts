import type { LiveAgent } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { countMetrics, type Period } from '../metrics/count.ts'
import type { AnalyticsPorts } from '../ports.ts'
import { contactName, dueColumns, dueOf, type DueRow } from './facts.ts'

type AgentRow = {
  id: string
  name: string
  role: string
  state: LiveAgent['state']
  reason: LiveAgent['reason']
  since: Date | null
  capacity: number
  load: number
}
type HeldRow = DueRow & { id: string; holder: string; contact: string | null; state: LiveAgent['conversations'][number]['state']; waiting_since: Date | null }

const shownEach = 20

/** Everybody who answers conversations (of a campaign), those who are here first. */
export const readAgents = async (
  tx: Tx,
  ports: AnalyticsPorts,
  { campaignId, today }: { campaignId: string | undefined; today: Period },
): Promise<LiveAgent[]> => {
  const mayReply = await ports.repliers(tx)
  const people = campaignId ? (await ports.campaign(tx.tenantId, campaignId))?.people : null
  const { rows } = await tx.query<AgentRow>(
    `select a.id, m.name, a.role, coalesce(p.state, 'offline') as state, p.reason, p.since, a.capacity,
       (select count(*)::int from conversations.conversation_fact f where f.tenant_id = $1 and f.assignee_id = a.id and f.state not in ('closed', 'pending') and f.snoozed_until is null) as load
     from identity.agent_fact a join identity.member_card m on m.tenant_id = a.tenant_id and m.id = a.id
     left join presence.agent_fact p on p.tenant_id = a.tenant_id and p.user_id = a.id
     where a.tenant_id = $1 and a.status = 'active'
     order by array_position(array['available', 'busy', 'paused', 'offline'], coalesce(p.state, 'offline')), lower(m.name), a.id`,
    [tx.tenantId],
  )
  const agents = rows.filter(({ id, role }) => mayReply(role) && (!people || people.has(id)))
  const { rows: held } = await tx.query<HeldRow>(
    `select f.id, f.assignee_id as holder, ${contactName} as contact, f.state, f.waiting_since, ${dueColumns} from unnest($2::uuid[]) as asked (id) cross join lateral (
       select * from conversations.conversation_fact f where f.tenant_id = $1 and f.assignee_id = asked.id and f.state <> 'closed' order by f.waiting_since nulls last, f.id limit ${shownEach}) f
     order by f.waiting_since nulls last, f.id`,
    [tx.tenantId, agents.map(({ id }) => id)],
  )
  const { groups } = await countMetrics(tx, ports.now(), { period: today, narrowed: { campaignId }, groupBy: 'agent', ids: ['conversations_closed'] })
  return agents.map(({ role: _, since, ...agent }) => ({
    ...agent,
    since: since?.toISOString() ?? null,
    closedToday: groups.get(agent.id)?.conversations_closed ?? 0,
    conversations: held
      .filter(({ holder }) => holder === agent.id)
      .map((row) => ({ id: row.id, contact: row.contact ?? '', state: row.state, waitingSince: row.waiting_since?.toISOString() ?? null, due: dueOf(row) })),
  }))
}

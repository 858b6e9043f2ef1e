import type { PresenceState, SkillNeed } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { Candidate } from './domain/decide.ts'
import type { CampaignFacts, RoutingPorts } from './ports.ts'
import { namedPeople, type StoredQueue } from './store.ts'

/** Whoever is in a queue only by its campaign's silence, or by a team, is asked in the middle. */
const middleRank = 5

type Standing = { id: string; role: string; capacity: number; skills: SkillNeed[]; state: PresenceState }

/** Load: open conversations that somebody holds, without those that are pending or snoozed. */
export const loadsOf = async (tx: Tx, userIds: readonly string[]): Promise<Map<string, number>> => {
  const { rows } = await tx.query<{ id: string; load: number }>(
    `select asked.id, (select count(*) from conversations.conversation_fact f where f.tenant_id = $1 and f.assignee_id = asked.id and f.state <> 'closed' and f.state <> 'pending'
       and f.snoozed_until is null)::int as load from unnest($2::uuid[]) as asked (id)`,
    [tx.tenantId, userIds],
  )
  return new Map(rows.map(({ id, load }) => [id, load]))
}

/** Active members with what they can do and how they stand. */
const membersOf = async (tx: Tx): Promise<Map<string, Standing>> => {
  const { rows } = await tx.query<Standing>(
    `select a.id, a.role, a.capacity, a.skills, coalesce(p.state, 'offline') as state from identity.agent_fact a
     left join presence.standing_fact p on p.tenant_id = a.tenant_id and p.user_id = a.id where a.tenant_id = $1 and a.status = 'active'`,
    [tx.tenantId],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

const teamMembers = async (tx: Tx, teamIds: string[]): Promise<Map<string, string[]>> => {
  if (teamIds.length === 0) return new Map()
  const { rows } = await tx.query<{ id: string; members: string[] }>(
    'select id, member_ids::text[] as members from identity.team_card where tenant_id = $1 and id = any($2::uuid[])',
    [tx.tenantId, teamIds],
  )
  return new Map(rows.map(({ id, members }) => [id, members]))
}

type TurnRow = { queueId: string; userId: string; number: string; lastAt: Date }
const turnsOf = async (tx: Tx, queueIds: string[]): Promise<Map<string, TurnRow>> => {
  const { rows } = await tx.query<TurnRow>(
    `select queue_id as "queueId", user_id as "userId", number::text, last_at as "lastAt" from routing.turn where tenant_id = $1 and queue_id = any($2::uuid[])`,
    [tx.tenantId, queueIds],
  )
  return new Map(rows.map((row) => [`${row.queueId} ${row.userId}`, row]))
}

/** A queue and its campaign at work. */
export type Served = { queue: StoredQueue; campaign: CampaignFacts }
/** Who serves each queue, as they stand now. */
export type Staff = Map<string, Candidate[]>

/** Everybody who serves these queues: those whom the queue names, else those of its campaign, else all members. */
export const staffOf = async (tx: Tx, ports: RoutingPorts, served: readonly Served[]): Promise<Staff> => {
  const queueIds = served.map(({ queue }) => queue.id)
  const named = await namedPeople(tx, queueIds)
  const [members, mayReply, teams, turns] = [
    await membersOf(tx),
    await ports.repliers(tx),
    await teamMembers(tx, [...new Set([...named.values()].flatMap(({ teamIds }) => teamIds))]),
    await turnsOf(tx, queueIds),
  ]
  const idsOf = ({ queue, campaign }: Served): string[] => {
    const { agentIds, teamIds } = named.get(queue.id)!
    if (agentIds.length > 0 || teamIds.length > 0) return [...new Set([...agentIds, ...teamIds.flatMap((id) => teams.get(id) ?? [])])]
    return campaign.people ? [...campaign.people.keys()] : [...members.values()].filter(({ role }) => mayReply(role)).map(({ id }) => id)
  }
  const present = served.flatMap(idsOf).filter((id) => members.get(id)?.state === 'available')
  const loads = await loadsOf(tx, [...new Set(present)])
  return new Map(
    served.map((one) => [
      one.queue.id,
      idsOf(one).flatMap((userId): Candidate[] => {
        const member = members.get(userId)
        if (!member) return []
        const turn = turns.get(`${one.queue.id} ${userId}`)
        return [
          {
            userId,
            state: member.state,
            load: loads.get(userId) ?? 0,
            capacity: member.capacity,
            rank: one.campaign.people?.get(userId) ?? middleRank,
            skills: member.skills,
            turn: turn ? Number(turn.number) : null,
            lastAssignedAt: turn?.lastAt ?? null,
            mayReply: mayReply(member.role),
          },
        ]
      }),
    ]),
  )
}

/** Percent of what the present people of these queues can take that is taken; null: nobody is present. */
export const loadPercent = (staff: Staff): number | null => {
  const present = new Map([...staff.values()].flat().map((one) => [one.userId, one] as const))
  const able = [...present.values()].filter(({ state, mayReply }) => state === 'available' && mayReply)
  const capacity = able.reduce((sum, one) => sum + one.capacity, 0)
  return capacity === 0 ? null : (100 * able.reduce((sum, { load }) => sum + load, 0)) / capacity
}

/** One more was given to somebody from this queue. */
export const noteTurn = async (tx: Tx, queueId: string, userId: string, at: Date): Promise<number> => {
  const { rows } = await tx.query<{ number: string }>(
    `insert into routing.turn (tenant_id, queue_id, user_id, last_at) values ($1, $2, $3, $4)
     on conflict (tenant_id, queue_id, user_id) do update set last_at = excluded.last_at, number = excluded.number, count = routing.turn.count + 1 returning number::text`,
    [tx.tenantId, queueId, userId, at],
  )
  return Number(rows[0]!.number)
}

/** Who had this contact last, if that was within the hours. */
export const lastAgentOf = async (tx: Tx, contactId: string, since: Date): Promise<string | null> => {
  const { rows } = await tx.query<{ agent: string }>(
    `select a.agent_id as agent from conversations.conversation_fact c join routing.assignment a on a.tenant_id = c.tenant_id and a.conversation_id = c.id
     where c.tenant_id = $1 and c.contact_id = $2 and a.agent_id is not null and coalesce(a.ended_at, a.at) >= $3 order by a.at desc, a.id desc limit 1`,
    [tx.tenantId, contactId, since],
  )
  return rows[0]?.agent ?? null
}

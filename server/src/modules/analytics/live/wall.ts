import type { Live, Wall, WallLink } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { absent } from '#platform/failure'
import type { AnalyticsPorts } from '../ports.ts'
import { readLive } from './read.ts'

type Row = { id: string; name: string; campaign_id: string | null; hides_names: boolean; created_at: Date; last_used_at: Date | null }
const linkOf = (row: Row): WallLink => ({
  id: row.id,
  name: row.name,
  campaignId: row.campaign_id,
  hidesNames: row.hides_names,
  createdAt: row.created_at.toISOString(),
  lastUsedAt: row.last_used_at?.toISOString() ?? null,
})

export const listLinks = async (tx: Tx): Promise<WallLink[]> =>
  (
    await tx.query<Row>('select id, name, campaign_id, hides_names, created_at, last_used_at from analytics.wall_link where tenant_id = $1 order by id desc', [
      tx.tenantId,
    ])
  ).rows.map(linkOf)

type Wanted = { name: string; campaignId: string | null; hidesNames: boolean }

/** The key is told now and never again. */
export const createLink = async (tx: Tx, ports: AnalyticsPorts, { name, campaignId, hidesNames }: Wanted): Promise<WallLink & { key: string }> => {
  if (campaignId && !(await ports.campaign(tx.tenantId, campaignId))) throw absent('campaign')
  const [id, key, at] = [ports.newId(), ports.newKey(), ports.now()]
  await tx.query(`insert into analytics.wall_link (tenant_id, id, name, campaign_id, hides_names, key_hash, created_at) values ($1, $2, $3, $4, $5, $6, $7)`, [
    tx.tenantId,
    id,
    name,
    campaignId,
    hidesNames,
    ports.hashKey(key),
    at,
  ])
  tx.record({ subject: { kind: 'wall_link', id, name }, after: { name, campaignId, hidesNames } })
  return { id, name, campaignId, hidesNames, createdAt: at.toISOString(), lastUsedAt: null, key }
}

export const removeLink = async (tx: Tx, id: string): Promise<void> => {
  const { rows } = await tx.query<{ name: string }>('delete from analytics.wall_link where tenant_id = $1 and id = $2 returning name', [tx.tenantId, id])
  if (!rows[0]) throw absent('wall_link')
  tx.record({ subject: { kind: 'wall_link', id, name: rows[0].name } })
}

/** Written at most so often: a wall asks every few seconds. */
const usedSeconds = 300

type Found = Row & { tenant_id: string }

/** What a wall shows, by the key of its link. It sees all, and says no more than the board. */
export const readWall = async (ports: AnalyticsPorts, key: string): Promise<Wall> => {
  const { rows } = await ports.database.system.query<Found>('select * from analytics.wall_link where key_hash = $1', [ports.hashKey(key)])
  const link = rows[0]
  if (!link) throw absent('wall_link')
  return ports.database.inTenant(link.tenant_id, async (tx) => {
    const now = ports.now()
    const { rows: cards } = await tx.query<{ name: string; locale: string; time_zone: string; status: string }>(
      'select name, locale, time_zone, status from tenancy.tenant_card where tenant_id = $1',
      [tx.tenantId],
    )
    // A suspended organisation shows nothing to anybody.
    if (cards[0]?.status !== 'active') throw absent('wall_link')
    if (!link.last_used_at || now.getTime() - link.last_used_at.getTime() > usedSeconds * 1000)
      await tx.query('update analytics.wall_link set last_used_at = $3 where tenant_id = $1 and id = $2', [tx.tenantId, link.id, now])
    const live = await readLive(tx, ports, link.campaign_id ?? undefined)
    return {
      business: cards[0].name,
      locale: cards[0].locale,
      timeZone: cards[0].time_zone,
      link: { name: link.name, hidesNames: link.hides_names },
      live: link.hides_names ? withoutNames(live) : live,
    }
  })
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .flatMap((part) => [...part].slice(0, 1))
    .slice(0, 3)
    .map((letter) => `${letter.toLocaleUpperCase()}.`)
    .join(' ')

/** What a passer-by may read. */
const withoutNames = (live: Live): Live => ({
  ...live,
  agents: live.agents.map((agent) => ({ ...agent, name: initials(agent.name), conversations: agent.conversations.map((one) => ({ ...one, contact: '' })) })),
  atRisk: live.atRisk.map((risk) => ({ ...risk, contact: '', assignee: risk.assignee && { ...risk.assignee, name: initials(risk.assignee.name) } })),
})

import type { Campaign, CampaignNumbers, CampaignState, Page } from '@chasqui/contracts'
import { idCursor } from '#platform/cursor'
import type { Tx } from '#platform/database/transaction'
import { absent } from '#platform/failure'
import { businessTime } from './domain/business-time.ts'
import { holidayCalendar } from './holidays.ts'
import type { CampaignsPorts } from './ports.ts'
import { findCampaign, presentColumns, storedOf, type CampaignRow, type StoredCampaign } from './store.ts'

/** The zone of hours that name none. */
export const zoneOfBusiness = async (ports: CampaignsPorts, tenantId: string): Promise<string> => (await ports.business(tenantId))?.timeZone ?? 'UTC'

export const campaignOf = async (ports: CampaignsPorts, tenantId: string, stored: StoredCampaign): Promise<Campaign> => {
  const zone = stored.timeZone ?? (await zoneOfBusiness(ports, tenantId))
  const time = businessTime(stored.hours, zone, holidayCalendar(stored.hours.holidays))
  const now = ports.now()
  const isOpenNow = time.isOpen(now)
  return {
    ...stored,
    isOpenNow,
    opensAt: isOpenNow ? null : (time.nextOpening(now)?.toISOString() ?? null),
    createdAt: stored.createdAt.toISOString(),
    updatedAt: stored.updatedAt.toISOString(),
  }
}

export const readCampaign = async (tx: Tx, ports: CampaignsPorts, id: string): Promise<Campaign> => {
  const stored = await findCampaign(tx, id)
  if (!stored) throw absent('campaign')
  return campaignOf(ports, tx.tenantId, stored)
}

export const listCampaigns = async (
  tx: Tx,
  ports: CampaignsPorts,
  query: { limit: number; cursor?: string | undefined; state?: CampaignState | undefined },
): Promise<Page<Campaign>> => {
  const { rows } = await tx.query<CampaignRow>(
    `select ${presentColumns} from campaigns.campaign c where c.tenant_id = $1 and ($2::uuid is null or c.id < $2) and ($3::text is null or c.state = $3) order by c.id desc limit $4`,
    [tx.tenantId, idCursor(query.cursor), query.state ?? null, query.limit + 1],
  )
  const items: Campaign[] = []
  for (const row of rows.slice(0, query.limit)) items.push(await campaignOf(ports, tx.tenantId, storedOf(row)))
  return { items, nextCursor: rows.length > query.limit ? items.at(-1)!.id : null }
}

const numbersText = `select
    count(*) filter (where state <> 'closed')::int as open,
    count(*) filter (where waits)::int as waiting,
    floor(extract(epoch from $3::timestamptz - min(waiting_since) filter (where waits)))::int as "longestWaitSeconds",
    count(*) filter (where state <> 'closed' and floor in ('flow', 'assistant'))::int as "withBot",
    count(*) filter (where created_at > $4)::int as begun,
    count(*) filter (where closed_at > $4)::int as closed
  from (select *, state <> 'closed' and assignee_id is null and floor in ('human', 'nobody') and waiting_since is not null as waits
    from conversations.conversation_fact where tenant_id = $1 and campaign_id = $2 and (state <> 'closed' or created_at > $4 or closed_at > $4)) c`
const levelsText = `select count(*) filter (where state = 'met')::int as met, count(*) filter (where state = 'missed')::int as missed,
    count(*) filter (where state = 'running' and due_at <= $3)::int as overdue
  from sla.clock_fact where tenant_id = $1 and campaign_id = $2 and (ended_at is null or ended_at > $4)`

/** What a campaign does now, and what it did in the last seven days, as far as the transaction's person sees it. */
export const readNumbers = async (tx: Tx, ports: CampaignsPorts, id: string): Promise<CampaignNumbers> => {
  if (!(await findCampaign(tx, id))) throw absent('campaign')
  const now = ports.now()
  const values = [tx.tenantId, id, now, new Date(now.getTime() - 7 * 86_400_000)]
  const numbers = (await tx.query<Omit<CampaignNumbers, 'met' | 'missed' | 'overdue'>>(numbersText, values)).rows[0]!
  const levels = (await tx.query<Pick<CampaignNumbers, 'met' | 'missed' | 'overdue'>>(levelsText, values)).rows[0]!
  return { ...numbers, ...levels }
}

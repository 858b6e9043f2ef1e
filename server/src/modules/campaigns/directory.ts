import { LRUCache } from 'lru-cache'
import { businessTime, type BusinessTime } from './domain/business-time.ts'
import { keyOfHours } from './hours.ts'
import { holidayCalendar } from './holidays.ts'
import type { CampaignsPorts } from './ports.ts'
import { campaignColumns, storedOf, type CampaignRow, type StoredCampaign } from './store.ts'

/** A campaign ready for use: its hours as a clock, its people by name. */
export type KnownCampaign = StoredCampaign & {
  /** Of its hours: its own, or that of the business. */
  zone: string
  /** In which the business speaks. */
  locale: string
  time: BusinessTime
  /** Which hours these are: another key, other hours. */
  hoursKey: string
  /** Who serves it with their rank, members of its teams among them (rank 5); null: everybody who answers conversations. */
  people: ReadonlyMap<string, number> | null
}

/** The campaigns of tenants from memory: every turn asks here. Half a minute old at most, and forgotten as soon as something changes. */
export type Directory = {
  /** In whatever state. */
  find(tenantId: string, campaignId: string): Promise<KnownCampaign | null>
  /** The active campaign that serves a channel. */
  ofChannel(tenantId: string, channelId: string): Promise<KnownCampaign | null>
  /** What is asked next is as it stands now, also where the hint of a change is still on its way. */
  forget(tenantId: string): void
}

type Row = CampaignRow & { team_people: string[] }
type Known = { byId: Map<string, KnownCampaign>; byChannel: Map<string, KnownCampaign> }

const staleAfter = 30_000
const rankInTeam = 5

/** Also without a profile the hours have to be somewhere. */
const nowhere = { timeZone: 'UTC', locale: 'es' } as const

const text = `select ${campaignColumns}, array(
    select distinct unnest(g.member_ids) from campaigns.campaign_team t join identity.team_card g on g.tenant_id = t.tenant_id and g.id = t.team_id
    where t.tenant_id = c.tenant_id and t.campaign_id = c.id)::text[] as team_people
  from campaigns.campaign c where c.tenant_id = $1`

const peopleOf = ({ agents, team_ids, team_people }: Row): ReadonlyMap<string, number> | null =>
  agents.length === 0 && team_ids.length === 0
    ? null
    : new Map([...team_people.map((id) => [id, rankInTeam] as const), ...agents.map(({ userId, rank }) => [userId, rank] as const)])

export const createDirectory = (ports: CampaignsPorts): Directory => {
  const known = new LRUCache<string, Promise<Known>>({ max: 5000, ttl: staleAfter })

  const load = async (tenantId: string): Promise<Known> => {
    const { rows } = await ports.database.system.query<Row>(text, [tenantId])
    const { timeZone, locale } = (rows.length > 0 && (await ports.business(tenantId))) || nowhere
    const campaigns = rows.map((row): KnownCampaign => {
      const campaign = storedOf(row)
      const zone = campaign.timeZone ?? timeZone
      return {
        ...campaign,
        zone,
        locale,
        time: businessTime(campaign.hours, zone, holidayCalendar(campaign.hours.holidays)),
        hoursKey: keyOfHours({ hours: campaign.hours, zone }),
        people: peopleOf(row),
      }
    })
    return {
      byId: new Map(campaigns.map((campaign) => [campaign.id, campaign])),
      byChannel: new Map(
        campaigns.filter(({ state }) => state === 'active').flatMap((campaign) => campaign.channelIds.map((channelId) => [channelId, campaign] as const)),
      ),
    }
  }
  const of = (tenantId: string): Promise<Known> => {
    const hit = known.get(tenantId)
    if (hit) return hit
    const asking = load(tenantId)
    known.set(tenantId, asking)
    asking.catch(() => known.get(tenantId) === asking && known.delete(tenantId))
    return asking
  }
  const forget = (tenantId: string) => void known.delete(tenantId)
  ports.hints.onChanged('campaign', forget)
  ports.hints.onChanged('tenant', forget)

  return {
    find: async (tenantId, campaignId) => (await of(tenantId)).byId.get(campaignId) ?? null,
    ofChannel: async (tenantId, channelId) => (await of(tenantId)).byChannel.get(channelId) ?? null,
    forget,
  }
}

import type { CampaignSettings } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'

/** A campaign as it is kept. */
export type StoredCampaign = CampaignSettings & { id: string; createdAt: Date; updatedAt: Date }

export type CampaignRow = {
  tenant_id: string
  id: string
  name: string
  description: string
  state: CampaignSettings['state']
  priority: number
  time_zone: string | null
  hours: CampaignSettings['hours']
  closed: CampaignSettings['closed']
  bot_on: boolean
  flow_id: string | null
  routing: CampaignSettings['routing']
  last_agent_hours: number
  acceptance_seconds: number | null
  when_absent: CampaignSettings['whenAbsent']
  service_level: CampaignSettings['serviceLevel']
  tags: string[]
  created_at: Date
  updated_at: Date
  channel_ids: string[]
  agents: { userId: string; rank: number }[]
  team_ids: string[]
}

const columns = (channels: string, people: string) => `c.*,
  array(select h.channel_id from campaigns.campaign_channel h ${channels} where h.tenant_id = c.tenant_id and h.campaign_id = c.id order by h.channel_id)::text[] as channel_ids,
  coalesce((select jsonb_agg(jsonb_build_object('userId', a.user_id, 'rank', a.rank) order by a.rank, a.user_id)
    from campaigns.campaign_agent a ${people} where a.tenant_id = c.tenant_id and a.campaign_id = c.id), '[]') as agents,
  array(select t.team_id from campaigns.campaign_team t where t.tenant_id = c.tenant_id and t.campaign_id = c.id order by t.team_id)::text[] as team_ids`

/** The columns of `campaigns.campaign c` with those who serve and are served, as the system reads them. */
export const campaignColumns = columns('', '')

/** The same for people: channels that were removed and members who left are not shown, and no longer kept when something is changed. */
export const presentColumns = columns(
  'join channels.channel_card hc on hc.tenant_id = h.tenant_id and hc.id = h.channel_id and hc.deleted_at is null',
  `join identity.member_card ac on ac.tenant_id = a.tenant_id and ac.id = a.user_id and ac.status <> 'removed'`,
)

export const storedOf = (row: CampaignRow): StoredCampaign => ({
  id: row.id,
  name: row.name,
  description: row.description,
  state: row.state,
  priority: row.priority,
  channelIds: row.channel_ids,
  timeZone: row.time_zone,
  hours: row.hours,
  closed: row.closed,
  bot: { on: row.bot_on, flowId: row.flow_id },
  agents: row.agents,
  teamIds: row.team_ids,
  routing: row.routing,
  lastAgentHours: row.last_agent_hours,
  acceptanceSeconds: row.acceptance_seconds,
  whenAbsent: row.when_absent,
  serviceLevel: row.service_level,
  tags: row.tags,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})

/** Locked until the transaction ends when it is to be changed. */
export const findCampaign = async (tx: Tx, id: string, lock: '' | 'for update of c' = ''): Promise<StoredCampaign | null> => {
  const { rows } = await tx.query<CampaignRow>(`select ${presentColumns} from campaigns.campaign c where c.tenant_id = $1 and c.id = $2 ${lock}`, [
    tx.tenantId,
    id,
  ])
  return rows[0] ? storedOf(rows[0]) : null
}

const writeText = `insert into campaigns.campaign (tenant_id, id, name, description, state, priority, time_zone, hours, closed, bot_on, flow_id, routing, last_agent_hours,
  acceptance_seconds, when_absent, service_level, tags, created_at, updated_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
on conflict (tenant_id, id) do update set (name, description, state, priority, time_zone, hours, closed, bot_on, flow_id, routing, last_agent_hours, acceptance_seconds, when_absent,
  service_level, tags, updated_at) = row (excluded.name, excluded.description, excluded.state, excluded.priority, excluded.time_zone, excluded.hours, excluded.closed, excluded.bot_on,
  excluded.flow_id, excluded.routing, excluded.last_agent_hours, excluded.acceptance_seconds, excluded.when_absent, excluded.service_level, excluded.tags, excluded.updated_at)`

/** Writes a campaign whole, with its channels, people and teams. */
export const writeCampaign = async (tx: Tx, campaign: StoredCampaign): Promise<void> => {
  const { id, agents, channelIds, teamIds } = campaign
  await tx.query(writeText, [
    tx.tenantId,
    id,
    campaign.name,
    campaign.description,
    campaign.state,
    campaign.priority,
    campaign.timeZone,
    JSON.stringify(campaign.hours),
    JSON.stringify(campaign.closed),
    campaign.bot.on,
    campaign.bot.flowId,
    JSON.stringify(campaign.routing),
    campaign.lastAgentHours,
    campaign.acceptanceSeconds,
    campaign.whenAbsent,
    JSON.stringify(campaign.serviceLevel),
    campaign.tags,
    campaign.createdAt,
    campaign.updatedAt,
  ])
  await dropParts(tx, id)
  await tx.query('insert into campaigns.campaign_channel (tenant_id, campaign_id, channel_id) select $1, $2, unnest($3::uuid[])', [tx.tenantId, id, channelIds])
  await tx.query('insert into campaigns.campaign_agent (tenant_id, campaign_id, user_id, rank) select $1, $2, * from unnest($3::uuid[], $4::smallint[])', [
    tx.tenantId,
    id,
    agents.map(({ userId }) => userId),
    agents.map(({ rank }) => rank),
  ])
  await tx.query('insert into campaigns.campaign_team (tenant_id, campaign_id, team_id) select $1, $2, unnest($3::uuid[])', [tx.tenantId, id, teamIds])
}

const dropParts = async (tx: Tx, id: string): Promise<void> => {
  for (const part of ['campaign_channel', 'campaign_agent', 'campaign_team'] as const)
    await tx.query(`delete from campaigns.${part} where tenant_id = $1 and campaign_id = $2`, [tx.tenantId, id])
}

export const dropCampaign = async (tx: Tx, id: string): Promise<void> => {
  await dropParts(tx, id)
  await tx.query('delete from campaigns.campaign where tenant_id = $1 and id = $2', [tx.tenantId, id])
}

import { Conduct } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import type { ConversationsPorts } from '../ports.ts'

/** How conversations end here; what the tenant has not said is as the product says. */
export const readConduct = async (tx: Tx): Promise<Conduct> => {
  const { rows } = await tx.query<{ settings: unknown }>('select settings from conversations.conduct where tenant_id = $1', [tx.tenantId])
  return Conduct.parse(rows[0]?.settings ?? {})
}

export const changeConduct = async (tx: Tx, ports: Pick<ConversationsPorts, 'now'>, conduct: Conduct): Promise<Conduct> => {
  const wanted = conduct.survey.campaigns.map(({ campaignId }) => campaignId)
  const { rows } = await tx.query<{ id: string }>('select id from campaigns.campaign_card where tenant_id = $1 and id = any($2::uuid[])', [tx.tenantId, wanted])
  const known = new Set(rows.map(({ id }) => id))
  const foreign = wanted.findIndex((id) => !known.has(id))
  if (foreign >= 0)
    throw new Failure('invalid', 'campaign.unknown', 'There is no such campaign.', {
      errors: [{ path: `survey.campaigns.${foreign}.campaignId`, code: 'campaign.unknown', message: 'Unknown campaign' }],
    })
  await tx.query(
    `insert into conversations.conduct (tenant_id, settings, updated_at) values ($1, $2, $3)
     on conflict (tenant_id) do update set settings = excluded.settings, updated_at = excluded.updated_at`,
    [tx.tenantId, JSON.stringify(conduct), ports.now()],
  )
  return conduct
}

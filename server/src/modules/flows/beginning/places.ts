import type { FlowDefinition, FlowProblem } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'

type Named = { path: string; kind: 'channel' | 'campaign'; id: string }

/** The channels and campaigns that triggers name, and where. */
const namedIn = ({ triggers }: FlowDefinition): Named[] =>
  triggers.flatMap((trigger, at): Named[] => {
    const of = (field: string, kind: Named['kind'], ids: readonly string[]) => ids.map((id) => ({ path: `triggers.${at}.${field}`, kind, id }))
    return [
      ...('channelId' in trigger && trigger.channelId !== null ? of('channelId', 'channel', [trigger.channelId]) : []),
      ...('channelIds' in trigger ? of('channelIds', 'channel', trigger.channelIds) : []),
      ...('campaignIds' in trigger ? of('campaignIds', 'campaign', trigger.campaignIds) : []),
    ]
  })

/** What triggers name that is not there: they would never begin, and nobody would know why. A draft may still name it. */
export const unknownPlaces = async (tx: Tx, definition: FlowDefinition): Promise<FlowProblem[]> => {
  const named = namedIn(definition)
  if (named.length === 0) return []
  const { rows } = await tx.query<{ id: string }>(
    `select id from channels.channel_card where tenant_id = $1 and id = any($2::uuid[]) and deleted_at is null
     union all select id from campaigns.campaign_card where tenant_id = $1 and id = any($3::uuid[])`,
    [tx.tenantId, idsOf(named, 'channel'), idsOf(named, 'campaign')],
  )
  const known = new Set(rows.map(({ id }) => id))
  return named
    .filter(({ id }) => !known.has(id))
    .map(({ path, kind }) => ({ severity: 'error', nodeId: null, field: path, code: 'flow.trigger_place_unknown', message: `There is no such ${kind}.` }))
}

const idsOf = (named: Named[], wanted: Named['kind']): string[] => named.flatMap(({ kind, id }) => (kind === wanted ? [id] : []))

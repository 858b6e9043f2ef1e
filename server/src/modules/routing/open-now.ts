import type { Tx } from '#platform/database/transaction'
import type { RoutingPorts } from './ports.ts'

/** Whether each of these queues is served at this hour: it is open, and its campaign works and is within its hours. A queue that is gone is not among them. */
export const openNow = async (tx: Tx, ports: RoutingPorts, ids: readonly string[]): Promise<Map<string, boolean>> => {
  const { rows } = await tx.query<{ id: string; campaignId: string; isOpen: boolean }>(
    'select id, campaign_id as "campaignId", is_open as "isOpen" from routing.queue where tenant_id = $1 and id = any($2::uuid[]) and removed_at is null',
    [tx.tenantId, ids],
  )
  const open = new Map<string, boolean>()
  for (const { id, campaignId, isOpen } of rows) {
    const campaign = isOpen ? await ports.campaigns.find(tx.tenantId, campaignId) : null
    open.set(id, campaign?.state === 'active' && campaign.time.isOpen(ports.now()))
  }
  return open
}

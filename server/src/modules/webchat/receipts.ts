import type { Tx } from '#platform/database/transaction'
import type { WebchatPorts } from './ports.ts'
import { heard } from './say.ts'
import type { Place } from './store.ts'

/**
 * A visitor's page has everything of the business up to a number, and showed it if `read`. Each message is told of once per status; what is told again
 * changes nothing.
 */
export const noteReceipt = async (
  ports: Pick<WebchatPorts, 'now' | 'takeIn'>,
  tx: Tx,
  place: Place,
  { upTo, read }: { upTo: number; read: boolean },
): Promise<void> => {
  const status = read ? 'read' : 'delivered'
  const { rows } = await tx.query<{ id: string }>(
    `update webchat.entry set status = $5 where tenant_id = $1 and channel_id = $2 and visitor_id = $3 and by = 'business' and position <= $4
       and status = any($6::text[]) returning id`,
    [tx.tenantId, place.channelId, place.visitorId, upTo, status, read ? ['sent', 'delivered'] : ['sent']],
  )
  const at = ports.now().toISOString()
  ports.takeIn(
    tx,
    place.channelId,
    rows.map(({ id }) => heard(place.visitorId, `${id}:${status}`, { type: 'status', messageId: id, status, at, visitorId: place.visitorId }, true)),
  )
}

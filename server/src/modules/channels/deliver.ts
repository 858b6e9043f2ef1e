import type { ChannelKind } from '@chasqui/contracts'
import { isId } from '#platform/ids'
import { absent, Failure } from '#platform/failure'
import type { Delivery } from '#platform/inbox/ingest'
import { canonicalLane } from './lane.ts'
import type { InboundItem, Opened, RawWebhook } from './adapter.ts'
import type { Connection, Directory } from './directory.ts'
import type { ChannelsPorts } from './ports.ts'

/** Queue of what customers do, one lane per channel and person. */
export const inboundQueue = 'inbound'
/** Queue of receipts, a few wide lanes per channel, worked on in batches. */
export const receiptQueue = 'receipts'

const deliveryOf = (connection: Connection, item: InboundItem): Delivery => ({
  tenantId: connection.tenantId,
  source: connection.id,
  eventId: item.eventId.slice(0, 500),
  queue: item.bulk ? receiptQueue : inboundQueue,
  key: canonicalLane(connection.id, item),
  payload: JSON.stringify({ channelId: connection.id, item: item.payload }),
})

const refuse = (opened: Exclude<Opened, { result: 'items' }>): Failure => {
  switch (opened.result) {
    case 'unsigned': return new Failure('unauthenticated', 'webhook.unsigned', 'The signature is missing.')
    case 'forged': return new Failure('unauthenticated', 'webhook.bad_signature', 'The signature does not match.')
    case 'malformed': return new Failure('malformed', 'webhook.malformed', 'The body is not what this provider sends.')
  }
}

/** Stores everything a webhook of one channel brought. Items for another account of the same tenant go to its channel; strangers' are acknowledged and dropped. */
export const deliverToChannel = async (ports: ChannelsPorts, directory: Directory, kind: ChannelKind, channelId: string, webhook: RawWebhook): Promise<void> => {
  const connection = isId(channelId) ? await directory.find(channelId) : null
  if (!connection || connection.kind !== kind) throw absent('channel')
  const opened = connection.adapter.open(webhook, connection.account.settings)
  if (opened.result !== 'items') throw refuse(opened)
  const own = connection.adapter.account(connection.account.settings)
  const deliveries: Delivery[] = []
  for (const item of opened.items) {
    if (item.account === null || own === null || item.account === own) deliveries.push(deliveryOf(connection, item))
    else {
      const other = (await directory.byAccount(kind, item.account)).find((candidate) => candidate.tenantId === connection.tenantId)
      if (other) deliveries.push(deliveryOf(other, item))
      else ports.log.warn({ channelId, account: item.account }, 'delivery for an account that is not connected here')
    }
  }
  await ports.ingest.accept(deliveries)
}

/** A host-level app has one address for all its accounts: each item is routed by its account, and only to a channel whose secret made the signature. */
export const deliverToHost = async (ports: ChannelsPorts, directory: Directory, kind: ChannelKind, webhook: RawWebhook): Promise<void> => {
  const adapter = ports.adapters[kind]
  if (!adapter?.accountsIn) throw absent('webhook')
  const accounts = adapter.accountsIn(webhook)
  if (accounts === null) throw new Failure('malformed', 'webhook.malformed', 'The body is not what this provider sends.')
  const deliveries: Delivery[] = []
  let refused: Failure | null = null
  let verified = false
  for (const account of accounts) {
    for (const connection of await directory.byAccount(kind, account)) {
      const opened = connection.adapter.open(webhook, connection.account.settings)
      if (opened.result !== 'items') {
        refused = refuse(opened)
        continue
      }
      verified = true
      deliveries.push(...opened.items.filter((item) => item.account === account).map((item) => deliveryOf(connection, item)))
    }
  }
  if (!verified && refused) throw refused
  await ports.ingest.accept(deliveries)
}

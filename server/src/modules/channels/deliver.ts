import type { ChannelKind } from '@chasqui/contracts'
import { isId } from '#platform/ids'
import { absent, Failure } from '#platform/failure'
import type { Delivery } from '#platform/inbox/ingest'
import { canonicalLane } from './lane.ts'
import type { InboundItem, RawWebhook } from './adapter.ts'
import type { Calls } from './calls.ts'
import type { Connection, Directory } from './directory.ts'
import type { ChannelsPorts } from './ports.ts'
import type { SecretIndex } from './secret-index.ts'

/** What the way in needs. */
export type Door = Pick<ChannelsPorts, 'adapters' | 'ingest' | 'io' | 'log'> & { calls: Calls }

/** Queue of what customers do, one lane per channel and person. */
export const inboundQueue = 'inbound'
/** Queue of receipts, a few wide lanes per channel, worked on in batches. */
export const receiptQueue = 'receipts'

/** An item on its way into the inbox: what it is for, and the lane that will work on it. */
export const deliveryOf = (connection: Connection, item: InboundItem): Delivery => ({
  tenantId: connection.tenantId,
  source: connection.id,
  eventId: item.eventId.slice(0, 500),
  queue: item.bulk ? receiptQueue : inboundQueue,
  key: canonicalLane(connection.id, item),
  payload: JSON.stringify({ channelId: connection.id, item: item.payload }),
})

const refuse = (result: 'unsigned' | 'forged' | 'malformed'): Failure => {
  switch (result) {
    case 'unsigned':
      return new Failure('unauthenticated', 'webhook.unsigned', 'The signature is missing.')
    case 'forged':
      return new Failure('unauthenticated', 'webhook.bad_signature', 'The signature does not match.')
    case 'malformed':
      return new Failure('malformed', 'webhook.malformed', 'The body is not what this provider sends.')
  }
}

const accountOf = ({ adapter, account }: Connection): string | null => adapter.account(account.settings)
const groupOf = ({ adapter, account }: Connection): unknown => (adapter.groupSetting ? account.settings[adapter.groupSetting] : undefined)

/** Whether an item is for this channel by what it names. */
const isFor = (connection: Connection, { account, group }: InboundItem): boolean =>
  account === null ? typeof group === 'string' && groupOf(connection) === group : accountOf(connection) === account

/**
 * The channels that an item is for: the one whose address was called, unless it names another account of the same tenant. News without an
 * account are for its tenant's channels of the group that they name: the trouble of one business account is none of another's. What names no
 * group that is connected here is for the called channel.
 */
const receiversOf = async (directory: Directory, called: Connection, item: InboundItem): Promise<Connection[]> => {
  if (item.account !== null) {
    const own = accountOf(called)
    if (own === null || item.account === own) return [called]
    const others = await directory.byAccount(called.kind, item.account)
    return others.filter((other) => other.tenantId === called.tenantId).slice(0, 1)
  }
  const group = item.group && item.news ? await directory.byGroup(called.kind, item.group) : []
  const own = group.filter((other) => other.tenantId === called.tenantId)
  return own.length > 0 ? own : [called]
}

/** Stores what a webhook brought that names a channel by its group, its name or its id. Those of several tenants may have one name: the channel is meant whose secret signed it. */
export const deliverByGroup = async (door: Door, directory: Directory, kind: ChannelKind, name: string, webhook: RawWebhook): Promise<void> => {
  const asked = name.slice(0, 200)
  const named = [...(await directory.byGroup(kind, asked)), ...(await directory.byName(kind, asked))]
  const signed = named.find(({ adapter, account }) => adapter.open(webhook, account.settings).result === 'items') ?? named[0]
  return deliverToChannel(door, directory, kind, signed?.id ?? name, webhook)
}

/** Notes a call that is refused, and answers its refusal. */
const refused = (calls: Calls, channelId: string, result: 'unsigned' | 'forged' | 'malformed'): Failure => {
  calls.note(channelId, result === 'malformed' ? 'malformed' : 'forged')
  return refuse(result)
}

/** Keeps what calls brought. That it could not be kept is noted at the channels that were called. */
const keep = async ({ ingest, calls }: Door, called: { channelId: string; items: number }[], deliveries: Delivery[]): Promise<void> => {
  try {
    await ingest.accept(deliveries)
  } catch (error) {
    for (const { channelId } of called) calls.note(channelId, 'failed')
    throw error
  }
  for (const { channelId, items } of called) calls.note(channelId, 'stored', items)
}

/** Refuses who may not send such a channel more than usual, before anything of it is read. */
export const admitLarge = async (
  { calls }: Door,
  directory: Directory,
  kind: ChannelKind,
  channelId: string,
  webhook: Omit<RawWebhook, 'body'>,
): Promise<void> => {
  const connection = isId(channelId) ? await directory.find(channelId) : null
  if (!connection || connection.kind !== kind) throw absent('channel')
  const doubt = connection.adapter.largeWebhooks?.doubt(webhook, connection.account.settings)
  if (doubt) throw refused(calls, channelId, doubt)
}

/** Stores everything a webhook of one channel brought. Items for another account of the same tenant go to its channel; strangers' are acknowledged and dropped. */
export const deliverToChannel = async (door: Door, directory: Directory, kind: ChannelKind, channelId: string, webhook: RawWebhook): Promise<void> => {
  const connection = isId(channelId) ? await directory.find(channelId) : null
  if (!connection || connection.kind !== kind) throw absent('channel')
  const opened = connection.adapter.open(webhook, connection.account.settings)
  if (opened.result !== 'items') throw refused(door.calls, channelId, opened.result)
  const deliveries: Delivery[] = []
  const { acknowledge } = connection.adapter
  for (const item of opened.items) {
    const receivers = await receiversOf(directory, connection, item)
    if (receivers.length === 0) door.log.warn({ channelId, account: item.account }, 'delivery for an account that is not connected here')
    for (const receiver of receivers) deliveries.push(deliveryOf(receiver, item))
  }
  await keep(door, [{ channelId, items: opened.items.length }], deliveries)
  if (acknowledge && opened.items.length > 0)
    acknowledge(opened.items, connection.account, door.io).catch((error) => door.log.debug({ err: error, channelId }, 'delivery not acknowledged'))
}

/**
 * Stores what a webhook brought that carries the secret of its channel and names nobody. Where several channels have one secret it could be for any of them, and is for none: a neighbour
 * would be told what was said to another.
 */
export const deliverBySecret = async (door: Door, directory: Directory, secrets: SecretIndex, kind: ChannelKind, webhook: RawWebhook): Promise<void> => {
  const secret = door.adapters[kind]?.carriedSecret?.in(webhook) ?? null
  if (secret === null) throw refuse('unsigned')
  const [found, other] = await secrets.channelsWith(kind, secret)
  if (other !== undefined)
    door.log.warn({ kind, channelId: found }, 'several channels have one secret: their webhooks need the address with the id of the channel')
  if (found === undefined || other !== undefined) throw refuse('forged')
  return deliverToChannel(door, directory, kind, found, webhook)
}

/** Names looked up per body: more than any vendor's batch holds, few enough for a body that nobody has signed. */
const mostNames = 200

const namedChannels = async (
  directory: Directory,
  kind: ChannelKind,
  { accounts, groups }: { accounts: string[]; groups: string[] },
): Promise<Connection[]> => {
  const found = await Promise.all([
    ...accounts.slice(0, mostNames).map((account) => directory.byAccount(kind, account)),
    ...groups.slice(0, mostNames).map((group) => directory.byGroup(kind, group)),
  ])
  return [...new Map(found.flat().map((connection) => [connection.id, connection])).values()]
}

/**
 * A host-level app has one address for all its accounts: each item goes to the channels that it names, and only to those whose secret made the
 * signature. What is for nobody here is acknowledged: a refusal would only make the vendor repeat it.
 */
export const deliverToHost = async (door: Door, directory: Directory, kind: ChannelKind, webhook: RawWebhook): Promise<void> => {
  const adapter = door.adapters[kind]
  if (!adapter?.accountsIn) throw absent('webhook')
  const named = adapter.accountsIn(webhook)
  if (named.result !== 'accounts') throw refuse(named.result)
  const connections = await namedChannels(directory, kind, named)
  const opened = connections.map((connection) => ({ connection, opened: connection.adapter.open(webhook, connection.account.settings) }))
  const trusted = opened.flatMap(({ connection, opened }) => (opened.result === 'items' ? [{ connection, items: opened.items }] : []))
  const doubted = opened.flatMap(({ connection, opened }) => (opened.result === 'items' ? [] : [{ id: connection.id, result: opened.result }]))
  // Several channels may claim one account: of a call that one of them proves, the others have heard nothing wrong.
  if (trusted.length === 0 && doubted.length > 0) throw doubted.map(({ id, result }) => refused(door.calls, id, result))[0]
  const isAlone = ({ group }: InboundItem) => trusted.filter(({ connection }) => groupOf(connection) === group).length === 1
  const isTaken = (connection: Connection, item: InboundItem) => isFor(connection, item) && (item.account !== null || item.news === true || isAlone(item))
  const taken = trusted.map(({ connection, items }) => ({ connection, items: items.filter((item) => isTaken(connection, item)) }))
  await keep(
    door,
    taken.map(({ connection, items }) => ({ channelId: connection.id, items: items.length })),
    taken.flatMap(({ connection, items }) => items.map((item) => deliveryOf(connection, item))),
  )
}

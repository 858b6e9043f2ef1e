import { advertises, HoldCause } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { ClaimedEntry } from '#platform/outbox/entry'
import type { Held } from '#platform/outbox/hold'
import type { ChannelsPorts } from '../ports.ts'
import { heldBy, type Hold, type Leaving } from './domain/vendor-hold.ts'
import { lockGuard } from './facts.ts'
import { holdAndTell } from './hold-and-tell.ts'
import { templatesAmong } from './templates-among.ts'
import { activeHolds } from './vendor-holds.ts'

/** The causes by which entries of the outbox are held here. */
export const vendorCodes = HoldCause.options.map((cause) => `guard.${cause}`)

type Channel = { tenantId: string; channelId: string }

/** Of these entries, those with which the business begins, and what they are; the others are answers. */
const begunIn = async (tx: Tx, ports: ChannelsPorts, channelId: string, entries: readonly ClaimedEntry[], now: Date): Promise<Map<string, Leaving>> => {
  const templates = templatesAmong(entries)
  if (templates.length === 0) return new Map()
  const open = await ports.openWindows(
    tx,
    templates.map(({ conversationId }) => conversationId),
    now,
  )
  const begun = templates.filter(({ conversationId }) => !open.has(conversationId))
  const categoryOf = await ports.templateCategories(tx, channelId, begun)
  return new Map(begun.map((one) => [one.id, advertises(categoryOf(one)) ? 'marketing' : 'begun']))
}

const heldIn = (entries: readonly ClaimedEntry[], holds: readonly Hold[], begun: Map<string, Leaving>, now: Date): Held[] =>
  entries.flatMap(({ id }) => {
    const found = heldBy(holds, begun.get(id) ?? 'answer', now)
    if (!found) return []
    const { cause, until } = found
    return [{ id, until, error: { code: `guard.${cause}`, title: 'The vendor holds this back', detail: until.toISOString() } }]
  })

/** Puts claimed entries back that must not leave by the vendor's word, and tells their threads; the ids of those that wait. */
export const holdByVendor = (ports: ChannelsPorts, { tenantId, channelId }: Channel, entries: readonly ClaimedEntry[]): Promise<ReadonlySet<string>> =>
  ports.database.inTenant(tenantId, async (tx) => {
    // Behind the lock: what ends meanwhile lets go of what is held by then, and so does whoever writes; nothing may be held after that.
    await lockGuard(tx, channelId)
    const now = ports.now()
    const holds = await activeHolds(tx, channelId, now)
    if (holds.length === 0) return new Set<string>()
    return holdAndTell(tx, ports, entries, heldIn(entries, holds, await begunIn(tx, ports, channelId, entries, now), now))
  })

import { morningAfter } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { ClaimedEntry } from '#platform/outbox/entry'
import type { Held } from '#platform/outbox/hold'
import type { ChannelsPorts } from '../ports.ts'
import { count, lockGuard, standingOf, type Guarded } from './facts.ts'
import { holdAndTell } from './hold-and-tell.ts'

/** Who of these conversations never wrote on this channel: the contact by the conversation. */
const strangersIn = async (tx: Tx, conversationIds: readonly string[]): Promise<Map<string, string>> => {
  const { rows } = await tx.query<{ id: string; contact_id: string }>(
    `select f.id, f.contact_id from conversations.conversation_fact f where f.tenant_id = $1 and f.id = any($2::uuid[])
     and not exists (select 1 from conversations.conversation_fact other
       where other.tenant_id = f.tenant_id and other.contact_id = f.contact_id and other.channel_id = f.channel_id and other.first_inbound_at is not null)`,
    [tx.tenantId, conversationIds],
  )
  return new Map(rows.map(({ id, contact_id }) => [id, contact_id]))
}

const begunWith = async (tx: Tx, channelId: string, contactIds: readonly string[]): Promise<Set<string>> => {
  const { rows } = await tx.query<{ contact_id: string }>(
    'select contact_id from channels.cold_start where tenant_id = $1 and channel_id = $2 and contact_id = any($3::uuid[])',
    [tx.tenantId, channelId, contactIds],
  )
  return new Set(rows.map(({ contact_id }) => contact_id))
}

type Cold = { entry: ClaimedEntry; contactId: string }

/** Counts strangers as long as the day's budget lasts, each once for ever; the others are held until the next morning, all of them while the account is restricted. */
const decide = async (tx: Tx, guarded: Guarded, cold: readonly Cold[], now: Date): Promise<Held[]> => {
  const { channelId, timeZone } = guarded
  const { today, used, verdict, heldUntil } = await standingOf(tx, guarded, now)
  if (heldUntil !== null)
    return cold.map(({ entry: { id } }) => ({
      id,
      until: heldUntil,
      error: { code: 'guard.account_locked', title: 'The account may write only to people who wrote first', detail: heldUntil.toISOString() },
    }))
  const begun = await begunWith(
    tx,
    channelId,
    cold.map(({ contactId }) => contactId),
  )
  const next = new Set(cold.map(({ contactId }) => contactId).filter((contactId) => !begun.has(contactId)))
  const granted = [...next].slice(0, Math.max(0, verdict.budget - used))
  if (granted.length > 0) {
    await tx.query('insert into channels.cold_start (tenant_id, channel_id, contact_id, day) select $1, $2, id, $3 from unnest($4::uuid[]) as granted (id)', [
      tx.tenantId,
      channelId,
      today,
      granted,
    ])
    await count(tx, channelId, today, { cold: granted.length })
  }
  const may = new Set([...begun, ...granted])
  const until = new Date(morningAfter(1, now.getTime(), timeZone))
  return cold
    .filter(({ contactId }) => !may.has(contactId))
    .map(({ entry: { id } }) => ({
      id,
      until,
      error: { code: 'guard.budget', title: 'This number has written to as many strangers as it may today', detail: until.toISOString() },
    }))
}

/** Holds what must not leave yet of claimed entries, and tells their threads; the ids of those that wait. People who wrote first are answered whatever was counted. */
export const holdStrangers = (ports: ChannelsPorts, guarded: Guarded, entries: readonly ClaimedEntry[]): Promise<ReadonlySet<string>> => {
  const messages = entries.filter(({ kind, subject }) => kind === 'message' && subject !== null)
  return ports.database.inTenant(guarded.tenantId, async (tx) => {
    const found = await strangersIn(
      tx,
      messages.map(({ subject }) => subject!),
    )
    if (found.size === 0) return new Set<string>()
    await lockGuard(tx, guarded.channelId)
    // Of those once more, behind the lock: who writes for the first time meanwhile lets go of what is held by then, and nothing may be held after that.
    const strangers = await strangersIn(tx, [...found.keys()])
    const cold = messages.flatMap((entry) => {
      const contactId = strangers.get(entry.subject!)
      return contactId === undefined ? [] : [{ entry, contactId }]
    })
    return holdAndTell(tx, ports, entries, await decide(tx, guarded, cold, ports.now()))
  })
}

import type { MessageError } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { Outcome } from '#platform/outbox/route'
import type { Settled } from '#platform/outbox/settle'
import type { Address, ConversationsPorts } from './ports.ts'
import { advanceStatuses } from './message-status.ts'
import { notReached, reachedBy } from './reachability.ts'

/** What became of sends: the messages show it, new spellings of addresses are kept, a dead account stops its channel. Runs in the outbox's own transaction. */
export const onSettled = async (tx: Tx, ports: ConversationsPorts, channelId: string, settled: Settled[], outcomes: Map<string, Outcome>): Promise<void> => {
  const messages = settled.filter((entry) => entry.kind === 'message' && entry.state !== 'pending')
  const moved = await advanceStatuses(
    tx,
    messages.map((entry) => ({
      messageId: entry.id,
      status: entry.state,
      providerMessageId: entry.providerMessageId,
      error: entry.error as MessageError | null,
    })),
  )
  await reachedBy(tx, ports, moved, arrivedAtOnce(outcomes))
  await notReached(
    tx,
    ports,
    settled.flatMap(({ id, subject }) => {
      const outcome = outcomes.get(id)
      return outcome?.result === 'failed' && outcome.unreachable && subject !== null ? [{ conversationId: subject, cause: outcome.unreachable }] : []
    }),
  )
  for (const entry of settled) {
    if (entry.state === 'failed' || entry.state === 'uncertain')
      ports.log.warn({ tenantId: tx.tenantId, channelId, messageId: entry.id, state: entry.state, code: entry.error?.code }, 'message not sent')
    const outcome = outcomes.get(entry.id)
    if (outcome?.result === 'accepted' && outcome.aliases.length > 0 && entry.subject) await keepAliases(tx, ports, entry, outcome.aliases as Address[])
    if (outcome?.result === 'failed') await heed(tx, ports, channelId, { entry, outcome })
  }
}

const arrivedAtOnce = (outcomes: Map<string, Outcome>): ReadonlySet<string> =>
  new Set([...outcomes].flatMap(([id, outcome]) => (outcome.result === 'accepted' && outcome.reached ? [id] : [])))

type Refused = { entry: Settled; outcome: Extract<Outcome, { result: 'failed' }> }

/** What a refusal says beyond the message itself. */
const heed = async (tx: Tx, ports: ConversationsPorts, channelId: string, { entry, outcome }: Refused): Promise<void> => {
  if (outcome.pauseChannel) await ports.pauseChannel(tx, channelId, outcome.error.title)
  if (outcome.alert) await ports.alertChannel(tx, channelId, outcome.error as MessageError)
  if (!outcome.optedOut || !entry.subject) return
  const { rows } = await tx.query<{ contact_id: string }>('select contact_id from conversations.conversation where tenant_id = $1 and id = $2', [
    tx.tenantId,
    entry.subject,
  ])
  if (rows[0]) await ports.setMarketing(tx, rows[0].contact_id, false)
}

/** Only what differs from the address used is worth a look into the database. */
const keepAliases = async (tx: Tx, ports: ConversationsPorts, entry: Settled, aliases: Address[]): Promise<void> => {
  const used = (entry.payload as { to: Address }).to
  const fresh = aliases.filter((alias) => alias.kind !== used.kind || alias.value !== used.value)
  if (fresh.length === 0) return
  const { rows } = await tx.query<{ identity_id: string }>('select identity_id from conversations.conversation where tenant_id = $1 and id = $2', [
    tx.tenantId,
    entry.subject,
  ])
  if (rows[0]) await ports.attachAliases(tx, rows[0].identity_id, fresh)
}

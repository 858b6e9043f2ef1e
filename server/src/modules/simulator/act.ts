import type { PhoneAct, SimulatorEvent } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import { newId } from '#platform/ids'
import { requireAccount } from './account.ts'
import { markArrived } from './arrive.ts'
import { personOf, type Person } from './domain/person.ts'
import { overtakingSeconds } from './domain/receipts.ts'
import { missingField } from './domain/spoken.ts'
import { readFaults } from './faults.ts'
import { look } from './look.ts'
import { deleteMessage, reactToMessage, rewordMessage, say, showTypingToBusiness, type Acting } from './phone-acts.ts'
import type { SimulatorPorts } from './ports.ts'
import { post, postLater, type Posting } from './posting.ts'

const invalid = (path: string, message: string): Failure => new Failure('invalid', 'invalid', message, { errors: [{ path, code: 'custom', message }] })

/**
 * Does what a customer does on the phone. First the screen, then the signed webhook: once this resolves, the business has it durably
 * (or, under the faults `delaySeconds` and `reorder`, a job that will deliver it). Rejects with `unavailable` when the webhook was not taken; the bubble
 * then stays with one tick, and the same act with the same id delivers it.
 */
export const createAct =
  (ports: SimulatorPorts) =>
  async (tenantId: string, channelId: string, act: PhoneAct): Promise<{ id: string }> => {
    const { person, at } = read(ports, act)
    const id = act.id ?? `sim.${newId()}`
    const posting = await ports.database.inTenant(tenantId, (tx) => onPhone({ ports, tx, channelId, act, person, id, at }))
    if (!posting) return { id }
    await post(ports, posting)
    if (posting.events.some((event) => event.type === 'message')) await ports.database.inTenant(tenantId, (tx) => markArrived(tx, channelId, posting.events))
    return { id }
  }

const read = (ports: SimulatorPorts, act: PhoneAct): { person: Person; at: Date } => {
  const person = personOf(act.from)
  if (!person) throw invalid('from.phone', 'Neither a telephone number (3 to 20 digits) nor a user id with letters.')
  const missing = missingField(act)
  if (missing) throw invalid(missing, `Needed for "${act.type}".`)
  const at = act.at === undefined ? ports.clock.now() : new Date(act.at)
  if (at.getUTCFullYear() < 2009 || at.getUTCFullYear() > 2099) throw invalid('at', 'Not a time of this network: 2009 to 2099.')
  return { person, at }
}

/** What is to be posted at once; null when there is nothing or a job does it. */
const onPhone = async (acting: Acting): Promise<Posting | null> => {
  const { ports, tx, channelId, person, act, id } = acting
  const { secret } = await requireAccount(ports, tx, channelId)
  if (act.type === 'read') {
    await look(ports, tx, channelId, person)
    return null
  }
  const event = await verbOf(act.type)(acting)
  const { delaySeconds, duplicate, reorder } = await readFaults(tx, channelId)
  const held = delaySeconds + (reorder && event.type === 'message' && !(await isOvertaking(tx, channelId, person.key, id)) ? overtakingSeconds : 0)
  if (held === 0) return { channelId, secret, events: [event], twice: duplicate }
  postLater(tx, { channelId, phone: person.key, events: [event], runAt: new Date(ports.clock.now().getTime() + held * 1000) })
  return null
}

/** Under `reorder`, a message waits until another one was written after it; the other one passes at once. */
const isOvertaking = async (tx: Tx, channelId: string, phone: string, id: string): Promise<boolean> => {
  const { rowCount } = await tx.query(
    `select 1 from simulator.screen where tenant_id = $1 and channel_id = $2 and phone = $3 and direction = 'out' and status = 'sent' and id <> $4 limit 1`,
    [tx.tenantId, channelId, phone, id],
  )
  return rowCount === 1
}

const verbOf = (type: PhoneAct['type']): ((acting: Acting) => Promise<SimulatorEvent>) => {
  switch (type) {
    case 'reaction':
      return reactToMessage
    case 'edit':
      return rewordMessage
    case 'delete':
      return deleteMessage
    case 'typing':
      return showTypingToBusiness
    default:
      return say
  }
}

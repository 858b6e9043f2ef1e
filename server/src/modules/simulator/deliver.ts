import { filesOf, type Faults, type OutboundContent } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { newId } from '#platform/ids'
import { onTheWire, personOf, type Person } from './domain/person.ts'
import { arrivalReceipts } from './domain/receipts.ts'
import { readFaults, takeFailure } from './faults.ts'
import type { SimulatorPorts } from './ports.ts'
import { postLater } from './posting.ts'
import { addBubble, bubbleByClientRef, ensurePhone, screenChanged } from './store.ts'

export type OutgoingMessage = { clientRef: string; to: { kind: string; value: string }; content: OutboundContent; quotes: string | null }

/** `refused` with an error code of the protocol that the channel imitates; `lost`: the message is on the phone, its sender will not hear of it. */
export type Delivery = { result: 'taken'; id: string } | { result: 'refused'; code: number } | { result: 'lost' }

/** Nobody has this address. */
const undeliverable = 131026
/** A file is not there. */
const fileUnusable = 131053

/** Shows a message of the business on the customer's phone. The same `clientRef` is the same message: it is shown once and answered alike. */
export const deliver = async (ports: SimulatorPorts, tx: Tx, channelId: string, message: OutgoingMessage): Promise<Delivery> => {
  const known = await bubbleByClientRef(tx, channelId, message.clientRef)
  if (known) return { result: 'taken', id: known.id }
  const code = await takeFailure(tx, channelId)
  if (code !== null) return { result: 'refused', code }
  const person = personOf({ phone: message.to.value })
  if (!person) return { result: 'refused', code: undeliverable }
  if (!(await hasFiles(ports, tx, message.content))) return { result: 'refused', code: fileUnusable }
  const faults = await readFaults(tx, channelId)
  const id = await show(ports, tx, { channelId, person, message, faults })
  return ports.random() < faults.lostAnswers ? { result: 'lost' } : { result: 'taken', id }
}

const hasFiles = async (ports: SimulatorPorts, tx: Tx, content: OutboundContent): Promise<boolean> => {
  for (const { fileId } of filesOf(content)) if (fileId === null || !(await ports.describeFile(tx, fileId))) return false
  return true
}

type Showing = { channelId: string; person: Person; message: OutgoingMessage; faults: Faults }

/** While a phone is off (`neverDeliver`) its messages wait in the network. */
const show = async (ports: SimulatorPorts, tx: Tx, { channelId, person, message, faults }: Showing): Promise<string> => {
  const id = `sim.${newId()}`
  const { clientRef, content, quotes: quoted } = message
  const at = ports.clock.now()
  await ensurePhone(tx, channelId, { key: person.key, name: null, at })
  const added = await addBubble(tx, channelId, {
    id,
    phone: person.key,
    clientRef,
    direction: 'in',
    content,
    status: faults.neverDeliver ? 'sent' : 'delivered',
    quoted,
    at,
  })
  // Two sends of the same message at once: the other one is on the phone.
  if (!added) return (await bubbleByClientRef(tx, channelId, clientRef))?.id ?? id
  postLater(tx, { channelId, phone: person.key, ...arrivalReceipts({ messageId: id, clientRef }, onTheWire(person), faults, at) })
  if (!faults.neverDeliver) screenChanged(tx, channelId, person.key)
  return id
}

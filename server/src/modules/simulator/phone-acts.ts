import type { FileRef, PhoneAct, SimulatorEvent } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import { onTheWire, type Person } from './domain/person.ts'
import { press } from './domain/pressed.ts'
import { withReaction } from './domain/reactions.ts'
import { contentOf, reworded, withFilesPending, wordsIn } from './domain/spoken.ts'
import type { SimulatorPorts } from './ports.ts'
import { addBubble, bubbleById, changeBubble, ensurePhone, newestFromBusiness, screenChanged, type Bubble } from './store.ts'

/** One act of one customer, with all its fields; `id` is the event's, `at` the network's time of it. */
export type Acting = { ports: SimulatorPorts; tx: Tx; channelId: string; act: PhoneAct; person: Person; id: string; at: Date }
type Act = (acting: Acting) => Promise<SimulatorEvent>

/** How far back a button may be whose message is not named. */
const offersSearched = 50

const senderOf = async ({ tx, channelId, act, person, at }: Acting) =>
  onTheWire(person, await ensurePhone(tx, channelId, { key: person.key, name: act.from.name || null, at }))

const common = async (acting: Acting) => ({ id: acting.id, at: acting.at.toISOString(), from: await senderOf(acting) })

/** Puts what the customer says on the screen. The same id again is the same message. */
export const say: Act = async (acting) => {
  const { tx, channelId, act, person, id, at } = acting
  const fields = await common(acting)
  const pressed = act.type === 'choice' && act.choice ? press(act.choice, await offersOn(acting), act.messageId ?? null) : null
  const content = contentOf(act, { file: await fileOf(acting), pressed: pressed?.pressed ?? null })
  const quoted = pressed?.messageId ?? act.messageId ?? null
  const added = await addBubble(tx, channelId, { id, phone: person.key, clientRef: null, direction: 'out', content, status: 'sent', quoted, at })
  const said = added ? { content, quoted, at } : await saidBefore(acting)
  if (added) screenChanged(tx, channelId, person.key)
  return {
    type: 'message',
    ...fields,
    at: said.at.toISOString(),
    content: withFilesPending(said.content),
    ...(said.quoted !== null && { quotes: said.quoted }),
  }
}

const saidBefore = async ({ tx, channelId, person, id }: Acting): Promise<Bubble> => {
  const bubble = await bubbleById(tx, channelId, id)
  if (bubble?.phone === person.key && bubble.direction === 'out') return bubble
  throw new Failure('conflict', 'simulator.id_taken', 'Another message has this id.')
}

const offersOn = async ({ tx, channelId, act, person }: Acting): Promise<Bubble[]> => {
  if (act.messageId === undefined) return newestFromBusiness(tx, channelId, person.key, offersSearched)
  const bubble = await bubbleById(tx, channelId, act.messageId)
  return bubble?.phone === person.key ? [bubble] : []
}

const carriers = ['image', 'video', 'audio', 'document', 'sticker']

const fileOf = async ({ ports, tx, act }: Acting): Promise<FileRef | null> => {
  if (!carriers.includes(act.type) || act.fileId === undefined) return null
  const facts = await ports.describeFile(tx, act.fileId)
  if (!facts) throw absent('file')
  return { fileId: act.fileId, state: 'stored', ...facts, providerMediaId: null }
}

const messageMeant = async ({ tx, channelId, act, person }: Acting): Promise<Bubble> => {
  const bubble = await bubbleById(tx, channelId, act.messageId ?? '')
  if (bubble?.phone !== person.key) throw absent('message')
  return bubble
}

const ownMessageMeant = async (acting: Acting): Promise<Bubble> => {
  const bubble = await messageMeant(acting)
  if (bubble.direction === 'out' && bubble.deletedAt === null) return bubble
  throw new Failure('invalid', 'simulator.not_own_message', 'Customers change and delete only what they wrote themselves.')
}

export const reactToMessage: Act = async (acting) => {
  const { tx, channelId, act, person } = acting
  const fields = await common(acting)
  const bubble = await messageMeant(acting)
  const emoji = act.emoji ?? ''
  await changeBubble(tx, channelId, bubble, { reactions: withReaction(bubble.reactions, 'phone', emoji) })
  screenChanged(tx, channelId, person.key)
  return { type: 'reaction', ...fields, messageId: bubble.id, emoji }
}

export const rewordMessage: Act = async (acting) => {
  const { tx, channelId, act, person, at } = acting
  const fields = await common(acting)
  const bubble = await ownMessageMeant(acting)
  const content = reworded(bubble.content, wordsIn(act))
  await changeBubble(tx, channelId, bubble, { content, editedAt: at })
  screenChanged(tx, channelId, person.key)
  return { type: 'edit', ...fields, messageId: bubble.id, content: withFilesPending(content) }
}

/** "Delete for everyone". */
export const deleteMessage: Act = async (acting) => {
  const { tx, channelId, person, at } = acting
  const fields = await common(acting)
  const bubble = await ownMessageMeant(acting)
  await changeBubble(tx, channelId, bubble, { deletedAt: at })
  screenChanged(tx, channelId, person.key)
  return { type: 'delete', ...fields, messageId: bubble.id }
}

export const showTypingToBusiness: Act = async (acting) => ({ type: 'typing', ...(await common(acting)) })

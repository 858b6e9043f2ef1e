import type { FileRef, MessageContent, VisitorEvent, VisitorMessage, VisitorWords } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import { pressedIn } from './domain/pressed.ts'
import { kindOfFile } from './domain/kind-of-file.ts'
import { lookAgain } from './network.ts'
import type { Heard, WebchatPorts } from './ports.ts'
import { fileIn, forgotten } from './proof.ts'
import { addEntry, entryById, lockChat, type Entry, type Place } from './store.ts'
import { readVisitor } from './visitors.ts'

type Said = { content: MessageContent; quoted: string | null }

const invalid = (path: string, message: string) => new Failure('invalid', 'invalid', message, { errors: [{ path, code: 'custom', message }] })

const fileMessage = async (
  ports: WebchatPorts,
  tx: Tx,
  visitorId: string,
  { file, caption }: Extract<VisitorWords, { type: 'file' }>,
): Promise<MessageContent> => {
  const fileId = fileIn(ports, visitorId, file)
  const known = await ports.describeFile(tx, fileId)
  if (!known) throw absent('file')
  const ref: FileRef = { fileId, state: 'stored', mime: known.mime, name: known.name, size: known.size, providerMediaId: null }
  const type = kindOfFile(known.mime)
  return type === 'audio' ? { type, file: ref, voice: false } : { type, file: ref, ...(caption?.trim() && { caption: caption.trim() }) }
}

const contentOf = async (ports: WebchatPorts, tx: Tx, { channelId, visitorId }: Place, words: VisitorWords): Promise<Said> => {
  switch (words.type) {
    case 'text':
      return { content: words, quoted: null }
    case 'file':
      return { content: await fileMessage(ports, tx, visitorId, words), quoted: null }
    case 'choice': {
      const offer = await entryById(tx, channelId, words.entryId)
      const pressed = offer?.visitorId === visitorId && offer.by === 'business' ? pressedIn(offer.content, words.id) : null
      if (!pressed) throw invalid('content.id', 'No such choice was offered here.')
      return { content: pressed, quoted: words.entryId }
    }
  }
}

/**
 * Keeps what a visitor says and hands it to the channel, both in the one transaction. The same id again is the same message: it is answered alike, and
 * nothing is handed in twice.
 */
export const say = async (ports: WebchatPorts, tx: Tx, place: Place, { id, content: words }: VisitorMessage): Promise<Entry> => {
  const last = await lockChat(tx, place)
  const visitor = last === null ? null : await readVisitor(tx, place.channelId, place.visitorId)
  if (last === null || !visitor) throw forgotten()
  const before = await entryById(tx, place.channelId, id)
  if (before?.visitorId === place.visitorId && before.by === 'visitor') return before
  if (before) throw new Failure('conflict', 'webchat.id_taken', 'Another message has this id.')
  const { content, quoted } = await contentOf(ports, tx, place, words)
  const entry = await addEntry(tx, place, last, { id, by: 'visitor', content, quoted, at: ports.now() })
  const event: VisitorEvent = { type: 'message', id, at: entry.at.toISOString(), visitor, content, quotes: quoted }
  ports.takeIn(tx, place.channelId, [heard(place.visitorId, id, event)])
  lookAgain(ports, tx, place)
  return entry
}

/** One thing in the visitor's own lane. */
export const heard = (visitorId: string, eventId: string, payload: VisitorEvent, bulk = false): Heard => ({
  eventId,
  orderKey: bulk ? eventId.split(':')[0]! : visitorId,
  bulk,
  account: null,
  payload,
})

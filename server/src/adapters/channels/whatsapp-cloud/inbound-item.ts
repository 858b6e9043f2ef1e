import type { InboundItem } from '#channels'
import { boundedId, contentId } from '#platform/foreign-json/bounded-id'
import { list, record, text, type Json } from '#platform/foreign-json/loose-json'
import { contactsAbout, laneOf, ownIds } from './sender.ts'
import type { Slice } from './slice.ts'
import { storable } from '#platform/foreign-json/storable'

/** Where in the batch an item was found. */
export type Place = { waba: string; time: unknown; metadata: Json }

/** A business account has many numbers, and each would take these for its own. */
const OF_ONE_NUMBER: ReadonlySet<Slice['kind']> = new Set(['message', 'echo', 'status', 'call'])

type PersonNews = { kind: 'preference'; preference: Json } | { kind: 'user_id_update'; update: Json }
type Naming = { slice: Slice; eventId: string; orderKey: string }

const item = ({ slice, eventId, orderKey }: Naming): InboundItem => {
  const payload = storable(slice) as Slice
  return {
    // What names no id repeats with its content, place and time: a repeated batch repeats all three.
    eventId: boundedId(text(storable(eventId)) || contentId(payload)),
    orderKey: boundedId(text(storable(orderKey)) || `waba:${slice.waba}`),
    bulk: slice.kind === 'status',
    account: text(slice.metadata['phone_number_id']) || null,
    group: slice.waba || null,
    news: !OF_ONE_NUMBER.has(slice.kind),
    payload,
  }
}

/** A message from a customer, or (`echo`) one that the business wrote on its own handset. Its id is the event's id. */
export const messageItem = (place: Place, value: Json, message: Json, kind: 'message' | 'echo' = 'message'): InboundItem => {
  const ids = ownIds(message, kind === 'echo')
  const contacts = contactsAbout(value['contacts'], ids)
  const slice: Slice = { kind, ...place, message, contacts, errors: list(value['errors']) }
  return item({
    slice,
    eventId: text(message['id']),
    // A new user id goes where the messages of that id go.
    orderKey: laneOf([
      ...[text(record(message['system'])['user_id'])].filter(Boolean),
      ...ids,
      ...contacts.map((contact) => text(contact['wa_id']) || text(contact['user_id'])).filter(Boolean),
    ]),
  })
}

/** A status is one event per message and status: `wamid:delivered`. Its lane is the message, whoever it went to. */
export const statusItem = (place: Place, value: Json, status: Json): InboundItem => {
  const ids = [text(status['recipient_id']), text(status['recipient_user_id'])].filter(Boolean)
  const [id, name] = [text(status['id']), text(status['status'])]
  const slice: Slice = { kind: 'status', ...place, status, contacts: contactsAbout(value['contacts'], ids) }
  return item({ slice, eventId: id && name ? `${boundedId(id)}:${name}` : '', orderKey: id })
}

/** News about one person that is no message: a marketing preference, a new user id. */
export const personItem = (place: Place, about: PersonNews): InboundItem => {
  const subject = about.kind === 'preference' ? about.preference : about.update
  const { current, previous } = record(subject['user_id'])
  const ids = [subject['wa_id'], subject['user_id'], current, previous].map(text).filter(Boolean)
  return item({ slice: { ...about, ...place }, eventId: '', orderKey: laneOf(ids) })
}

/** What happened to a call: one item per call and event. Its lane is the caller's. */
export const callItem = (place: Place, call: Json): InboundItem => {
  const [id, event] = [text(call['id']), text(call['event'])]
  return item({ slice: { kind: 'call', ...place, call }, eventId: id && `call:${boundedId(id)}:${event}`, orderKey: laneOf(ownIds(call)) })
}

/** Account-level news and every field that this version does not know: one item, so that nothing is silently dropped. */
export const noticeItem = (place: Place, field: string, value: unknown): InboundItem =>
  item({ slice: { kind: 'account', ...place, field, value }, eventId: '', orderKey: `waba:${place.waba}` })

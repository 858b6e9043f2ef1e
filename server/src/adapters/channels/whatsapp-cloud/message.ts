import type { Happening } from '#channels'
import { boundedId } from '#platform/foreign-json/bounded-id'
import { ownNumbers } from './inbound-cards.ts'
import { contentOf } from './inbound-content.ts'
import { isRecord, present, record, text, words, type Json } from '#platform/foreign-json/loose-json'
import { moment } from '#platform/foreign-json/moment'
import { ownIds, peopleIds, profileNameOf, usernameOf } from './sender.ts'
import type { Slice } from './slice.ts'
import { systemHappenings } from './system-message.ts'
import { summary } from '#platform/foreign-json/summary'

type MessageSlice = Pick<Extract<Slice, { kind: 'message' | 'echo' }>, 'kind' | 'message' | 'contacts' | 'errors' | 'time'>

/** What an inbound message (or an echo of one that the business wrote on its handset) means (reference 3.1-3.4). */
export const messageHappenings = (slice: MessageSlice): Happening[] => {
  const { message } = slice
  if (text(message['group_id']) !== '') return [{ type: 'ignored', reason: 'Group messages are not customer conversations' }]
  const from = peopleIds(ownIds(message, slice.kind === 'echo'), slice.contacts)
  const [id, at] = [boundedId(text(message['id'])), moment(message['timestamp'], slice.time)]
  if (text(message['type']) === 'system' && slice.kind === 'message' && id !== '') {
    const told = systemHappenings(message, { from, at, eventId: id })
    if (told.length > 0) return told
  }
  if (from.length === 0 || id === '') return [unattributed(message)]
  return [acted(message, { from, at, origin: originOf(slice.kind) }) ?? spoken(slice, { from, at, id })]
}

/** Neither number nor scoped id, or no message id: nobody to answer, so it goes to the channel's log. */
const unattributed = (message: Json): Happening => ({ type: 'notice', level: 'warn', event: 'message.unattributed', detail: summary(message), pause: false })

type Author = { from: ReturnType<typeof peopleIds>; at: string }
type Actor = Author & { origin: 'contact' | 'handset' }
const originOf = (kind: MessageSlice['kind']): Actor['origin'] => (kind === 'echo' ? 'handset' : 'contact')

/** Types that act on an earlier message or on the chat instead of saying something; null when it is none, or lacks its target. */
const acted = (message: Json, actor: Actor): Happening | null => {
  const { from, at } = actor
  switch (text(message['type'])) {
    case 'reaction':
      return reaction(message, actor)
    case 'edit':
      return edit(message, actor)
    case 'revoke':
      return target(message['revoke']) ? { type: 'delete', providerMessageId: target(message['revoke']), from, at } : null
    case 'request_welcome':
      return { type: 'typing', from }
    default:
      return null
  }
}

const target = (value: unknown): string => boundedId(text(record(value)['original_message_id']))

/** Removal is `emoji: ""` or no emoji at all. */
const reaction = (message: Json, { from, at, origin }: Actor): Happening | null => {
  const { message_id: id, emoji } = record(message['reaction'])
  return text(id) ? { type: 'reaction', providerMessageId: boundedId(text(id)), from, profileName: null, at, emoji: words(emoji, 50) ?? null, origin } : null
}

const edit = (message: Json, { from, at, origin }: Actor): Happening | null => {
  const changed = record(message['edit'])['message']
  return target(message['edit']) && isRecord(changed)
    ? { type: 'edit', providerMessageId: target(message['edit']), from, at, content: contentOf(changed), origin }
    : null
}

const spoken = (slice: MessageSlice, { from, at, id }: Author & { id: string }): Happening => {
  const content = contentOf(slice.message, slice.errors)
  return {
    type: 'message',
    providerMessageId: id,
    at,
    content,
    // On our request for it, a person who is known by scoped id only gives the number: from now on both are theirs.
    from: from.some((address) => address.kind === 'phone')
      ? from
      : peopleIds([...from.map((address) => address.value), ...ownNumbers(content)], []).toSorted(scopedFirst),
    profileName: slice.kind === 'echo' ? null : profileNameOf(slice.contacts),
    quotes: boundedId(text(record(slice.message['context'])['id'])) || null,
    context: contextOf(slice),
    origin: originOf(slice.kind),
  }
}

/** The scoped id is where the conversation goes on; the number just learnt is an addition. */
const scopedFirst = (one: { kind: string }, other: { kind: string }) => Number(one.kind === 'phone') - Number(other.kind === 'phone')

/** Advertisement, forwarding marks, product asked about, username: for agents and flows to see. Null when there is none. */
const contextOf = ({ message, contacts }: MessageSlice): Json | null => {
  const given = record(message['context'])
  const found = present({
    referral: isRecord(message['referral']) ? message['referral'] : undefined,
    forwarded: given['forwarded'] === true || given['frequently_forwarded'] === true ? true : undefined,
    frequentlyForwarded: given['frequently_forwarded'] === true ? true : undefined,
    referredProduct: isRecord(given['referred_product']) ? given['referred_product'] : undefined,
    username: usernameOf(contacts) ?? undefined,
    identity: isRecord(message['identity']) ? message['identity'] : undefined,
  })
  return Object.keys(found).length > 0 ? found : null
}

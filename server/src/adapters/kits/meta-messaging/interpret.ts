import type { MessageContent } from '@chasqui/contracts'
import type { Address, Happening } from '#channels'
import { boundedId, contentId } from '#platform/foreign-json/bounded-id'
import { clip, isRecord, list, number, present, record, text, words, type Json } from '#platform/foreign-json/loose-json'
import { moment } from '#platform/foreign-json/moment'
import { storable } from '#platform/foreign-json/storable'
import { summary } from '#platform/foreign-json/summary'
import { customerOf, isByBusiness, isTrue } from './event.ts'
import { contentsOf, postbackContent } from './inbound-content.ts'
import type { Network } from './network.ts'
import { ownReference, partMetadata } from './own-reference.ts'
import { MOST_PARTS, partId } from './part-id.ts'

/** One event with what every reading of it needs. */
type Seen = { event: Json; from: Address[]; at: string; origin: 'contact' | 'handset' }
type Reader = (seen: Seen, body: Json) => Happening[]

/** Longer ids are nobody's; contacts are kept under them. */
const LONGEST_PERSON = 200

/**
 * What a stored item means. Total: any JSON gives at least one happening and nothing throws, because a poisoned item would otherwise come
 * back for ever. The same payload always gives the same answer.
 */
export const interpretPayload = (network: Network, payload: unknown): Happening[] => {
  const slice = record(storable(payload))
  switch (slice['kind']) {
    case 'event':
      return eventHappenings(network, record(slice['event']), text(slice['account']))
    case 'standby':
      return [{ type: 'ignored', reason: 'Another program has the thread' }]
    case 'change':
      return [notice('info', `change.${text(slice['field'])}`, slice['value'])]
    case 'unknown':
      return [notice('warn', 'unknown_object', slice['body'])]
    default:
      return [{ type: 'ignored', reason: 'Not an item of this channel' }]
  }
}

const notice = (level: 'info' | 'warn', event: string, detail: unknown): Happening => ({
  type: 'notice',
  level,
  event: clip(event, 100),
  detail: summary(detail),
  pause: false,
})

const eventHappenings = (network: Network, event: Json, account: string): Happening[] => {
  const [key, read] = readers.find(([name]) => isRecord(event[name])) ?? []
  if (key === undefined || read === undefined) return [notice('warn', 'unknown_event', event)]
  const person = customerOf(event, account)
  if (person === '' || person.length > LONGEST_PERSON) return [notice('warn', `${key}.unattributed`, event)]
  const origin = isByBusiness(event, account) ? 'handset' : 'contact'
  const told = read({ event, from: [{ kind: network.identity, value: person }], at: moment(event['timestamp']), origin }, record(event[key]))
  return told.length > 0 ? told : [notice('info', key, event)]
}

/** One message, in as many bubbles as it has contents: whoever answers is to answer it once. */
const spoken = (seen: Seen, id: string, contents: MessageContent[], more: { quotes?: string; context?: Json } = {}): Happening[] => {
  const context = { ...more.context, ...(contents.length > 1 && { album: id }) }
  return contents.slice(0, MOST_PARTS).map((content, index) => ({
    type: 'message',
    providerMessageId: partId(id, index),
    from: seen.from,
    profileName: null,
    at: seen.at,
    content,
    quotes: more.quotes || null,
    context: Object.keys(context).length > 0 ? context : null,
    origin: seen.origin,
  }))
}

const messageHappenings: Reader = (seen, message) => {
  const mid = boundedId(text(message['mid']))
  const own = seen.origin === 'handset' ? ownReference(message['metadata']) : null
  if (own !== null && mid !== '')
    return [{ type: 'status', providerMessageId: mid, clientRef: own, status: 'sent', at: seen.at, error: null, recipient: seen.from }]
  if (seen.origin === 'handset' && message['metadata'] === partMetadata) return [{ type: 'ignored', reason: 'The beginning of a message of ours' }]
  if (isTrue(message['is_deleted'])) return mid === '' ? [] : [removal(seen, mid)]
  const reply = record(message['reply_to'])
  const context = present({
    referral: isRecord(message['referral']) ? message['referral'] : undefined,
    story: isRecord(reply['story']) ? reply['story'] : mentionIn(message),
    app: words(message['app_id'], 100),
  })
  return spoken(seen, mid || contentId(seen.event), contentsOf(message), { quotes: boundedId(text(reply['mid'])), context })
}

/** A story that mentions the account; its address lives for a day, and what it shows must not be kept longer (reference 2). */
const mentionIn = (message: Json): Json | undefined => {
  const mention = list(message['attachments']).find((attachment) => record(attachment)['type'] === 'story_mention')
  return mention === undefined ? undefined : present({ mention: true, url: words(record(record(mention)['payload'])['url'], 4000) })
}

/** How many bubbles the message had is not told. */
const removal = ({ from, at }: Seen, mid: string): Happening => ({
  type: 'delete',
  providerMessageId: mid,
  parts: Array.from({ length: MOST_PARTS - 1 }, (_, index) => partId(mid, index + 1)),
  from,
  at,
})

const editHappenings: Reader = ({ from, at, origin }, edit) => {
  const [mid, said] = [boundedId(text(edit['mid'])), text(edit['text'])]
  return mid === '' || said === '' ? [] : [{ type: 'edit', providerMessageId: mid, from, at, content: { type: 'text', text: clip(said, 65_536) }, origin }]
}

/** A pressed button is said by the customer like any other answer, and opens the window. */
const postbackHappenings: Reader = (seen, postback) => {
  const content = postbackContent(postback)
  const context = present({ referral: isRecord(postback['referral']) ? postback['referral'] : undefined })
  return content ? spoken(seen, boundedId(text(postback['mid'])) || contentId(seen.event), [content], { context }) : []
}

const reactionHappenings: Reader = ({ from, at, origin }, reaction) => {
  const mid = boundedId(text(reaction['mid']))
  const emoji =
    text(reaction['action']) === 'unreact'
      ? null
      : (words(reaction['emoji'], 50) ?? named.get(text(reaction['reaction'])) ?? words(reaction['reaction'], 50) ?? null)
  return mid === '' ? [] : [{ type: 'reaction', providerMessageId: mid, from, profileName: null, at, emoji, origin, opensWindow: false }]
}

/** Reactions by their names, where the sign itself is left out. */
const named = new Map([
  ['love', '❤️'],
  ['like', '👍'],
  ['dislike', '👎'],
  ['smile', '😆'],
  ['angry', '😠'],
  ['sad', '😢'],
  ['wow', '😮'],
])

/** A list of ids, one id, and a time before which everything counts: whichever is there. */
const receipts =
  (status: 'delivered' | 'read'): Reader =>
  ({ from, at }, receipt) => {
    const ids = [...list(receipt['mids']), receipt['mid']].map((mid) => boundedId(text(mid))).filter(Boolean)
    const until = number(receipt['watermark'])
    return [
      ...ids.slice(0, 500).map((id): Happening => ({ type: 'status', providerMessageId: id, clientRef: null, status, at, error: null, recipient: from })),
      ...(until !== null && until > 0 ? [{ type: 'status_until' as const, status, until: moment(until), recipient: from }] : []),
    ]
  }

/** What says nothing that could be answered stands in the thread as a line. */
const line = (seen: Seen, event: 'referral' | 'optin', body: Json, context: Json = {}): Happening[] =>
  spoken(seen, contentId(seen.event), [{ type: 'system', event, data: summary(body) }], { context })

/** Whoever comes through a link or an advertisement may be written to from then on, as if they had said something (reference 3.1). */
const referralHappenings: Reader = (seen, referral) => [
  ...line(seen, 'referral', referral, { referral }),
  ...(seen.origin === 'contact' ? [{ type: 'active' as const, from: seen.from, at: seen.at }] : []),
]

/** Agreeing to news. */
const optinHappenings: Reader = (seen, optin) => line(seen, 'optin', optin)

const handover: Reader = ({ event }) => [notice('info', 'handover', event)]

/** In this order: an event may carry several of these, and the first is what it is about. */
const readers: [string, Reader][] = [
  ['message', messageHappenings],
  ['message_edit', editHappenings],
  ['postback', postbackHappenings],
  ['reaction', reactionHappenings],
  ['delivery', receipts('delivered')],
  ['read', receipts('read')],
  ['referral', referralHappenings],
  ['optin', optinHappenings],
  ['pass_thread_control', handover],
  ['take_thread_control', handover],
  ['request_thread_control', handover],
  ['app_roles', handover],
]

import type { MessageContent } from '@chasqui/contracts'
import type { Address, Happening } from '#channels'
import { messageId } from './ids.ts'
import { contactNumbers } from './inbound-cards.ts'
import { contentsOf, serviceNotice } from './inbound-content.ts'
import { shownName } from '#platform/foreign-json/display-text'
import { clip, isRecord, list, number, present, record, text, words, type Json } from '#platform/foreign-json/loose-json'
import { botIdOf, type TelegramSettings } from './settings.ts'
import { storable } from '#platform/foreign-json/storable'

/**
 * What an update means. Total: any JSON gives at least one happening and nothing throws, because a poisoned item would otherwise come back for ever.
 * Groups, channels and keys that this version does not know are ignored (reference 3, 6.4).
 */
export const interpretUpdate = (payload: unknown, settings: TelegramSettings): Happening[] => {
  const update = record(storable(payload))
  for (const [key, read] of Object.entries(readers)) {
    if (isRecord(update[key])) return read(update[key], botIdOf(settings))
  }
  const unknown = Object.keys(update).find((key) => key !== 'update_id')
  return ignored(unknown === undefined ? 'Not an update' : `An update of the kind ${clip(unknown, 60)}`)
}

/** `bot` is the bot's own id. */
type Reader = (value: Json, bot: string) => Happening[]

const ignored = (reason: string): Happening[] => [{ type: 'ignored', reason }]

/** Unix seconds as ISO; what cannot be a time becomes one that callers replace by the time of arrival. */
const moment = (seconds: unknown): string => {
  const given = number(seconds)
  return new Date(given !== null && given > 0 && given < 4_102_444_800 ? given * 1000 : 0).toISOString()
}

type Person = { addresses: Address[]; name: string | null; context: Json }

/** The person by the number alone: usernames change hands (reference 6.6) and are only shown. */
const personOf = (value: unknown): Person | null => {
  const from = record(value)
  const id = text(from['id'])
  if (!/^\d{1,20}$/.test(id)) return null
  return {
    addresses: [{ kind: 'telegram', value: id }],
    name: shownName([from['first_name'], from['last_name']].map(text).filter(Boolean).join(' ')),
    context: present({ username: words(from['username'], 100), language: words(from['language_code'], 20) }),
  }
}

const isPrivate = (message: Json): boolean => text(record(message['chat'])['type']) === 'private'
const idOf = (bot: string, message: Json): string => messageId(bot, record(message['chat'])['id'], message['message_id'])
const isMessage = (message: Json): boolean => number(message['message_id']) !== null && text(record(message['chat'])['id']) !== ''

/** A recording has no room for its caption, which becomes a message before it: whoever answers hears the words, and answers the two once. */
const partsOf = (id: string, contents: MessageContent[]) =>
  contents.map((content) => ({ providerMessageId: contents.length > 1 && content.type === 'text' ? `${id}:caption` : id, content }))

const message: Reader = (given, bot) => {
  const person = personOf(given['from'])
  if (!isPrivate(given)) return ignored('Not a private chat')
  if (!person || !isMessage(given)) return ignored('A message without a sender')
  const at = moment(given['date'])
  const common = { from: [...person.addresses, ...contactNumbers(given)], profileName: person.name, at, origin: 'contact' as const }
  const context = contextOf(given, person)
  const notice = serviceNotice(given)
  if (notice) return [{ type: 'message', providerMessageId: idOf(bot, given), ...common, content: notice, quotes: null, context }]
  const answered = record(given['reply_to_message'])
  const quotes = isMessage(answered) ? idOf(bot, answered) : null
  const parts = partsOf(idOf(bot, given), contentsOf(given))
  const together = parts.length > 1 ? { album: idOf(bot, given), ...context } : context
  return parts.map((part) => ({ type: 'message', ...part, ...common, quotes, context: together }))
}

/** For agents and flows to see: what the link said by which somebody came, forwarding, the album it belongs to. Null when there is nothing. */
const contextOf = (given: Json, person: Person): Json | null => {
  const start = /^\/start(?:@\w+)?\s+([\w-]{1,64})\s*$/.exec(text(given['text']))?.[1]
  const found = present({
    ...person.context,
    referral: start === undefined ? undefined : { ref: start },
    forwarded: isRecord(given['forward_origin']) ? true : undefined,
    album: words(given['media_group_id'], 100),
    quote: words(record(given['quote'])['text'], 1024),
  })
  return Object.keys(found).length > 0 ? found : null
}

const edited: Reader = (given, bot) => {
  const person = personOf(given['from'])
  if (!isPrivate(given)) return ignored('Not a private chat')
  if (!person || !isMessage(given)) return ignored('An edit without a sender')
  return partsOf(idOf(bot, given), contentsOf(given)).map((part) => ({
    type: 'edit',
    ...part,
    from: person.addresses,
    at: moment(given['edit_date'] ?? given['date']),
    origin: 'contact',
  }))
}

/** The button's own text stands in the message that it belongs to, unless that is too old to be told (reference 3). */
const titleOf = (message: Json, data: string): string => {
  const buttons = list(record(message['reply_markup'])['inline_keyboard']).flatMap(list).map(record)
  return words(buttons.find((button) => text(button['callback_data']) === data)?.['text'], 1000) ?? clip(data, 1000)
}

/** A pressed button is the answer to the message that it hangs on; two presses are two answers. */
const pressed: Reader = (query, bot) => {
  const person = personOf(query['from'])
  const on = record(query['message'])
  const [id, data] = [text(query['id']), text(query['data'])]
  if (!person || id === '') return ignored('A pressed button without a person')
  if (isRecord(query['message']) && 'chat' in on && isRecord(on['chat']) && 'type' in on['chat'] && !isPrivate(on)) return ignored('Not a private chat')
  if (data === '') return ignored('A pressed button without data')
  return [
    {
      type: 'message',
      providerMessageId: messageId(bot, record(query['from'])['id'], `press-${clip(id, 190)}`),
      from: person.addresses,
      profileName: person.name,
      // The query itself has no time; that of the message it hangs on is long ago.
      at: moment(null),
      content: { type: 'choice', id: clip(data, 1000), title: titleOf(on, data), via: 'button' },
      quotes: isMessage(on) ? idOf(bot, on) : null,
      context: Object.keys(person.context).length > 0 ? person.context : null,
      origin: 'contact',
    },
  ]
}

/** The newest reaction that can be shown; custom ones have no sign of their own. */
const reacted: Reader = (given, bot) => {
  const person = personOf(given['user'])
  if (!isPrivate(given)) return ignored('Not a private chat')
  if (!person || !isMessage(given)) return ignored('A reaction without a person')
  const now = list(given['new_reaction']).map(record)
  const shown = now.map((reaction) => (text(reaction['type']) === 'paid' ? '⭐' : words(reaction['emoji'], 50))).filter((emoji) => emoji !== undefined)
  if (now.length > 0 && shown.length === 0) return ignored('A reaction that has no sign')
  return [
    {
      type: 'reaction',
      providerMessageId: idOf(bot, given),
      from: person.addresses,
      profileName: person.name,
      at: moment(given['date']),
      emoji: shown.at(-1) ?? null,
      origin: 'contact',
    },
  ]
}

/** Whoever blocks the bot wants nothing of it; coming back is no word about promotions. */
const membership: Reader = (given) => {
  const person = personOf(given['from'])
  const status = text(record(given['new_chat_member'])['status'])
  if (!isPrivate(given) || !person) return ignored('Not a private chat')
  const at = moment(given['date'])
  const from = person.addresses
  if (status === 'kicked')
    return [
      { type: 'preference', from, topic: 'marketing', allowed: false, at },
      { type: 'reachability', from, unreachable: 'blocked' },
    ]
  if (status !== 'member') return ignored(`The bot is now ${clip(status, 40)}`)
  return [
    { type: 'active', from, at },
    { type: 'reachability', from, unreachable: null },
  ]
}

const readers: Record<string, Reader> = {
  message,
  edited_message: edited,
  callback_query: pressed,
  message_reaction: reacted,
  my_chat_member: membership,
}

import type { Address } from '#channels'
import { clip, record, text, type Json } from '#platform/foreign-json/loose-json'
import { jidOf } from './jid.ts'

/** What an id says: `{fromMe}_{chat}_{id}[_{participant}]` (reference 4). */
export type MessageName = { id: string; chat: string; fromMe: boolean }

const NAME = /^(true|false)_([^@]+@[A-Za-z\d.]+)_([^_]+)(?:_.*)?$/

/** A message or a chat as it is named: by a string or by an object of the engine's library (reference 4). Empty where it names none. */
export const toldName = (value: unknown): string => text(value) || text(record(value)['_serialized'])

/**
 * The name of a message, however it is told: as a string, bare, or as an object of the engine's library. The same message may come under the chat's number and
 * its LID (reference 8.4), so that only `id` tells messages apart. Null for what names none.
 */
export const nameIn = (value: unknown): MessageName | null => {
  const { id, remote, fromMe } = record(value)
  const told = toldName(value)
  const [, mine, chat, bare] = NAME.exec(told) ?? []
  if (bare !== undefined) return { id: clip(bare, 200), chat: clip(chat!, 100), fromMe: mine === 'true' }
  const alone = told || text(id)
  return alone === '' ? null : { id: clip(alone, 200), chat: clip(toldName(remote), 100), fromMe: fromMe === true }
}

/** Whether the business wrote a message. Nothing but its id is sure to be told, and says it, too. */
export const isByBusiness = (message: Json): boolean => (typeof message['fromMe'] === 'boolean' ? message['fromMe'] : nameIn(message['id'])?.fromMe === true)

/** Where to write to (reference 5): the interface spells a number `@c.us`. Null for addresses of other networks. */
export const chatOf = (address: Address): string | null => jidOf(address)?.replace('@s.whatsapp.net', '@c.us') ?? null

export const fullName = ({ id, chat, fromMe }: MessageName): string => `${fromMe}_${chat}_${id}`

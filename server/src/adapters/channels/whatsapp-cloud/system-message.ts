import type { Address, Happening } from '#channels'
import type { MessageContent } from '@chasqui/contracts'
import { clip, record, text, words, type Json } from '#platform/foreign-json/loose-json'
import { addresses } from './sender.ts'

type Told = { from: Address[]; at: string; eventId: string }

/** Where the person moved, per kind of system message (reference 3.4): new and previous identifier. */
const movesIn = (type: string, system: Json, oldNumber: string): { from: string; to: string }[] => {
  const number = { from: oldNumber, to: text(system['wa_id']) || text(system['new_wa_id']) }
  const userId = { from: text(system['previous_user_id']), to: text(system['user_id']) }
  const parent = { from: text(system['previous_parent_user_id']), to: text(system['parent_user_id']) }
  const isNumber = type === 'user_changed_number' || type === 'customer_changed_number'
  return [...(isNumber ? [number] : []), userId, parent].filter((move) => move.from !== '' && move.to !== '' && move.from !== move.to)
}

const EVENTS: ReadonlyMap<string, string> = new Map([
  ['user_changed_number', 'number_changed'],
  ['customer_changed_number', 'number_changed'],
  ['user_changed_user_id', 'user_id_changed'],
  ['customer_identity_changed', 'identity_changed'],
])

/** A system message: the person moved to another address, or something that is only shown in the thread (security code changed). */
export const systemHappenings = (message: Json, told: Told): Happening[] => {
  const system = record(message['system'])
  const notice = noticeOf(message, system)
  const moves = movesIn(text(system['type']), system, text(message['from'])).map((move) => ({ from: addresses([move.from])[0], to: addresses([move.to])[0] }))
  const known = moves.filter((move): move is { from: Address; to: Address } => move.from !== undefined && move.to !== undefined)
  if (known.length > 0)
    return known.map((move, index) => ({ type: 'readdress', ...move, at: told.at, notice, eventId: index === 0 ? told.eventId : `${told.eventId}:${index}` }))
  if (told.from.length === 0) return []
  return [
    {
      type: 'message',
      providerMessageId: told.eventId,
      from: told.from,
      profileName: null,
      at: told.at,
      content: notice,
      quotes: null,
      context: null,
      origin: 'contact',
    },
  ]
}

const noticeOf = (message: Json, system: Json): MessageContent => {
  const type = text(system['type']) || 'system'
  const body = words(system['body'], 2000)
  return {
    type: 'system',
    event: EVENTS.get(type) ?? clip(type, 100),
    ...(body !== undefined && { text: body }),
    data: { ...system, ...(message['identity'] !== undefined && { identity: message['identity'] }) },
  }
}

/** The account-level field `user_id_update` says the same outside of a conversation. */
export const userIdUpdate = (update: Json, at: string, eventId: string): Happening[] => {
  const changes = [record(update['user_id']), record(update['parent_user_id'])]
  const system = {
    type: 'user_changed_user_id',
    body: text(update['detail']),
    user_id: changes[0]!['current'],
    previous_user_id: changes[0]!['previous'],
    parent_user_id: changes[1]!['current'],
    previous_parent_user_id: changes[1]!['previous'],
  }
  return systemHappenings({ system }, { from: [], at, eventId })
}

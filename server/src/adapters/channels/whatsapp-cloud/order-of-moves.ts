import type { InboundItem } from '#channels'
import { record, text, type Json } from '#platform/foreign-json/loose-json'
import { ownIds } from './sender.ts'

const NUMBER_CHANGES = new Set(['user_changed_number', 'customer_changed_number'])

const systemOf = (message: Json): Json => (message['type'] === 'system' ? record(message['system']) : {})

/** The identifiers that somebody had until now, where an item tells of new ones. */
const formerIds = ({ payload }: InboundItem): string[] => {
  const { kind, message, update } = record(payload)
  const system = kind === 'message' ? systemOf(record(message)) : {}
  const changes = kind === 'user_id_update' ? [record(record(update)['user_id']), record(record(update)['parent_user_id'])] : []
  const number = NUMBER_CHANGES.has(text(system['type'])) ? [record(message)['from']] : []
  return [...number, system['previous_user_id'], system['previous_parent_user_id'], ...changes.map(({ previous }) => previous)].map(text).filter(Boolean)
}

/**
 * Where a person moved to is told in the same batch as their words before and after it, in any order (reference 3.4). What came from where they were goes first, and then
 * the move: so they stay one person.
 */
export const inOrderOfMoves = (items: InboundItem[]): InboundItem[] => {
  const moves = items.filter((item) => formerIds(item).length > 0)
  if (moves.length === 0) return items
  const former = new Set(moves.flatMap(formerIds))
  const others = items.filter((item) => !moves.includes(item))
  const isEarlier = ({ payload }: InboundItem): boolean => ownIds(record(record(payload)['message'])).some((id) => former.has(id))
  return [...others.filter(isEarlier), ...moves, ...others.filter((item) => !isEarlier(item))]
}

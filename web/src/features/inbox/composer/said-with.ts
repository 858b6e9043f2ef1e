import type { OutboxEntry } from '../outbox/outbox.ts'
import type { Mode } from './composer-state.ts'

/** What goes along with the next thing said besides its words: the quick reply that it was written with, the people a note calls. */
export type SaidWith = Pick<OutboxEntry, 'quickReplyId' | 'mentions'>
const noted = new Map<string, SaidWith>()
const placeOf = (conversationId: string, mode: Mode) => `${mode} ${conversationId}`

export const noteSaidWith = (conversationId: string, mode: Mode, part: SaidWith) => {
  const place = placeOf(conversationId, mode)
  noted.set(place, { ...noted.get(place), ...part })
}

/** Takes it: what is said after that goes without. */
export const takeSaidWith = (conversationId: string, mode: Mode): SaidWith => {
  const place = placeOf(conversationId, mode)
  const found = noted.get(place) ?? {}
  noted.delete(place)
  return found
}

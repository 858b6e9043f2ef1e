import type { MessageContent } from '@chasqui/contracts'
import type { Pressed } from './spoken.ts'

/** Everything that can be pressed on a message of the business. */
const pressable = (content: MessageContent): Pressed[] => {
  if (content.type === 'buttons') return content.buttons.map(({ id, title }) => ({ type: 'choice', id, title, via: 'button' }))
  if (content.type === 'list') return content.sections.flatMap(({ rows }) => rows.map((row) => ({ type: 'choice', via: 'list', ...row })))
  if (content.type === 'template')
    return content.components.map(payloadOf).flatMap((id) => (id === null ? [] : [{ type: 'choice' as const, id, title: id, via: 'template' as const }]))
  return []
}

/** The payload of a template's quick-reply button, where it is one. */
const payloadOf = ({ sub_type: kind, parameters }: Record<string, unknown>): string | null => {
  const first: unknown = Array.isArray(parameters) ? parameters[0] : null
  const payload = typeof first === 'object' && first !== null && 'payload' in first ? first.payload : null
  return kind === 'quick_reply' && typeof payload === 'string' ? payload : null
}

type Offer = { id: string; content: MessageContent }
type Press = { pressed: Pressed; messageId: string | null }

/**
 * Finds the button or row with this id, newest message first. One that is not on the screen any more is pressed all the same, by what
 * the caller knows of it.
 */
export const press = (choice: { id: string; title?: string | undefined }, offers: Offer[], messageId: string | null): Press => {
  for (const offer of offers) {
    const found = pressable(offer.content).find(({ id }) => id === choice.id)
    if (found) return { pressed: { ...found, title: choice.title || found.title }, messageId: offer.id }
  }
  return { pressed: { type: 'choice', id: choice.id, title: choice.title || choice.id, via: 'button' }, messageId }
}

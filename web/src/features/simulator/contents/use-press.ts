import type { Choice, PhoneMessage } from '@chasqui/contracts'
import { pressKey, useTalk } from '../phone/talk.ts'

/** Pressing a button or row of a message: it becomes the customer's own message, as on WhatsApp. */
export const usePress = (message: PhoneMessage) => {
  const { say, pressed } = useTalk()
  return {
    press: ({ id, title }: Choice, via: 'button' | 'list' | 'template') =>
      say({ act: { type: 'choice', choice: { id, title }, messageId: message.id }, content: { type: 'choice', id, title, via } }),
    wasPressed: ({ id }: Choice) => pressed.has(pressKey(message.id, id)),
  }
}

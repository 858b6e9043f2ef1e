import { text } from './loose-json.ts'

/**
 * A message's number is unique in its chat only (reference 3, 6.1), so that ours holds both: `<chat>:<number>`. What is no message of its own (a pressed
 * button) has an id of another form, which nothing can be answered to.
 */
export const messageId = (chatId: unknown, number: unknown): string => `${text(chatId).slice(0, 40)}:${text(number).slice(0, 40)}`

/** Chat and number of a message; null for what is none. */
export const placeOf = (providerMessageId: string): { chatId: number; messageId: number } | null => {
  const [, chat, number] = /^(-?\d{1,16}):(\d{1,16})$/.exec(providerMessageId) ?? []
  return chat === undefined ? null : { chatId: Number(chat), messageId: Number(number) }
}

import { text } from '#platform/foreign-json/loose-json'

/**
 * A message's number is unique in its chat of one bot only (reference 6.1), so that ours holds all three: `<bot>:<chat>:<number>`. What is no message of its own
 * (a pressed button, a caption) has something else in the number's place, and nothing can be answered to it.
 */
export const messageId = (bot: string, chatId: unknown, number: unknown): string => `${bot}:${text(chatId).slice(0, 40)}:${text(number).slice(0, 200)}`

/** Chat and number of a message of this bot; null for what is none. */
export const placeOf = (providerMessageId: string, bot: string): { chatId: number; messageId: number } | null => {
  const [, of, chat, number] = /^(\d{1,20}):(-?\d{1,16}):(\d{1,16})$/.exec(providerMessageId) ?? []
  return of === bot ? { chatId: Number(chat), messageId: Number(number) } : null
}

/** The chat that something happened in, message or not. */
export const chatOf = (providerMessageId: string, bot: string): number | null => {
  const [, of, chat] = /^(\d{1,20}):(-?\d{1,16}):/.exec(providerMessageId) ?? []
  return of === bot ? Number(chat) : null
}

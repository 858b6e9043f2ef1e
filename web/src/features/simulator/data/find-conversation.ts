import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { call } from '#lib/api.ts'
import type { Speaker } from './speaker.ts'

/** People without a number are looked for by name. */
export const conversationQuestion = ({ channelId, phone, name }: Speaker) =>
  ({ q: /^\d+$/.test(phone) ? phone : name, channelId, view: 'all', tab: 'any', limit: 1 }) as const

/** The newest conversation of this customer on this channel; null before the first message. */
export const findConversation = async (speaker: Speaker): Promise<string | null> => {
  const { items } = await call(conversationRoutes.list, { query: conversationQuestion(speaker) })
  return items[0]?.id ?? null
}

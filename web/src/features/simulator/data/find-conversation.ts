import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { call } from '#lib/api.ts'
import type { Speaker } from './speaker.ts'

/** The newest conversation of this customer on this channel; null before the first message. People without a number are looked for by name. */
export const findConversation = async ({ channelId, phone, name }: Speaker): Promise<string | null> => {
  const q = /^\d+$/.test(phone) ? phone : name
  const { items } = await call(conversationRoutes.list, { query: { q, channelId, view: 'all', tab: 'any', limit: 1 } })
  return items[0]?.id ?? null
}

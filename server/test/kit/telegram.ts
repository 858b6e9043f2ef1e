import { channelRoutes, conversationRoutes, flowRoutes, type Channel, type Conversation, type Message } from '@chasqui/contracts'
import type { Bot, User } from '../doubles/telegram/bot.ts'
import { startTelegramApi, type TelegramApi } from '../doubles/telegram/server.ts'
import type { Api } from './api.ts'
import { atEnd } from './cluster.ts'
import { startProduct, type RunningProduct, type Wishes } from './product.ts'

/** The product and the stand-in for Telegram that it talks to; both end after the last test of the file, the product first. */
export const startBesideTelegram = async ({ env, ...wishes }: Wishes = {}): Promise<{ telegram: TelegramApi; the: RunningProduct }> => {
  const telegram = await startTelegramApi()
  atEnd(telegram.close)
  return { telegram, the: await startProduct({ ...wishes, env: { TELEGRAM_API_URL: telegram.url, ...env } }) }
}

/** A bot of a tenant; the welcome flow answers there, or with `flow: false` nobody. */
export const connectBot = async (
  api: Api,
  bot: Bot,
  { flow = true, delivery }: { flow?: boolean; delivery?: 'polling' | 'webhook' } = {},
): Promise<Channel> => {
  const flowId = flow ? (await api.ask(flowRoutes.list)).items[0]!.id : null
  const settings = { botToken: bot.token, ...(delivery && { delivery }) }
  return api.ask(channelRoutes.create, { body: { kind: 'telegram', name: `Telegram ${bot.id}`, settings, flowId } })
}

let people = 0
/** Somebody who has not written before. */
export const someUser = (name = 'Ana'): User => ({ id: 5_123_456_000 + (people += 1), first_name: name, language_code: 'es' })

/** What somebody got from a bot, oldest first. */
export const gotBy = (bot: Bot, user: User): string[] =>
  bot.sent.filter(({ chatId }) => chatId === user.id).map(({ method, fields }) => String(fields['text'] ?? fields['caption'] ?? method))

export const talksOf = async (api: Api, channelId: string): Promise<Conversation[]> =>
  (await api.ask(conversationRoutes.list, { query: { channelId, limit: 200 } })).items

/** The only thread of a channel, oldest first. */
export const onlyThread = async (api: Api, channelId: string): Promise<Message[]> => {
  const [conversation, ...more] = await talksOf(api, channelId)
  if (!conversation || more.length > 0) throw new Error(`${more.length + Number(conversation !== undefined)} conversations`)
  return (await api.ask(conversationRoutes.messages, { params: { id: conversation.id }, query: { limit: 200 } })).items
}

import type { MessageError } from '@chasqui/contracts'
import { callBot, type BotContext } from './bot-call.ts'
import { failed } from '../../kits/outbound/trouble.ts'
import { readAnswer, type BotAnswer } from './bot-answer.ts'
import { number, present, record, text, words, type Json } from '#platform/foreign-json/loose-json'

/** What is told of (reference 2): reactions have to be asked for, all else would be told anyhow and is ignored. */
export const allowedUpdates = ['message', 'edited_message', 'callback_query', 'my_chat_member', 'message_reaction']

const ask = async (context: BotContext, method: string, fields: Json = {}, signal?: AbortSignal): Promise<BotAnswer> =>
  readAnswer(await callBot(context, { method, fields, ...(signal && { signal }) }), context.account.settings)

const addressOf = ({ root, account }: BotContext): string | null =>
  root.publicUrl?.startsWith('https://') ? `${root.publicUrl.replace(/\/+$/, '')}/api/webhooks/telegram/${account.channelId}` : null

/** How Telegram's own deliveries go, for the channel's health (reference 2). */
const shownInfo = (info: Json): Json =>
  present({
    webhook: words(info['url'], 500),
    pending: number(info['pending_update_count']) ?? undefined,
    lastError: words(info['last_error_message'], 300),
    lastErrorAt: number(info['last_error_date']) === null ? undefined : new Date(number(info['last_error_date'])! * 1000).toISOString(),
  })

/** Makes Telegram deliver as the settings say: to our address, or to nobody, so that it can be asked. What waits is kept. */
export const arrangeDelivery = async (context: BotContext, signal?: AbortSignal): Promise<BotAnswer> => {
  const { settings } = context.account
  if (settings.delivery === 'polling') return ask(context, 'deleteWebhook', { drop_pending_updates: false }, signal)
  const url = addressOf(context)
  if (url === null) return failed('telegram.no_public_url', 'A webhook needs a public https address (PUBLIC_URL); polling needs none')
  // One at a time keeps the order (reference 2).
  const fields = { url, secret_token: settings.webhookSecret, allowed_updates: allowedUpdates, max_connections: 1, drop_pending_updates: false }
  return ask(context, 'setWebhook', fields, signal)
}

/** Whether Telegram still posts to us; the secret was given when it was set. */
export const isDelivering = async (context: BotContext, signal: AbortSignal): Promise<BotAnswer & { here?: boolean }> => {
  const info = await ask(context, 'getWebhookInfo', {}, signal)
  return info.result === 'done' ? { ...info, here: text(record(info.value)['url']) === addressOf(context) } : info
}

/** Nobody is posted to any more, and what waits stays with Telegram for a day. */
export const endDelivery = async (context: BotContext): Promise<void> => {
  if (context.account.settings.delivery === 'webhook') await ask(context, 'deleteWebhook', { drop_pending_updates: false })
}

type Checked = { ok: true; address: string | null; detail: Json } | { ok: false; error: MessageError }

/** Asks who the bot is, and arranges how its updates come. */
export const checkBot = async (context: BotContext): Promise<Checked> => {
  const me = await ask(context, 'getMe')
  if (me.result !== 'done') return { ok: false, error: me.error }
  const bot = record(me.value)
  const arranged = await arrangeDelivery(context)
  if (arranged.result !== 'done') return { ok: false, error: arranged.error }
  const info = await ask(context, 'getWebhookInfo')
  const username = words(bot['username'], 60)
  return {
    ok: true,
    address: username === undefined ? null : `@${username}`,
    detail: present({
      id: text(bot['id']),
      name: words(bot['first_name'], 100),
      username,
      delivery: context.account.settings.delivery,
      ...(info.result === 'done' && shownInfo(record(info.value))),
    }),
  }
}

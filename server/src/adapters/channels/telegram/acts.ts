import type { Account, AdapterIo, InboundItem } from '#channels'
import { callBot, type TelegramRoot } from './bot-call.ts'
import { chatOf } from './ids.ts'
import { record, text } from '#platform/foreign-json/loose-json'
import { botIdOf, type TelegramSettings } from './settings.ts'

const TIMEOUT_MS = 8_000

/** "Typing…" for five seconds or until the answer (reference 4). */
export const createShowTyping =
  (root: TelegramRoot) =>
  async (providerMessageId: string, account: Account<TelegramSettings>, io: AdapterIo): Promise<void> => {
    const chat = chatOf(providerMessageId, botIdOf(account.settings))
    if (chat !== null) await callBot({ root, account, io }, { method: 'sendChatAction', fields: { chat_id: chat, action: 'typing' }, timeoutMs: TIMEOUT_MS })
  }

/** A button that was pressed spins for a minute unless the press is answered (reference 3). Whether it was in time changes nothing. */
export const createAcknowledge =
  (root: TelegramRoot) =>
  async (items: InboundItem[], account: Account<TelegramSettings>, io: AdapterIo): Promise<void> => {
    const presses = items.map(({ payload }) => text(record(record(payload)['callback_query'])['id'])).filter(Boolean)
    await Promise.all(
      presses.map((id) => callBot({ root, account, io }, { method: 'answerCallbackQuery', fields: { callback_query_id: id }, timeoutMs: TIMEOUT_MS })),
    )
  }

import type { ChannelAdapter } from '#channels'
import { telegramAbilities, telegramPace } from './abilities.ts'
import { createAcknowledge, createShowTyping } from './acts.ts'
import type { TelegramRoot } from './bot-call.ts'
import { checkBot, endDelivery } from './delivery.ts'
import { interpretUpdate } from './interpret.ts'
import { fetchMedia } from './media-fetch.ts'
import { createListen } from './poll.ts'
import { createSend } from './send.ts'
import { botIdOf, secretFields, TelegramSettings } from './settings.ts'
import { carriedSecret, openWebhook } from './webhook.ts'

/**
 * A Telegram bot through the Bot API. In: poll.ts asks or webhook.ts is told (update → item), interpret.ts (item → happenings; inbound-*.ts). Out: send.ts
 * (outbound.ts makes the calls, bot-answer.ts and errors.ts judge the answers), acts.ts, media-fetch.ts; delivery.ts arranges how updates come.
 */
export const telegram = (root: TelegramRoot): ChannelAdapter<TelegramSettings> => ({
  kind: 'telegram',
  settings: TelegramSettings,
  secrets: secretFields,
  abilities: () => telegramAbilities,
  account: botIdOf,
  address: () => null,
  pace: () => telegramPace,
  webhook: 'telegram',
  carriedSecret: { in: carriedSecret, setting: 'webhookSecret' },
  open: openWebhook,
  interpret: interpretUpdate,
  listen: createListen(root),
  acknowledge: createAcknowledge(root),
  leave: (account, io) => endDelivery({ root, account, io }),
  ...createSend(root),
  showTyping: createShowTyping(root),
  typingSeconds: 5,
  fetchMedia: (fileId, account, io) => fetchMedia(fileId, { root, account, io }),
  check: (account, io) => checkBot({ root, account, io }),
})

import { createHash } from 'node:crypto'
import type { Account, Address } from '#channels'
import { telegram } from '../../src/adapters/channels/telegram/index.ts'
import { TelegramSettings } from '../../src/adapters/channels/telegram/settings.ts'
import type { Bot, Fault } from '../doubles/telegram/bot.ts'
import { startTelegramApi, type TelegramApi } from '../doubles/telegram/server.ts'
import { createFetchIo, type TestIo } from './fetch-io.ts'
import type { Act, ChannelHarness, Trouble } from './harness.ts'

const customers: Address[] = [
  { kind: 'telegram', value: '5123456789' },
  // The largest that there can be (reference 3).
  { kind: 'telegram', value: '4503599627370495' },
]

/** The suite's ids as Telegram has them: numbers. */
const numberOf = (id: string): number => 1000 + (createHash('sha256').update(id).digest().readUInt32BE() % 1_000_000)

export type TelegramHarness = ChannelHarness & { account: Account<TelegramSettings>; api: TelegramApi; bot: Bot; io: TestIo }

/** The adapter against the stand-in of the Bot API over real HTTP. */
export const startTelegram = async (delivery: TelegramSettings['delivery'] = 'webhook'): Promise<TelegramHarness> => {
  const api = await startTelegramApi()
  const bot = api.addBot()
  const io = createFetchIo()
  const settings = TelegramSettings.parse({ botToken: bot.token, webhookSecret: 'secret_of-the-test-0123456789abcdef', delivery })
  for (const { value } of customers) {
    bot.meet(Number(value))
    // The messages that the suite answers and reacts to.
    for (const id of ['m-1', 'out-1']) bot.note(Number(value), numberOf(id))
  }
  return {
    adapter: telegram({ apiUrl: api.url, publicUrl: 'https://chat.example.org' }),
    account: { channelId: '01900000-0000-7000-8000-0000000000c7', tenantId: '01900000-0000-7000-8000-0000000000a7', settings },
    io,
    api,
    bot,
    customers,
    oneByOne: true,
    lacks: ['sent', 'delivered', 'read', 'failed'],
    provesSenderOnly: true,
    messageId: (id, chat) => `${bot.id}:${chat.value}:${numberOf(id)}`,
    signatureHeader: 'x-telegram-bot-api-secret-token',
    body: ([act]) => Buffer.from(JSON.stringify(updateOf(act!))),
    sign: (body) => ({ body, query: {}, headers: { 'x-telegram-bot-api-secret-token': settings.webhookSecret } }),
    provoke: (trouble) => provoke(trouble, bot, io),
    received: async () =>
      bot.sent.map(({ chatId, messageId, method, fields }) => {
        const reply = fields['reply_parameters'] as { message_id: number } | undefined
        return {
          to: String(chatId),
          clientRef: typeof fields['text'] === 'string' ? fields['text'] : null,
          quotes: reply ? `${bot.id}:${chatId}:${reply.message_id}` : null,
          type: method,
          providerMessageId: `${bot.id}:${chatId}:${messageId}`,
        }
      }),
    storeFile: io.store,
    vendorFile: (bytes, mime) => bot.fileFrom(Buffer.from(bytes), mime).id,
    close: api.close,
  }
}

const updateOf = (act: Act): Record<string, unknown> => {
  if (act.kind === 'status') throw new Error('Telegram tells no receipts')
  const from = { id: Number(act.from.value), is_bot: false, first_name: 'Ana', language_code: 'es' }
  const chat = { id: from.id, first_name: 'Ana', type: 'private' }
  const common = { message_id: numberOf(act.id), from, chat, date: 1_760_000_000 }
  const update_id = 700_000_000 + numberOf(act.id)
  if (act.kind === 'reaction') {
    const now = act.emoji === null ? [] : [{ type: 'emoji', emoji: act.emoji }]
    return { update_id, message_reaction: { chat, message_id: numberOf(act.target), user: from, date: 1_760_000_000, old_reaction: [], new_reaction: now } }
  }
  if (act.kind === 'unknown') return { update_id, message: { ...common, hologram: { depth: 3 } } }
  const quoted = act.quotes === undefined ? {} : { reply_to_message: { message_id: numberOf(act.quotes), chat, date: 1_759_999_999 } }
  return { update_id, message: { ...common, text: act.text, ...quoted } }
}

const scripts: Partial<Record<Trouble, Omit<Fault, 'times'>>> = {
  refused: { status: 400, description: 'Bad Request: message text is empty' },
  bad_token: { status: 401, description: 'Unauthorized' },
  asked_to_wait: { status: 429, description: 'Too Many Requests: retry after 7', parameters: { retry_after: 7 } },
  rate_limited: { status: 429, description: 'Too Many Requests: retry after 17', parameters: { retry_after: 17 } },
  unavailable: { status: 503, description: 'Service Unavailable' },
  gibberish: { status: 200, text: '<html>' },
}

const provoke = (trouble: Trouble, bot: Bot, io: TestIo): boolean => {
  const script = scripts[trouble]
  if (trouble === 'unreachable') io.cutOff += 1
  else if (trouble === 'lost_answer') bot.lose.next += 1
  else if (script) bot.faults.push({ times: 1, ...script })
  return trouble === 'unreachable' || trouble === 'lost_answer' || script !== undefined
}

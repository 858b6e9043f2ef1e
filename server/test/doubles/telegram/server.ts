import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { createBot, type Bot } from './bot.ts'
import { BotProblem, need } from './problem.ts'
import { checkAction, checkReaction, takeSend, type SentFile } from './sends.ts'
import type { Shape } from './updates.ts'

export type TelegramApi = {
  /** Root for `TELEGRAM_API_URL`. */
  url: string
  addBot(token?: string): Bot
  /** Where webhooks really go, as a proxy that ends TLS would send them. */
  leadTo(origin: string): void
  close(): Promise<void>
}

let tokens = 0

/** A stand-in of the Bot API over real HTTP, written from Telegram's manual: it refuses what Telegram would refuse. */
export const startTelegramApi = async (): Promise<TelegramApi> => {
  const bots = new Map<string, Bot>()
  let origin: string | null = null
  const resolve = (url: string) => (origin === null ? url : `${origin}${new URL(url).pathname}`)
  const server = createServer((request, response) => void serve(bots, request, response))
  server.keepAliveTimeout = 60_000
  await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    addBot: (token = `${7_000_000_001 + tokens}:${'AAtest_token-'.padEnd(34, 'x')}${tokens++ % 10}`) => {
      const bot = createBot(token, resolve)
      bots.set(token, bot)
      return bot
    },
    leadTo: (to) => void (origin = to),
    close: () =>
      new Promise((done) => {
        for (const bot of bots.values()) bot.updates.end()
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

const answerJson = (response: ServerResponse, status: number, body: unknown): void =>
  void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

const serve = async (bots: Map<string, Bot>, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  try {
    const raw = await buffer(request)
    const [, file, token = '', rest = ''] = /^\/(file\/)?bot([^/]+)\/(.+?)(?:\?.*)?$/.exec(request.url ?? '') ?? []
    if (!/^\d+:[\w-]{35}$/.test(token)) throw new BotProblem(404, 'Not Found')
    const bot = bots.get(token)
    if (!bot) throw new BotProblem(401, 'Unauthorized')
    if (file) return download(bot, decodeURIComponent(rest), response)
    await callMethod({ bot, method: rest, request, response, ...(await readFields(request, raw)) })
  } catch (error) {
    if (request.socket.destroyed || response.headersSent) return
    const { status, message, parameters } = error instanceof BotProblem ? error : new BotProblem(500, `Internal Server Error: ${(error as Error).message}`)
    answerJson(response, status, { ok: false, error_code: status, description: message, ...(parameters && { parameters }) })
  }
}

type Fields = { fields: Shape; uploads: Map<string, Omit<SentFile, 'id'>> }

/** JSON, or a form whose objects are JSON (manual: "Making requests"). */
const readFields = async (request: IncomingMessage, raw: Buffer): Promise<Fields> => {
  const type = request.headers['content-type'] ?? ''
  const uploads: Fields['uploads'] = new Map()
  if (raw.length === 0) return { fields: {}, uploads }
  if (type.startsWith('application/json')) return { fields: JSON.parse(raw.toString()) as Shape, uploads }
  need(type.startsWith('multipart/form-data'), 'unsupported content type')
  const form = await new Response(new Uint8Array(raw), { headers: { 'content-type': type } }).formData()
  const fields: Shape = {}
  for (const [key, value] of form as unknown as Iterable<[string, string | File]>) {
    if (typeof value === 'string') fields[key] = /^[[{]/.test(value) && key !== 'caption' && key !== 'text' ? JSON.parse(value) : value
    else uploads.set(key, { bytes: Buffer.from(await value.arrayBuffer()), mime: value.type, name: value.name })
  }
  return { fields, uploads }
}

const download = (bot: Bot, path: string, response: ServerResponse): void => {
  const file = bot.chats.file(/file_([^.]+)\.\w+$/.exec(path)?.[1] ?? '')
  if (!file || bot.filePath(file) !== path) return void answerJson(response, 404, { ok: false, error_code: 404, description: 'Not Found' })
  response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(file.bytes)
}

type Call = Fields & { bot: Bot; method: string; request: IncomingMessage; response: ServerResponse }

const callMethod = async (call: Call): Promise<void> => {
  const { bot, method, request, response } = call
  const fault = bot.faults.find(
    (one) => one.times > 0 && (one.method === undefined ? method.startsWith('send') && method !== 'sendChatAction' : one.method === method),
  )
  if (fault) {
    fault.times -= 1
    if (fault.text !== undefined) return void response.writeHead(fault.status, { 'content-type': 'text/html' }).end(fault.text)
    throw new BotProblem(fault.status, fault.description ?? 'Scripted failure', fault.parameters)
  }
  const result = await resultOf(call)
  if (bot.lose.next > 0 && method.startsWith('send') && method !== 'sendChatAction') {
    bot.lose.next -= 1
    return void request.socket.destroy()
  }
  answerJson(response, 200, { ok: true, result })
}

const resultOf = async ({ bot, method, fields, uploads, response }: Call): Promise<unknown> => {
  const taken = takeSend(method, fields, uploads, bot.chats)
  if (taken) {
    bot.sent.push(taken.sent)
    bot.note(taken.sent.chatId, taken.sent.messageId)
    return taken.answer
  }
  switch (method) {
    case 'getMe':
      return bot.me
    case 'getUpdates':
      return bot.updates.poll(fields, (gone) => void response.on('close', gone))
    case 'setWebhook':
      bot.updates.setWebhook(fields)
      return true
    case 'deleteWebhook':
      bot.updates.deleteWebhook(fields)
      return true
    case 'getWebhookInfo':
      return bot.updates.info()
    case 'sendChatAction':
      checkAction(fields, bot.chats)
      bot.actions.push(fields)
      return true
    case 'setMessageReaction':
      checkReaction(fields, bot.chats)
      bot.reactions.push(fields)
      return true
    case 'answerCallbackQuery':
      bot.answerQuery(String(fields['callback_query_id']))
      bot.answeredQueries.push(String(fields['callback_query_id']))
      return true
    case 'getFile': {
      const file = bot.chats.file(String(fields['file_id']))
      need(file, 'invalid file_id')
      need(file.bytes.length <= 20 * 1024 * 1024, 'file is too big')
      return { file_id: file.id, file_unique_id: `u${file.id}`, file_size: file.bytes.length, file_path: bot.filePath(file) }
    }
    default:
      throw new BotProblem(404, 'Not Found: method not found')
  }
}

import { setTimeout as pause } from 'node:timers/promises'
import { BotProblem, need } from './problem.ts'

export type Shape = Record<string, unknown>
export type Update = Shape & { update_id: number }
export type Webhook = { url: string; secret: string | null; allowed: string[] | null; lastError: string | null; lastErrorDate: number | null }

/** Kinds that are told without being asked for. */
const untold = new Set(['chat_member', 'message_reaction', 'message_reaction_count'])
const ports = new Set(['', '443', '80', '88', '8443'])
const retryMs = 50

/**
 * The updates of one bot: kept until a later offset or a webhook's 2xx confirms them, told to one poller or one webhook, never to both. `resolve` is what name
 * service and a proxy with a certificate do on the way to a webhook.
 */
export const createUpdates = (resolve: (url: string) => string) => {
  let waiting: Update[] = []
  let nextId = 700_000_001
  let webhook: Webhook | null = null
  let allowed: string[] | null = null
  let poller: { answer(updates: Update[]): void; refuse(): void } | null = null
  let posting: Promise<void> | null = null
  let ended = false
  const stats = { polls: 0, conflicts: 0, confirmed: 0, posts: 0 }

  const isAllowed = (update: Update): boolean => {
    const kind = Object.keys(update).find((key) => key !== 'update_id')!
    return allowed === null || allowed.length === 0 ? !untold.has(kind) : allowed.includes(kind)
  }
  const tell = () => {
    if (webhook) posting ??= post().finally(() => (posting = null))
    else if (waiting.length > 0) poller?.answer(waiting)
  }
  /** One at a time, in order, each until it is taken. */
  const post = async (): Promise<void> => {
    while (webhook && waiting.length > 0 && !ended) {
      const [update, target] = [waiting[0]!, webhook]
      stats.posts += 1
      const headers = { 'content-type': 'application/json', ...(target.secret !== null && { 'x-telegram-bot-api-secret-token': target.secret }) }
      const status = await fetch(resolve(target.url), { method: 'POST', headers, body: JSON.stringify(update) }).then(
        (answer) => answer.status,
        () => 0,
      )
      if (status >= 200 && status < 300) waiting = waiting.filter((one) => one !== update)
      else {
        target.lastError = status === 0 ? 'Connection refused' : `Wrong response from the webhook: ${status}`
        target.lastErrorDate = Math.floor(Date.now() / 1000)
        await pause(retryMs)
      }
    }
  }

  return {
    stats,
    waiting: () => waiting,
    webhook: () => webhook,
    push: (fields: Shape): Update => {
      const update = { update_id: nextId++, ...fields }
      if (isAllowed(update)) waiting.push(update)
      tell()
      return update
    },
    /** Long polling; a second poller ends the first. */
    poll: (fields: Shape, onGone: (gone: () => void) => void): Promise<Update[]> => {
      stats.polls += 1
      if (webhook) {
        stats.conflicts += 1
        throw new BotProblem(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first")
      }
      const [offset, limit, timeout] = [Number(fields['offset'] ?? 0), Number(fields['limit'] ?? 100), Number(fields['timeout'] ?? 0)]
      need(limit >= 1 && limit <= 100, 'limit must be between 1 and 100')
      if (Array.isArray(fields['allowed_updates'])) allowed = fields['allowed_updates'] as string[]
      const before = waiting.length
      waiting = waiting.filter((update) => update.update_id >= offset)
      stats.confirmed += before - waiting.length
      poller?.refuse()
      if (waiting.length > 0 || timeout === 0) return Promise.resolve(waiting.slice(0, limit))
      return new Promise((done, fail) => {
        const end = () => {
          clearTimeout(timer)
          if (poller === mine) poller = null
        }
        const mine = {
          answer: (updates: Update[]) => {
            end()
            done(updates.slice(0, limit))
          },
          refuse: () => {
            end()
            stats.conflicts += 1
            fail(new BotProblem(409, 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running'))
          },
        }
        const timer = setTimeout(() => mine.answer([]), timeout * 1000)
        poller = mine
        onGone(end)
      })
    },
    isPolled: () => poller !== null,
    setWebhook: (fields: Shape): void => {
      const url = String(fields['url'] ?? '')
      if (url === '') return void (webhook = null)
      need(URL.canParse(url) && new URL(url).protocol === 'https:', 'bad webhook: An HTTPS URL must be provided for webhook')
      need(ports.has(new URL(url).port), 'bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443')
      const secret = fields['secret_token']
      need(secret === undefined || /^[\w-]{1,256}$/.test(String(secret)), 'secret token contains illegal characters')
      webhook = { url, secret: secret === undefined ? null : String(secret), allowed: null, lastError: null, lastErrorDate: null }
      if (Array.isArray(fields['allowed_updates'])) allowed = fields['allowed_updates'] as string[]
      if (fields['drop_pending_updates'] === true) waiting = []
      poller?.refuse()
      tell()
    },
    deleteWebhook: (fields: Shape): void => {
      webhook = null
      if (fields['drop_pending_updates'] === true) waiting = []
    },
    info: (): Shape => ({
      url: webhook?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: waiting.length,
      ...(webhook?.lastErrorDate != null && { last_error_date: webhook.lastErrorDate, last_error_message: webhook.lastError }),
    }),
    end: () => {
      ended = true
      poller?.answer([])
    },
  }
}
export type Updates = ReturnType<typeof createUpdates>

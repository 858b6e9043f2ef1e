import type { Ledger } from './ledger.ts'
import { shuffle } from './random.ts'
import { postWebhook, signWebhook } from './signed-webhook.ts'

export type StatusName = 'sent' | 'delivered' | 'read' | 'played' | 'failed'

/** Where statuses of a number go, and how badly they travel. */
export type Callback = {
  url: string
  appSecret: string
  statuses?: StatusName[]
  waba?: string
  /** Share (0-1) of statuses that are reported twice. */
  duplicate?: number
  /** Statuses are reported in any order: `read` may come before `sent`. */
  reorder?: boolean
  /** Statuses per POST. */
  batch?: number
}
/** By phone number id; `*` for all others. */
export type Callbacks = Record<string, Callback>

type Pending = { phoneNumberId: string; status: Record<string, unknown> }

const RETRY_MS = 250
const MOST_RETRIES = 2400
const MOST_IN_FLIGHT = 8

/** Reports statuses as Meta does: signed, in batches, at least once; a POST that is not answered with 200 is repeated (for 10 minutes here). */
export const createStatusCallbacks = (ledger: Ledger, random: () => number) => {
  let callbacks: Callbacks = {}
  let open = true
  let inFlight = 0
  let scheduled = false
  const queues = new Map<string, Pending[]>()
  let idle: (() => void)[] = []
  const queued = () => [...queues.values()].some((queue) => queue.length > 0)

  const post = async (callback: Callback, batch: Pending[], attempt = 0): Promise<void> => {
    const answer = await postWebhook(callback.url, signWebhook(envelope(callback, batch), callback.appSecret))
    ledger.stats.statusPosts += 1
    if (answer === 200) return void (ledger.stats.statusesDelivered += batch.length)
    if (!open || attempt >= MOST_RETRIES) return
    ledger.stats.statusRetries += 1
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS).unref())
    return post(callback, batch, attempt + 1)
  }

  const flush = (): void => {
    scheduled = false
    for (const [id, queue] of queues) {
      const callback = callbacks[id] ?? callbacks['*']
      if (!callback) queue.length = 0
      else if (callback.reorder) shuffle(queue, random)
      while (callback && queue.length > 0 && inFlight < MOST_IN_FLIGHT) {
        inFlight += 1
        void post(callback, queue.splice(0, callback.batch ?? 50)).finally(() => {
          inFlight -= 1
          schedule()
        })
      }
    }
    if (inFlight === 0 && !queued()) idle = idle.filter((resolve) => void resolve())
  }
  const schedule = (): void => {
    if (scheduled) return
    scheduled = true
    setImmediate(flush)
  }

  const push = (phoneNumberId: string, status: Record<string, unknown>): void => {
    const queue = queues.get(phoneNumberId) ?? []
    queues.set(phoneNumberId, queue)
    queue.push({ phoneNumberId, status })
    ledger.stats.statusesQueued += 1
    schedule()
  }

  return {
    set: (next: Callbacks): void => void (callbacks = next),
    /** Statuses for an accepted message; `error` makes it fail instead. */
    report: (
      phoneNumberId: string,
      message: { wamid: string; to: string; scoped: boolean; clientRef: string | null },
      error?: { code: number; details: string },
    ): void => {
      const callback = callbacks[phoneNumberId] ?? callbacks['*']
      if (!callback) return
      for (const name of error ? (['failed'] as const) : (callback.statuses ?? ['sent', 'delivered', 'read'])) {
        const status = statusOf(name, message, error)
        push(phoneNumberId, status)
        if (callback.duplicate && random() < callback.duplicate) push(phoneNumberId, status)
      }
    },
    /** Resolves when every status so far has been taken (or given up). */
    idle: (): Promise<void> => (inFlight === 0 && !queued() ? Promise.resolve() : new Promise((resolve) => idle.push(resolve))),
    close: (): void => {
      open = false
      queues.clear()
    },
  }
}
export type StatusCallbacks = ReturnType<typeof createStatusCallbacks>

const statusOf = (
  name: StatusName,
  message: { wamid: string; to: string; scoped: boolean; clientRef: string | null },
  error?: { code: number; details: string },
) => ({
  id: message.wamid,
  status: name,
  timestamp: String(Math.floor(Date.now() / 1000)),
  recipient_type: 'individual',
  ...(message.scoped ? { recipient_user_id: message.to } : { recipient_id: message.to }),
  ...(message.clientRef !== null && { biz_opaque_callback_data: message.clientRef }),
  ...(error && { errors: [{ code: error.code, title: error.details, message: error.details, error_data: { details: error.details } }] }),
})

const envelope = (callback: Callback, batch: Pending[]) => ({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: callback.waba ?? '102000000000001',
      changes: [
        {
          field: 'messages',
          value: {
            messaging_product: 'whatsapp',
            metadata: { display_phone_number: '15550000000', phone_number_id: batch[0]!.phoneNumberId },
            statuses: batch.map((one) => one.status),
          },
        },
      ],
    },
  ],
})

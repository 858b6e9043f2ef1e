import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Received, Stats } from '../../server/test/doubles/graph-api/ledger.ts'
import type { Callbacks } from '../../server/test/doubles/graph-api/status-callbacks.ts'

const program = join(import.meta.dirname, '../../server/test/doubles/graph-api/main.ts')
const pageSize = 5000

/** The stand-in for Meta's Graph API in a process of its own, which outlives every kill of the product. */
export type StandIn = {
  url: string
  stats(): Promise<Stats>
  /** Every message that it took, in order of acceptance. */
  received(): Promise<Received[]>
  setCallbacks(callbacks: Callbacks): Promise<void>
  /** Hands a message over as the product would; for planted faults. */
  take(phoneNumberId: string, body: unknown): Promise<void>
  stop(): Promise<void>
}

const json = async <Body>(answer: Promise<Response>): Promise<Body> => (await (await answer).json()) as Body

/** `lostAnswers` is the share (0-1) of accepted messages whose answer never arrives. */
export const startGraph = async (options: { lostAnswers: number; seed: number }): Promise<StandIn> => {
  const child = spawn(process.execPath, [program, '--keep', 'summary', '--lost-answers', String(options.lostAnswers), '--seed', String(options.seed)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  const { url } = JSON.parse(line) as { url: string }
  const put = (path: string, body: unknown) => fetch(`${url}/__control/${path}`, { method: 'PUT', body: JSON.stringify(body) })

  return {
    url,
    stats: () => json(fetch(`${url}/__control/stats`)),
    received: async () => {
      const messages: Received[] = []
      for (;;) {
        const { items } = await json<{ items: Received[] }>(fetch(`${url}/__control/received?after=${messages.length}&limit=${pageSize}`))
        messages.push(...items)
        if (items.length < pageSize) return messages
      }
    },
    setCallbacks: async (callbacks) => void (await put('callbacks', callbacks)),
    take: async (phoneNumberId, body) => {
      await fetch(`${url}/v26.0/${phoneNumberId}/messages`, {
        method: 'POST',
        headers: { authorization: 'Bearer planted', 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    },
    stop: async () => {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}

import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { SignedWebhook } from '../../server/test/doubles/graph-api/signed-webhook.ts'

/** Wide enough for hundreds of deliveries at the same moment. */
const agent = new Agent({ keepAlive: true, maxSockets: 512 })
const answerWithinMs = 10_000
const retryAfterMs = 100

/** Posts once; the HTTP status, or 0 when nobody answered. */
export const post = (url: string, { body, headers }: SignedWebhook): Promise<number> =>
  new Promise((resolve) => {
    const call = request(url, { method: 'POST', agent, timeout: answerWithinMs, headers: { ...headers, 'content-length': body.length } }, (answer) => {
      answer
        .resume()
        .once('end', () => resolve(answer.statusCode ?? 0))
        .once('error', () => resolve(0))
    })
    call
      .once('timeout', () => call.destroy())
      .once('error', () => resolve(0))
      .end(body)
  })

/** Posts until it is answered with 200, as Meta does, only sooner. Resolves with the number of tries; rejects when the answer says that it is no use. */
export const postUntilTaken = async (url: string, webhook: SignedWebhook): Promise<number> => {
  for (let tries = 1; ; tries++) {
    const status = await post(url, webhook)
    if (status === 200) return tries
    if (status >= 400 && status < 500 && status !== 429) throw new Error(`a genuine webhook was refused with ${status}`)
    await pause(retryAfterMs)
  }
}

/** Closes the kept connections, so that the process can end. */
export const closeConnections = (): void => agent.destroy()

import { setTimeout as pause } from 'node:timers/promises'
import { postWebhook, type SignedWebhook } from '../../server/test/doubles/graph-api/signed-webhook.ts'

const retryAfterMs = 100

/** Posts until it is answered with 200, as Meta does, only sooner. Resolves with the number of tries; rejects when the answer says that it is no use. */
export const postUntilTaken = async (url: string, webhook: SignedWebhook): Promise<number> => {
  for (let tries = 1; ; tries++) {
    const status = await postWebhook(url, webhook)
    if (status === 200) return tries
    if (status >= 400 && status < 500 && status !== 429) throw new Error(`a genuine webhook was refused with ${status}`)
    await pause(retryAfterMs)
  }
}

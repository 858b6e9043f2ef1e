import { createHmac } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

export type Posted = { result: 'taken' | 'refused'; status: number; attempts: number; ms: number } | { result: 'stopped' }
export type Retry = { attempt: number; reason: string; afterMs: number }
type Posting = { target: string; secret: string; event: string; id: string; body: string; signal: AbortSignal; onRetry(retry: Retry): void }

/** After so many answers that are errors, the next event gets its turn; an address that does not answer is waited for. */
const mostAnswers = 3
const patience = 30_000
const waits = [1000, 2000, 4000, 8000, 15_000]

/** `sha256=` and the hex HMAC-SHA256 of the raw body, as WhatsApp signs. */
export const signatureOf = (body: string, secret: string): string => `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`

const attempt = async ({ target, secret, event, id, body, signal }: Posting): Promise<{ status: number } | { unreachable: string }> => {
  try {
    const answer = await fetch(target, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/json',
        'x-chasqui-event': event,
        'x-chasqui-delivery': id,
        'x-chasqui-signature': signatureOf(body, secret),
      },
      body,
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    })
    await answer.body?.cancel()
    return { status: answer.status }
  } catch (error) {
    const { cause, message } = error as Error & { cause?: { code?: string } }
    return { unreachable: cause?.code ?? message }
  }
}

/** Posts until a 2xx comes back, the third answer that is none, or the stop. The same delivery keeps its id over all attempts. */
export const postSigned = async (posting: Posting): Promise<Posted> => {
  const began = performance.now()
  let answers = 0
  for (let attempts = 1; !posting.signal.aborted; attempts++) {
    const outcome = await attempt(posting)
    if (posting.signal.aborted) break
    if ('status' in outcome) {
      const taken = outcome.status >= 200 && outcome.status < 300
      if (taken || ++answers === mostAnswers)
        return { result: taken ? 'taken' : 'refused', status: outcome.status, attempts, ms: Math.round(performance.now() - began) }
    }
    const afterMs = waits[Math.min(attempts, waits.length) - 1]!
    posting.onRetry({ attempt: attempts, reason: 'status' in outcome ? `HTTP ${outcome.status}` : outcome.unreachable, afterMs })
    await pause(afterMs, undefined, { signal: posting.signal }).catch(() => undefined)
  }
  return { result: 'stopped' }
}

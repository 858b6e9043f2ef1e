import type { Agent, Dispatcher } from 'undici'
import { Blocked } from './guard.ts'
import type { EgressAnswer } from './types.ts'

export type Outgoing = { url: URL; method: Dispatcher.HttpMethod; headers: Record<string, string>; body: string | Uint8Array | null }
export type ExchangeLimits = { /** Milliseconds from now. */ timeoutMs: number; maxBytes: number; signal?: AbortSignal | undefined }

const reasonOf = (error: Error): string => {
  const { code, message } = error as NodeJS.ErrnoException
  return code && !message.includes(code) ? `${code}: ${message}` : message
}

class TooLarge extends Error {}

const flatten = (headers: Record<string, string | string[] | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]))

/**
 * One request and its answer. The line between `refused` and `lost` is the moment at which undici begins to write the request: before it
 * (waiting, resolving, connecting, TLS) nothing can have arrived; from then on everything may have.
 */
export const exchange = (agent: Agent, { url, method, headers, body }: Outgoing, { timeoutMs, maxBytes, signal }: ExchangeLimits): Promise<EgressAnswer> => {
  const { promise, resolve } = Promise.withResolvers<EgressAnswer>()
  let controller: Dispatcher.DispatchController | null = null
  let settled = false
  let status = 0
  let answerHeaders: Record<string, string> = {}
  let received = 0
  const chunks: Buffer[] = []

  const settle = (answer: EgressAnswer) => {
    if (settled) return
    settled = true
    clearTimeout(timer)
    signal?.removeEventListener('abort', cut)
    resolve(answer)
  }
  const fail = (error: Error) => {
    const reason = reasonOf(error)
    settle(
      controller
        ? { result: 'lost', reason, ...(error instanceof TooLarge && { tooLarge: true }) }
        : { result: 'refused', reason, ...(error instanceof Blocked && { blocked: true }) },
    )
    controller?.abort(error)
  }
  const timer = setTimeout(() => fail(new Error('time-out')), timeoutMs)
  const cut = () => fail(new Error('called off'))
  signal?.addEventListener('abort', cut)

  const handler: Dispatcher.DispatchHandler = {
    onRequestStart: (started) => {
      if (settled) return started.abort(new Error('too late'))
      controller = started
    },
    onResponseStart: (_controller, code, received) => {
      status = code
      answerHeaders = flatten(received)
      // What says that it is larger is not read at all.
      if (Number(answerHeaders['content-length'] ?? 0) > maxBytes) fail(new TooLarge(`the answer is larger than ${maxBytes} bytes`))
    },
    onResponseData: (_controller, chunk) => {
      received += chunk.length
      if (received > maxBytes) fail(new TooLarge(`the answer is larger than ${maxBytes} bytes`))
      else chunks.push(chunk)
    },
    onResponseEnd: () => settle({ result: 'answer', status, headers: answerHeaders, body: Buffer.concat(chunks) }),
    onResponseError: (_controller, error) => fail(error),
  }
  if (signal?.aborted) cut()
  try {
    if (!settled)
      agent.dispatch({ origin: url.origin, path: `${url.pathname}${url.search}`, method, headers, body, headersTimeout: 0, bodyTimeout: 0 }, handler)
  } catch (error) {
    fail(error as Error)
  }
  return promise
}

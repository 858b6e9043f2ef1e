import { Agent } from 'undici'
import { guardedConnector } from './connect.ts'
import { exchange, type Outgoing } from './exchange.ts'
import { createGuard, type GuardOptions } from './guard.ts'
import { follow } from './redirect.ts'
import type { Egress, EgressAnswer, EgressCall } from './types.ts'

export type { Egress, EgressAnswer, EgressCall } from './types.ts'

export type EgressOptions = GuardOptions & {
  /** Milliseconds to get a connection, 10 s unless told. */
  connectTimeoutMs?: number
  /** Connections kept to one server. */
  connections?: number
  /** Told the result of each call, for metrics. */
  onResult?: (result: EgressAnswer['result']) => void
}

type Terms = { maxBytes: number; /** By the clock of `performance`. */ deadline: number; sameOrigin: boolean; signal: AbortSignal | undefined }
type Refusal = Extract<EgressAnswer, { result: 'refused' }>
const mostRedirects = 3
const defaultMaxBytes = 20_000_000

const encode = async (body: EgressCall['body']): Promise<{ body: string | Uint8Array | null; headers: Record<string, string> }> => {
  if (!(body instanceof FormData)) return { body: body ?? null, headers: {} }
  const encoded = new Response(body)
  return { headers: { 'content-type': encoded.headers.get('content-type') ?? '' }, body: new Uint8Array(await encoded.arrayBuffer()) }
}

const outgoingOf = async ({ method, url, headers, body }: EgressCall): Promise<Outgoing> => {
  const encoded = await encode(body)
  return { method, url: new URL(url), headers: { 'user-agent': 'Chasqui', ...headers, ...encoded.headers }, body: encoded.body }
}

/** Opens the way out. Connections are kept alive and shared; the guard looks at each new one and at every redirect. */
export const createEgress = ({ connectTimeoutMs = 10_000, connections = 256, onResult = () => {}, ...guardOptions }: EgressOptions): Egress => {
  const guard = createGuard(guardOptions)
  const agent = new Agent({ connect: guardedConnector(guard, connectTimeoutMs), connections, pipelining: 1, keepAliveTimeout: 4000 })

  /** `delivered`: an earlier hop took the request, so a failure now is no proof that nothing happened. */
  const travel = async (request: Outgoing, terms: Terms, hops = 0, delivered = false): Promise<EgressAnswer> => {
    const refuse = (refusal: Refusal): EgressAnswer => (delivered ? { result: 'lost', reason: refusal.reason } : refusal)
    const objection = guard.objection(request.url)
    if (objection) return refuse({ result: 'refused', reason: objection, blocked: true })
    const answer = await exchange(agent, request, {
      timeoutMs: Math.max(1, terms.deadline - performance.now()),
      maxBytes: terms.maxBytes,
      signal: terms.signal,
    })
    if (answer.result !== 'answer') return answer.result === 'refused' ? refuse(answer) : answer
    const hop = follow(request, answer.status, answer.headers.location)
    if (hop === null) return answer
    if (terms.sameOrigin && !('next' in hop && hop.next.url.origin === request.url.origin)) return answer
    const taken = delivered || hop.taken
    if ('next' in hop && hops < mostRedirects) return travel(hop.next, terms, hops + 1, taken)
    return { result: taken ? 'lost' : 'refused', reason: 'reason' in hop ? hop.reason : 'too many redirects' }
  }

  const request = async (call: EgressCall): Promise<EgressAnswer> => {
    try {
      const terms = {
        maxBytes: call.maxBytes ?? defaultMaxBytes,
        deadline: performance.now() + call.timeoutMs,
        sameOrigin: call.redirects === 'same_origin',
        signal: call.signal,
      }
      return await travel(await outgoingOf(call), terms)
    } catch (error) {
      return { result: 'refused', reason: error instanceof Error ? error.message : 'the call cannot be made' }
    }
  }
  return {
    request: async (call) => {
      const answer = await request(call)
      onResult(answer.result)
      return answer
    },
    close: () => agent.destroy(),
  }
}

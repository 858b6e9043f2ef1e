import type { Outgoing } from './exchange.ts'

const redirects = [301, 302, 303, 307, 308]
/** Headers that prove who we are: they are for the server they were meant for. */
const proofs = /authorization|cookie|token|secret|api-?key|signature/i

const without = (headers: Record<string, string>, pattern: RegExp) => Object.fromEntries(Object.entries(headers).filter(([name]) => !pattern.test(name)))

/** `taken`: the redirecting server has already acted on the request (the answer to a POST that now is to be fetched). */
export type Hop = { taken: boolean } & ({ next: Outgoing } | { reason: string })

/** What follows from an answer: the next request, why it must not be made, or null when the answer is no redirect. */
export const follow = (request: Outgoing, status: number, location: string | undefined): Hop | null => {
  if (!redirects.includes(status) || location === undefined) return null
  const becomesGet = request.method !== 'GET' && (status === 303 || (status < 303 && request.method === 'POST'))
  if (!URL.canParse(location, request.url.href)) return { taken: becomesGet, reason: 'redirected to an address that cannot be read' }
  const url = new URL(location, request.url)
  if (request.url.protocol === 'https:' && url.protocol === 'http:') return { taken: becomesGet, reason: 'redirected from https to http' }
  const headers = url.origin === request.url.origin ? request.headers : without(request.headers, proofs)
  const next: Outgoing = becomesGet ? { url, method: 'GET', headers: without(headers, /^content-/i), body: null } : { ...request, url, headers }
  return { taken: becomesGet, next }
}

import type { Session } from '@chasqui/contracts'
import { ApiProblem, problemOf } from './api-problem.ts'

/**
 * The access token lives in memory only; the refresh token is a cookie that scripts cannot read.
 * `renewToken()` is single flight in this tab and, through a lock, across tabs: refresh tokens rotate, and two tabs that spend the
 * same one at once would look like theft and end the session everywhere.
 */
type Grant = { token: string; until: number }
let grant: Grant | null = null
let renewal: Promise<Session> | null = null
const listeners = new Set<(session: Session) => void>()

/** Seconds before its end at which a token is no longer used, for slow requests and clocks. */
const margin = 20

export const currentToken = (): string | null => (grant && grant.until > Date.now() ? grant.token : null)

export const acceptSession = (session: Session): Session => {
  grant = { token: session.accessToken, until: Date.now() + Math.max(5, session.expiresIn - margin) * 1000 }
  for (const listener of listeners) listener(session)
  return session
}

export const forgetToken = () => {
  grant = null
}

/** Called with every session that the server hands out. */
export const onSession = (listener: (session: Session) => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const askForToken = async (tenantId?: string): Promise<Session> => {
  const answer = await fetch('/api/auth/refresh', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ tokenDelivery: 'cookie', ...(tenantId && { tenantId }) }),
  }).catch(() => {
    throw new ApiProblem({ status: 0, code: 'offline' })
  })
  if (!answer.ok) throw await problemOf(answer)
  return acceptSession((await answer.json()) as Session)
}

/** Browsers offer locks only to secure pages; elsewhere each tab takes its chance. */
const alone = <Result>(work: () => Promise<Result>): Promise<Result> => (navigator.locks ? navigator.locks.request('chasqui.refresh', work) : work())

/** A fresh token, for another tenant if told. Throws `ApiProblem`: status 401 when nobody is signed in, code `offline` without an answer. */
export const renewToken = (tenantId?: string): Promise<Session> => {
  if (renewal && !tenantId) return renewal
  const mine = alone(() => askForToken(tenantId)).finally(() => {
    if (renewal === mine) renewal = null
  })
  renewal = mine
  return mine
}

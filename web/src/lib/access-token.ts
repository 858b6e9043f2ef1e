import type { Session } from '@chasqui/contracts'
import { ApiProblem, problemOf } from './api-problem.ts'
import { borrowedToken, forgetBorrowed, giveBack } from './borrowed-token.ts'

/**
 * The access token lives in memory only; the refresh token is a cookie that scripts cannot read.
 * `renewToken()` is single flight in this tab and, through a lock, across tabs: refresh tokens rotate, and two tabs that spend the
 * same one at once would look like theft and end the session everywhere.
 */
type Grant = { token: string; until: number }
let grant: Grant | null = null
let renewal: Promise<Session> | null = null
/** This tab's tenant. The refresh cookie is shared by all tabs and remembers the tenant of the last one, so every renewal names ours. */
let boundTo: string | undefined
let leaving = false

/** Seconds before its end at which a token is no longer used, for slow requests and clocks. */
const margin = 20

export const currentToken = (): string | null => borrowedToken() ?? (grant && grant.until > Date.now() ? grant.token : null)

export const acceptSession = (session: Session): Session => {
  grant = { token: session.accessToken, until: Date.now() + Math.max(5, session.expiresIn - margin) * 1000 }
  return session
}

/** The next request renews. */
export const dropToken = () => {
  if (borrowedToken()) giveBack()
  grant = null
}

/** Somebody is signing out: the server would refuse what the page still asks, so nothing more is asked with a token, until `forgetToken`. */
export const stopAsking = () => {
  forgetToken()
  leaving = true
}

/** Nobody is signed in here any more. */
export const forgetToken = () => {
  forgetBorrowed()
  grant = null
  boundTo = undefined
  leaving = false
}

const askForToken = async (tenantId: string | undefined): Promise<Session> => {
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

/**
 * A fresh token for this tab's tenant. Throws `ApiProblem`: status 401 when nobody is signed in, code `offline` without an answer; and an
 * abort while somebody signs out.
 */
export const renewToken = (): Promise<Session> => {
  if (leaving) return Promise.reject(new DOMException('Signing out', 'AbortError'))
  renewal ??= alone(() => askForToken(boundTo)).finally(() => {
    renewal = null
  })
  return renewal
}

/** This tab works for that tenant when it renews next. */
export const bindToken = (tenantId: string) => {
  boundTo = tenantId
}

export const boundTenant = (): string | undefined => boundTo

/** A token by the cookie that is there now: a renewal under way may have left with the one before it. */
export const renewAnew = async (): Promise<Session> => {
  await renewal?.catch(() => undefined)
  return renewToken()
}

/** A token for another tenant, after any renewal under way. */
export const renewFor = async (tenantId: string): Promise<Session> => {
  await renewal?.catch(() => undefined)
  bindToken(tenantId)
  return renewToken()
}

import type { ApiProblem } from './api-problem.ts'

/** What every door says to somebody whose role asks for a second step of the sign-in that is not set up yet. */
export const twoFactorFirst = 'auth.totp_setup_required'

const place = '/two-factor'

/** Leads to the set-up and afterwards back. The whole page goes: nothing of it works before. */
export const goAndSetUp = (): void => {
  if (location.pathname === place) return
  location.assign(`${place}?next=${encodeURIComponent(location.pathname + location.search + location.hash)}`)
}

/** A role began to ask while its member was at work: the first refusal leads on. */
export const followDemand = (problem: ApiProblem): ApiProblem => {
  if (problem.code === twoFactorFirst) goAndSetUp()
  return problem
}

import { redirect } from '@tanstack/react-router'
import { settleLanguage } from '#lib/i18n/texts.ts'
import { enterTenant, restoreSession, session, type SignedIn } from '#lib/session.ts'

/** What every signed-in address needs before its page: a session, continued from the cookie if there is one. Null when nobody is signed in. */
export const knownSession = async (): Promise<SignedIn | null> => {
  const state = session.get()
  if (state.status === 'unknown') return restoreSession()
  return state.status === 'signed-in' ? state : null
}

export const speak = ({ user, tenant }: SignedIn) => settleLanguage(user.language, tenant?.locale ?? null, tenant?.country ?? null)

/** Whose role asks for a second step of the sign-in sets it up before anything else. */
export const setUpFirst = ({ twoFactorMissing }: SignedIn, href: string): void => {
  if (twoFactorMissing) throw redirect({ to: '/two-factor', search: { next: href } })
}

/** The session bound to the tenant of the address. Sends strangers to the sign-in and back; `null` for somebody else's tenant. */
export const sessionFor = async (slug: string, href: string): Promise<SignedIn | null> => {
  if (!(await knownSession())) throw redirect({ to: '/login', search: { next: href } })
  const entered = await enterTenant(slug)
  if (entered) {
    setUpFirst(entered, href)
    await speak(entered)
  }
  return entered
}

/** The tenant where somebody lands who named none: the one used last. Null for a person without any. */
export const landing = ({ tenant, tenants }: SignedIn): string | null => (tenant ?? tenants[0])?.slug ?? null

import { createRoute, lazyRouteComponent, notFound, redirect } from '@tanstack/react-router'
import { loadTexts, settleLanguage } from '#lib/i18n/texts.ts'
import { knownSession, landing, setUpFirst, speak } from '../signed-in.ts'
import { root } from './root.ts'

/** Sends on to a page of the tenant used last, by way of the sign-in if needed. */
const onward =
  (page: 'home' | 'inbox' | 'sim') =>
  async ({ location }: { location: { href: string; search: object } }): Promise<never> => {
    const state = await knownSession()
    if (!state) throw redirect({ to: '/login', search: location.href === '/' ? {} : { next: location.href } })
    const slug = landing(state)
    if (!slug && state.isHostAdmin) throw redirect({ to: '/host' })
    if (!slug) throw notFound()
    throw redirect({ to: `/a/$tenant/${page}`, params: { tenant: slug }, search: location.search })
  }
const start = createRoute({ getParentRoute: () => root, path: '/', beforeLoad: onward('home') })
/** Short addresses without a tenant, for links in terminals and mails: `/home`, `/inbox`, `/sim`. */
const short = (page: 'home' | 'inbox' | 'sim') => createRoute({ getParentRoute: () => root, path: page, beforeLoad: onward(page) })

type LoginSearch = { next?: string }
/** Only addresses of this app: a link may not send people elsewhere after signing in. */
const ownAddress = (next: unknown): LoginSearch => (typeof next === 'string' && /^\/(?![/\\])/.test(next) ? { next } : {})

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: (search): LoginSearch => ownAddress(search.next),
  beforeLoad: async ({ search }) => {
    if (await knownSession().catch(() => null)) throw redirect({ href: search.next ?? '/' })
  },
  loader: () => loadTexts('identity'),
  component: lazyRouteComponent(() => import('../../features/identity/login-page.tsx'), 'LoginPage'),
})

const register = createRoute({
  getParentRoute: () => root,
  path: '/register',
  beforeLoad: async () => {
    if (await knownSession().catch(() => null)) throw redirect({ to: '/' })
  },
  loader: () => loadTexts('identity'),
  component: lazyRouteComponent(() => import('../../features/identity/register-page.tsx'), 'RegisterPage'),
})

/** Ways back in, for whoever is signed out; a link also works for somebody who is signed in here as another person. */
const forgot = createRoute({
  getParentRoute: () => root,
  path: '/forgot',
  loader: () => loadTexts('identity'),
  component: lazyRouteComponent(() => import('../../features/identity/forgot-page.tsx'), 'ForgotPage'),
})
const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset',
  loader: () => loadTexts('identity'),
  component: lazyRouteComponent(() => import('../../features/identity/reset-page.tsx'), 'ResetPage'),
})

/** The link of the mail that confirms an address; its key stands behind `#`. */
const confirm = createRoute({
  getParentRoute: () => root,
  path: '/confirm',
  beforeLoad: () => knownSession().catch(() => null),
  loader: () => loadTexts('identity'),
  component: lazyRouteComponent(() => import('../../features/identity/confirm-page.tsx'), 'ConfirmPage'),
})

/** For whose role asks for a second step of the sign-in that is not set up yet, and who needs one to administer the installation; the others go on. */
const twoFactor = createRoute({
  getParentRoute: () => root,
  path: '/two-factor',
  validateSearch: (search): LoginSearch => ownAddress(search.next),
  beforeLoad: async ({ search, location }) => {
    const state = await knownSession()
    if (!state) throw redirect({ to: '/login', search: { next: location.href } })
    if (!state.twoFactorMissing && !state.hostStepMissing) throw redirect({ href: search.next ?? '/' })
    await speak(state)
  },
  loader: () => loadTexts('identity'),
  component: lazyRouteComponent(() => import('../../features/identity/two-factor-first-page.tsx'), 'TwoFactorFirstPage'),
})

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  validateSearch: (search): { k?: string } => (typeof search.k === 'string' && search.k ? { k: search.k } : {}),
  beforeLoad: async ({ search, location }) => {
    if (search.k) return
    const state = await knownSession()
    if (!state) throw redirect({ to: '/login', search: { next: location.href } })
    setUpFirst(state, location.href)
    await settleLanguage(state.user.language, null, state.tenant?.country ?? null)
  },
  loader: () => loadTexts('welcome'),
  component: lazyRouteComponent(() => import('../../features/welcome/welcome-page.tsx'), 'WelcomePage'),
})

const join = createRoute({
  getParentRoute: () => root,
  path: '/join/$token',
  beforeLoad: () => knownSession().catch(() => null),
  loader: () => loadTexts('join'),
  component: lazyRouteComponent(() => import('../../features/join/join-page.tsx'), 'JoinPage'),
})

/** The ways in, and what is open before somebody is in a tenant. */
export const doors = [start, login, register, forgot, reset, confirm, twoFactor, welcome, join, short('home'), short('inbox'), short('sim')] as const

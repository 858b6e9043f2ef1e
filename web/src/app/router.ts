import type { Permission } from '@chasqui/contracts'
import { createRootRoute, createRoute, createRouter, defaultStringifySearch, lazyRouteComponent, notFound, redirect } from '@tanstack/react-router'
import { loadTexts, settleLanguage } from '#lib/i18n/texts.ts'
import { Failed } from './failed.tsx'
import { NotFound } from './not-found.tsx'
import { Root } from './root.tsx'
import { Shell } from './shell/shell.tsx'
import { Waiting } from './shell/waiting.tsx'
import { knownSession, landing, sessionFor, setUpFirst, speak } from './signed-in.ts'

/** The addresses. Pages are fetched when first visited; their texts load beside them. To add one, see web/README.md. */
const root = createRootRoute({ component: Root, notFoundComponent: NotFound, errorComponent: Failed })

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
  component: lazyRouteComponent(() => import('../features/identity/login-page.tsx'), 'LoginPage'),
})

const register = createRoute({
  getParentRoute: () => root,
  path: '/register',
  beforeLoad: async () => {
    if (await knownSession().catch(() => null)) throw redirect({ to: '/' })
  },
  loader: () => loadTexts('identity'),
  component: lazyRouteComponent(() => import('../features/identity/register-page.tsx'), 'RegisterPage'),
})

/** Ways back in, for whoever is signed out; a link also works for somebody who is signed in here as another person. */
const forgot = createRoute({
  getParentRoute: () => root,
  path: '/forgot',
  loader: () => loadTexts('identity'),
  component: lazyRouteComponent(() => import('../features/identity/forgot-page.tsx'), 'ForgotPage'),
})
const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset',
  loader: () => loadTexts('identity'),
  component: lazyRouteComponent(() => import('../features/identity/reset-page.tsx'), 'ResetPage'),
})

/** The link of the mail that confirms an address; its key stands behind `#`. */
const confirm = createRoute({
  getParentRoute: () => root,
  path: '/confirm',
  beforeLoad: () => knownSession().catch(() => null),
  loader: () => loadTexts('identity'),
  component: lazyRouteComponent(() => import('../features/identity/confirm-page.tsx'), 'ConfirmPage'),
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
  component: lazyRouteComponent(() => import('../features/identity/two-factor-first-page.tsx'), 'TwoFactorFirstPage'),
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
  component: lazyRouteComponent(() => import('../features/welcome/welcome-page.tsx'), 'WelcomePage'),
})

const join = createRoute({
  getParentRoute: () => root,
  path: '/join/$token',
  beforeLoad: () => knownSession().catch(() => null),
  loader: () => loadTexts('join'),
  component: lazyRouteComponent(() => import('../features/join/join-page.tsx'), 'JoinPage'),
})

const tenant = createRoute({
  getParentRoute: () => root,
  path: '/a/$tenant',
  component: Shell,
  pendingComponent: Waiting,
  notFoundComponent: NotFound,
  beforeLoad: async ({ params, location }) => {
    if (!(await sessionFor(params.tenant, location.href))) throw notFound()
  },
})
const tenantStart = createRoute({
  getParentRoute: () => tenant,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/a/$tenant/home', params })
  },
})

const home = createRoute({
  getParentRoute: () => tenant,
  path: 'home',
  staticData: { permission: 'tenant.read' },
  loader: () => loadTexts(['home', 'simulator']),
  component: lazyRouteComponent(() => import('./pages/home.tsx'), 'Home'),
})

const inbox = createRoute({
  getParentRoute: () => tenant,
  path: 'inbox',
  staticData: { permission: 'conversations.read' },
  loader: () => loadTexts(['inbox', 'queues']),
  component: lazyRouteComponent(() => import('../features/inbox/inbox-page.tsx'), 'InboxPage'),
})
/** The inbox is one page with several addresses: it reads `view` and `conversationId` from the parameters. */
const inboxView = createRoute({ getParentRoute: () => inbox, path: '$view' })
const inboxConversation = createRoute({ getParentRoute: () => inbox, path: '$view/$conversationId', staticData: { covers: true } })

const live = createRoute({
  getParentRoute: () => tenant,
  path: 'live',
  staticData: { permission: 'live.read' },
  validateSearch: (search): { campaign?: string } => (typeof search.campaign === 'string' && search.campaign ? { campaign: search.campaign } : {}),
  loader: () => loadTexts('live'),
  component: lazyRouteComponent(() => import('../features/live/live-page.tsx'), 'LivePage'),
})
/** For a screen on the wall: opens by the key behind the `#`, without a session. */
const wall = createRoute({
  getParentRoute: () => root,
  path: '/live/wall',
  validateSearch: (search): { theme?: 'light' } => (search.theme === 'light' ? { theme: 'light' } : {}),
  loader: () => loadTexts('live'),
  component: lazyRouteComponent(() => import('../features/live/wall/wall-page.tsx'), 'WallPage'),
})

const people = createRoute({
  getParentRoute: () => tenant,
  path: 'settings/users',
  staticData: { permission: 'users.read' },
  loader: () => loadTexts('users'),
  component: lazyRouteComponent(() => import('../features/users/users-page.tsx'), 'UsersPage'),
})

const files = createRoute({
  getParentRoute: () => tenant,
  path: 'settings/files',
  staticData: { permission: 'tenant.manage' },
  loader: () => loadTexts('files'),
  component: lazyRouteComponent(() => import('../features/files/files-page.tsx'), 'FilesPage'),
})

const campaigns = createRoute({
  getParentRoute: () => tenant,
  path: 'settings/campaigns',
  staticData: { permission: 'campaigns.read' },
  loader: () => loadTexts('campaigns'),
  component: lazyRouteComponent(() => import('../features/campaigns/campaigns-page.tsx'), 'CampaignsPage'),
})
/** `new` is one that is not stored yet; `from` the one that it begins as a copy of. */
const campaign = createRoute({
  getParentRoute: () => tenant,
  path: 'settings/campaigns/$campaignId',
  staticData: { permission: 'campaigns.read' },
  validateSearch: (search): { from?: string } => (typeof search.from === 'string' && search.from ? { from: search.from } : {}),
  loader: () => loadTexts('campaigns'),
  component: lazyRouteComponent(() => import('../features/campaigns/campaign-page.tsx'), 'CampaignPage'),
})

const queues = createRoute({
  getParentRoute: () => tenant,
  path: 'settings/queues',
  staticData: { permission: 'campaigns.read' },
  loader: () => loadTexts('queues'),
  component: lazyRouteComponent(() => import('../features/queues/queues-page.tsx'), 'QueuesPage'),
})
/** `new` is one that is not stored yet; `campaign` the one that it will be of. */
const queue = createRoute({
  getParentRoute: () => tenant,
  path: 'settings/queues/$queueId',
  staticData: { permission: 'campaigns.read' },
  validateSearch: (search): { campaign?: string } => (typeof search.campaign === 'string' && search.campaign ? { campaign: search.campaign } : {}),
  loader: () => loadTexts('queues'),
  component: lazyRouteComponent(() => import('../features/queues/queue-page.tsx'), 'QueuePage'),
})
const replies = createRoute({
  getParentRoute: () => tenant,
  path: 'settings/replies',
  staticData: { permission: 'conversations.reply' },
  loader: () => loadTexts('replies'),
  component: lazyRouteComponent(() => import('../features/replies/replies-page.tsx'), 'RepliesPage'),
})
const closing = createRoute({
  getParentRoute: () => tenant,
  path: 'settings/closing',
  staticData: { permission: 'campaigns.manage' },
  loader: () => loadTexts('closing'),
  component: lazyRouteComponent(() => import('../features/closing/closing-page.tsx'), 'ClosingPage'),
})

const jobs = createRoute({
  getParentRoute: () => tenant,
  path: 'jobs',
  staticData: { permission: 'conversations.read' },
  loader: () => loadTexts('jobs'),
  component: lazyRouteComponent(() => import('../features/jobs/jobs-page.tsx'), 'JobsPage'),
})

const simulator = createRoute({
  getParentRoute: () => tenant,
  path: 'sim',
  staticData: { permission: 'simulator.use' },
  loader: () => loadTexts('simulator'),
  component: lazyRouteComponent(() => import('../features/simulator/simulator-page.tsx'), 'SimulatorPage'),
})

const access = createRoute({
  getParentRoute: () => tenant,
  path: 'access',
  staticData: { permission: 'roles.read' },
  loader: () => loadTexts('access'),
  component: lazyRouteComponent(() => import('../features/access/access-page.tsx'), 'AccessPage'),
})

const account = createRoute({
  getParentRoute: () => tenant,
  path: 'account',
  loader: () => loadTexts('identity'),
  component: lazyRouteComponent(() => import('../features/identity/account-page.tsx'), 'AccountPage'),
})

/** The installation's own pages, for who administers it; for everybody else they do not exist. */
const forHost = async ({ location }: { location: { href: string } }): Promise<void> => {
  const state = await knownSession()
  if (!state) throw redirect({ to: '/login', search: { next: location.href } })
  if (!state.isHostAdmin) throw notFound()
  setUpFirst(state, location.href)
  if (state.hostStepMissing) throw redirect({ to: '/two-factor', search: { next: location.href } })
  await speak(state)
}
const host = createRoute({
  getParentRoute: () => root,
  path: '/host',
  beforeLoad: forHost,
  loader: () => loadTexts('host'),
  component: lazyRouteComponent(() => import('../features/host/host-page.tsx'), 'HostPage'),
})
const hostAudit = createRoute({
  getParentRoute: () => root,
  path: '/host/audit',
  beforeLoad: forHost,
  loader: () => Promise.all([loadTexts('host'), loadTexts('audit'), loadTexts('access')]),
  component: lazyRouteComponent(() => import('./pages/host-audit.tsx'), 'HostAudit'),
})
const hostedTenant = createRoute({
  getParentRoute: () => root,
  path: '/host/$tenantId',
  beforeLoad: forHost,
  loader: () => loadTexts('host'),
  component: lazyRouteComponent(() => import('../features/host/tenant-page.tsx'), 'TenantPage'),
})

const audit = createRoute({
  getParentRoute: () => tenant,
  path: 'audit',
  staticData: { permission: 'audit.read' },
  loader: () => Promise.all([loadTexts('audit'), loadTexts('access')]),
  component: lazyRouteComponent(() => import('../features/audit/audit-page.tsx'), 'AuditPage'),
})

const tree = root.addChildren([
  start,
  login,
  register,
  forgot,
  reset,
  confirm,
  twoFactor,
  welcome,
  join,
  short('home'),
  short('inbox'),
  short('sim'),
  wall,
  host,
  hostAudit,
  hostedTenant,
  tenant.addChildren([
    tenantStart,
    home,
    inbox.addChildren([inboxView, inboxConversation]),
    live,
    people,
    campaigns,
    campaign,
    queues,
    queue,
    closing,
    replies,
    files,
    jobs,
    access,
    simulator,
    account,
    audit,
  ]),
])

export const router = createRouter({
  routeTree: tree,
  // Filters are read by people: what need not be escaped is not.
  stringifySearch: (search) => defaultStringifySearch(search).replaceAll('%3A', ':').replaceAll('%2C', ','),
  defaultPreload: 'intent',
  defaultPendingMs: 150,
  defaultErrorComponent: Failed,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
  defaultPreloadStaleTime: 60_000,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
  interface StaticDataRouteOption {
    /** Who may see the page; without it anybody who is signed in. */
    permission?: Permission
    /** On phones the page covers the tab bar, as an open conversation does. */
    covers?: boolean
  }
}

import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { loadTexts } from '#lib/i18n/texts.ts'
import { FlowLoading } from '../../features/flows/flow-loading.tsx'
import type { LifeSearch } from '../../features/flows/life/search.ts'
import type { RunsSearch } from '../../features/flows/life/runs/use-runs.ts'
import type { TasksSearch } from '../../features/tasks/filters.tsx'
import { root } from './root.ts'
import { tenant } from './tenant.ts'

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
  component: lazyRouteComponent(() => import('../pages/home.tsx'), 'Home'),
})

const inbox = createRoute({
  getParentRoute: () => tenant,
  path: 'inbox',
  staticData: { permission: 'conversations.read' },
  loader: () => loadTexts(['inbox', 'queues', 'contacts']),
  component: lazyRouteComponent(() => import('../pages/inbox.tsx'), 'Inbox'),
})
/** The inbox is one page with several addresses: it reads `view` and `conversationId` from the parameters. */
const inboxView = createRoute({ getParentRoute: () => inbox, path: '$view' })
const inboxConversation = createRoute({ getParentRoute: () => inbox, path: '$view/$conversationId', staticData: { covers: true } })

const tasks = createRoute({
  getParentRoute: () => tenant,
  path: 'tasks',
  staticData: { permission: 'tasks.read' },
  validateSearch: ({ of, show }: Record<string, unknown>): TasksSearch => ({
    ...(typeof of === 'string' && /^(all|nobody|[0-9a-f-]{36})$/.test(of) && { of }),
    ...(show === 'cancelled' && { show }),
  }),
  loader: () => loadTexts('tasks'),
  component: lazyRouteComponent(() => import('../../features/tasks/tasks-page.tsx'), 'TasksPage'),
})

const live = createRoute({
  getParentRoute: () => tenant,
  path: 'live',
  staticData: { permission: 'live.read' },
  validateSearch: (search): { campaign?: string } => (typeof search.campaign === 'string' && search.campaign ? { campaign: search.campaign } : {}),
  loader: () => loadTexts('live'),
  component: lazyRouteComponent(() => import('../../features/live/live-page.tsx'), 'LivePage'),
})

/** For a screen on the wall: opens by the key behind the `#`, without a session. */
export const wall = createRoute({
  getParentRoute: () => root,
  path: '/live/wall',
  validateSearch: (search): { theme?: 'light' } => (search.theme === 'light' ? { theme: 'light' } : {}),
  loader: () => loadTexts('live'),
  component: lazyRouteComponent(() => import('../../features/live/wall/wall-page.tsx'), 'WallPage'),
})

const jobs = createRoute({
  getParentRoute: () => tenant,
  path: 'jobs',
  staticData: { permission: 'conversations.read' },
  loader: () => loadTexts('jobs'),
  component: lazyRouteComponent(() => import('../../features/jobs/jobs-page.tsx'), 'JobsPage'),
})

const simulator = createRoute({
  getParentRoute: () => tenant,
  path: 'sim',
  staticData: { permission: 'simulator.use' },
  loader: () => loadTexts('simulator'),
  component: lazyRouteComponent(() => import('../../features/simulator/simulator-page.tsx'), 'SimulatorPage'),
})

const flows = createRoute({
  getParentRoute: () => tenant,
  path: 'flows',
  staticData: { permission: 'flows.read' },
  loader: () => loadTexts('flows'),
  component: lazyRouteComponent(() => import('../../features/flows/flows-page.tsx'), 'FlowsPage'),
})
/** What is looked at in place of the draft, and over which time. */
const numberIn = (value: unknown): number | undefined => (typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined)
const flowSearch = ({ panel, from, to, days, version, step }: Record<string, unknown>): LifeSearch => {
  const [fromNumber, toNumber, versionNumber] = [numberIn(from), numberIn(to), numberIn(version)]
  return {
    ...((panel === 'versions' || panel === 'drop-off' || panel === 'tests') && { panel }),
    ...(fromNumber !== undefined && { from: fromNumber }),
    ...(to === 'draft' ? { to } : toNumber !== undefined && { to: toNumber }),
    ...((days === 7 || days === 30 || days === 90 || days === 365) && { days }),
    ...(versionNumber !== undefined && { version: versionNumber }),
    ...(typeof step === 'string' && step && { step }),
  }
}
const flowPage = () => import('../../features/flows/opening.ts')
const flow = createRoute({
  getParentRoute: () => tenant,
  path: 'flows/$flowId',
  staticData: { permission: 'flows.read', covers: true },
  validateSearch: flowSearch,
  // A flow that was read when its link was pointed at may be another one by now.
  preloadStaleTime: 0,
  loader: async ({ params }) => {
    await Promise.all([loadTexts('flows'), flowPage().then(({ askForFlow }) => askForFlow(params.flowId))])
  },
  pendingComponent: FlowLoading,
  component: lazyRouteComponent(flowPage, 'FlowPage'),
})

const runStates: readonly unknown[] = [
  'active',
  'finished',
  'transferred',
  'closed',
  'timed_out',
  'stopped',
  'unreachable',
  'failed',
] satisfies RunsSearch['state'][]
const flowRuns = createRoute({
  getParentRoute: () => tenant,
  path: 'flows/$flowId/runs',
  staticData: { permission: 'flows.read', covers: true },
  validateSearch: ({ state, step, version, text, run }: Record<string, unknown>): RunsSearch => {
    const number = numberIn(version)
    return {
      ...(runStates.includes(state) && { state: state as NonNullable<RunsSearch['state']> }),
      ...(typeof step === 'string' && step && { step }),
      ...(number !== undefined && { version: number }),
      ...(typeof text === 'string' && text && { text: text.slice(0, 100) }),
      ...(typeof run === 'string' && run && { run }),
    }
  },
  loader: () => loadTexts('flows'),
  component: lazyRouteComponent(() => import('../../features/flows/life/runs/runs-page.tsx'), 'RunsPage'),
})

const channelPages = () => import('../../features/channels/pages.ts')
/** The words of the kinds of channels stand in their own folders. */
const channelTexts = async () => loadTexts([...(await channelPages()).kindTexts])
/** Why a message did not go is told in the words of the inbox. */
const channelAndCauseTexts = async () => loadTexts([...(await channelPages()).kindTexts, 'inbox'])
const channels = createRoute({
  getParentRoute: () => tenant,
  path: 'channels',
  staticData: { permission: 'channels.read' },
  validateSearch: ({ q }): { q?: string } => (typeof q === 'string' && q ? { q } : {}),
  loader: channelAndCauseTexts,
  component: lazyRouteComponent(channelPages, 'ChannelsPage'),
})
const newChannel = createRoute({
  getParentRoute: () => tenant,
  path: 'channels/new',
  staticData: { permission: 'channels.manage' },
  validateSearch: ({ type, signIn, trouble }): { type?: string; signIn?: string; trouble?: string } => ({
    ...(typeof type === 'string' && type && { type }),
    ...(typeof signIn === 'string' && signIn && { signIn }),
    ...(typeof trouble === 'string' && trouble && { trouble }),
  }),
  loader: channelTexts,
  component: lazyRouteComponent(channelPages, 'NewChannelPage'),
})
const channel = createRoute({
  getParentRoute: () => tenant,
  path: 'channels/$channelId',
  staticData: { permission: 'channels.read' },
  validateSearch: ({ tab, sending }): { tab?: string; sending?: string } => ({
    ...(typeof tab === 'string' && tab && { tab }),
    ...(typeof sending === 'string' && sending && { sending }),
  }),
  loader: channelAndCauseTexts,
  component: lazyRouteComponent(channelPages, 'ChannelPage'),
})

const account = createRoute({
  getParentRoute: () => tenant,
  path: 'account',
  loader: () => loadTexts('identity'),
  component: lazyRouteComponent(() => import('../../features/identity/account-page.tsx'), 'AccountPage'),
})

/** Where the day's work is done. */
export const workPages = [
  tenantStart,
  home,
  inbox.addChildren([inboxView, inboxConversation]),
  tasks,
  live,
  jobs,
  simulator,
  flows,
  flow,
  flowRuns,
  channels,
  newChannel,
  channel,
  account,
] as const

import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { loadTexts } from '#lib/i18n/texts.ts'
import { tenant } from './tenant.ts'

const people = createRoute({
  getParentRoute: () => tenant,
  path: 'settings/users',
  staticData: { permission: 'users.read' },
  loader: () => loadTexts('users'),
  component: lazyRouteComponent(() => import('../../features/users/users-page.tsx'), 'UsersPage'),
})

const files = createRoute({
  getParentRoute: () => tenant,
  path: 'settings/files',
  staticData: { permission: 'tenant.manage' },
  loader: () => loadTexts('files'),
  component: lazyRouteComponent(() => import('../../features/files/files-page.tsx'), 'FilesPage'),
})

const campaigns = createRoute({
  getParentRoute: () => tenant,
  path: 'settings/campaigns',
  staticData: { permission: 'campaigns.read' },
  loader: () => loadTexts('campaigns'),
  component: lazyRouteComponent(() => import('../../features/campaigns/campaigns-page.tsx'), 'CampaignsPage'),
})
/** `new` is one that is not stored yet; `from` the one that it begins as a copy of. */
const campaign = createRoute({
  getParentRoute: () => tenant,
  path: 'settings/campaigns/$campaignId',
  staticData: { permission: 'campaigns.read' },
  validateSearch: (search): { from?: string } => (typeof search.from === 'string' && search.from ? { from: search.from } : {}),
  loader: () => loadTexts('campaigns'),
  component: lazyRouteComponent(() => import('../../features/campaigns/campaign-page.tsx'), 'CampaignPage'),
})

const queues = createRoute({
  getParentRoute: () => tenant,
  path: 'settings/queues',
  staticData: { permission: 'campaigns.read' },
  loader: () => loadTexts('queues'),
  component: lazyRouteComponent(() => import('../../features/queues/queues-page.tsx'), 'QueuesPage'),
})
/** `new` is one that is not stored yet; `campaign` the one that it will be of. */
const queue = createRoute({
  getParentRoute: () => tenant,
  path: 'settings/queues/$queueId',
  staticData: { permission: 'campaigns.read' },
  validateSearch: (search): { campaign?: string } => (typeof search.campaign === 'string' && search.campaign ? { campaign: search.campaign } : {}),
  loader: () => loadTexts('queues'),
  component: lazyRouteComponent(() => import('../../features/queues/queue-page.tsx'), 'QueuePage'),
})
const replies = createRoute({
  getParentRoute: () => tenant,
  path: 'settings/replies',
  staticData: { permission: 'conversations.reply' },
  loader: () => loadTexts('replies'),
  component: lazyRouteComponent(() => import('../../features/replies/replies-page.tsx'), 'RepliesPage'),
})
const closing = createRoute({
  getParentRoute: () => tenant,
  path: 'settings/closing',
  staticData: { permission: 'campaigns.manage' },
  loader: () => loadTexts('closing'),
  component: lazyRouteComponent(() => import('../../features/closing/closing-page.tsx'), 'ClosingPage'),
})

const flowSettings = createRoute({
  getParentRoute: () => tenant,
  path: 'settings/flows',
  staticData: { permission: 'flows.manage' },
  loader: () => loadTexts('flows'),
  component: lazyRouteComponent(() => import('../../features/flows/settings/flow-settings-page.tsx'), 'FlowSettingsPage'),
})

const access = createRoute({
  getParentRoute: () => tenant,
  path: 'access',
  staticData: { permission: 'roles.read' },
  loader: () => loadTexts('access'),
  component: lazyRouteComponent(() => import('../../features/access/access-page.tsx'), 'AccessPage'),
})

const audit = createRoute({
  getParentRoute: () => tenant,
  path: 'audit',
  staticData: { permission: 'audit.read' },
  loader: () => Promise.all([loadTexts('audit'), loadTexts('access'), loadTexts('contacts')]),
  component: lazyRouteComponent(() => import('../../features/audit/audit-page.tsx'), 'AuditPage'),
})

/** How the tenant is set up, and who did what in it. */
export const settingsPages = [people, campaigns, campaign, queues, queue, closing, replies, flowSettings, files, access, audit] as const

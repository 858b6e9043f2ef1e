import { createRoute, lazyRouteComponent, notFound, redirect } from '@tanstack/react-router'
import { loadTexts } from '#lib/i18n/texts.ts'
import { knownSession, setUpFirst, speak } from '../signed-in.ts'
import { root } from './root.ts'

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
  component: lazyRouteComponent(() => import('../../features/host/host-page.tsx'), 'HostPage'),
})
const hostAudit = createRoute({
  getParentRoute: () => root,
  path: '/host/audit',
  beforeLoad: forHost,
  loader: () => Promise.all([loadTexts('host'), loadTexts('audit'), loadTexts('access'), loadTexts('contacts')]),
  component: lazyRouteComponent(() => import('../pages/host-audit.tsx'), 'HostAudit'),
})
const hostedTenant = createRoute({
  getParentRoute: () => root,
  path: '/host/$tenantId',
  beforeLoad: forHost,
  loader: () => loadTexts('host'),
  component: lazyRouteComponent(() => import('../../features/host/tenant-page.tsx'), 'TenantPage'),
})

export const hostPages = [host, hostAudit, hostedTenant] as const

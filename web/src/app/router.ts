import type { Permission } from '@chasqui/contracts'
import { createRouter, defaultStringifySearch } from '@tanstack/react-router'
import { Failed } from './failed.tsx'
import { NotFound } from './not-found.tsx'
import { root } from './routes/root.ts'
import { doors } from './routes/doors.ts'
import { tenant } from './routes/tenant.ts'
import { wall, workPages } from './routes/work.ts'
import { settingsPages } from './routes/settings.ts'
import { hostPages } from './routes/host.ts'

/** The addresses. Pages are fetched when first visited; their texts load beside them. To add one, see web/README.md. */
const tree = root.addChildren([...doors, wall, tenant.addChildren([...workPages, ...settingsPages]), ...hostPages])

export const router = createRouter({
  routeTree: tree,
  // Filters are read by people: what need not be escaped is not.
  stringifySearch: (search) => defaultStringifySearch(search).replaceAll('%3A', ':').replaceAll('%2C', ','),
  defaultPreload: 'intent',
  defaultPendingMs: 150,
  // What is there is shown, and not held back for the sake of its outline.
  defaultPendingMinMs: 0,
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

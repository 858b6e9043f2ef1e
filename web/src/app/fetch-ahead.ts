import { restoreSession } from '#lib/session.ts'
import { router } from './router.ts'
import { tenant } from './routes/tenant.ts'

/**
 * What the address at hand needs is asked for at once: who is signed in, and the files of the page. The router, which asks for one after the other, finds
 * both on their way, and says what could not be had.
 */
export const fetchAhead = (): void => {
  const [routes] = router.getMatchedRoutes(router.latestLocation.pathname)
  if (routes.some(({ id }) => id === tenant.id)) restoreSession().catch(() => undefined)
  for (const route of routes) router.loadRouteChunk(route)?.catch(() => undefined)
}

import { createRoute, notFound } from '@tanstack/react-router'
import { NotFound } from '../not-found.tsx'
import { Shell } from '../shell/shell.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { sessionFor } from '../signed-in.ts'
import { root } from './root.ts'

/** All that is within one tenant stands below it. */
export const tenant = createRoute({
  getParentRoute: () => root,
  path: '/a/$tenant',
  component: Shell,
  pendingComponent: Waiting,
  notFoundComponent: NotFound,
  beforeLoad: async ({ params, location }) => {
    if (!(await sessionFor(params.tenant, location.href))) throw notFound()
  },
})

import type { Act } from '#platform/acts/act'
import { sign } from '#platform/acts/sign'
import { hostTenant } from '#platform/ids'
import type { IdentityPorts } from './ports.ts'
import { membershipsOf } from './store/memberships.ts'
import type { Runner } from './store/runner.ts'

type Who = { id: string; name: string }
type Told = Pick<Act, 'action' | 'after' | 'result'>

/** An id of nobody, so that an unknown account costs what a known one does. */
const nobody = hostTenant

/**
 * Leaves what a person did with their account in the trail of every organisation that they belong to; in the host's own when there is none,
 * or when nobody is known to have done it. In the caller's transaction, if it has one.
 */
export const tellTrail = async (ports: IdentityPorts, runner: Runner, who: Who | null, told: Told): Promise<void> => {
  const tenants = (await membershipsOf(runner, who?.id ?? nobody)).map(({ tenantId }) => tenantId)
  const act = sign({ ...told, ...(who && { subject: { kind: 'user', id: who.id } }) })
  const doer = who ? ({ kind: 'user', id: who.id, name: who.name } as const) : act.doer
  await ports.trail.leave(runner, tenants.length > 0 ? tenants : [hostTenant], [{ ...act, doer }], ports.clock.now())
  // Early within a transaction; what is not committed yet is found by the next round.
  ports.trail.left()
}

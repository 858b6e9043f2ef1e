import type { Act, Doer } from '#platform/acts/act'
import { sign } from '#platform/acts/sign'
import { hostTenant } from '#platform/ids'
import type { IdentityPorts } from './ports.ts'
import { membershipsOf } from './store/memberships.ts'
import type { Runner } from './store/runner.ts'
import { userById } from './store/users.ts'

type Who = { id: string; name: string; isHostAdmin?: boolean }
type Told = Pick<Act, 'action' | 'subject' | 'before' | 'after' | 'result'> & {
  /** Whoever does it, when that is not the person whose account it is about. */
  by?: Doer
}

/** An id of nobody, so that an unknown account costs what a known one does. */
const nobody = hostTenant

/** Every organisation has to know who could get in; the host where there is none, and of who administers the installation. */
const trailsOf = async (runner: Runner, who: Who | null): Promise<string[]> => {
  const tenants = (await membershipsOf(runner, who?.id ?? nobody)).map(({ tenantId }) => tenantId)
  return tenants.length === 0 || who?.isHostAdmin ? [...tenants, hostTenant] : tenants
}

/**
 * Leaves what a person did with their account in the trail of every organisation that they belong to; in the host's own when there is none,
 * or when nobody is known to have done it. In the caller's transaction, if it has one.
 */
export const tellTrail = async (ports: IdentityPorts, runner: Runner, who: Who | null, { by, ...told }: Told): Promise<void> => {
  const trails = await trailsOf(runner, who)
  const act = sign({ ...(who && { subject: { kind: 'user', id: who.id, name: who.name } }), ...told })
  const doer = by ?? (who ? ({ kind: 'user', id: who.id, name: who.name } as const) : act.doer)
  await ports.trail.leave(runner, trails, [{ ...act, doer }], ports.clock.now())
  // Early within a transaction; what is not committed yet is found by the next round.
  ports.trail.left()
}

/** The same for whoever has this id. */
export const tellTrailOf = async (ports: IdentityPorts, runner: Runner, userId: string, told: Told): Promise<void> =>
  tellTrail(ports, runner, await userById(runner, userId), told)

/** Leaves an act as its call signed it in the trail of one organisation, in a transaction that is not bound to it. */
export const tellTenant = async (ports: IdentityPorts, runner: Runner, tenantId: string, { by, ...act }: Told): Promise<void> => {
  const signed = sign(act)
  await ports.trail.leave(runner, [tenantId], [by ? { ...signed, doer: by } : signed], ports.clock.now())
  ports.trail.left()
}

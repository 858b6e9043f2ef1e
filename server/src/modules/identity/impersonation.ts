import { absent, Failure } from '#platform/failure'
import type { Doer } from '#platform/acts/act'
import type { Tx } from '#platform/database/transaction'
import { newId } from '#platform/ids'
import { signAccess } from './access-token.ts'
import { tenantSuspended } from './failures.ts'
import type { IdentityPorts } from './ports.ts'
import { closeImpersonation, insertImpersonation, memberToActAs, openImpersonation } from './store/impersonations.ts'
import { insertSession } from './store/sessions.ts'

/** Seconds. Nothing prolongs it: the token has no refresh token beside it. */
const lifetime = 30 * 60

export type Impersonating = { reason: string; userId?: string | undefined; write: boolean }
type Started = { id: string; accessToken: string; expiresIn: number; userId: string; expiresAt: string; write: boolean }

/**
 * Lets a host admin work in a tenant as one of its members, for a reason that the tenant can read. The session has the id of the record, so
 * that ending either ends both.
 */
export const startImpersonation =
  (ports: IdentityPorts) =>
  async (hostUserId: string, tenantId: string, { reason, userId, write }: Impersonating): Promise<Started> => {
    const [tenant] = await ports.tenants([tenantId])
    if (!tenant) throw absent('tenant')
    if (tenant.status === 'suspended') throw tenantSuspended()
    const member = await memberToActAs(ports.database.system, tenantId, userId ?? null)
    if (!member) throw absent('user')
    const [id, at] = [newId(), ports.clock.now()]
    const expiresAt = new Date(at.getTime() + lifetime * 1000)
    await insertSession(ports.database.system, { id, userId: member.userId, address: null, agent: null, at })
    await ports.database.inTenant(tenantId, async (tx) => {
      await insertImpersonation(tx, { id, hostUserId, userId: member.userId, reason, mayWrite: write, at, expiresAt })
      tx.record({
        action: 'impersonation.started',
        subject: { kind: 'impersonation', id, name: member.name },
        after: { tenant: tenant.name, tenantId, member: member.name, memberId: member.userId, reason, write, expiresAt },
      })
      tx.publish({ type: 'impersonation.started', payload: { impersonationId: id, hostUserId, userId: member.userId, reason, write } })
      tx.enqueue({ queue: 'due', key: id, payload: { type: 'end_impersonation', impersonationId: id }, runAt: expiresAt })
    })
    const claims = { userId: member.userId, sessionId: id, tenantId, epoch: member.epoch, actingHostId: hostUserId }
    return { id, accessToken: signAccess(ports, claims, lifetime), expiresIn: lifetime, userId: member.userId, expiresAt: expiresAt.toISOString(), write }
  }

/** Ends one, by whoever works under it or by its time; the second end changes nothing. */
export const endImpersonation =
  (ports: IdentityPorts) =>
  async (tx: Tx, id: string, by?: Doer, as?: Doer): Promise<void> => {
    const ended = await closeImpersonation(tx, id, ports.clock.now())
    if (!ended) return
    tx.record({
      action: 'impersonation.ended',
      subject: { kind: 'impersonation', id },
      after: { tenantId: tx.tenantId, hostId: ended.hostUserId, memberId: ended.userId, ...(by && { by: 'time' }) },
      forHost: true,
      ...(by && { by }),
      ...(as && { as }),
    })
    tx.publish({ type: 'impersonation.ended', payload: { impersonationId: id, ...ended } })
    tx.afterCommit(() => ports.hints.changed('session', id))
  }

/** Ends what the caller works under. */
export const leaveImpersonation =
  (ports: IdentityPorts) =>
  async (actor: { tenantId: string | null; impersonation?: { id: string } | null }): Promise<void> => {
    if (!actor.impersonation || !actor.tenantId) throw new Failure('conflict', 'impersonation.none', 'You are working as yourself.')
    const { id } = actor.impersonation
    await ports.database.inTenant(actor.tenantId, (tx) => endImpersonation(ports)(tx, id))
  }

/** The same by signing out with its token: an act of the host, not of the member as whom it worked. Over already is no failure. */
export const signOutOfImpersonation = async (
  ports: IdentityPorts,
  { sessionId, tenantId, hostUserId }: { sessionId: string; tenantId: string; hostUserId: string },
): Promise<void> => {
  const open = await openImpersonation(ports.database.system, tenantId, sessionId, hostUserId)
  if (!open) return
  const host = { kind: 'host', id: open.hostUserId, name: open.hostName } as const
  await ports.database.inTenant(tenantId, (tx) => endImpersonation(ports)(tx, sessionId, undefined, host))
}

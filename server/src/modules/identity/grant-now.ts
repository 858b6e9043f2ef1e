import { type Grant, inForce } from '@chasqui/contracts'
import { grantOfKey } from './api-keys/grant-of-key.ts'
import { grantOf } from './domain/membership.ts'
import type { IdentityPorts } from './ports.ts'
import { chainsOf, keyById } from './store/api-keys.ts'
import { openImpersonation } from './store/impersonations.ts'
import { memberStanding } from './store/memberships.ts'

type Maker = { userId: string; keyId: string | null; host: { userId: string; impersonationId: string } | null }

/**
 * What somebody may do at this moment, for work that goes on after their call: as they would be let in now, but for their session. Null: not at all.
 * Somebody of the host works as a member no longer than they were let in for.
 */
export const grantNow =
  ({ database, clock }: Pick<IdentityPorts, 'database' | 'clock'>) =>
  async (tenantId: string, { userId, keyId, host }: Maker): Promise<Grant | null> => {
    const now = clock.now()
    if (keyId !== null)
      return database.inTenant(tenantId, async (tx) => {
        const key = await keyById(tx, now, keyId)
        if (!key || (key.expiresAt !== null && key.expiresAt <= now)) return null
        return grantOfKey((await chainsOf(tx, now, [keyId])).get(keyId) ?? []).held
      })
    if (host) {
      const open = await openImpersonation(database.system, tenantId, host.impersonationId, host.userId)
      if (!open?.mayWrite || open.expiresAt <= now) return null
    }
    const standing = await memberStanding(database.system, tenantId, userId)
    if (!standing || (standing.twoFactorMissing && !host)) return null
    const { role, ownRole } = standing
    return inForce(ownRole ? { ...ownRole, permissions: new Set(ownRole.permissions) } : grantOf(role))
  }

import type { Me, Session } from '@chasqui/contracts'
import type { Actor } from './authenticate.ts'
import { sessionEnded } from './failures.ts'
import { personById, wireTenants, wireUser } from './person.ts'
import type { IdentityPorts } from './ports.ts'
import { type ProfileChange, saveProfile } from './store/users.ts'

const wireImpersonation = ({ id, reason, mayWrite, expiresAt }: NonNullable<Actor['impersonation']>) => ({
  id,
  reason,
  write: mayWrite,
  expiresAt: expiresAt.toISOString(),
})

export const readMe =
  (ports: IdentityPorts) =>
  async (
    actor: Pick<Actor, 'userId' | 'tenantId' | 'permissions' | 'reach' | 'hides'> & Partial<Pick<Actor, 'isHostAdmin' | 'impersonation'>>,
  ): Promise<Me> => {
    const person = await personById(ports, actor.userId)
    if (!person) throw sessionEnded()
    return {
      user: wireUser(person.user),
      tenants: wireTenants(person),
      tenantId: actor.tenantId,
      permissions: [...actor.permissions],
      reach: actor.reach,
      hides: [...actor.hides],
      isHostAdmin: actor.isHostAdmin ?? false,
      impersonation: actor.impersonation ? wireImpersonation(actor.impersonation) : null,
    }
  }

/** Changes the acting person's own name or language. */
export const changeProfile =
  (ports: IdentityPorts) =>
  async (userId: string, change: ProfileChange): Promise<Session['user']> => {
    const saved = await saveProfile(ports.database.system, userId, change, ports.clock.now())
    if (!saved) throw sessionEnded()
    ports.hints.changed('user', userId)
    return wireUser(saved)
  }

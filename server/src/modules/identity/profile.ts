import type { Me, Session } from '@chasqui/contracts'
import { difference } from '#platform/acts/difference'
import { newestSeq } from '#platform/events/log'
import type { Actor } from './authenticate.ts'
import { sessionEnded } from './failures.ts'
import { personById, wireTenants, wireUser } from './person.ts'
import { photoUrl } from './people/photo.ts'
import type { IdentityPorts } from './ports.ts'
import { photoOf } from './store/photos.ts'
import { type ProfileChange, saveProfile, userById, type UserRow } from './store/users.ts'
import { tellTrail } from './tell-trail.ts'

const wireImpersonation = ({ id, reason, mayWrite, expiresAt }: NonNullable<Actor['impersonation']>) => ({
  id,
  reason,
  write: mayWrite,
  expiresAt: expiresAt.toISOString(),
})

export const readMe =
  (ports: IdentityPorts) =>
  async (
    actor: Pick<Actor, 'userId' | 'tenantId' | 'permissions' | 'reach' | 'hides'> &
      Partial<Pick<Actor, 'isHostAdmin' | 'hostStepMissing' | 'impersonation' | 'twoFactorMissing'>>,
  ): Promise<Me> => {
    const person = await personById(ports, actor.userId)
    if (!person) throw sessionEnded()
    return {
      user: wireUser(person.user),
      tenants: wireTenants(person),
      tenantId: actor.tenantId,
      newestEvent: actor.tenantId === null ? null : await ports.database.inTenant(actor.tenantId, newestSeq),
      permissions: [...actor.permissions],
      photoUrl: actor.tenantId && photoUrl(ports, actor.tenantId, await photoOf(ports.database.system, actor.tenantId, actor.userId)),
      reach: actor.reach,
      hides: [...actor.hides],
      isHostAdmin: actor.isHostAdmin ?? false,
      hostStepMissing: actor.hostStepMissing ?? null,
      addressUnconfirmed: ports.mail !== null && !person.user.emailProven,
      twoFactorMissing: actor.twoFactorMissing ?? false,
      impersonation: actor.impersonation ? wireImpersonation(actor.impersonation) : null,
    }
  }

const facts = ({ name, language }: UserRow) => ({ name, language })

/** Changes the acting person's own name or language. */
export const changeProfile =
  (ports: IdentityPorts) =>
  async (userId: string, change: ProfileChange): Promise<Session['user']> => {
    const saved = await ports.database.asSystem(async (client) => {
      const before = await userById(client, userId)
      const user = await saveProfile(client, userId, change, ports.clock.now())
      if (before && user) await tellTrail(ports, client, user, { action: 'profile.changed', ...difference(facts(before), facts(user)) })
      return user
    })
    if (!saved) throw sessionEnded()
    ports.hints.changed('user', userId)
    return wireUser(saved)
  }

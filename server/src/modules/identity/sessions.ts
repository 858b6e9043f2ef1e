import { type ActiveSession, deviceOf, type Page } from '@chasqui/contracts'
import { idCursor } from '#platform/cursor'
import { absent } from '#platform/failure'
import type { Actor } from './authenticate.ts'
import type { IdentityPorts } from './ports.ts'
import { endOtherSessions, endOwnSession, sessionsBefore } from './store/sessions.ts'
import { tellTrailOf } from './tell-trail.ts'

type Own = Pick<Actor, 'userId' | 'sessionId'>

/** The acting person's sessions that still hold, the newest sign-in first. */
export const listSessions =
  (ports: IdentityPorts) =>
  async (actor: Own, { limit, cursor }: { limit: number; cursor?: string | undefined }): Promise<Page<ActiveSession>> => {
    const found = await sessionsBefore(ports.database.system, { userId: actor.userId, before: idCursor(cursor), now: ports.clock.now(), limit: limit + 1 })
    const items = found.slice(0, limit).map(({ id, agent, address, createdAt, lastUsedAt }) => ({
      id,
      ...deviceOf(agent),
      address,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt.toISOString(),
      current: id === actor.sessionId,
    }))
    return { items, nextCursor: found.length > limit ? items.at(-1)!.id : null }
  }

/** Ends one session of the acting person. One of somebody else is as absent as one that never was. */
export const endSessionOf =
  (ports: IdentityPorts) =>
  async (actor: Own, sessionId: string): Promise<void> => {
    await ports.database.asSystem(async (client) => {
      if (!(await endOwnSession(client, actor.userId, sessionId, ports.clock.now()))) throw absent('session')
      await tellTrailOf(ports, client, actor.userId, { action: 'session.ended', subject: { kind: 'session', id: sessionId } })
    })
    ports.hints.changed('session', sessionId)
  }

/** Ends every session of the acting person but the one that asks; tells how many. */
export const endSessionsBut =
  (ports: IdentityPorts) =>
  async (actor: Own): Promise<{ ended: number }> => {
    const ended = await ports.database.asSystem(async (client) => {
      const ended = await endOtherSessions(client, actor.userId, actor.sessionId, ports.clock.now())
      await tellTrailOf(ports, client, actor.userId, { action: 'session.ended', after: { otherSessionsEnded: ended.length } })
      return ended
    })
    for (const sessionId of ended) ports.hints.changed('session', sessionId)
    return { ended: ended.length }
  }

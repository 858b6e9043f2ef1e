import { deviceOf, type Page, type SignIn } from '@chasqui/contracts'
import { idCursor } from '#platform/cursor'
import type { Tx } from '#platform/database/transaction'
import type { IdentityPorts } from '../ports.ts'
import { signInsBefore } from '../store/sessions.ts'
import { requireMember } from './list-members.ts'

/** Where a member signed in to this tenant, the newest first. What they did in their other tenants is not this one's to know. */
export const listSignIns =
  (ports: IdentityPorts) =>
  async (tx: Tx, userId: string, { limit, cursor }: { limit: number; cursor?: string | undefined }): Promise<Page<SignIn>> => {
    await requireMember(tx, userId)
    const of = { userId, tenantId: tx.tenantId, before: idCursor(cursor), now: ports.clock.now(), limit: limit + 1 }
    const found = await signInsBefore(ports.database.system, of)
    const items = found.slice(0, limit).map(({ agent, createdAt, lastUsedAt, ...row }) => ({
      ...row,
      ...deviceOf(agent),
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt.toISOString(),
    }))
    return { items, nextCursor: found.length > limit ? items.at(-1)!.id : null }
  }

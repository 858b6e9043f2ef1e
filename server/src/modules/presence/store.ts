import type { PauseReason, Presence, PresenceState } from '@chasqui/contracts'
import type { Database } from '#platform/database/open'
import type { Tx } from '#platform/database/transaction'

export type Standing = { state: PresenceState; reason: PauseReason | null; since: Date; leftAt: Date | null }

/** One person's row, locked until the transaction ends; made when they are here for the first time. */
export const lockStanding = async (tx: Tx, userId: string, now: Date): Promise<Standing> => {
  await tx.query(`insert into presence.agent (tenant_id, user_id, state, since) values ($1, $2, 'offline', $3) on conflict do nothing`, [
    tx.tenantId,
    userId,
    now,
  ])
  const { rows } = await tx.query<Standing>(
    'select state, reason, since, left_at as "leftAt" from presence.agent where tenant_id = $1 and user_id = $2 for update',
    [tx.tenantId, userId],
  )
  return rows[0]!
}

/** As the trail keeps it. */
export const nameOf = async (tx: Tx, userId: string): Promise<string | null> =>
  (await tx.query<{ name: string }>('select name from identity.member_card where tenant_id = $1 and id = $2', [tx.tenantId, userId])).rows[0]?.name ?? null

export const saveLeaving = (tx: Tx, userId: string, leftAt: Date | null): Promise<unknown> =>
  tx.query('update presence.agent set left_at = $3 where tenant_id = $1 and user_id = $2', [tx.tenantId, userId, leftAt])

export type Entry = { id: string; userId: string; state: PresenceState; reason: PauseReason | null; at: Date }

/** Ends the time in one state and begins that in the next. Being offline is the absence of an interval. */
export const saveEntry = async (tx: Tx, { id, userId, state, reason, at }: Entry): Promise<void> => {
  await tx.query('update presence.agent set state = $3, reason = $4, since = $5 where tenant_id = $1 and user_id = $2', [
    tx.tenantId,
    userId,
    state,
    reason,
    at,
  ])
  await tx.query('update presence.interval set ended_at = $3 where tenant_id = $1 and user_id = $2 and ended_at is null', [tx.tenantId, userId, at])
  if (state !== 'offline')
    await tx.query('insert into presence.interval (tenant_id, id, user_id, state, reason, started_at) values ($1, $2, $3, $4, $5, $6)', [
      tx.tenantId,
      id,
      userId,
      state,
      reason,
      at,
    ])
}

export const presences = async (tx: Tx): Promise<Presence[]> => {
  const { rows } = await tx.query<Omit<Presence, 'since'> & { since: Date }>(
    'select user_id as "userId", state, reason, since from presence.agent where tenant_id = $1 order by user_id',
    [tx.tenantId],
  )
  return rows.map(({ since, ...row }) => ({ ...row, since: since.toISOString() }))
}

/** Of all tenants, as the system: who counts as here and has not been seen to leave. */
export const presentEverywhere = async (system: Database['system']): Promise<{ tenantId: string; userId: string }[]> =>
  (
    await system.query<{ tenantId: string; userId: string }>(
      `select tenant_id as "tenantId", user_id as "userId" from presence.agent where state <> 'offline' and left_at is null order by tenant_id, user_id`,
    )
  ).rows

import type { Runner } from './runner.ts'

export type NewRefreshToken = { hash: Buffer; sessionId: string; tenantId: string | null; issuedAt: Date; expiresAt: Date }

export const insertRefreshToken = (runner: Runner, token: NewRefreshToken): Promise<unknown> =>
  runner.query('insert into identity.refresh_token (token_hash, session_id, tenant_id, issued_at, expires_at) values ($1, $2, $3, $4, $5)', [
    token.hash,
    token.sessionId,
    token.tenantId,
    token.issuedAt,
    token.expiresAt,
  ])

export type RefreshTokenRow = { sessionId: string; sessionEnded: boolean; expiresAt: Date; usedAt: Date | null; successorUsed: boolean }

/** Whose token this is and for which tenant, whether it still holds or not. */
export const tokenOwner = async (runner: Runner, hash: Buffer): Promise<{ sessionId: string; userId: string; tenantId: string | null } | null> =>
  (
    await runner.query<{ sessionId: string; userId: string; tenantId: string | null }>(
      `select t.session_id as "sessionId", s.user_id as "userId", t.tenant_id as "tenantId"
     from identity.refresh_token t join identity.session s on s.id = t.session_id where t.token_hash = $1`,
      [hash],
    )
  ).rows[0] ?? null

/**
 * A presented token with its family. The session row is locked first, in a statement of its own, so that of two racers the second
 * reads what the first has committed.
 */
export const lockFamily = async (runner: Runner, hash: Buffer): Promise<RefreshTokenRow | null> => {
  await runner.query('select 1 from identity.session where id = (select session_id from identity.refresh_token where token_hash = $1) for update', [hash])
  const { rows } = await runner.query<RefreshTokenRow>(
    `select t.session_id as "sessionId", s.ended_at is not null as "sessionEnded", t.expires_at as "expiresAt", t.used_at as "usedAt",
       next.used_at is not null as "successorUsed"
     from identity.refresh_token t join identity.session s on s.id = t.session_id
     left join identity.refresh_token next on next.token_hash = t.successor_hash
     where t.token_hash = $1`,
    [hash],
  )
  return rows[0] ?? null
}

export const markUsed = (runner: Runner, hash: Buffer, successorHash: Buffer, at: Date): Promise<unknown> =>
  runner.query('update identity.refresh_token set used_at = $3, successor_hash = $2 where token_hash = $1', [hash, successorHash, at])

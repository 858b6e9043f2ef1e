import type { Runner } from './runner.ts'

export type NewResetLink = { account: Buffer; hash: Buffer; userId: string | null; mailed: boolean; at: Date; expiresAt: Date }

/** Keeps the newest link of an account in the place of the one before. One row is written, whether or not somebody has that account. */
export const keepResetLink = (runner: Runner, link: NewResetLink): Promise<unknown> =>
  runner.query(
    `insert into identity.reset_link (account, key_hash, user_id, created_at, expires_at, mailed) values ($1, $2, $3, $4, $5, $6)
     on conflict (account) do update set key_hash = $2, user_id = $3, created_at = $4, expires_at = $5, mailed = $6, used_at = null`,
    [link.account, link.hash, link.userId, link.at, link.expiresAt, link.mailed],
  )

/** Whose unused link this is, without using it up. */
export const resetLinkOwner = async (runner: Runner, hash: Buffer, at: Date): Promise<string | null> =>
  (
    await runner.query<{ userId: string | null }>(
      'select user_id as "userId" from identity.reset_link where key_hash = $1 and used_at is null and expires_at > $2',
      [hash, at],
    )
  ).rows[0]?.userId ?? null

/** Uses a link up and tells how it got to its person. Of two callers one gets null: the second waits for the row and finds it used. */
export const takeResetLink = async (runner: Runner, hash: Buffer, at: Date): Promise<{ mailed: boolean } | null> =>
  (
    await runner.query<{ mailed: boolean }>(
      'update identity.reset_link set used_at = $2 where key_hash = $1 and used_at is null and expires_at > $2 returning mailed',
      [hash, at],
    )
  ).rows[0] ?? null

import type { Runner } from './runner.ts'

export const insertSignInLink = (runner: Runner, link: { hash: Buffer; userId: string; at: Date; expiresAt: Date }): Promise<unknown> =>
  runner.query('insert into identity.sign_in_link (key_hash, user_id, created_at, expires_at) values ($1, $2, $3, $4)', [
    link.hash,
    link.userId,
    link.at,
    link.expiresAt,
  ])

/** Uses a link up. Of two callers one gets false: the second waits for the row and finds it used. */
export const takeSignInLink = async (runner: Runner, hash: Buffer, at: Date): Promise<boolean> =>
  (await runner.query('update identity.sign_in_link set used_at = $2 where key_hash = $1 and used_at is null and expires_at > $2', [hash, at])).rowCount === 1

/** Whose unused link this is, without using it up. */
export const linkOwner = async (runner: Runner, hash: Buffer, at: Date): Promise<string | null> =>
  (
    await runner.query<{ userId: string }>(
      'select user_id as "userId" from identity.sign_in_link where key_hash = $1 and used_at is null and expires_at > $2',
      [hash, at],
    )
  ).rows[0]?.userId ?? null

import type { Runner } from './runner.ts'

const day = 24 * 3600 * 1000

/**
 * Deletes what can no longer decide anything and returns how many rows of each kind went. Used refresh tokens stay until they would have
 * expired, because their reuse must still be noticed; a session goes with its last token.
 */
export const deleteExpired = async (
  runner: Runner,
  now: Date,
): Promise<{ refreshTokens: number; sessions: number; signInLinks: number; resetLinks: number; challenges: number; attempts: number }> => {
  const gone = async (text: string, before: Date): Promise<number> => (await runner.query(text, [before])).rowCount ?? 0
  const yesterday = new Date(now.getTime() - day)
  return {
    refreshTokens: await gone('delete from identity.refresh_token where expires_at < $1', now),
    sessions: await gone(
      'delete from identity.session s where created_at < $1 and not exists (select 1 from identity.refresh_token t where t.session_id = s.id)',
      yesterday,
    ),
    signInLinks: await gone('delete from identity.sign_in_link where expires_at < $1', yesterday),
    resetLinks: await gone('delete from identity.reset_link where expires_at < $1', yesterday),
    challenges: await gone('delete from identity.passkey_challenge where expires_at < $1', now),
    attempts: await gone('delete from identity.attempt where last_at < $1 and (locked_until is null or locked_until < $1)', yesterday),
  }
}

/** Who administers nothing, belonged to no organisation that is left, and is invited to none. Whoever was removed from one keeps a row there. */
const nowhere = `not u.is_host_admin and u.created_at < $1
  and not exists (select 1 from identity.membership m where m.user_id = u.id)
  and not exists (select 1 from identity.impersonation i where i.user_id = u.id or i.host_user_id = u.id)
  and not exists (select 1 from identity.invitation i where i.email = u.email and i.accepted_at is null and i.revoked_at is null)`

/**
 * Deletes accounts that belong nowhere, a day after they were made: those of organisations that were removed, and those of owners whose organisation
 * never came to be. In the caller's transaction: they are locked before they are looked at once more, so that nobody joins something meanwhile.
 */
export const deleteHomelessUsers = async (runner: Runner, now: Date): Promise<number> => {
  const yesterday = new Date(now.getTime() - day)
  const found = await runner.query<{ id: string }>(`select u.id from identity."user" u where ${nowhere} for update`, [yesterday])
  if (found.rows.length === 0) return 0
  const still = await runner.query<{ id: string }>(`select u.id from identity."user" u where ${nowhere} and u.id = any($2::uuid[])`, [
    yesterday,
    found.rows.map(({ id }) => id),
  ])
  const ids = [still.rows.map(({ id }) => id)]
  await runner.query('delete from identity.session where user_id = any($1::uuid[])', ids)
  await runner.query('delete from identity.sign_in_link where user_id = any($1::uuid[])', ids)
  return (await runner.query('delete from identity."user" where id = any($1::uuid[])', ids)).rowCount ?? 0
}

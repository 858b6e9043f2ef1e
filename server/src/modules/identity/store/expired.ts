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

import type { Runner } from './runner.ts'

/** Ends what would still let somebody in to this account by a link: for a new password, or to sign in. */
export const endLinksOf = async (runner: Runner, userId: string, at: Date): Promise<void> => {
  await runner.query('update identity.reset_link set used_at = $2 where user_id = $1 and used_at is null', [userId, at])
  await runner.query('update identity.sign_in_link set used_at = $2 where user_id = $1 and used_at is null', [userId, at])
}

import type { Runner } from './runner.ts'

export type TwoFactorRow = { sealedSecret: Buffer; enabled: boolean }

export const twoFactorOf = async (runner: Runner, userId: string): Promise<TwoFactorRow | null> =>
  (
    await runner.query<TwoFactorRow>('select sealed_secret as "sealedSecret", enabled_at is not null as enabled from identity.two_factor where user_id = $1', [
      userId,
    ])
  ).rows[0] ?? null

/** Keeps a secret that still has to be confirmed. False when the second step is on already: its secret never changes under it. */
export const keepPendingSecret = async (runner: Runner, userId: string, sealedSecret: Buffer, at: Date): Promise<boolean> => {
  const { rowCount } = await runner.query(
    `insert into identity.two_factor as known (user_id, sealed_secret, created_at) values ($1, $2, $3)
     on conflict (user_id) do update set sealed_secret = $2, created_at = $3, last_step = 0 where known.enabled_at is null`,
    [userId, sealedSecret, at],
  )
  return rowCount === 1
}

/** Uses a step up. False when its code, or a later one, was accepted before: of two callers with the same code one is let in. */
export const takeStep = async (runner: Runner, userId: string, step: number): Promise<boolean> =>
  (await runner.query('update identity.two_factor set last_step = $2 where user_id = $1 and last_step < $2', [userId, step])).rowCount === 1

/** Turns it on; false when that happened before. */
export const confirmSecret = async (runner: Runner, userId: string, at: Date): Promise<boolean> =>
  (await runner.query('update identity.two_factor set enabled_at = $2 where user_id = $1 and enabled_at is null', [userId, at])).rowCount === 1

export const removeTwoFactor = async (runner: Runner, userId: string): Promise<boolean> =>
  (await runner.query('delete from identity.two_factor where user_id = $1', [userId])).rowCount === 1

export const replaceRecoveryCodes = async (runner: Runner, userId: string, hashes: Buffer[]): Promise<void> => {
  await runner.query('delete from identity.recovery_code where user_id = $1', [userId])
  await runner.query('insert into identity.recovery_code (user_id, code_hash) select $1, unnest($2::bytea[])', [userId, hashes])
}

export const takeRecoveryCode = async (runner: Runner, userId: string, hash: Buffer, at: Date): Promise<boolean> =>
  (await runner.query('update identity.recovery_code set used_at = $3 where user_id = $1 and code_hash = $2 and used_at is null', [userId, hash, at]))
    .rowCount === 1

export const recoveryCodesLeft = async (runner: Runner, userId: string): Promise<number> =>
  (await runner.query<{ left: number }>('select count(*)::int as left from identity.recovery_code where user_id = $1 and used_at is null', [userId])).rows[0]!
    .left

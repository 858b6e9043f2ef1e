import type { Runner } from './runner.ts'

export type PasskeyRow = {
  id: string
  userId: string
  credentialId: string
  publicKey: Buffer
  counter: number
  transports: string[]
  name: string
  createdAt: Date
  lastUsedAt: Date | null
}

const select = `select id, user_id as "userId", credential_id as "credentialId", public_key as "publicKey", counter::float8 as counter, transports, name,
  created_at as "createdAt", last_used_at as "lastUsedAt" from identity.passkey`

export const passkeysOf = async (runner: Runner, userId: string): Promise<PasskeyRow[]> =>
  (await runner.query<PasskeyRow>(`${select} where user_id = $1 order by id desc`, [userId])).rows

export const passkeyBy = async (runner: Runner, credentialId: string): Promise<PasskeyRow | null> =>
  (await runner.query<PasskeyRow>(`${select} where credential_id = $1`, [credentialId])).rows[0] ?? null

/** False when this key is kept already, for whomever. */
export const insertPasskey = async (runner: Runner, key: Omit<PasskeyRow, 'lastUsedAt'>): Promise<boolean> => {
  const { rowCount } = await runner.query(
    `insert into identity.passkey (id, user_id, credential_id, public_key, counter, transports, name, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (credential_id) do nothing`,
    [key.id, key.userId, key.credentialId, key.publicKey, key.counter, key.transports, key.name, key.createdAt],
  )
  return rowCount === 1
}

/** Notes a use. False when a later one was noted (a copy of the key is about), or the key is gone. Keys that do not count stay at 0. */
export const notePasskeyUse = async (runner: Runner, id: string, counter: number, at: Date): Promise<boolean> =>
  (
    await runner.query('update identity.passkey set counter = $2, last_used_at = $3 where id = $1 and (counter < $2 or (counter = 0 and $2 = 0))', [
      id,
      counter,
      at,
    ])
  ).rowCount === 1

export const deletePasskey = async (runner: Runner, userId: string, id: string): Promise<boolean> =>
  (await runner.query('delete from identity.passkey where user_id = $1 and id = $2', [userId, id])).rowCount === 1

export const deletePasskeysOf = (runner: Runner, userId: string): Promise<unknown> => runner.query('delete from identity.passkey where user_id = $1', [userId])

export const keepChallenge = (runner: Runner, hash: Buffer, userId: string | null, expiresAt: Date): Promise<unknown> =>
  runner.query('insert into identity.passkey_challenge (challenge_hash, user_id, expires_at) values ($1, $2, $3)', [hash, userId, expiresAt])

/** Uses a challenge up; false when it was never made for this person, has been used or has run out. */
export const takeChallenge = async (runner: Runner, hash: Buffer, userId: string | null, at: Date): Promise<boolean> =>
  (
    await runner.query('delete from identity.passkey_challenge where challenge_hash = $1 and user_id is not distinct from $2::uuid and expires_at > $3', [
      hash,
      userId,
      at,
    ])
  ).rowCount === 1

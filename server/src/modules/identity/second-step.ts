import type pg from 'pg'
import { matchTotp } from '#platform/crypto/totp'
import { readCode } from '#platform/crypto/tokens'
import type { Failure } from '#platform/failure'
import { codeAttemptOf, clearCodes, countFailure, refuseLocked } from './attempts.ts'
import { codeInvalid, codeRequired } from './failures.ts'
import { keyedHash } from './keyed-hash.ts'
import type { Steps } from './open-session.ts'
import type { IdentityPorts } from './ports.ts'
import { takeRecoveryCode, takeStep, twoFactorOf } from './store/two-factor.ts'
import { tellTrailOf } from './tell-trail.ts'

/** What the sealed secret is bound to, so that nobody can hang it on another account. */
export const secretOf = (userId: string): string => `two-factor ${userId}`

export const recoveryHash = (ports: IdentityPorts, userId: string, code: string): Buffer => keyedHash(ports, 'recovery-code', `${userId}\n${readCode(code)}`)

/** A code as somebody typed or pasted it: apps show `123 456`. */
const plain = (typed: string): string => typed.replaceAll(/[\s-]/g, '')

/** Whether this code counts now. It is used up in the caller's transaction, so that what it proves and its use go together. */
const spend = async (ports: IdentityPorts, client: pg.PoolClient, of: { userId: string; sealedSecret: Buffer; code: string }): Promise<boolean> => {
  const code = plain(of.code)
  if (!/^\d{6}$/.test(code)) return takeRecoveryCode(client, of.userId, recoveryHash(ports, of.userId, code), ports.clock.now())
  const step = matchTotp(ports.open(of.sealedSecret, secretOf(of.userId)), code, ports.clock.now())
  return step !== null && takeStep(client, of.userId, step)
}

type Proof = { userId: string; address: string; code: string | undefined; sealedSecret: Buffer; refusal?: () => Failure }

/**
 * Runs `work` in the transaction that uses the code up. Wrong codes are counted apart from wrong passwords, so that knowing the password,
 * or resetting it, never buys new guesses at the code. Fails with `auth.totp_required`, `auth.totp_invalid` or `auth.locked`.
 */
export const withCode = async <Result>(
  ports: IdentityPorts,
  { userId, address, code, sealedSecret, refusal = codeInvalid }: Proof,
  work: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> => {
  const attempt = codeAttemptOf(ports, address, userId)
  await refuseLocked(ports, attempt)
  if (!code?.trim()) throw codeRequired()
  const outcome = await ports.database.asSystem(async (client) =>
    (await spend(ports, client, { userId, sealedSecret, code })) ? { done: await work(client) } : null,
  )
  if (!outcome) {
    await countFailure(ports, attempt)
    await tellTrailOf(ports, ports.database.system, userId, { action: 'two_factor.refused', result: 'refused' })
    throw refusal()
  }
  await clearCodes(ports, userId)
  return outcome.done
}

/** As `withCode`, for an account whose second step is on; without one `work` runs as it is. */
export const withCodeIfOn = async <Result>(
  ports: IdentityPorts,
  { userId, address, code }: { userId: string; address: string; code: string | undefined },
  work: (client: pg.PoolClient, steps: Steps) => Promise<Result>,
): Promise<Result> => {
  const known = await twoFactorOf(ports.database.system, userId)
  if (!known?.enabled) return ports.database.asSystem((client) => work(client, 'one'))
  return withCode(ports, { userId, address, code, sealedSecret: known.sealedSecret }, (client) => work(client, 'two'))
}

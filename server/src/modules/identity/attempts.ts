import { normalEmail } from './domain/email.ts'
import { accountRule, addressRule, senderOf } from './domain/lock-out.ts'
import { lockedOut } from './failures.ts'
import { keyedHash } from './keyed-hash.ts'
import type { IdentityPorts } from './ports.ts'
import { addFailure, forgetFailures, lockedUntil } from './store/attempts.ts'

/** Whose failures are counted: always the sender, for a password also the account that was named. */
export type Attempt = { address: string; account?: string }

/** The account is kept as a hash: people type passwords and other people's addresses into that field. */
const accountSubject = (ports: IdentityPorts, email: string): string => `account:${keyedHash(ports, 'attempt', normalEmail(email)).toString('base64url')}`

export const senderAttempt = (address: string): Attempt => ({ address: `address:${senderOf(address)}` })

export const attemptOf = (ports: IdentityPorts, address: string, email: string): Required<Attempt> => ({
  ...senderAttempt(address),
  account: accountSubject(ports, email),
})

/** Codes of the second step have a count of their own, next to that of passwords. */
const codeSubject = (ports: IdentityPorts, userId: string): string => `code:${keyedHash(ports, 'attempt', userId).toString('base64url')}`

export const codeAttemptOf = (ports: IdentityPorts, address: string, userId: string): Required<Attempt> => ({
  ...senderAttempt(address),
  account: codeSubject(ports, userId),
})

/** Fails with `auth.locked` while the account or the address has to wait, whether or not the account exists. */
export const refuseLocked = async (ports: IdentityPorts, { account, address }: Attempt): Promise<void> => {
  const now = ports.clock.now()
  const until = await lockedUntil(ports.database.system, account ? [account, address] : [address], now)
  if (until) throw lockedOut(Math.ceil((until.getTime() - now.getTime()) / 1000))
}

export const countFailure = async (ports: IdentityPorts, { account, address }: Attempt): Promise<void> => {
  const now = ports.clock.now()
  if (account) await addFailure(ports.database.system, account, accountRule, now)
  await addFailure(ports.database.system, address, addressRule, now)
}

/** A success clears the account. The address keeps its count, else one known account would buy endless guesses at others. */
export const clearAccount = async (ports: IdentityPorts, email: string): Promise<void> => {
  await forgetFailures(ports.database.system, accountSubject(ports, email))
}

export const clearCodes = async (ports: IdentityPorts, userId: string): Promise<void> => {
  await forgetFailures(ports.database.system, codeSubject(ports, userId))
}

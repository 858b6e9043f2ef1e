import { randomBytes } from 'node:crypto'
import { Failure } from '#platform/failure'
import { keyedHash } from '../keyed-hash.ts'
import type { IdentityPorts } from '../ports.ts'
import { keepChallenge, takeChallenge } from '../store/passkeys.ts'

/** Milliseconds that somebody has to touch the device. */
export const patience = 5 * 60 * 1000

const challengeHash = (ports: IdentityPorts, challenge: string): Buffer => keyedHash(ports, 'passkey-challenge', challenge)

/** Loaded when the first passkey is asked for: most starts need none of it. */
export const webauthn = () => import('@simplewebauthn/server')

/** For which site keys are made: the product's own address, never one that a request named. Browsers make none for bare IP addresses. */
export const siteOf = (ports: Pick<IdentityPorts, 'publicAddress'>): { origin: string; rpID: string } => {
  const { origin, hostname } = new URL(ports.publicAddress())
  if (hostname.startsWith('[') || /^[\d.]+$/.test(hostname))
    throw new Failure('conflict', 'auth.passkeys_need_a_name', 'Passkeys need a name as the address of this installation (PUBLIC_URL).')
  return { origin, rpID: hostname }
}

/** A fresh challenge, for one person or for whoever signs in. Only its hash is kept. */
export const newChallenge = async (ports: IdentityPorts, userId: string | null): Promise<Uint8Array<ArrayBuffer>> => {
  const challenge = new Uint8Array(randomBytes(32))
  const expiresAt = new Date(ports.clock.now().getTime() + patience)
  await keepChallenge(ports.database.system, challengeHash(ports, Buffer.from(challenge).toString('base64url')), userId, expiresAt)
  return challenge
}

/** Whether this challenge was ours and unused; asking uses it up. */
export const isOurChallenge =
  (ports: IdentityPorts, userId: string | null) =>
  (challenge: string): Promise<boolean> =>
    takeChallenge(ports.database.system, challengeHash(ports, challenge), userId, ports.clock.now())

/** What a device signed, or null for anything forged, foreign or broken: the library says so by errors of many kinds. */
export const orNull = async <Result>(verify: () => Promise<Result>): Promise<Result | null> => {
  try {
    return await verify()
  } catch (error) {
    if (error instanceof Failure) throw error
    return null
  }
}

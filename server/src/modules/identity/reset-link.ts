import { newToken } from '#platform/crypto/tokens'
import { keyedHash } from './keyed-hash.ts'
import type { IdentityPorts } from './ports.ts'
import { keepResetLink } from './store/reset-links.ts'
import type { Runner } from './store/runner.ts'

/** Milliseconds. Long enough to open one's mail, short enough that an old mail is worth nothing. */
const lifetime = 30 * 60 * 1000

export const resetKeyHash = (ports: IdentityPorts, key: string): Buffer => keyedHash(ports, 'reset-link', `key\n${key}`)

/**
 * Makes a link that sets a new password, once. The key stands behind `#`, which browsers keep to themselves: no server, proxy or log sees
 * it. The address is the product's own and never one that a request named, else a forged `Host` would send the key to a stranger.
 */
export const makeResetLink = async (
  ports: IdentityPorts,
  runner: Runner,
  { email, userId, by }: { email: string; userId: string | null; by: 'mail' | 'hand' },
) => {
  const key = newToken()
  const at = ports.clock.now()
  const expiresAt = new Date(at.getTime() + lifetime)
  const account = keyedHash(ports, 'reset-link', `account\n${email}`)
  await keepResetLink(runner, { account, hash: resetKeyHash(ports, key), userId, mailed: by === 'mail', at, expiresAt })
  return { url: `${ports.publicAddress()}/reset#${key}`, expiresAt }
}

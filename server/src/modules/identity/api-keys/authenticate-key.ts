import { LRUCache } from 'lru-cache'
import type { Actor } from '../actor.ts'
import { keyInvalid, tenantSuspended } from '../failures.ts'
import type { IdentityPorts } from '../ports.ts'
import { type KeyStanding, standingOfSecret, touchKey } from '../store/api-keys.ts'
import { grantOfKey } from './grant-of-key.ts'
import { readSecret } from './secret.ts'

type Standing = KeyStanding & { tenantSuspended: boolean }

/** Milliseconds for which an answer is trusted; hints cut that short. */
const trusted = 2000
/** Milliseconds between two notes of a key's last use. */
const noteEvery = 60_000

/**
 * Checks secrets of API keys. A key is nobody's stand-in: it acts under its own id and name, with its scopes and no others, as far as it reaches, but
 * never with more than whoever holds it may do now.
 */
export const createAuthenticateKey = (ports: IdentityPorts) => {
  const known = new LRUCache<string, Promise<Standing | null>>({ max: 10_000, ttl: trusted })
  const stops = ['api-key', 'tenant', 'user'].map((topic) => ports.hints.onChanged(topic, () => known.clear()))

  const noteUse = async (key: KeyStanding, now: Date): Promise<void> => {
    const lately = new Date(now.getTime() - noteEvery)
    if (key.lastUsedAt === null || key.lastUsedAt <= lately) await touchKey(ports.database.system, key, now, lately)
  }

  const load = async (hash: Buffer): Promise<Standing | null> => {
    const key = await standingOfSecret(ports.database.system, ports.clock.now(), hash)
    if (!key) return null
    const [tenant] = await ports.tenants([key.tenantId])
    const now = ports.clock.now()
    const standing = { ...key, tenantSuspended: tenant?.status !== 'active' }
    if (isGood(standing, now) && !standing.tenantSuspended) await noteUse(key, now)
    return standing
  }

  const standingBy = (hash: Buffer): Promise<Standing | null> => {
    const name = hash.toString('base64')
    const held = known.get(name)
    if (held) return held
    const loading = load(hash)
    known.set(name, loading)
    // A failed look-up must not be remembered; its caller gets the error.
    loading.catch(() => known.delete(name))
    return loading
  }

  const authenticateKey = async (secret: string): Promise<Actor> => {
    const hash = readSecret(secret)
    const key = hash && (await standingBy(hash))
    if (!key || !isGood(key, ports.clock.now())) throw keyInvalid()
    if (key.tenantSuspended) throw tenantSuspended()
    return {
      userId: key.id,
      keyId: key.id,
      sessionId: key.id,
      tenantId: key.tenantId,
      role: 'key',
      ...grantOfKey(key.chain).held,
      isHostAdmin: false,
      name: key.name,
      language: null,
      expiresAt: key.expiresAt ?? new Date(8.64e15),
    }
  }
  return { authenticateKey, stop: () => stops.forEach((stop) => stop()) }
}

const isGood = ({ expiresAt }: KeyStanding, now: Date): boolean => expiresAt === null || expiresAt > now

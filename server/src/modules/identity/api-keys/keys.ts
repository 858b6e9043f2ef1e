import { type ApiKey, type ApiKeyWithSecret, type Grant, type HiddenField, hideableFields, type Page, type Permission } from '@chasqui/contracts'
import { idCursor } from '#platform/cursor'
import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import { newId } from '#platform/ids'
import { stateOfKey } from '../domain/held-grant.ts'
import { refuseMoreThanOwn } from '../more-than-own.ts'
import type { IdentityPorts } from '../ports.ts'
import {
  type ApiKeyRow,
  chainsOf,
  endSecrets,
  holdKey,
  insertKey,
  insertSecret,
  keyById,
  type KeyLink,
  keysBefore,
  lockKey,
  markRevoked,
} from '../store/api-keys.ts'
import { grantOfKey } from './grant-of-key.ts'
import { newSecret } from './secret.ts'

type By = Grant & { userId: string; keyId: string | null }
type Wish = { name: string; scopes: Permission[]; reach: ApiKey['reach']; hides: HiddenField[]; expiresAt: string | null }

const hour = 3_600_000

const wireKey = (
  { createdBy, createdByName, heldBy, heldByName, createdAt, expiresAt, lastUsedAt, oldSecretUntil, ...row }: ApiKeyRow,
  chain: KeyLink[],
): ApiKey => {
  const { own, held } = grantOfKey(chain)
  return {
    ...row,
    createdBy: { id: createdBy, name: createdByName },
    heldBy: { id: heldBy, name: heldByName },
    ...stateOfKey(own, held),
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    oldSecretUntil: oldSecretUntil?.toISOString() ?? null,
  }
}

const wireKeys = async (tx: Tx, now: Date, rows: ApiKeyRow[]): Promise<ApiKey[]> => {
  const chains = await chainsOf(
    tx,
    now,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => wireKey(row, chains.get(row.id) ?? []))
}

export const listKeys =
  (ports: IdentityPorts) =>
  async (tx: Tx, { limit, cursor }: { limit: number; cursor?: string | undefined }): Promise<Page<ApiKey>> => {
    const now = ports.clock.now()
    const rows = await keysBefore(tx, now, idCursor(cursor), limit + 1)
    const items = await wireKeys(tx, now, rows.slice(0, limit))
    return { items, nextCursor: rows.length > limit ? items.at(-1)!.id : null }
  }

/** Gives the key a secret of its own and tells it, this once. */
const giveSecret = async (ports: IdentityPorts, tx: Tx, keyId: string): Promise<ApiKeyWithSecret> => {
  const at = ports.clock.now()
  const { secret, hash, prefix } = newSecret()
  await insertSecret(tx, { keyId, hash, prefix, at })
  tx.afterCommit(() => ports.hints.changed('api-key', keyId))
  const [key] = await wireKeys(tx, at, [(await keyById(tx, at, keyId))!])
  return { key: key!, secret }
}

/** Makes a key. It may do no more than who makes it. */
export const createKey =
  (ports: IdentityPorts) =>
  async (tx: Tx, by: By, wish: Wish): Promise<ApiKeyWithSecret> => {
    refuseMoreThanOwn(by, { ...wish, permissions: new Set(wish.scopes) }, 'scopes')
    const at = ports.clock.now()
    const expiresAt = wish.expiresAt === null ? null : new Date(wish.expiresAt)
    if (expiresAt && expiresAt <= at) {
      const message = 'The end must lie in the future.'
      throw new Failure('invalid', 'api_key.ends_before_it_begins', message, {
        errors: [{ path: 'expiresAt', code: 'api_key.ends_before_it_begins', message }],
      })
    }
    const id = newId()
    const { name, reach } = wish
    await insertKey(tx, {
      id,
      name,
      scopes: [...new Set(wish.scopes)],
      reach,
      hides: hideableFields.filter((field) => wish.hides.includes(field)),
      createdBy: by.userId,
      at,
      expiresAt,
    })
    tx.record({ subject: { kind: 'api_key', id, name }, after: { scopes: wish.scopes, reach, hides: wish.hides, expiresAt } })
    return giveSecret(ports, tx, id)
  }

/** Whether nothing is left of what the key was given, because its holder lost all of it. */
const isStopped = async (tx: Tx, now: Date, id: string): Promise<boolean> => {
  const { own, held } = grantOfKey((await chainsOf(tx, now, [id])).get(id) ?? [])
  return stateOfKey(own, held).state === 'stopped'
}

/**
 * A new secret beside the old one, which ends after the overlap. Whoever learns a secret can do what it can, so that takes as much. A person who does
 * it answers for the key from then on: its rights are bounded by theirs. The old secret of a key that had stopped ends at once, for it is known to
 * whoever had to lose it.
 */
export const rotateKey =
  (ports: IdentityPorts) =>
  async (tx: Tx, by: By, id: string, overlapHours: number): Promise<ApiKeyWithSecret> => {
    const key = await lockKey(tx, id)
    if (!key) throw absent('API key')
    refuseMoreThanOwn(by, { ...key, permissions: new Set(key.scopes) }, 'scopes')
    const now = ports.clock.now()
    const before = await keyById(tx, now, id)
    const overlap = (await isStopped(tx, now, id)) ? 0 : overlapHours * hour
    await endSecrets(tx, id, new Date(now.getTime() + overlap))
    if (by.keyId === null) await holdKey(tx, id, by.userId)
    const given = await giveSecret(ports, tx, id)
    tx.record({
      subject: { kind: 'api_key', id, name: given.key.name },
      before: { prefix: before?.prefix ?? null, heldBy: before?.heldByName ?? null },
      after: { prefix: given.key.prefix, heldBy: given.key.heldBy.name, oldSecretUntil: given.key.oldSecretUntil },
    })
    return given
  }

/** Ends a key at once. Its name stays with what it wrote. */
export const revokeKey =
  (ports: IdentityPorts) =>
  async (tx: Tx, id: string): Promise<void> => {
    const key = await keyById(tx, ports.clock.now(), id)
    if (!(await markRevoked(tx, id, ports.clock.now()))) throw absent('API key')
    tx.record({ subject: { kind: 'api_key', id, name: key?.name ?? null }, before: { scopes: key?.scopes ?? [] } })
    tx.afterCommit(() => ports.hints.changed('api-key', id))
  }

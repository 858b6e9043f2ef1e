import { type ApiKey, type ApiKeyWithSecret, type Grant, type HiddenField, hideableFields, type Page, type Permission } from '@chasqui/contracts'
import { idCursor } from '#platform/cursor'
import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import { newId } from '#platform/ids'
import { refuseMoreThanOwn } from '../more-than-own.ts'
import type { IdentityPorts } from '../ports.ts'
import { type ApiKeyRow, endSecrets, insertKey, insertSecret, keyById, keysBefore, lockKey, markRevoked } from '../store/api-keys.ts'
import { newSecret } from './secret.ts'

type By = Grant & { userId: string }
type Wish = { name: string; scopes: Permission[]; reach: ApiKey['reach']; hides: HiddenField[]; expiresAt: string | null }

const hour = 3_600_000

const wireKey = ({ createdBy, createdByName, createdAt, expiresAt, lastUsedAt, oldSecretUntil, ...row }: ApiKeyRow): ApiKey => ({
  ...row,
  createdBy: { id: createdBy, name: createdByName },
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt?.toISOString() ?? null,
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
  oldSecretUntil: oldSecretUntil?.toISOString() ?? null,
})

export const listKeys =
  (ports: IdentityPorts) =>
  async (tx: Tx, { limit, cursor }: { limit: number; cursor?: string | undefined }): Promise<Page<ApiKey>> => {
    const rows = await keysBefore(tx, ports.clock.now(), idCursor(cursor), limit + 1)
    const items = rows.slice(0, limit)
    return { items: items.map(wireKey), nextCursor: rows.length > limit ? items.at(-1)!.id : null }
  }

/** Gives the key a secret of its own and tells it, this once. */
const giveSecret = async (ports: IdentityPorts, tx: Tx, keyId: string): Promise<ApiKeyWithSecret> => {
  const at = ports.clock.now()
  const { secret, hash, prefix } = newSecret()
  await insertSecret(tx, { keyId, hash, prefix, at })
  tx.afterCommit(() => ports.hints.changed('api-key', keyId))
  return { key: wireKey((await keyById(tx, at, keyId))!), secret }
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

/** A new secret beside the old one, which ends after the overlap. Whoever learns a secret can do what it can, so that takes as much. */
export const rotateKey =
  (ports: IdentityPorts) =>
  async (tx: Tx, by: By, id: string, overlapHours: number): Promise<ApiKeyWithSecret> => {
    const key = await lockKey(tx, id)
    if (!key) throw absent('API key')
    refuseMoreThanOwn(by, { ...key, permissions: new Set(key.scopes) }, 'scopes')
    const before = await keyById(tx, ports.clock.now(), id)
    await endSecrets(tx, id, new Date(ports.clock.now().getTime() + overlapHours * hour))
    const given = await giveSecret(ports, tx, id)
    tx.record({
      subject: { kind: 'api_key', id, name: given.key.name },
      before: { prefix: before?.prefix ?? null },
      after: { prefix: given.key.prefix, oldSecretUntil: given.key.oldSecretUntil },
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

import type { ApiKey, HiddenField, Permission, Reach } from '@chasqui/contracts'
import type { Runner } from './runner.ts'

type KeyGrant = { scopes: Permission[]; reach: ApiKey['reach']; hides: HiddenField[] }

export type ApiKeyRow = KeyGrant & {
  id: string
  name: string
  prefix: string
  createdBy: string
  createdByName: string | null
  heldBy: string
  heldByName: string | null
  createdAt: Date
  expiresAt: Date | null
  lastUsedAt: Date | null
  oldSecretUntil: Date | null
}

/** Keys that are not revoked, with their newest secret. Former members of the tenant have no name here any more. */
const keySelect = `select k.id, k.name, k.scopes, k.reach, k.hides, newest.prefix, k.created_by as "createdBy", coalesce(u.name, maker.name) as "createdByName",
  k.held_by as "heldBy", coalesce(h.name, holder.name) as "heldByName", k.created_at as "createdAt",
  k.expires_at as "expiresAt", k.last_used_at as "lastUsedAt",
  (select max(old.expires_at) from identity.api_key_secret old where old.tenant_id = k.tenant_id and old.key_id = k.id and old.expires_at > $1) as "oldSecretUntil"
  from identity.api_key k
  join identity.api_key_secret newest on newest.tenant_id = k.tenant_id and newest.key_id = k.id and newest.expires_at is null
  left join identity."user" u on u.id = k.created_by
  left join identity.api_key maker on maker.tenant_id = k.tenant_id and maker.id = k.created_by
  left join identity."user" h on h.id = k.held_by
  left join identity.api_key holder on holder.tenant_id = k.tenant_id and holder.id = k.held_by
  where k.tenant_id = platform.current_tenant() and k.revoked_at is null`

export const keysBefore = async (tx: Runner, now: Date, before: string | null, limit: number): Promise<ApiKeyRow[]> =>
  (await tx.query<ApiKeyRow>(`${keySelect} and ($2::uuid is null or k.id < $2) order by k.id desc limit $3`, [now, before, limit])).rows

export const keyById = async (tx: Runner, now: Date, id: string): Promise<ApiKeyRow | null> =>
  (await tx.query<ApiKeyRow>(`${keySelect} and k.id = $2`, [now, id])).rows[0] ?? null

export type NewKey = KeyGrant & { id: string; name: string; createdBy: string; at: Date; expiresAt: Date | null }
export const insertKey = (tx: Runner & { tenantId: string }, key: NewKey): Promise<unknown> =>
  tx.query(
    'insert into identity.api_key (tenant_id, id, name, scopes, reach, hides, created_by, held_by, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9)',
    [tx.tenantId, key.id, key.name, key.scopes, key.reach, key.hides, key.createdBy, key.at, key.expiresAt],
  )

export const insertSecret = (tx: Runner & { tenantId: string }, secret: { keyId: string; hash: Buffer; prefix: string; at: Date }): Promise<unknown> =>
  tx.query('insert into identity.api_key_secret (tenant_id, key_id, secret_hash, prefix, created_at) values ($1, $2, $3, $4, $5)', [
    tx.tenantId,
    secret.keyId,
    secret.hash,
    secret.prefix,
    secret.at,
  ])

/** Takes the key into this transaction's hand; null when it is not there or revoked. */
export const lockKey = async (tx: Runner, id: string): Promise<KeyGrant | null> =>
  (
    await tx.query<KeyGrant>(
      'select scopes, reach, hides from identity.api_key where tenant_id = platform.current_tenant() and id = $1 and revoked_at is null for update',
      [id],
    )
  ).rows[0] ?? null

/** Secrets that are good without end get one; those that run out already keep theirs, unless it is later. */
export const endSecrets = (tx: Runner, keyId: string, at: Date): Promise<unknown> =>
  tx.query('update identity.api_key_secret set expires_at = least(expires_at, $2::timestamptz) where tenant_id = platform.current_tenant() and key_id = $1', [
    keyId,
    at,
  ])

export const markRevoked = async (tx: Runner, id: string, at: Date): Promise<boolean> =>
  (await tx.query('update identity.api_key set revoked_at = $2 where tenant_id = platform.current_tenant() and id = $1 and revoked_at is null', [id, at]))
    .rowCount === 1

/** Makes somebody the one whose rights bound the key's. */
export const holdKey = (tx: Runner, id: string, userId: string): Promise<unknown> =>
  tx.query('update identity.api_key set held_by = $2 where tenant_id = platform.current_tenant() and id = $1', [id, userId])

/** A key, or one by which it was made, with what its holder may do now if that is an active member. */
export type KeyLink = KeyGrant & {
  over: boolean
  holderRole: string | null
  /** What a role of the tenant's own gives its holder; null for a built-in one. */
  holderOwnRole: { permissions: Permission[]; reach: Reach; hides: HiddenField[] } | null
}

/** From a key to the person at its beginning. No key is made by so many others: a longer way ends at nobody, who may do nothing. */
const chainFrom = (start: string) => `with recursive chain as (
    select k.tenant_id, k.id as root, 0 as depth, k.held_by, k.scopes, k.reach, k.hides, k.revoked_at, k.expires_at from identity.api_key k where ${start}
    union all
    select m.tenant_id, c.root, c.depth + 1, m.held_by, m.scopes, m.reach, m.hides, m.revoked_at, m.expires_at
    from chain c join identity.api_key m on m.tenant_id = c.tenant_id and m.id = c.held_by where c.depth < 20)
  select c.root, c.scopes, c.reach, c.hides, c.revoked_at is not null or (c.depth > 0 and c.expires_at is not null and c.expires_at <= $1) as over,
    m.role as "holderRole", case when r.id is not null then json_build_object('permissions', r.permissions, 'reach', r.reach, 'hides', r.hides) end as "holderOwnRole"
  from chain c left join identity."user" u on u.id = c.held_by and u.status = 'active'
  left join identity.membership m on m.tenant_id = c.tenant_id and m.user_id = u.id and m.status = 'active'
  left join identity.role r on r.tenant_id = m.tenant_id and r.id = m.role_id
  order by c.root, c.depth`

/** The ways of several keys of the transaction's tenant, by their id. */
export const chainsOf = async (tx: Runner, now: Date, ids: string[]): Promise<Map<string, KeyLink[]>> => {
  const { rows } = await tx.query<KeyLink & { root: string }>(chainFrom('k.tenant_id = platform.current_tenant() and k.id = any($2::uuid[])'), [now, ids])
  return Map.groupBy(rows, ({ root }) => root)
}

export type KeyStanding = {
  id: string
  tenantId: string
  name: string
  /** The earlier end of the key and of the secret. */
  expiresAt: Date | null
  lastUsedAt: Date | null
  chain: KeyLink[]
}

/** All that decides whether a secret opens anything; null for a secret of no key or of a revoked one. */
export const standingOfSecret = async (runner: Runner, now: Date, hash: Buffer): Promise<KeyStanding | null> => {
  const { rows } = await runner.query<Omit<KeyStanding, 'chain'>>(
    `select k.id, k.tenant_id as "tenantId", k.name, least(k.expires_at, s.expires_at) as "expiresAt", k.last_used_at as "lastUsedAt"
     from identity.api_key_secret s join identity.api_key k on k.tenant_id = s.tenant_id and k.id = s.key_id
     where s.secret_hash = $1 and k.revoked_at is null`,
    [hash],
  )
  const key = rows[0]
  if (!key) return null
  const chain = await runner.query<KeyLink>(chainFrom('k.tenant_id = $2 and k.id = $3'), [now, key.tenantId, key.id])
  return { ...key, chain: chain.rows }
}

/** Keeps the last use unless another node has just done so. */
export const touchKey = (runner: Runner, { tenantId, id }: Pick<KeyStanding, 'tenantId' | 'id'>, at: Date, unlessAfter: Date): Promise<unknown> =>
  runner.query('update identity.api_key set last_used_at = $3 where tenant_id = $1 and id = $2 and (last_used_at is null or last_used_at <= $4)', [
    tenantId,
    id,
    at,
    unlessAfter,
  ])

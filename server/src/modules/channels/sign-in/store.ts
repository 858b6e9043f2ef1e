import { SignInKind } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { ChannelsPorts } from '../ports.ts'

/** Whose sign-in it is, and for what. */
export type Signing = { tenantId: string; userId: string; kind: SignInKind }

type Row = { tenant_id: string; user_id: string; kind: SignInKind; granted: Buffer | null; expires_at: Date }

const aboutOf = ({ tenantId, userId, kind }: Signing, hash: Buffer): string => `sign-in ${tenantId} ${userId} ${kind} ${hash.toString('hex')}`

/** Keeps a state (`grant` null) or what was granted, under the hash of the secret that leads back to it; returns when it ends. What of this person is over goes. */
export const keepSignIn = async (
  tx: Tx,
  ports: ChannelsPorts,
  { key, grant, minutes, ...signing }: Omit<Signing, 'tenantId'> & { key: string; grant: string | null; minutes: number },
): Promise<Date> => {
  const [hash, now] = [ports.hashSecret(key), ports.now()]
  const expiresAt = new Date(now.getTime() + minutes * 60_000)
  const granted = grant === null ? null : ports.seal(grant, aboutOf({ ...signing, tenantId: tx.tenantId }, hash))
  await tx.query('delete from channels.sign_in where tenant_id = $1 and user_id = $2 and expires_at <= $3', [tx.tenantId, signing.userId, now])
  await tx.query('insert into channels.sign_in (tenant_id, key_hash, user_id, kind, granted, expires_at) values ($1, $2, $3, $4, $5, $6)', [
    tx.tenantId,
    hash,
    signing.userId,
    signing.kind,
    granted,
    expiresAt,
  ])
  return expiresAt
}

/** The sign-in that a state began, once: whoever brings it again, or too late, gets null. */
export const takeState = async (ports: ChannelsPorts, state: string): Promise<Signing | null> => {
  const { rows } = await ports.database.system.query<Row>('delete from channels.sign_in where key_hash = $1 and granted is null returning *', [
    ports.hashSecret(state),
  ])
  const [row] = rows
  return row && row.expires_at > ports.now() ? { tenantId: row.tenant_id, userId: row.user_id, kind: row.kind } : null
}

/** What was granted to this person, while the reference lasts; null for everybody else's. */
export const findGrant = async (
  ports: ChannelsPorts,
  { tenantId, userId }: Omit<Signing, 'kind'>,
  reference: string,
): Promise<{ kind: SignInKind; grant: string } | null> => {
  const hash = ports.hashSecret(reference)
  const { rows } = await ports.database.inTenant(tenantId, (tx) =>
    tx.query<Row>('select * from channels.sign_in where tenant_id = $1 and key_hash = $2 and user_id = $3 and granted is not null and expires_at > $4', [
      tenantId,
      hash,
      userId,
      ports.now(),
    ]),
  )
  const [row] = rows
  return row?.granted ? { kind: row.kind, grant: ports.open(row.granted, aboutOf({ tenantId, userId, kind: row.kind }, hash)) } : null
}

export const forgetSignIns = async ({ database, now }: Pick<ChannelsPorts, 'database' | 'now'>): Promise<void> =>
  void (await database.system.query('delete from channels.sign_in where expires_at <= $1', [now()]))

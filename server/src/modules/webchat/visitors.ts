import type { Tx } from '#platform/database/transaction'
import type { WebchatPorts } from './ports.ts'

export type Visitor = { id: string; name: string | null; email: string | null }
type Known = Visitor & { subject: string | null }

type Told = { name: string | null; email: string | null }
/** Who comes: `known` by an earlier token, `subject` by the signature of the site. */
export type Coming = { known: string | null; subject: string | null } & Told

const columns = 'id, name, email, subject'

const readBy = async (tx: Tx, channelId: string, column: 'id' | 'subject', value: string): Promise<Known | null> => {
  const { rows } = await tx.query<Known>(`select ${columns} from webchat.visitor where tenant_id = $1 and channel_id = $2 and ${column} = $3 for update`, [
    tx.tenantId,
    channelId,
    value,
  ])
  return rows[0] ?? null
}

/**
 * The visitor that somebody is, made on the first visit. Whom the site names is always the same; a chat that was begun without a name becomes theirs. A
 * chat that belongs to a name is opened by nobody else: on a shared computer the next person begins anew.
 */
export const beginVisit = async (ports: Pick<WebchatPorts, 'now' | 'newId'>, tx: Tx, channelId: string, coming: Coming): Promise<Visitor> => {
  const own = coming.subject === null ? null : await readBy(tx, channelId, 'subject', coming.subject)
  const before = coming.known === null ? null : await readBy(tx, channelId, 'id', coming.known)
  const continued = own ?? (before?.subject === null || before?.subject === coming.subject ? before : null)
  return continued ? update(ports, tx, channelId, continued, coming) : insert(ports, tx, channelId, coming)
}

const update = async (ports: Pick<WebchatPorts, 'now'>, tx: Tx, channelId: string, visitor: Known, { subject, name, email }: Coming): Promise<Visitor> => {
  const { rows } = await tx.query<Known>(
    `update webchat.visitor set subject = coalesce(subject, $4), name = coalesce($5, name), email = coalesce($6, email), seen_at = $7
     where tenant_id = $1 and channel_id = $2 and id = $3 returning ${columns}`,
    [tx.tenantId, channelId, visitor.id, subject, name, email, ports.now()],
  )
  return rows[0]!
}

const insert = async (ports: Pick<WebchatPorts, 'now' | 'newId'>, tx: Tx, channelId: string, { subject, name, email }: Coming): Promise<Visitor> => {
  const { rows } = await tx.query<Known>(
    `insert into webchat.visitor (tenant_id, channel_id, id, subject, name, email, created_at, seen_at) values ($1, $2, $3, $4, $5, $6, $7, $7)
     on conflict (tenant_id, channel_id, subject) where subject is not null do update set seen_at = excluded.seen_at returning ${columns}`,
    [tx.tenantId, channelId, ports.newId(), subject, name, email, ports.now()],
  )
  return rows[0]!
}

export const readVisitor = async (tx: Tx, channelId: string, id: string): Promise<Visitor | null> => {
  const { rows } = await tx.query<Visitor>('select id, name, email from webchat.visitor where tenant_id = $1 and channel_id = $2 and id = $3', [
    tx.tenantId,
    channelId,
    id,
  ])
  return rows[0] ?? null
}

/** Days after which somebody is forgotten who came and never said a word. */
const silentDays = 30

export const forgetSilent = async (tx: Tx, now: Date): Promise<void> => {
  await tx.query('delete from webchat.visitor where tenant_id = $1 and last_seq = 0 and seen_at < $2', [
    tx.tenantId,
    new Date(now.getTime() - silentDays * 86_400_000),
  ])
}

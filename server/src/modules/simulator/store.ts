import type { MessageContent, PhoneMessage } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'

/** One bubble as it is kept. `position` is its place on the screen. */
export type Bubble = {
  id: string
  phone: string
  position: number
  clientRef: string | null
  direction: 'in' | 'out'
  content: MessageContent
  status: PhoneMessage['status']
  quoted: string | null
  reactions: PhoneMessage['reactions']
  editedAt: Date | null
  deletedAt: Date | null
  /** Real time; the phone's clock was ahead of it by so many seconds. */
  at: Date
  aheadSeconds: number
}

export const columns = `id, phone, position, client_ref as "clientRef", direction, content, status, quoted, reactions,
  edited_at as "editedAt", deleted_at as "deletedAt", at, ahead_seconds as "aheadSeconds"`

type Phone = { key: string; name: string | null; at: Date }

/** Makes the phone on its first use, and takes over a name where one is given. Answers the name it goes by. */
export const ensurePhone = async (tx: Tx, channelId: string, { key, name, at }: Phone): Promise<string> => {
  const { rows } = await tx.query<{ name: string }>(
    `insert into simulator.phone as known (tenant_id, channel_id, phone, name, created_at) values ($1, $2, $3, coalesce($4, $3), $5)
     on conflict (tenant_id, channel_id, phone) do update set name = coalesce($4, known.name) returning name`,
    [tx.tenantId, channelId, key, name, at],
  )
  return rows[0]!.name
}

type NewBubble = Pick<Bubble, 'id' | 'phone' | 'clientRef' | 'direction' | 'content' | 'status' | 'quoted' | 'at'>

/** Shown under the time that the phone's clock has now. False when the screen has this id or client reference already. */
export const addBubble = async (tx: Tx, channelId: string, bubble: NewBubble): Promise<boolean> => {
  const { rowCount } = await tx.query(
    `insert into simulator.screen (tenant_id, channel_id, phone, id, client_ref, direction, content, status, quoted, at, ahead_seconds)
     select $1, $2, phone, $4, $5, $6, $7, $8, $9, $10, ahead_seconds from simulator.phone where tenant_id = $1 and channel_id = $2 and phone = $3
     on conflict do nothing`,
    [
      tx.tenantId,
      channelId,
      bubble.phone,
      bubble.id,
      bubble.clientRef,
      bubble.direction,
      JSON.stringify(bubble.content),
      bubble.status,
      bubble.quoted,
      bubble.at,
    ],
  )
  return rowCount === 1
}

const oneBy =
  (column: 'id' | 'client_ref') =>
  async (tx: Tx, channelId: string, value: string): Promise<Bubble | null> => {
    const { rows } = await tx.query<Bubble>(`select ${columns} from simulator.screen where tenant_id = $1 and channel_id = $2 and ${column} = $3`, [
      tx.tenantId,
      channelId,
      value,
    ])
    return rows[0] ?? null
  }
export const bubbleById = oneBy('id')
export const bubbleByClientRef = oneBy('client_ref')

/** The newest messages of the business on a phone, newest first. */
export const newestFromBusiness = async (tx: Tx, channelId: string, phone: string, limit: number): Promise<Bubble[]> => {
  const { rows } = await tx.query<Bubble>(
    `select ${columns} from simulator.screen where tenant_id = $1 and channel_id = $2 and phone = $3 and direction = 'in'
     order by position desc limit $4`,
    [tx.tenantId, channelId, phone, limit],
  )
  return rows
}

type BubbleChange = Partial<Pick<Bubble, 'content' | 'reactions' | 'editedAt' | 'deletedAt'>>

export const changeBubble = async (tx: Tx, channelId: string, bubble: Bubble, change: BubbleChange): Promise<void> => {
  const next = { ...bubble, ...change }
  await tx.query(
    `update simulator.screen set content = $4, reactions = $5, edited_at = $6, deleted_at = $7 where tenant_id = $1 and channel_id = $2 and id = $3`,
    [tx.tenantId, channelId, bubble.id, JSON.stringify(next.content), JSON.stringify(next.reactions), next.editedAt, next.deletedAt],
  )
}

/** Tells the pages that show this phone to look again. */
export const screenChanged = (tx: Tx, channelId: string, phone: string): void => tx.publish({ type: 'simulator.screen_changed', payload: { channelId, phone } })

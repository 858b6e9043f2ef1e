import { filesOf, wordsOf, type MessageContent, type Page, type PhoneMessage } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import type { SimulatorPorts } from './ports.ts'
import { columns, screenChanged, type Bubble } from './store.ts'

type Query = { channelId: string; phone: string; limit: number; cursor?: string | undefined }

/** What the phone shows: the newest page first, each page oldest first. Messages that have not reached the phone are not on it. */
export const readScreen = async (ports: SimulatorPorts, tx: Tx, { channelId, phone, limit, cursor }: Query): Promise<Page<PhoneMessage>> => {
  const { rows } = await tx.query<Bubble>(
    `select ${columns} from simulator.screen 
     where tenant_id = $1 and channel_id = $2 and phone = $3 and ($4::bigint is null or position < $4) and not (direction = 'in' and status = 'sent')
     order by position desc limit $5`,
    [tx.tenantId, channelId, phone, cursor === undefined ? null : positionIn(cursor), limit + 1],
  )
  const bubbles = rows.slice(0, limit)
  const items = bubbles.map((bubble) => shown(ports, tx.tenantId, bubble)).reverse()
  return { items, nextCursor: rows.length > limit ? String(bubbles.at(-1)!.position) : null }
}

const positionIn = (cursor: string): number => {
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor)
  throw new Failure('invalid', 'invalid_cursor', 'This cursor was not made by this list.')
}

const shown = (ports: SimulatorPorts, tenantId: string, bubble: Bubble): PhoneMessage => ({
  id: bubble.id,
  direction: bubble.direction,
  content: withAddresses(bubble.content, (fileId) => ports.fileUrl(tenantId, fileId)),
  status: bubble.status,
  quoted: bubble.quoted,
  reactions: bubble.reactions,
  editedAt: bubble.editedAt?.toISOString() ?? null,
  deletedAt: bubble.deletedAt?.toISOString() ?? null,
  at: new Date(bubble.at.getTime() + bubble.aheadSeconds * 1000).toISOString(),
  text: bubble.deletedAt ? '' : wordsOf(bubble.content),
})

/** Addresses of files expire, so they are made when somebody looks. */
const withAddresses = (content: MessageContent, urlOf: (fileId: string) => string): MessageContent => {
  const copy = structuredClone(content)
  for (const file of filesOf(copy)) if (file.fileId) file.url = urlOf(file.fileId)
  return copy
}

/** Empties the screen; the conversation of the business keeps everything. */
export const clearScreen = async (tx: Tx, channelId: string, phone: string): Promise<void> => {
  await tx.query('delete from simulator.screen where tenant_id = $1 and channel_id = $2 and phone = $3', [tx.tenantId, channelId, phone])
  screenChanged(tx, channelId, phone)
}

import type { ChannelSession, ChannelState, Page, SessionCode, SessionStatus } from '@chasqui/contracts'
import { idCursor } from '#platform/cursor'
import type { Tx } from '#platform/database/transaction'
import { absent } from '#platform/failure'
import { qrPicture } from '#platform/qr-picture'
import type { LineState } from '../adapter.ts'
import type { ChannelRow } from '../directory.ts'
import { isImporting } from '../history/store.ts'
import { lineWord, readLine } from '../listening/line.ts'
import type { ChannelsPorts } from '../ports.ts'
import { readStatus } from '../views.ts'

const statusOf: Record<ChannelState, SessionStatus> = {
  disconnected: 'disconnected',
  connecting: 'connecting',
  connected: 'connected',
  // Both wait for a person.
  paused: 'error',
  error: 'error',
}

type Row = ChannelRow & { line_state: LineState['state'] | null; line_until: Date | null; line_cause: string | null; is_importing: boolean }

const select = `select c.*, l.state as line_state, l.until as line_until, l.cause as line_cause, l.state = 'connected' and ${isImporting} as is_importing from channels.channel c
  left join channels.line l on l.tenant_id = c.tenant_id and l.channel_id = c.id and c.state <> 'disconnected'
  where c.tenant_id = $1 and c.deleted_at is null`

const sessionOf = (row: Row): ChannelSession => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  status: statusOf[row.state],
  line: row.line_state && lineWord(row.line_state, row.line_cause, row.is_importing),
  cause: row.line_cause ?? row.state_detail,
  since: row.state_since.toISOString(),
  lastConnectedAt: row.last_connected_at?.toISOString() ?? null,
  phone: row.address,
  linksBy: row.line_state === 'qr' || row.line_state === 'code' ? row.line_state : null,
  retryAt: (row.line_state === 'reconnecting' && row.line_until?.toISOString()) || null,
  createdAt: row.created_at.toISOString(),
})

export const readSession = async (tx: Tx, id: string): Promise<ChannelSession> => {
  const { rows } = await tx.query<Row>(`${select} and c.id = $2`, [tx.tenantId, id])
  if (!rows[0]) throw absent('session')
  return sessionOf(rows[0])
}

export const listSessions = async (tx: Tx, query: { limit: number; cursor?: string | undefined }): Promise<Page<ChannelSession>> => {
  const { rows } = await tx.query<Row>(`${select} and ($2::uuid is null or c.id > $2) order by c.id limit $3`, [
    tx.tenantId,
    idCursor(query.cursor),
    query.limit + 1,
  ])
  const items = rows.slice(0, query.limit).map(sessionOf)
  return { items, nextCursor: rows.length > query.limit ? items.at(-1)!.id : null }
}

/** With what waits to be sent and what failed. */
export const readSessionStatus = async (tx: Tx, ports: ChannelsPorts, id: string) => {
  const { queued, failedLastDay } = await readStatus(tx, ports, id)
  return { ...(await readSession(tx, id)), queued, failedLastDay }
}

/** What links the account at this moment. */
export const readCode = async (tx: Tx, ports: ChannelsPorts, id: string): Promise<SessionCode> => {
  const { line } = await readLine(tx, ports, id)
  const { status } = await readSession(tx, id)
  switch (line?.state) {
    case 'qr':
      return { status, qr: line.qr, image: `data:image/png;base64,${(await qrPicture(line.qr)).toString('base64')}`, code: null, until: line.until }
    case 'code':
      return { status, qr: null, image: null, code: line.code, until: line.until }
    default:
      return { status, qr: null, image: null, code: null, until: null }
  }
}

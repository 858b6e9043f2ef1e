import type { ChannelLine, ChannelState, LineWord } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { wakeSender } from '#platform/outbox/entry'
import type { LineState } from '../adapter.ts'
import type { Connection } from '../directory.ts'
import { noteLinked } from '../guardian/facts.ts'
import { readImport } from '../history/store.ts'
import { planLost } from '../incidents.ts'
import { changed, setState, writeLog } from '../manage.ts'
import type { ChannelsPorts } from '../ports.ts'
import { readRow } from '../views.ts'
import { holdOwnership, type Claimed } from './ownership.ts'

const aboutOf = (tenantId: string, channelId: string): string => `line ${tenantId} ${channelId}`

type Kept = { until: Date | null; cause: string | null; code: string | null }

const keptOf = (state: LineState): Kept => {
  switch (state.state) {
    case 'qr':
      return { until: state.until, cause: null, code: state.qr }
    case 'code':
      return { until: state.until, cause: null, code: state.code }
    case 'reconnecting':
      return { until: state.retryAt, cause: state.cause, code: null }
    case 'logged_out':
    case 'error':
      return { until: null, cause: state.cause, code: null }
    case 'connecting':
    case 'linking':
    case 'connected':
      return { until: null, cause: null, code: null }
  }
}

const keepText = `insert into channels.line as l (tenant_id, channel_id, state, since, until, cause, sealed) values ($1, $2, $3, $4, $5, $6, $7)
on conflict (tenant_id, channel_id) do update
  set state = excluded.state, since = case when l.state = excluded.state then l.since else excluded.since end, until = excluded.until, cause = excluded.cause, sealed = excluded.sealed`

/** Why the line was not there when somebody told of it last. */
const causeOf = async (tx: Tx, id: string): Promise<string | null> => {
  const { rows } = await tx.query<{ cause: string | null }>('select cause from channels.line where tenant_id = $1 and channel_id = $2', [tx.tenantId, id])
  return rows[0]?.cause ?? null
}

/**
 * Keeps how a line stands, for people to see, as long as this node owns the channel. The channel is connected while its line is, and connecting while it is not; what a person
 * stopped stays so. The log and the events hear of the states alone: codes are in neither.
 */
export const tellLine = async (ports: ChannelsPorts, { id, tenantId }: Connection, claimed: Claimed, state: LineState): Promise<void> => {
  const { until, cause, code } = keptOf(state)
  await ports.database.inTenant(tenantId, async (tx) => {
    const row = await readRow(tx, id, true)
    await holdOwnership(tx, ports.listening.node, claimed)
    const before = await causeOf(tx, id)
    const sealed = code === null ? null : ports.seal(code, aboutOf(tenantId, id))
    await tx.query(keepText, [tenantId, id, state.state, ports.now(), until, cause, sealed])
    const open = state.state === 'connected'
    // Whoever listens ends then, and says why.
    const isOver = state.state === 'logged_out' || state.state === 'error'
    if (state.state === 'connected' && state.address !== null && state.address !== row.address) await noteLinked(tx, id, ports.now())
    if (!isOver && row.state === (open ? 'connecting' : 'connected')) {
      await setState(tx, ports, id, open ? 'connected' : 'connecting', null, open ? state.address : null)
      const event = open ? ({ level: 'info', event: 'line_opened', detail: {} } as const) : ({ level: 'warn', event: 'line_lost', detail: { cause } } as const)
      await writeLog(tx, ports, id, event)
      if (!open) await planLost(tx, ports, id)
      return
    }
    // Also of a line that never opened: each try anew is no news, another cause is.
    if (state.state === 'reconnecting' && cause !== before) await writeLog(tx, ports, id, { level: 'warn', event: 'listening_troubled', detail: { cause } })
    changed(tx, ports, id, row.state)
  })
}

/** What waited for the line leaves now, and by this node's dispatcher. */
export const beginToSend = async (ports: ChannelsPorts, { id, tenantId }: Connection): Promise<void> => {
  await wakeSender(ports.database.system, tenantId, id, ports.now())
  ports.closeBreaker(id)
  ports.hints.work(['send'])
}

type LineRow = { state: LineState['state']; since: Date; until: Date | null; cause: string | null; sealed: Buffer | null }

/** How the line stands; null where none was ever begun, or the channel holds none. */
export const readLine = async (tx: Tx, ports: ChannelsPorts, id: string): Promise<{ line: ChannelLine | null }> => {
  const channel = await readRow(tx, id)
  if (channel.state === 'disconnected') return { line: null }
  const { rows } = await tx.query<LineRow>('select state, since, until, cause, sealed from channels.line where tenant_id = $1 and channel_id = $2', [
    tx.tenantId,
    id,
  ])
  const [row] = rows
  if (!row) return { line: null }
  const line = lineOf(row, (sealed) => ports.open(sealed, aboutOf(tx.tenantId, id)))
  const brought = line.state === 'connected' ? await readImport(tx, id) : null
  return { line: brought === null ? line : { state: 'importing', since: line.since, ...brought } }
}

type Ended = 'logged_out' | 'error'
/** Adapters tell of an error with this cause; people and programs are told of it by a state of its own. */
const endedAs = (state: Ended, cause: string): Ended | 'passkey_required' => (state === 'error' && cause === 'passkey_required' ? cause : state)

/** The word for how a line stands, by what is kept of it. */
export const lineWord = (state: LineState['state'], cause: string | null, isImporting: boolean): LineWord => {
  if (state === 'connected' && isImporting) return 'importing'
  return state === 'logged_out' || state === 'error' ? endedAs(state, cause ?? '') : state
}

/** How a channel and its line stand, whosever it is, for the operator's command line. */
export type LinkingFacts = { state: ChannelState; detail: string | null; address: string | null; line: ChannelLine | null }

export const readLinking = (ports: ChannelsPorts, tenantId: string, id: string): Promise<LinkingFacts> =>
  ports.database.inTenant(tenantId, async (tx) => {
    const { state, state_detail: detail, address } = await readRow(tx, id)
    return { state, detail, address, ...(await readLine(tx, ports, id)) }
  })

const lineOf = ({ state, since: began, until, cause, sealed }: LineRow, open: (sealed: Buffer) => string): ChannelLine => {
  const since = began.toISOString()
  switch (state) {
    case 'qr':
      return { state, since, qr: open(sealed!), until: until!.toISOString() }
    case 'code':
      return { state, since, code: open(sealed!), until: until!.toISOString() }
    case 'reconnecting':
      return { state, since, cause: cause!, retryAt: until!.toISOString() }
    case 'logged_out':
    case 'error':
      return { state: endedAs(state, cause!), since, cause: cause! }
    case 'connecting':
    case 'linking':
    case 'connected':
      return { state, since }
  }
}

/** Begins with a line anew: whoever holds one lets go of it, and one of the nodes that may opens another. */
export const beginLine = async (tx: Tx, ports: ChannelsPorts, id: string): Promise<void> => {
  await tx.query('update channels.owner set node = null, lease_until = null, fence = fence + 1 where tenant_id = $1 and channel_id = $2', [tx.tenantId, id])
  await tx.query(keepText, [tx.tenantId, id, 'connecting', ports.now(), null, null, null])
  await setState(tx, ports, id, 'connecting', null)
}

/** Whether the account itself ended the line, and not some trouble with it. */
export const wasLoggedOut = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.query(`select 1 from channels.line where tenant_id = $1 and channel_id = $2 and state = 'logged_out'`, [tx.tenantId, id])).rows.length > 0

/** The channel is disconnected or removed. */
export const forgetLine = (tx: Tx, id: string): Promise<unknown> =>
  tx.query('delete from channels.line where tenant_id = $1 and channel_id = $2', [tx.tenantId, id])

import type { ChannelHistory } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { changed, writeLog } from '../manage.ts'
import type { ChannelsPorts } from '../ports.ts'
import { readRow } from '../views.ts'
import { enqueuePart } from './lane.ts'
import { readHistory, readParts, type History, type Part } from './store.ts'

const stateOf = ({ cancelled_at }: History, parts: Part[]): ChannelHistory['state'] => {
  if (cancelled_at) return 'cancelled'
  if (parts.some(({ state }) => state === 'waiting')) return 'running'
  return parts.some(({ state }) => state === 'failed') ? 'failed' : 'done'
}

const sum = (numbers: (number | null)[]): number => numbers.reduce<number>((whole, number) => whole + (number ?? 0), 0)

/** How it goes with what was said before; null where nothing was offered. */
export const readProgress = async (tx: Tx, channelId: string): Promise<ChannelHistory | null> => {
  await readRow(tx, channelId)
  const history = await readHistory(tx, channelId)
  if (!history) return null
  const parts = await readParts(tx, channelId)
  const [current] = parts.filter(({ state }) => state === 'waiting')
  const failed = parts.filter(({ state }) => state === 'failed')
  return {
    state: stateOf(history, parts),
    linkedAt: history.linked_at.toISOString(),
    since: history.since.toISOString(),
    chats: sum(parts.map(({ chats }) => chats)),
    done: sum(parts.map(({ next }) => next)),
    messages: history.messages,
    failed: failed.length,
    cause: failed.at(-1)?.cause ?? null,
    waits: current?.cause && current.retry_at ? { cause: current.cause, retryAt: current.retry_at.toISOString() } : null,
  }
}

const lockHistory = async (tx: Tx, channelId: string) => {
  const { name, state } = await readRow(tx, channelId, true)
  const history = await readHistory(tx, channelId, 'for update')
  return { name, state, isWanted: history !== null && history.cancelled_at === null }
}

/** Nothing more is brought, of this link; what was brought stays. */
export const cancelHistory = async (tx: Tx, ports: ChannelsPorts, channelId: string): Promise<ChannelHistory | null> => {
  const { name, state, isWanted } = await lockHistory(tx, channelId)
  if (isWanted) {
    await tx.query('update channels.history set cancelled_at = $3 where tenant_id = $1 and channel_id = $2', [tx.tenantId, channelId, ports.now()])
    // What opens the pieces is of no use any more.
    await tx.query(
      `update channels.history_part set state = 'done', sealed = null, cause = null, retry_at = null where tenant_id = $1 and channel_id = $2 and state <> 'done'`,
      [tx.tenantId, channelId],
    )
    await writeLog(tx, ports, channelId, { level: 'info', event: 'history_cancelled', detail: {} })
  }
  tx.record({ subject: { kind: 'channel', id: channelId, name }, after: { historyCancelled: true } })
  changed(tx, ports, channelId, state)
  return readProgress(tx, channelId)
}

/** What failed, or waits, is tried again now. */
export const retryHistory = async (tx: Tx, ports: ChannelsPorts, channelId: string): Promise<ChannelHistory | null> => {
  const { name, state, isWanted } = await lockHistory(tx, channelId)
  if (isWanted) {
    const { rows } = await tx.query<{ id: string; next: number }>(
      `update channels.history_part set state = 'waiting', tries = 0, cause = null, retry_at = null
       where tenant_id = $1 and channel_id = $2 and (state = 'failed' or state = 'waiting' and retry_at is not null) returning id, next`,
      [tx.tenantId, channelId],
    )
    // A job that waits for its time finds that the chat was brought, and does nothing.
    for (const { id, next } of rows) enqueuePart(tx, { channelId, id, chat: next })
  }
  tx.record({ subject: { kind: 'channel', id: channelId, name }, after: { historyRetried: true } })
  changed(tx, ports, channelId, state)
  return readProgress(tx, channelId)
}

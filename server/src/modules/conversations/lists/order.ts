import type { Conversation, InboxSort } from '@chasqui/contracts'
import { foreignCursor } from '#platform/cursor'
import { isId } from '#platform/ids'

type Keys = {
  id: string
  state: Conversation['state']
  priority: Conversation['priority']
  due_at: Date | null
  waiting_since: Date | null
  last_activity_at: Date
}

/** A stretch of an order, in which rows stand by one instant and their ids. */
export type Stretch = {
  /** Which rows are in it. Spelled out, so that partial indexes are taken. */
  where: string
  /** What closed ones have to fulfil to be in it; null: none are. */
  ofClosed: string | null
  column: 'due_at' | 'waiting_since' | 'last_activity_at'
  direction: 'asc' | 'desc'
  holds: (row: Keys) => boolean
}

const newest = { column: 'last_activity_at', direction: 'desc' } as const
const prioritySql: Record<Conversation['priority'], string> = {
  low: `c.priority = 'low'`,
  normal: `c.priority = 'normal'`,
  high: `c.priority = 'high'`,
  urgent: `c.priority = 'urgent'`,
}
export const hasPriority = (priority: Conversation['priority']): string => prioritySql[priority]

const ofPriority = (priority: Conversation['priority']): Stretch => ({
  ...newest,
  where: prioritySql[priority],
  ofClosed: prioritySql[priority],
  holds: (row) => row.priority === priority,
})

/** Every order as stretches that follow each other. What is closed needs nobody, whatever it was owed. */
export const stretchesOf: Record<InboxSort, readonly Stretch[]> = {
  newest: [{ ...newest, where: 'true', ofClosed: 'true', holds: () => true }],
  oldest: [{ column: 'last_activity_at', direction: 'asc', where: 'true', ofClosed: 'true', holds: () => true }],
  priority: [ofPriority('urgent'), ofPriority('high'), ofPriority('normal'), ofPriority('low')],
  needs_me: [
    { column: 'due_at', direction: 'asc', where: 'c.due_at is not null', ofClosed: null, holds: (row) => row.state !== 'closed' && row.due_at !== null },
    {
      column: 'waiting_since',
      direction: 'asc',
      where: 'c.due_at is null and c.waiting_since is not null',
      ofClosed: null,
      holds: (row) => row.state !== 'closed' && row.waiting_since !== null,
    },
    { ...newest, where: 'c.due_at is null and c.waiting_since is null', ofClosed: 'true', holds: () => true },
  ],
}

/** Where a page ended: in which stretch, at which instant and id. */
export type Place = { stretch: number; at: Date; id: string }

export const cursorOf = (sort: InboxSort, row: Keys): string => {
  const stretch = stretchesOf[sort].findIndex(({ holds }) => holds(row))
  return [sort, stretch, row[stretchesOf[sort][stretch]!.column]!.toISOString(), row.id].join('_')
}

export const readCursor = (sort: InboxSort, cursor: string | undefined): Place | null => {
  if (cursor === undefined) return null
  const [, madeFor, stretch, instant = '', id] = /^([a-z_]+?)_(\d)_([^_]+)_([^_]+)$/.exec(cursor) ?? []
  const at = new Date(instant)
  if (madeFor !== sort || !stretchesOf[sort][Number(stretch)] || !isId(id) || Number.isNaN(at.getTime())) throw foreignCursor()
  return { stretch: Number(stretch), at, id }
}

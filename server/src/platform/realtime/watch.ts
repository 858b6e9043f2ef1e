import type { ClientToServer, Live, ServerToClient } from '@chasqui/contracts'
import type { Socket } from 'socket.io'
import { isId } from '../ids.ts'
import { variantOf } from './rooms.ts'
import type { Viewer } from './viewer.ts'

export type WatchPorts = {
  /** What goes on now, as this person sees it. */
  read(viewer: Viewer, campaignId: string | undefined): Promise<Live>
  /** The number of the last event told to browsers of the tenant. */
  seqOf(tenantId: string): number
  failed(error: unknown): void
}

type Browser = Pick<Socket<ClientToServer, ServerToClient>, 'id' | 'on' | 'emit'>
type Seat = { socket: Browser; current(): Viewer; campaignId: string | undefined; told: Partial<Record<Part, string>> }
const parts = ['agents', 'chats', 'queues'] as const
type Part = (typeof parts)[number]

/** At most so often, and so often without any event: some numbers change by time alone. */
const shortest = 1000
const longest = 5000
/** Whoever counts events is a moment behind them. */
const distance = 600

const contentOf = (live: Live, part: Part): object => {
  if (part === 'agents') return { agents: live.agents }
  return part === 'chats' ? { totals: live.totals, atRisk: live.atRisk } : { queues: live.queues }
}
const names = { agents: 'analytics.agents.update', chats: 'analytics.chats.update', queues: 'analytics.queue.update' } as const

/**
 * Tells whoever watches the board what changed on it. Computed from the database each time and only while somebody watches, once for all who see the same;
 * nothing is remembered but what each browser was told last.
 */
export const createWatch = ({ read, seqOf, failed }: WatchPorts) => {
  const seats = new Map<string, Map<string, Seat>>()
  const coming = new Map<string, NodeJS.Timeout>()
  const looked = new Map<string, number>()
  const looking = new Set<string>()

  const tell = (seat: Seat, live: Live): void => {
    const { tenantId } = seat.current()
    for (const part of parts) {
      const content = contentOf(live, part)
      const text = JSON.stringify(content)
      if (seat.told[part] === text) continue
      seat.told[part] = text
      seat.socket.emit(names[part], { seq: seqOf(tenantId), at: live.at, ...content } as never)
    }
  }

  const look = async (tenantId: string): Promise<void> => {
    const groups = new Map<string, Seat[]>()
    for (const seat of seats.get(tenantId)?.values() ?? []) {
      const viewer = seat.current()
      if (!viewer.mayWatchLive) continue
      const sight = `${viewer.reach === 'all' ? '' : viewer.userId} ${viewer.reach} ${variantOf(viewer.hides)} ${seat.campaignId ?? ''}`
      groups.set(sight, [...(groups.get(sight) ?? []), seat])
    }
    for (const group of groups.values()) {
      const live = await read(group[0]!.current(), group[0]!.campaignId).catch(failed)
      if (live) for (const seat of group) if (seats.get(tenantId)?.get(seat.socket.id) === seat) tell(seat, live)
    }
  }

  const soon = (tenantId: string, delay: number): void => {
    if (coming.has(tenantId) || !seats.has(tenantId)) return
    const wait = Math.max(delay, (looked.get(tenantId) ?? 0) + shortest - performance.now())
    coming.set(
      tenantId,
      setTimeout(() => {
        coming.delete(tenantId)
        // One that takes longer than a second is not overtaken.
        if (looking.has(tenantId)) return soon(tenantId, shortest)
        looking.add(tenantId)
        looked.set(tenantId, performance.now())
        void look(tenantId).finally(() => looking.delete(tenantId))
      }, wait),
    )
  }
  const leave = (tenantId: string, socketId: string): void => {
    seats.get(tenantId)?.delete(socketId)
    if (seats.get(tenantId)?.size !== 0) return
    seats.delete(tenantId)
    looked.delete(tenantId)
    clearTimeout(coming.get(tenantId))
    coming.delete(tenantId)
  }
  const tick = setInterval(() => {
    for (const tenantId of seats.keys()) soon(tenantId, 0)
  }, longest)

  return {
    /** `current` is asked each time: a role may change while the connection stands. */
    attach: (socket: Browser, current: () => Viewer): void => {
      const { tenantId } = current()
      socket.on('live.watch', (message) => {
        if (!current().mayWatchLive) return
        const asked: unknown = (message as { campaignId?: unknown } | null)?.campaignId
        if (asked !== undefined && asked !== null && !isId(asked)) return
        seats.set(tenantId, (seats.get(tenantId) ?? new Map<string, Seat>()).set(socket.id, { socket, current, campaignId: asked ?? undefined, told: {} }))
        soon(tenantId, 0)
      })
      socket.on('live.leave', () => leave(tenantId, socket.id))
      socket.on('disconnect', () => leave(tenantId, socket.id))
    },
    /** Something happened in the tenant. */
    happened: (tenantId: string): void => soon(tenantId, distance),
    close: (): void => {
      clearInterval(tick)
      for (const timer of coming.values()) clearTimeout(timer)
      coming.clear()
      seats.clear()
    },
  }
}

import type { ClientToServer, ServerToClient, StoredEvent } from '@chasqui/contracts'
import type { Server as HttpServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import type { Database } from '../database/open.ts'
import type { Tx } from '../database/transaction.ts'
import { eventsAfter, newestSeq } from '../events/log.ts'
import type { Hints } from '../events/hints.ts'
import { Failure } from '../failure.ts'
import type { Log } from '../log.ts'
import { createAttendance } from './attendance.ts'
import { createPresence } from './presence.ts'
import type { Viewer } from './viewer.ts'

/** One message for browsers; `audience` says who may see it. */
export type Emission = { name: keyof ServerToClient; message: unknown; audience: 'conversations' | 'everyone' }

export type HubPorts = {
  database: Database
  now(): Date
  hints: Hints
  log: Log
  /** Who this token belongs to; throws when it is not valid. */
  authenticate(token: string): Promise<Viewer>
  /** What a batch of events means for screens, in order. */
  translate(tx: Tx, events: StoredEvent[]): Promise<Emission[]>
  markRead(viewer: Viewer, conversationId: string): Promise<void>
  connected(count: number): void
  /** Somebody opened their first page on this node, or closed their last. */
  arrived(tenantId: string, userId: string): Promise<void>
  left(tenantId: string, userId: string): Promise<void>
  corsOrigins: string[]
}
/** What is true only now: told to whoever is connected, never stored or sent again. */
type Passing = 'agent.typing' | 'agent.viewing' | 'contact.typing' | 'audit.grew'
export type Hub = {
  tell(tenantId: string, name: Passing, message: Record<string, unknown>): void
  close(): Promise<void>
}

type SocketFacts = { viewer: Viewer; token: string }
type Browser = Socket<ClientToServer, ServerToClient, object, SocketFacts>

/** Missed events that are sent one by one; beyond that the browser fetches anew. */
const maxReplay = 1000
const batchSize = 200

const roomsOf = (viewer: Viewer): string[] => [`tenant:${viewer.tenantId}`, ...(viewer.mayReadConversations ? [`tenant:${viewer.tenantId}:conversations`] : [])]

/**
 * Tells browsers what was committed. Events are read from the log by their sequence, so that nothing is missed or told twice: a browser that
 * comes back names the last it knows and gets the rest before anything new.
 */
export const createHub = (server: HttpServer, ports: HubPorts): Hub => {
  const { database, hints, log } = ports
  const io = new Server<ClientToServer, ServerToClient, object, SocketFacts>(server, {
    serveClient: false,
    cors: { origin: ports.corsOrigins, credentials: true },
    maxHttpBufferSize: 100_000,
  })
  const told = new Map<string, number>()
  const chains = new Map<string, Promise<void>>()
  /** Carries the number of the last event told, so that every message of the socket has one; it never moves a cursor on. */
  const tell: Hub['tell'] = (tenantId, name, message) => {
    // An auditor reads no conversations and still hears that the trail grew.
    const room = name === 'audit.grew' ? `tenant:${tenantId}` : `tenant:${tenantId}:conversations`
    io.to(room).emit(name as 'agent.typing', { seq: told.get(tenantId) ?? 0, ...message } as never)
  }
  const presence = createPresence(tell)

  /** One thing at a time per tenant: a browser that joins is caught up before the next events go out. */
  const inTurn = (tenantId: string, work: () => Promise<void>): Promise<void> => {
    const chain = (chains.get(tenantId) ?? Promise.resolve()).then(work).catch((error) => log.warn({ err: error, tenantId }, 'telling browsers failed'))
    chains.set(tenantId, chain)
    return chain
  }

  const attendance = createAttendance({
    first: (tenantId, userId) => void inTurn(tenantId, () => ports.arrived(tenantId, userId)),
    last: (tenantId, userId) => void inTurn(tenantId, () => ports.left(tenantId, userId)),
  })

  const send = (emission: Emission, tenantId: string, socket?: Browser): void => {
    const room = emission.audience === 'conversations' ? `tenant:${tenantId}:conversations` : `tenant:${tenantId}`
    if (socket && emission.audience === 'conversations' && !socket.data.viewer.mayReadConversations) return
    const target = socket ?? io.to(room)
    target.emit(emission.name as 'ready', emission.message as never)
  }

  const pump = async (tenantId: string): Promise<void> => {
    if ((io.sockets.adapter.rooms.get(`tenant:${tenantId}`)?.size ?? 0) === 0) return void told.delete(tenantId)
    for (;;) {
      const more = await database.inTenant(tenantId, async (tx) => {
        const from = told.get(tenantId) ?? (await newestSeq(tx))
        const events = await eventsAfter(tx, from, batchSize)
        for (const emission of await ports.translate(tx, events)) send(emission, tenantId)
        told.set(tenantId, events.at(-1)?.seq ?? from)
        return events.length === batchSize
      })
      if (!more) return
    }
  }

  /** Sends what was missed since `seq`, then joins the rooms. */
  const welcome = async (socket: Browser, seq: number | null): Promise<void> => {
    const { viewer } = socket.data
    const newest = await database.inTenant(viewer.tenantId, async (tx) => {
      const upTo = told.get(viewer.tenantId) ?? (await newestSeq(tx))
      if (seq !== null && seq < upTo) {
        if (upTo - seq > maxReplay) socket.emit('resync', { seq: upTo })
        else {
          const missed = (await eventsAfter(tx, seq, maxReplay)).filter((event) => event.seq <= upTo)
          for (const emission of await ports.translate(tx, missed)) send(emission, viewer.tenantId, socket)
        }
      } else if (seq !== null && seq > upTo) socket.emit('resync', { seq: upTo })
      return upTo
    })
    told.set(viewer.tenantId, newest)
    await socket.join(roomsOf(viewer))
    socket.emit('ready', { seq: newest })
  }

  const end = (socket: Browser): void => {
    socket.emit('session.ended')
    socket.disconnect(true)
  }

  io.use((socket, next) => {
    const { token } = socket.handshake.auth as { token?: unknown }
    ports.authenticate(typeof token === 'string' ? token : '').then(
      (viewer) => {
        socket.data.viewer = viewer
        socket.data.token = token as string
        next()
      },
      // Somebody who is signed in and still not let in is told what is missing, by the code that requests are refused with.
      (error) => next(new Error(error instanceof Failure && error.kind === 'forbidden' ? error.code : 'unauthenticated')),
    )
  })
  io.on('connection', (socket) => {
    const { viewer } = socket.data
    const { seq } = socket.handshake.auth as { seq?: unknown }
    const expiry = setTimeout(() => end(socket), Math.min(2_000_000_000, Math.max(0, viewer.expiresAt.getTime() - ports.now().getTime())))
    ports.connected(io.engine.clientsCount)
    attendance.come(viewer)
    void inTurn(viewer.tenantId, () => welcome(socket, typeof seq === 'number' && Number.isSafeInteger(seq) && seq >= 0 ? seq : null)).then(() =>
      inTurn(viewer.tenantId, () => pump(viewer.tenantId)),
    )
    presence.attach(socket, viewer, () => socket.data.viewer.mayReadConversations)
    socket.on('chat.read', (message) => {
      if (!socket.data.viewer.mayReadConversations) return
      const id: unknown = (message as { conversationId?: unknown } | null)?.conversationId
      if (typeof id === 'string') ports.markRead(viewer, id).catch((error) => log.debug({ err: error }, 'read mark refused'))
    })
    socket.on('disconnect', () => {
      clearTimeout(expiry)
      attendance.go(viewer)
      ports.connected(io.engine.clientsCount)
    })
  })

  /** What a person may hear changes with their role, without a new connection. */
  const seat = async (socket: Browser, now: Viewer): Promise<void> => {
    const before = socket.data.viewer
    socket.data.viewer = now
    if (before.mayReadConversations === now.mayReadConversations) return
    const room = `tenant:${now.tenantId}:conversations`
    await (now.mayReadConversations ? socket.join(room) : socket.leave(room))
  }

  /** A session, a person or a tenant changed: whoever is no longer allowed is sent away. */
  const recheck = (id: string): void => {
    for (const socket of io.sockets.sockets.values()) {
      const { viewer, token } = socket.data
      if (![viewer.sessionId, viewer.userId, viewer.tenantId].includes(id)) continue
      ports.authenticate(token).then(
        (now) => void Promise.resolve(seat(socket, now)).catch((error) => log.warn({ err: error }, 'changing rooms failed')),
        () => end(socket),
      )
    }
  }

  const stops = [
    // Their last page on another node was closed (or that node has died), but here is one.
    hints.onChanged('presence.left', (key) => {
      const [tenantId = '', userId = ''] = key.split(' ')
      if (attendance.has(key)) void inTurn(tenantId, () => ports.arrived(tenantId, userId))
    }),
    hints.onEvents((tenantId) => void inTurn(tenantId, () => pump(tenantId))),
    ...(['session', 'user', 'tenant'] as const).map((topic) => hints.onChanged(topic, recheck)),
  ]
  // A hint that another node could not pass on costs at most this.
  const sweep = setInterval(() => {
    for (const tenantId of told.keys()) void inTurn(tenantId, () => pump(tenantId))
  }, 2000)

  return {
    tell,
    close: async () => {
      clearInterval(sweep)
      for (const stop of stops) stop()
      await io.close()
      await Promise.allSettled(chains.values())
    },
  }
}

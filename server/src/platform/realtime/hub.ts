import type { ClientToServer, ServerToClient, StoredEvent } from '@chasqui/contracts'
import type { Server as HttpServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import type { Database } from '../database/open.ts'
import type { Tx } from '../database/transaction.ts'
import { eventsAfter, newestSeq } from '../events/log.ts'
import type { Hints } from '../events/hints.ts'
import { Failure } from '../failure.ts'
import { isId } from '../ids.ts'
import type { Log } from '../log.ts'
import type { Rests } from '../rest.ts'
import { createAttendance } from './attendance.ts'
import { createEditing } from './editing.ts'
import { guardHandshakes, guardWords, tooOften } from './flood.ts'
import type { SocketLimits } from './socket-limits.ts'
import { createPresence } from './presence.ts'
import { type Audience, hears, type Rooms, roomsFor, roomsForAll, roomsOf, variantOf } from './rooms.ts'
import { createSpacing } from './spacing.ts'
import type { Viewer } from './viewer.ts'
import { createWatch, type WatchPorts } from './watch.ts'
import { writeTogether } from './write-together.ts'

/** One message for browsers; `audience` says who may see it. */
export type Emission = { name: keyof ServerToClient; message: unknown; audience: Audience }

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
  /** Who hears of a conversation; null when there is none with this id within reach of the viewer (of anybody, without one). */
  audienceOf(tenantId: string, conversationId: string, viewer: Viewer | null): Promise<Audience | null>
  /** What goes on now, as a person sees it. */
  live: WatchPorts['read']
  connected(count: number): void
  /** Somebody opened their first page on this node, or closed their last. */
  arrived(tenantId: string, userId: string): Promise<void>
  left(tenantId: string, userId: string): Promise<void>
  corsOrigins: string[]
  limits: SocketLimits
}
/** What is true only now: told to whoever is connected, never stored or sent again. */
type Passing = 'agent.typing' | 'agent.viewing' | 'contact.typing' | 'audit.grew'
export type Hub = {
  /** Tells those who see the conversation; nobody when it is not there. */
  tell(tenantId: string, name: Passing, message: { conversationId: string }): Promise<void>
  /** Tells everybody of a tenant that its trail has new records; who may not read them has nothing to fetch. */
  tellTrailGrew(tenantId: string): void
  close(): Promise<void>
}

type SocketFacts = { viewer: Viewer; token: string; address: string }
type Browser = Socket<ClientToServer, ServerToClient, object, SocketFacts>

/** Missed events that are sent one by one; beyond that the browser fetches anew. */
const maxReplay = 1000
const batchSize = 200
/** Between two looks at a tenant's events: what happens meanwhile is read and told together. The first is told at once. */
const rests: Rests = { shortest: 20, longest: 200 }

const home = (tenantId: string): string => `tenant:${tenantId}`
const seatsOf = (viewer: Viewer): string[] => [home(viewer.tenantId), ...roomsOf(viewer).map((room) => `${viewer.tenantId} ${room}`)]
const within = (tenantId: string, { to, except }: Rooms): Rooms => ({
  to: to.map((room) => `${tenantId} ${room}`),
  except: except.map((room) => `${tenantId} ${room}`),
})

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
    // Visitors' sockets come to the same port, and are let in after a look into the database: what nobody took after this long is closed.
    destroyUpgradeTimeout: 15_000,
  })
  io.engine.on('connection', (connection: { transport: unknown; on(event: 'upgrade', heed: (transport: unknown) => void): void }) => {
    writeTogether(connection.transport)
    connection.on('upgrade', writeTogether)
  })
  const told = new Map<string, number>()
  const chains = new Map<string, Promise<void>>()
  /** Carries the number of the last event told, so that every message of the socket has one; it never moves a cursor on. */
  const tell = (tenantId: string, name: Passing, message: Record<string, unknown>, audience: Audience): void => {
    const { to, except } = within(tenantId, roomsForAll(audience))
    io.to(to)
      .except(except)
      .emit(name as 'agent.typing', { seq: told.get(tenantId) ?? 0, ...message } as never)
  }
  const presence = createPresence({
    tell,
    audienceOf: ports.audienceOf,
    failed: (error) => log.warn({ err: error }, 'telling who looks failed'),
  })

  const watch = createWatch({
    read: ports.live,
    seqOf: (tenantId) => told.get(tenantId) ?? 0,
    failed: (error) => log.warn({ err: error }, 'telling what goes on failed'),
  })

  const editing = createEditing({ seqOf: (tenantId) => told.get(tenantId) ?? 0 })

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

  const send = (emission: Emission, tenantId: string, variant: string): void => {
    const { to, except } = within(tenantId, roomsFor(emission.audience, variant))
    io.to(to)
      .except(except)
      .emit(emission.name as 'ready', emission.message as never)
  }

  /** The fields that are hidden from browsers of the tenant, each combination once. */
  const hiddenIn = (tenantId: string): Viewer['hides'][] => {
    const viewers = [...(io.sockets.adapter.rooms.get(home(tenantId)) ?? [])].flatMap((id) => io.sockets.sockets.get(id)?.data.viewer ?? [])
    return [...new Map(viewers.map(({ hides }) => [variantOf(hides), hides])).values()]
  }

  /** What events mean for screens from which these fields are hidden: all of it is read as they may see it. */
  const translated = (tenantId: string, hides: Viewer['hides'], events: StoredEvent[]): Promise<Emission[]> =>
    database.inTenant(tenantId, (tx) => ports.translate(tx, events), { userId: null, reach: 'all', hides })

  const pump = async (tenantId: string): Promise<void> => {
    if ((io.sockets.adapter.rooms.get(home(tenantId))?.size ?? 0) === 0) return void told.delete(tenantId)
    for (;;) {
      const { events, from } = await database.inTenant(tenantId, async (tx) => {
        const from = told.get(tenantId) ?? (await newestSeq(tx))
        return { from, events: await eventsAfter(tx, from, batchSize) }
      })
      const spoken: { emission: Emission; variant: string }[] = []
      // Nothing is sent before everything is read: what fails is told again as a whole.
      for (const hides of events.length > 0 ? hiddenIn(tenantId) : [])
        for (const emission of await translated(tenantId, hides, events)) spoken.push({ emission, variant: variantOf(hides) })
      for (const { emission, variant } of spoken) send(emission, tenantId, variant)
      told.set(tenantId, events.at(-1)?.seq ?? from)
      if (events.length < batchSize) return
    }
  }

  const looks = createSpacing(rests, async (tenantId) => {
    await inTurn(tenantId, () => pump(tenantId))
    // Most of what was said is written to the browsers in the next round of the loop, and belongs to the work.
    await new Promise((done) => setImmediate(done))
  })

  /** Sends what was missed since `seq`, as far as this person may hear it. */
  const catchUp = async (socket: Browser, seq: number, upTo: number): Promise<void> => {
    const { tenantId, hides } = socket.data.viewer
    const missed = await database.inTenant(tenantId, (tx) => eventsAfter(tx, seq, maxReplay, upTo))
    const seats = seatsOf(socket.data.viewer)
    for (const { name, message, audience } of await translated(tenantId, hides, missed))
      if (hears(seats, within(tenantId, roomsFor(audience, variantOf(hides))))) socket.emit(name as 'ready', message as never)
  }

  /** Sends what was missed, then joins the rooms. */
  const welcome = async (socket: Browser, seq: number | null): Promise<void> => {
    const { tenantId } = socket.data.viewer
    // A number that was read a moment ago can be newer than what the others were told so far.
    if (seq !== null && seq > (told.get(tenantId) ?? seq)) await pump(tenantId)
    const upTo = told.get(tenantId) ?? (await database.inTenant(tenantId, newestSeq))
    if (seq !== null && (seq > upTo || upTo - seq > maxReplay)) socket.emit('resync', { seq: upTo })
    else if (seq !== null && seq < upTo) await catchUp(socket, seq, upTo)
    told.set(tenantId, upTo)
    await socket.join(seatsOf(socket.data.viewer))
    socket.emit('ready', { seq: upTo })
  }

  const end = (socket: Browser): void => {
    socket.emit('session.ended')
    socket.disconnect(true)
  }

  /** Settles who is behind a connection. Its token is counted before anything is looked up, its person and address after that. */
  const admit = async (socket: Browser): Promise<void> => {
    const { token: given } = socket.handshake.auth as { token?: unknown }
    const token = typeof given === 'string' ? given : ''
    const address = ports.limits.addressOf(socket.request)
    const heedLimit = (wait: number | null) => {
      if (wait !== null) throw tooOften(wait)
    }
    heedLimit(await ports.limits.takeToken(token))
    const viewer = await ports.authenticate(token).catch(async (error) => {
      heedLimit(await ports.limits.take('connect', { ip: address, actor: null }))
      // Somebody who is signed in and still not let in is told what is missing, by the code that requests are refused with.
      throw new Error(error instanceof Failure && error.kind === 'forbidden' ? error.code : 'unauthenticated')
    })
    heedLimit(await ports.limits.take('connect', { ip: address, actor: { ...viewer, keyId: null } }))
    Object.assign(socket.data, { viewer, token, address } satisfies SocketFacts)
  }

  guardHandshakes(io, ports.limits)
  io.use((socket, next) => void admit(socket).then(() => next(), next))
  io.on('connection', (socket) => {
    const { viewer } = socket.data
    const { seq } = socket.handshake.auth as { seq?: unknown }
    const expiry = setTimeout(() => end(socket), Math.min(2_000_000_000, Math.max(0, viewer.expiresAt.getTime() - ports.now().getTime())))
    ports.connected(io.engine.clientsCount)
    if (!viewer.standsIn) attendance.come(viewer)
    void inTurn(viewer.tenantId, () => welcome(socket, typeof seq === 'number' && Number.isSafeInteger(seq) && seq >= 0 ? seq : null)).then(() =>
      inTurn(viewer.tenantId, () => pump(viewer.tenantId)),
    )
    guardWords(socket, {
      take: (rate) => ports.limits.take(rate, { ip: socket.data.address, actor: { ...socket.data.viewer, keyId: null } }),
      tell: (refusal) => socket.emit('limited', { seq: told.get(viewer.tenantId) ?? 0, ...refusal }),
    })
    presence.attach(socket, () => socket.data.viewer)
    watch.attach(socket, () => socket.data.viewer)
    editing.attach(socket, () => socket.data.viewer)
    socket.on('chat.read', (message) => {
      if (!socket.data.viewer.mayReadConversations) return
      const id: unknown = (message as { conversationId?: unknown } | null)?.conversationId
      if (isId(id)) ports.markRead(socket.data.viewer, id).catch((error) => log.debug({ err: error }, 'read mark refused'))
    })
    socket.on('disconnect', () => {
      clearTimeout(expiry)
      if (!viewer.standsIn) attendance.go(viewer)
      ports.connected(io.engine.clientsCount)
    })
  })

  /** What a person may hear changes with their role and their teams, without a new connection. What is on their screen is to be read anew. */
  const seat = async (socket: Browser, now: Viewer): Promise<void> => {
    const [before, after] = [seatsOf(socket.data.viewer), seatsOf(now)]
    socket.data.viewer = now
    if (!socket.rooms.has(home(now.tenantId)) || before.toSorted().join() === after.toSorted().join()) return
    for (const room of before) if (!after.includes(room)) await socket.leave(room)
    await socket.join(after)
    socket.emit('resync', { seq: told.get(now.tenantId) ?? 0 })
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
    hints.onEvents((tenantId) => {
      watch.happened(tenantId)
      looks.ask(tenantId)
    }),
    ...(['session', 'user', 'tenant'] as const).map((topic) => hints.onChanged(topic, recheck)),
  ]
  // A hint that another node could not pass on costs at most this.
  const sweep = setInterval(() => {
    for (const tenantId of told.keys()) looks.ask(tenantId)
  }, 2000)

  return {
    tell: async (tenantId, name, message) => {
      const audience = await ports.audienceOf(tenantId, message.conversationId, null)
      if (audience) tell(tenantId, name, message, audience)
    },
    tellTrailGrew: (tenantId) => tell(tenantId, 'audit.grew', {}, 'everyone'),
    close: async () => {
      clearInterval(sweep)
      looks.stop()
      watch.close()
      editing.close()
      for (const stop of stops) stop()
      await io.close()
      await Promise.allSettled(chains.values())
    },
  }
}

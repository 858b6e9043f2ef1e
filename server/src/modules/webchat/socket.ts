import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { VisitorFrame, type VisitorNews } from '@chasqui/contracts'
import { WebSocketServer, type WebSocket } from 'ws'
import { Failure } from '#platform/failure'
import { headersOfFault, problemOf, faultOf } from '#platform/http/problem'
import { newId } from '#platform/ids'
import { parseJson } from '#platform/json'
import { takeTurn } from './limits.ts'
import { requireOrigin } from './origin.ts'
import type { Chat, WebchatPorts } from './ports.ts'
import { createLine, type VisitorLine } from './socket-line.ts'
import { chatChanged, chatTyping, newestSeqs, typingIn } from './store.ts'

const path = /^\/api\/webchat\/([^/?]+)\/socket(?:\?|$)/
/** A frame is a few words; what a visitor says comes by request. */
const largestFrame = 4096
/** Milliseconds until a page has to have said who it is, and between two looks for connections that died. */
const patience = 10_000
const heartbeat = 30_000

/** An upgrade has no answer to write to but its connection. */
const refuse = (socket: Duplex, error: unknown, log: WebchatPorts['log']): void => {
  const [fault, requestId] = [faultOf(error), newId()]
  if (fault.bug) log.warn({ err: error, requestId }, 'a visitor could not connect')
  const body = JSON.stringify(problemOf(fault, requestId))
  const headers = { ...headersOfFault(fault, requestId), 'Content-Length': String(Buffer.byteLength(body)), Connection: 'close' }
  socket.end(
    `HTTP/1.1 ${fault.status} Refused\r\n${Object.entries(headers)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('')}\r\n${body}`,
  )
}

const frameIn = (data: Buffer): VisitorFrame | null => {
  try {
    return VisitorFrame.safeParse(parseJson(data)).data ?? null
  } catch {
    return null
  }
}

/**
 * Visitors' sockets. A page says who it is and what it has; from then on it is told what is stored and it does not have, read by number and never from
 * memory: what was missed by sleep, by a restart or by a lost hint comes with the next look.
 */
export const openSockets = (server: Server, ports: WebchatPorts): { close(): Promise<void> } => {
  const { log } = ports
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestFrame, perMessageDeflate: false })
  const lines = new Map<string, Set<VisitorLine>>()
  const alive = new WeakSet<WebSocket>()

  const enter = (line: VisitorLine): void => void (lines.get(line.key)?.add(line) ?? lines.set(line.key, new Set([line])))
  const leave = (line: VisitorLine): void => {
    const all = lines.get(line.key)
    all?.delete(line)
    if (all?.size === 0) lines.delete(line.key)
  }

  const serve = (socket: WebSocket, chat: Chat, address: string): void => {
    const tell = (news: VisitorNews): void => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(news))
    }
    const heedFailure = (error: unknown): void => {
      const fault = faultOf(error)
      if (fault.bug) log.warn({ err: error }, 'a visitor was not served')
      tell({ type: 'refused', code: fault.code, ...(fault.retryAfter !== undefined && { retryAfter: fault.retryAfter }) })
      // It comes back and asks for what it does not have.
      if (fault.status === 401 || fault.status >= 500) socket.close(fault.status === 401 ? 4401 : 1013)
    }
    let line: VisitorLine | null = null
    const silence = setTimeout(() => socket.close(4408), patience)
    const hear = async (frame: VisitorFrame): Promise<void> => {
      if (frame.type === 'ping') return tell({ type: 'pong' })
      const wait = await takeTurn(ports, frame.type === 'hello' ? 'connect' : 'signal', address, line?.place.visitorId ?? null)
      if (wait !== null) return tell({ type: 'refused', code: 'limited', retryAfter: wait })
      if (frame.type === 'hello') {
        if (line) return tell({ type: 'refused', code: 'webchat.known' })
        line = createLine(ports, chat, frame, tell)
        clearTimeout(silence)
        enter(line)
        return line.look()
      }
      if (!line) return tell({ type: 'refused', code: 'webchat.hello_first' })
      return frame.type === 'typing' ? line.typing() : line.got(frame)
    }
    let turn = Promise.resolve()
    let waiting = 0
    alive.add(socket)
    socket.on('pong', () => alive.add(socket))
    socket.on('message', (data, isBinary) => {
      const frame = isBinary ? null : frameIn(data as Buffer)
      if (!frame) return tell({ type: 'refused', code: 'malformed' })
      // Words in their order, and no more of them waiting than a page ever has.
      if (++waiting > 20) return socket.close(1008)
      turn = turn
        .then(() => hear(frame))
        .catch(heedFailure)
        .finally(() => void waiting--)
    })
    socket.on('error', (error) => log.debug({ err: error }, 'visitor disconnected'))
    socket.on('close', () => {
      clearTimeout(silence)
      if (line) leave(line)
    })
  }

  const admit = async (request: IncomingMessage, key: string): Promise<{ chat: Chat; address: string }> => {
    const address = ports.addressOf(request)
    const wait = await takeTurn(ports, 'connect', address, null)
    if (wait !== null) throw new Failure('limited', 'limited', 'Too many connections. Wait a little.', { retryAfter: wait })
    const chat = await ports.chat(key)
    if (!chat) throw new Failure('absent', 'not_found', 'No web chat with this id.')
    requireOrigin(request, chat, ports.publicUrl, false)
    return { chat, address }
  }
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const key = path.exec(request.url ?? '')?.[1]
    if (key === undefined) return
    const drop = () => socket.destroy()
    socket.once('error', drop)
    admit(request, key).then(
      ({ chat, address }) => {
        socket.off('error', drop)
        sockets.handleUpgrade(request, socket, head, (opened) => serve(opened, chat, address))
      },
      (error) => refuse(socket, error, log),
    )
  }
  server.on('upgrade', upgrade)

  const each = (key: string, act: (line: VisitorLine) => void): void => lines.get(key)?.forEach(act)
  const lookAll = (line: VisitorLine): void => void line.look().catch((error) => log.warn({ err: error }, 'a visitor was not told'))
  /** A hint that another node could not pass on costs at most a heartbeat: one question for all of a tenant. */
  const lookForMissed = async (): Promise<void> => {
    const byTenant = Map.groupBy(
      [...lines.values()].flatMap((all) => [...all]),
      ({ tenantId }) => tenantId,
    )
    for (const [tenantId, all] of byTenant) {
      const places = all.map(({ place }) => place)
      const newest = await ports.database
        .inTenant(tenantId, (tx) => newestSeqs(tx, places))
        .catch((error: unknown) => {
          log.debug({ err: error }, 'visitors were not looked after')
          return null
        })
      for (const line of all) if (newest && !line.hasAll(newest.get(line.place.visitorId) ?? 0)) lookAll(line)
    }
  }
  const stops = [
    ports.hints.onChanged(chatChanged, (key) => each(key, lookAll)),
    ports.hints.onChanged(chatTyping, (word) => {
      const { key, name } = typingIn(word)
      each(key, (line) => line.tellTyping(name))
    }),
  ]
  const beat = setInterval(() => {
    for (const socket of sockets.clients) {
      if (!alive.delete(socket)) socket.terminate()
      else socket.ping()
    }
    void lookForMissed()
  }, heartbeat)
  beat.unref()

  return {
    close: async () => {
      clearInterval(beat)
      server.off('upgrade', upgrade)
      for (const stop of stops) stop()
      for (const socket of sockets.clients) socket.close(1012)
      const rest = setTimeout(() => sockets.clients.forEach((socket) => socket.terminate()), 500)
      await new Promise<void>((done) => sockets.close(() => done()))
      clearTimeout(rest)
    },
  }
}

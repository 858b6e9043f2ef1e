import type { IncomingMessage, ServerResponse } from 'node:http'
import { wordRates, type ClientToServer, type SocketRate } from '@chasqui/contracts'
import type { Server, Socket } from 'socket.io'
import { headersOfFault, problemOf, type Fault } from '../http/problem.ts'
import { newId } from '../ids.ts'
import type { SocketLimits } from './socket-limits.ts'

/** A handshake's refusal; the browser is told how long to wait. */
export const tooOften = (retryAfter: number): Error => Object.assign(new Error('limited'), { data: { code: 'limited', retryAfter } })

const faultOf = (retryAfter: number): Fault => ({ status: 429, code: 'limited', detail: 'Too many connections. Wait a little.', retryAfter, bug: false })

/** What requests to be a socket are refused with, as all others are. An upgrade has no answer to write to but its connection. */
const refuse = ({ headers: { upgrade }, socket }: IncomingMessage, response: ServerResponse, retryAfter: number): void => {
  const [fault, requestId] = [faultOf(retryAfter), newId()]
  const body = JSON.stringify(problemOf(fault, requestId))
  const headers = { ...headersOfFault(fault, requestId), 'Content-Length': String(Buffer.byteLength(body)), Connection: 'close' }
  if (!upgrade) return void response.writeHead(429, headers).end(body)
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(`HTTP/1.1 429 Too Many Requests\r\n${lines.join('')}\r\n${body}`)
}

/** Counts each new connection for its address before it costs anything; what belongs to one that stands already passes. */
export const guardHandshakes = (io: Pick<Server, 'engine'>, limits: Pick<SocketLimits, 'addressOf' | 'takeAddress'>): void =>
  void io.engine.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
    if (URL.parse(request.url ?? '/', 'http://socket')?.searchParams.has('sid')) return next()
    void limits.takeAddress(limits.addressOf(request)).then((wait) => (wait === null ? next() : refuse(request, response, wait)))
  })

type Word = keyof ClientToServer
type Refusal = { name: Word; conversationId: string | null; retryAfter: number }
type WordPorts = { take(rate: SocketRate): Promise<number | null>; tell(refusal: Refusal): void }

/** Words of one browser that may wait for their turn; more at a time is a flood, whatever the minute has room for. */
const mostWaiting = 100

const isWord = (name: unknown): name is Word => typeof name === 'string' && Object.hasOwn(wordRates, name)

const idIn = (message: unknown): string | null => {
  const id = (message as { conversationId?: unknown } | null | undefined)?.conversationId
  return typeof id === 'string' ? id.slice(0, 36) : null
}

/**
 * Lets through, in their order, the words for which there is room. A browser is told once that there is none; until the time it was told is over, more
 * of that class is not even counted. What is no word of the map is not heard.
 */
export const guardWords = (socket: Pick<Socket, 'use'>, { take, tell }: WordPorts): void => {
  const quietUntil = new Map<SocketRate, number>()
  let waiting = 0
  let turn = Promise.resolve()
  const silence = (name: Word, conversationId: string | null, retryAfter: number): void => {
    quietUntil.set(wordRates[name], performance.now() + retryAfter * 1000)
    tell({ name, conversationId, retryAfter })
  }
  socket.use(([name, message], next) => {
    if (!isWord(name)) return
    const rate = wordRates[name]
    const isQuiet = () => performance.now() < (quietUntil.get(rate) ?? 0)
    if (isQuiet()) return
    if (waiting >= mostWaiting) return silence(name, idIn(message), 1)
    waiting += 1
    turn = turn.then(async () => {
      waiting -= 1
      if (isQuiet()) return
      const wait = await take(rate)
      if (wait === null) next()
      else silence(name, idIn(message), wait)
    })
  })
}

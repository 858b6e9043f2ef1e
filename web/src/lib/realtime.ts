import type { ClientToServer, ServerToClient } from '@chasqui/contracts'
import { useEffect, useEffectEvent } from 'react'
import { io, type Socket } from 'socket.io-client'
import { boundTenant, currentToken, dropToken } from './access-token.ts'
import { isProblem, mayPass } from './api-problem.ts'
import { usableToken } from './api.ts'
import { createHush } from './hush.ts'
import { queryClient } from './query-client.ts'
import { putOut, refreshSession, session } from './session.ts'
import { createStore, useStore } from './store.ts'
import { goAndSetUp, twoFactorFirst } from './two-factor-first.ts'

/**
 * The one live connection. It knows the tenant's event sequence from before anything was read, and names it whenever it connects, so the server replays
 * what was missed, or answers `resync`, upon which everything on screen is read again.
 *   useRealtime('chat.message', ({ message }) => …)        follow while mounted
 *   const stop = on('chat.updated', handler)                follow outside of React
 *   tell('chat.join', { conversationId })                   say something; dropped while disconnected, held back while too much was said
 *   useConnection()                                         {state, since}: connected, reconnecting or offline, since when (epoch ms)
 */
type Incoming = keyof ServerToClient
type Listener<Name extends Incoming> = ServerToClient[Name]
export type Connection = { state: 'connected' | 'reconnecting' | 'offline'; since: number }

const connection = createStore<Connection>({ state: 'reconnecting', since: Date.now() })
const listeners = new Map<Incoming, Set<(...message: never[]) => void>>()
let socket: Socket<ServerToClient, ClientToServer> | null = null
let seq: number | undefined

const report = (state: Connection['state']) => {
  if (connection.get().state !== state) connection.set({ state, since: Date.now() })
}
const unreachable = () => report(navigator.onLine ? 'reconnecting' : 'offline')

const advance = (message: unknown) => {
  if (typeof message !== 'object' || message === null || !('seq' in message) || typeof message.seq !== 'number') return
  seq = Math.max(seq ?? 0, message.seq)
}

const hand = (name: string, message: unknown) => {
  advance(message)
  for (const listener of listeners.get(name as Incoming) ?? []) (listener as (message: unknown) => void)(message)
}

/** What could not be read while there was no network, or no server, need not wait for somebody to try again. */
const readWhatFailed = () => queryClient.invalidateQueries({ predicate: ({ state }) => state.status === 'error' && mayPass(state.error) })

/** Refused several times in a row: each try waits longer, up to half a minute. Reset by `ready`. */
let refusals = 0
const pause = () => (refusals === 0 ? 0 : Math.min(30_000, 1000 * 2 ** refusals))

/** Milliseconds to wait, when there were too many connections. Not the same for everybody: they would all come back at once. */
const waitIn = ({ message, data }: Error & { data?: { retryAfter?: number } }): number | null =>
  message === 'limited' ? (data?.retryAfter ?? 1) * 1000 * (1 + Math.random() / 2) : null

/** With a fresh token, for which the person may have to sign in again; then the connection is tried anew. */
const renewAndConnect = async (mine: NonNullable<typeof socket>): Promise<void> => {
  unreachable()
  await new Promise((resolve) => setTimeout(resolve, pause()))
  refusals += 1
  if (socket !== mine || mine.connected) return
  try {
    dropToken()
    await usableToken()
    // The refused connection does not tell why. Also, permissions may be others by now.
    await refreshSession()
    if (socket === mine) mine.connect()
  } catch (problem) {
    if (isProblem(problem, 'auth.not_a_member')) await putOut()
    else if (isProblem(problem, 'tenant.suspended')) location.reload()
    else if (isProblem(problem)) await renewAndConnect(mine)
  }
}

const followConnection = (mine: NonNullable<typeof socket>) => {
  mine.on('ready', () => {
    report('connected')
    refusals = 0
    void readWhatFailed()
  })
  mine.on('resync', () => {
    void queryClient.invalidateQueries()
    // What the person may do and see may be why: their role or their teams changed.
    refreshSession().catch(() => undefined)
  })
  mine.on('session.ended', () => {
    // The server closes the connection next; waiting for that would look like a second refusal and cost a pause.
    mine.disconnect()
    void renewAndConnect(mine)
  })
  mine.on('disconnect', (reason) => {
    unreachable()
    if (reason === 'io server disconnect') void renewAndConnect(mine)
  })
  mine.on('limited', (refusal) => hush.begin(refusal))
  mine.on('connect_error', (error) => {
    unreachable()
    if (error.message === twoFactorFirst) return goAndSetUp()
    const wait = waitIn(error)
    if (wait !== null) return void setTimeout(() => socket === mine && !mine.connected && mine.connect(), wait)
    if (!mine.active) void renewAndConnect(mine)
  })
}

/** Opens the connection for the current tenant, closing one for another tenant. */
export const connect = () => {
  disconnect()
  const state = session.get()
  seq = state.status === 'signed-in' ? (state.readFrom ?? undefined) : undefined
  const mine: NonNullable<typeof socket> = io({
    transports: ['websocket', 'polling'],
    auth: (hello) => hello({ token: currentToken(), ...(seq !== undefined && { seq }) }),
    reconnectionDelay: 500,
    reconnectionDelayMax: 8000,
  })
  socket = mine
  const tenant = boundTenant()
  // On the way to another tenant the page at hand still follows, and what it keeps would come along.
  mine.onAny((name: string, message: unknown) => boundTenant() === tenant && hand(name, message))
  followConnection(mine)
}

export const disconnect = () => {
  socket?.disconnect()
  socket = null
  seq = undefined
}

/** Without the rest of the pause between two tries, which may be seconds long. */
export const connectNow = () => {
  unreachable()
  socket?.disconnect().connect()
}
// A connection that seems to have outlived the network may be dead without knowing it: only a new one tells.
addEventListener('online', connectNow)
addEventListener('visibilitychange', () => document.visibilityState === 'visible' && socket?.connected === false && connectNow())
addEventListener('offline', unreachable)

export const on = <Name extends Incoming>(name: Name, listener: Listener<Name>) => {
  const following = listeners.get(name) ?? new Set()
  listeners.set(name, following.add(listener))
  return () => void following.delete(listener)
}

export const useRealtime = <Name extends Incoming>(name: Name, listener: Listener<Name>) => {
  const latest = useEffectEvent(listener as (...message: unknown[]) => void)
  useEffect(() => on(name, (...message: unknown[]) => latest(...message)), [name])
}

const hush = createHush((name, message) => {
  // Each word goes with the message that it was said with.
  if (socket?.connected) socket.emit(name, ...([message] as Parameters<ClientToServer[typeof name]>))
})

export const tell = <Name extends keyof ClientToServer>(name: Name, ...[message]: Parameters<ClientToServer[Name]>) => hush.say(name, message)

export const useConnection = () => useStore(connection)

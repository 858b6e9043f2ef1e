import { io, type Socket } from 'socket.io-client'
import type { ServerToClient } from '@chasqui/contracts'

type Name = keyof ServerToClient
export type Heard = { [N in Name]: { name: N; message: Parameters<ServerToClient[N]>[0] } }[Name]

/** A browser's socket that remembers everything it is told. */
export type Screen = {
  socket: Socket
  heard: Heard[]
  /** The first message of this name that fits, past or future. */
  hear<N extends Name>(
    name: N,
    fits?: (message: NonNullable<Parameters<ServerToClient[N]>[0]>) => boolean,
  ): Promise<NonNullable<Parameters<ServerToClient[N]>[0]>>
  onAny(listener: () => void): () => void
  ended: Promise<string>
  close(): void
}

const patience = 90_000

/** Connects and waits until the server says `ready`, or rejects with the server's refusal. `seq` resumes after the last event known. */
export const openScreen = async (url: string, token: string, seq?: number): Promise<Screen> => {
  const socket = io(url, { auth: { token, ...(seq !== undefined && { seq }) }, transports: ['websocket'], reconnection: false, forceNew: true })
  const heard: Heard[] = []
  const listeners = new Set<() => void>()
  socket.onAny((name: Name, message: unknown) => {
    heard.push({ name, message } as Heard)
    for (const listener of listeners) listener()
  })
  const ended = new Promise<string>((resolve) => void socket.once('disconnect', resolve))
  const onAny = (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  const hear: Screen['hear'] = (name, fits = () => true) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => finish(() => reject(new Error(`the screen never heard ${name}; it heard ${[...new Set(heard.map((one) => one.name))].join(', ') || 'nothing'}`))),
        patience,
      )
      const finish = (end: () => void) => {
        clearTimeout(timer)
        stop()
        end()
      }
      const look = () => {
        const found = heard.find((one) => one.name === name && fits(one.message as never))
        if (found) finish(() => resolve(found.message as never))
      }
      const stop = onAny(look)
      look()
    })
  await new Promise<void>((resolve, reject) => {
    socket.once('ready', () => resolve())
    socket.once('connect_error', reject)
  })
  return { socket, heard, hear, onAny, ended, close: () => void socket.disconnect() }
}

import { createServer, type Socket } from 'node:net'
import { createReader, encode, type Answer } from './resp.ts'
import { createStore } from './store.ts'

export type RedisDouble = {
  url: string
  port: number
  /** What is stored now. */
  keys(): string[]
  /** Takes commands and answers none of them, as a server that hangs. */
  fallSilent(): void
  /** Answers again. */
  speak(): void
  stop(): Promise<void>
}

type Options = { /** The port of one that was stopped, to come back there. */ port?: number; password?: string }

/** A stand-in for a Redis server on a port of its own: speaks the protocol, keeps hashes, runs transactions, can be silent or gone. */
export const startRedisDouble = async ({ port = 0, password }: Options = {}): Promise<RedisDouble> => {
  const store = createStore()
  const sockets = new Set<Socket>()
  let silent = false

  const converse = (socket: Socket): void => {
    const read = createReader()
    let known = password === undefined
    let queue: string[][] | null = null

    const answerTo = (command: string[]): Answer => {
      const name = command[0]!.toUpperCase()
      if (name === 'AUTH') {
        known ||= command.at(-1) === password
        return known ? { simple: 'OK' } : { error: 'WRONGPASS invalid username-password pair or user is disabled.' }
      }
      if (!known) return { error: 'NOAUTH Authentication required.' }
      if (name === 'MULTI') {
        queue = []
        return { simple: 'OK' }
      }
      if (name === 'EXEC') {
        const queued = queue ?? []
        queue = null
        return queued.map(store.run)
      }
      if (!queue) return store.run(command)
      queue.push(command)
      return { simple: 'QUEUED' }
    }

    socket.on('data', (chunk) => {
      const answers = read(chunk).map(answerTo)
      if (!silent) socket.write(answers.map(encode).join(''))
    })
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
    sockets.add(socket)
  }

  const server = createServer(converse)
  await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve))
  const address = server.address() as { port: number }
  return {
    port: address.port,
    url: `redis://${password === undefined ? '' : `:${password}@`}127.0.0.1:${address.port}`,
    keys: store.keys,
    fallSilent: () => void (silent = true),
    speak: () => void (silent = false),
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => void server.close(resolve))
    },
  }
}

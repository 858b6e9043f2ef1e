import { connect, type Socket } from 'node:net'

/** One kept connection that carries one request at a time; costs a fraction of Node's own HTTP client, so that the server is what is measured. */
export type Connection = { post(request: Buffer, done: (status: number) => void): void; close(): void }

const endOfHead = Buffer.from('\r\n\r\n')

/** Status and length of an answer as soon as its head is there; null before. Answers carry a Content-Length here. */
const readHead = (received: Buffer): { status: number; length: number } | null => {
  const end = received.indexOf(endOfHead)
  if (end < 0) return null
  const head = received.toString('latin1', 0, end)
  const bodyLength = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0)
  return { status: Number(head.slice(9, 12)), length: end + endOfHead.length + bodyLength }
}

export const openConnection = (url: string): Promise<Connection> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url)
    const socket: Socket = connect({ host: hostname, port: Number(port), noDelay: true })
    let received: Buffer = Buffer.alloc(0)
    let waiting: ((status: number) => void) | null = null
    const answer = (status: number) => {
      const done = waiting
      waiting = null
      received = Buffer.alloc(0)
      done?.(status)
    }
    socket.on('data', (chunk) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
      const head = readHead(received)
      if (head && received.length >= head.length) answer(head.status)
    })
    socket.once('error', reject).once('close', () => answer(0))
    socket.once('connect', () =>
      resolve({
        post: (request, done) => {
          waiting = done
          socket.write(request)
        },
        close: () => socket.destroy(),
      }),
    )
  })

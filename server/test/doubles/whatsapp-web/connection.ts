import { decodeBinaryNode, encodeBinaryNode } from 'baileys'
import type { WebSocket } from 'ws'
import { createFrameReader, createHandshake, frame, type ServerIdentity, type Shaken } from './noise.ts'
import type { Node } from './node.ts'

export type Connection = {
  send(message: Node): void
  /** Says why, then hangs up. */
  end(last?: Node): void
  /** Keeps the line open and answers nothing any more, as a half-dead network does. */
  goSilent(): void
  /** Answers what it is asked, and brings nothing else any more. */
  goDeaf(): void
}
export type Peer = { hello(shaken: Shaken, connection: Connection): Promise<void> | void; heard(message: Node): Promise<void>; gone(): void }

/** One line from a client: frames, handshake, then nodes, one after the other. A client that breaks the protocol is cut off. */
export const serveConnection = (socket: WebSocket, identity: ServerIdentity, peer: Peer): void => {
  const read = createFrameReader()
  const handshake = createHandshake(identity)
  let [stage, silent, deaf]: ['hello' | 'finish' | 'open', boolean, boolean] = ['hello', false, false]
  let shaken: Shaken | null = null
  let work = Promise.resolve()

  const connection: Connection = {
    send: (message) => {
      if (!silent && !(deaf && message.tag !== 'iq') && socket.readyState === socket.OPEN) socket.send(frame(shaken!.outgoing.seal(encodeBinaryNode(message))))
    },
    end: (last) => {
      if (last) connection.send(last)
      socket.close()
    },
    goSilent: () => void (silent = true),
    goDeaf: () => void (deaf = true),
  }

  const take = async (data: Buffer): Promise<void> => {
    if (silent) return
    if (stage === 'hello') {
      stage = 'finish'
      socket.send(frame(handshake.answer(data)))
    } else if (stage === 'finish') {
      stage = 'open'
      shaken = handshake.finish(data)
      await peer.hello(shaken, connection)
    } else await peer.heard(await decodeBinaryNode(shaken!.incoming.open(data)))
  }

  socket.on('message', (data: Buffer) => {
    work = work.then(async () => {
      try {
        for (const part of read(data)) await take(part)
      } catch (error) {
        process.stderr.write(`A client broke the protocol: ${error instanceof Error ? error.stack : String(error)}\n`)
        socket.terminate()
      }
    })
  })
  socket.on('close', () => peer.gone())
  socket.on('error', () => socket.terminate())
}

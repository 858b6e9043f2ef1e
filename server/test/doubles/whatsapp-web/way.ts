import { Agent as HttpsAgent } from 'node:https'
import { connect } from 'node:net'
import { WA_CERT_DETAILS } from 'baileys'
import { Agent } from 'undici'
import type { Sandbox } from './sandbox.ts'

/** In a process that is to talk to the sandbox only: trusts its root, and leads files straight to it, without the TLS that the library thinks it speaks. */
export const leadToSandbox = (given: string) => {
  const where = JSON.parse(given) as Omit<Sandbox['where'], 'root'> & { root: { data: number[] } }
  WA_CERT_DETAILS.PUBLIC_KEY.set(where.root.data)
  const line = () => connect(where.mediaPort, '127.0.0.1')
  const fetchAgent = Object.assign(new HttpsAgent(), { createConnection: line })
  const dispatcher = new Agent({
    connect: (_, done) => {
      const socket = line()
      socket.once('connect', () => done(null, socket))
    },
  })
  return { url: where.url, fetchAgent, dispatcher }
}

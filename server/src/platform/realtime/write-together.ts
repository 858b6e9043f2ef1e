import type { Writable } from 'node:stream'

/** What is used of the engine's transport. The library `ws` names the wire `_socket`; where it is not there, frames are written one by one. */
type Transport = { name: string; send(packets: unknown[]): void; socket?: { _socket?: Pick<Writable, 'cork' | 'uncork'> | null } }

/**
 * Lets the packets that wait for a browser go out in one write. A write is a call into the system, and with a hundred screens open those calls were half of
 * what the process did.
 */
export const writeTogether = (given: unknown): void => {
  const transport = given as Transport
  if (transport.name !== 'websocket') return
  const send = transport.send.bind(transport)
  transport.send = (packets) => {
    const wire = transport.socket?.['_socket']
    wire?.cork()
    try {
      send(packets)
    } finally {
      wire?.uncork()
    }
  }
}

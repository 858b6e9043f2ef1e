import type { LookupFunction } from 'node:net'
import { buildConnector } from 'undici'
import { Blocked, type Guard } from './guard.ts'

const urlOf = ({ protocol, hostname, port }: buildConnector.Options): URL =>
  new URL(`${protocol}//${hostname.includes(':') ? `[${hostname}]` : hostname}:${port}`)

/** Node's way of asking for addresses, answered by the guard. Literal addresses never come here; they were judged before. */
const lookupFor =
  (guard: Guard, url: URL): LookupFunction =>
  (_host, options, callback) => {
    guard.resolve(url).then(
      (addresses) => (options.all ? callback(null, addresses) : callback(null, addresses[0]!.address, addresses[0]!.family)),
      (error: Error) => callback(error as NodeJS.ErrnoException, ''),
    )
  }

/** Opens connections whose addresses the guard has chosen, and looks once more at where each has really ended. */
export const guardedConnector =
  (guard: Guard, timeoutMs: number): buildConnector.connector =>
  (options, callback) => {
    const url = urlOf(options)
    const connect = buildConnector({ timeout: timeoutMs, lookup: lookupFor(guard, url) })
    connect(options, (...[error, socket]) => {
      if (error) return callback(error, null)
      if (guard.permits(url, socket.remoteAddress ?? '')) return callback(null, socket)
      socket.destroy()
      callback(new Blocked('the connection ended at an address that is not public'), null)
    })
  }

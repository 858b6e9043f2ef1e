import { createServer } from 'node:net'
import { StartError } from '../platform/start-error.ts'

/** How many ports after a busy one are tried. */
const tries = 20

type Listen = (port: number, host: string) => Promise<void>

const pickFreePort = (host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().on('error', reject)
    server.listen(0, host, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

const failure = (why: string): StartError =>
  new StartError('port', 'The web address cannot be opened.', why, 'Set PORT (and HOST) to a free address, for example PORT=3100 npm start.')

const reasonOf = (error: unknown, host: string, port: number): string => {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') return `Port ${port} on ${host} is used by another program.`
  if (code === 'EACCES') return `Port ${port} is reserved for the administrator of the system.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `${host} is no address of this machine.`
  throw error instanceof Error ? error : new Error(message)
}

/**
 * Listens on the wanted port, or on the next free one when it is busy and `mayMove` is set: on a laptop a working link is worth more than
 * a number, behind a proxy the number is what counts. Port 0 means any free port. Returns the port.
 */
export const listenNearby = async (listen: Listen, wanted: { host: string; port: number; mayMove: boolean }): Promise<number> => {
  const first = wanted.port === 0 ? await pickFreePort(wanted.host) : wanted.port
  const last = wanted.mayMove ? Math.min(first + tries, 65_535) : first
  for (let port = first; ; port++) {
    try {
      await listen(port, wanted.host)
      return port
    } catch (error) {
      const busy = (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
      if (!busy || port >= last) throw failure(reasonOf(error, wanted.host, port))
    }
  }
}

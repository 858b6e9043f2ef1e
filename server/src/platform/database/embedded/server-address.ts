import { createServer } from 'node:net'
import pg from 'pg'
import { superuser } from './cluster-files.ts'

/** Where the server listens: `host` is the socket's folder, or 127.0.0.1 on Windows. */
export type ServerAddress = { host: string; port: number }

/** The port inside a socket's name; no TCP port is opened. */
const socketPort = 5432

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

export const chooseAddress = async (socketFolder: string): Promise<ServerAddress> =>
  process.platform === 'win32' ? { host: '127.0.0.1', port: await freePort() } : { host: socketFolder, port: socketPort }

/** A connection string that `pg` understands; a socket's folder travels as the `host` parameter, which wins over the name. */
export const connectionString = ({ host, port }: ServerAddress, password: string, database: string): string =>
  `postgres://${superuser}:${password}@localhost/${database}?host=${encodeURIComponent(host)}&port=${port}`

/** Runs `work` on one connection and closes it; a connection that does not open within 5 s is a failure. */
export const withConnection = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  // An idle client whose server goes away emits an error that would end the process.
  client.on('error', () => {})
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

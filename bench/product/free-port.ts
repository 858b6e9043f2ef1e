import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'

/** A port that nobody uses now. It is chosen beforehand because a restarted product must be found where it was. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

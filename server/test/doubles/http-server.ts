import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export type Seen = { method: string; url: string; headers: IncomingMessage['headers']; body: string }
export type HttpServer = {
  /** `127.0.0.1:port` */
  host: string
  root: string
  seen: Seen[]
  /** How it answers from now on; nothing is answered as long as this does not. */
  answer(how: (request: Seen, response: ServerResponse) => void): void
  close(): void
}

/** Some other program with an HTTP interface, which remembers what it was asked. */
export const startHttpServer = async (): Promise<HttpServer> => {
  const seen: Seen[] = []
  let how: (request: Seen, response: ServerResponse) => void = (_request, response) => void response.end('{}')
  const server = createServer(async (request, response) => {
    const asked = { method: request.method!, url: request.url!, headers: request.headers, body: (await buffer(request)).toString() }
    seen.push(asked)
    how(asked, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    host,
    root: `http://${host}`,
    seen,
    answer: (next) => void (how = next),
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

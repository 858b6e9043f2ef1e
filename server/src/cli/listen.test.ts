import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { Server } from 'node:net'
import { afterEach, describe, test } from 'node:test'
import type { StartError } from '../platform/start-error.ts'
import { listenNearby } from './listen.ts'

const opened: Server[] = []
afterEach(() => opened.splice(0).forEach((server) => server.close()))

const host = '127.0.0.1'
const listen = async (port: number, address: string): Promise<void> => {
  const server = createServer()
  server.listen(port, address)
  await once(server, 'listening')
  opened.push(server)
}

describe('listening', () => {
  test('port 0 gives a real port', async () => {
    assert.ok((await listenNearby(listen, { host, port: 0, mayMove: false })) > 1023)
  })

  test('a busy port gives way to a later one', async () => {
    const busy = await listenNearby(listen, { host, port: 0, mayMove: false })
    const port = await listenNearby(listen, { host, port: busy, mayMove: true })
    assert.ok(port > busy && port <= busy + 20)
  })

  test('where the number counts, a busy port ends with exit code 2 and names it', async () => {
    const busy = await listenNearby(listen, { host, port: 0, mayMove: false })
    await assert.rejects(
      listenNearby(listen, { host, port: busy, mayMove: false }),
      (error: StartError) => error.exitCode === 2 && error.why.includes(String(busy)),
    )
  })

  test('an address of another machine ends with exit code 2', async () => {
    await assert.rejects(listenNearby(listen, { host: '192.0.2.1', port: 3000, mayMove: true }), (error: StartError) => error.exitCode === 2)
  })
})

import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { test } from 'node:test'
import { openLine } from './line.ts'

test('a line that leads nowhere is given up, and another one is opened', async () => {
  // Connections are taken and never answered, as by a network that is not awake yet.
  const taken: Duplex[] = []
  const server = createServer()
  const again = new Promise<void>((resolve) => {
    server.on('upgrade', (_request, socket) => {
      taken.push(socket)
      if (taken.length === 2) resolve()
    })
  })
  await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready))
  const line = openLine({
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    token: 'token',
    known: () => null,
    tell: () => {},
    stands: () => {},
    refused: () => {},
    opening: 50,
  })
  await again
  line.close()
  for (const socket of taken) socket.destroy()
  await new Promise((closed) => server.close(closed))
  assert.equal(taken.length, 2)
})

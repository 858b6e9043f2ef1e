import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { compose } from '../src/compose.ts'
import { readConfig } from '../src/config.ts'
import { newDatabase } from './kit/cluster.ts'
import { environment } from './kit/settings.ts'

const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length

test('a port that somebody else has leaves nothing behind that would keep the product from ending', async (t) => {
  const neighbour = createServer()
  // Also after a failure: what still listens would keep the run from ending.
  t.after(() => neighbour.close())
  await new Promise<void>((resolve) => neighbour.listen(0, '127.0.0.1', resolve))
  const { port } = neighbour.address() as AddressInfo
  const folder = mkdtempSync(join(tmpdir(), 'chasqui-port-'))
  const database = await newDatabase('demo')
  const before = timers()
  const product = await compose(readConfig(environment(folder, {})), database)
  let stopped = false
  t.after(() => stopped || product.stop())
  await assert.rejects(product.listen(port, '127.0.0.1'), { code: 'EADDRINUSE' })
  await assert.rejects(product.listen(port, '127.0.0.1'), { code: 'EADDRINUSE' })
  await new Promise<void>((resolve) => neighbour.close(() => resolve()))
  await product.listen(port, '127.0.0.1')
  await product.startWork()
  await product.stop()
  stopped = true
  rmSync(folder, { recursive: true, force: true })
  assert.equal(timers(), before)
})

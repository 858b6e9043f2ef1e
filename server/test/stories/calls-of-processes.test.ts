import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { channelRoutes } from '@chasqui/contracts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import { createApi } from '../kit/api.ts'
import { startProductProcess } from '../kit/product-process.ts'
import { startProduct, type RunningProduct } from '../kit/product.ts'
import { connectNumber, type Number } from '../kit/whatsapp.ts'

/** The last calls at the address of a channel, where the vendor meets now this process and now that. */
let the: RunningProduct
let number: Number
before(async () => {
  ;({ the } = await startBesideGraph())
  number = await connectNumber(the.url, the.owner.api)
})

const callsAt = (url: string) => createApi(url, the.owner.api.token).ask(channelRoutes.webhookCalls, { params: { id: number.channelId } })
const at = (url: string): Number => ({ ...number, webhookUrl: `${url}${new URL(number.webhookUrl).pathname}` })
const forged = (url: string) => fetch(at(url).webhookUrl, { method: 'POST', body: '{}' })

test('are shown whole by every process, and a process that does not answer is told of', async () => {
  const alone = await callsAt(the.url)
  assert.deepEqual([alone.processes, alone.silent, alone.items], [1, 0, []])
  await forged(the.url)

  const second = await startProduct({ adminUrl: the.adminUrl, dataDir: the.dataDir })
  const third = await startProductProcess({ adminUrl: the.adminUrl, dataDir: the.dataDir })
  for (const url of [second.url, third.url]) await forged(url)
  const seen = await Promise.all([the.url, second.url, third.url].map(callsAt))
  for (const { processes, silent, counts, items } of seen)
    assert.deepEqual([processes, silent, counts, items.map(({ verdict }) => verdict)], [3, 0, { forged: 3 }, ['forged', 'forged', 'forged']])
  assert.equal(new Set(seen.map(({ since }) => since)).size, 1)
  assert.ok(seen[0]!.since > alone.since, 'it is whole since the last of them began')
  assert.deepEqual(
    seen[0]!.items.map((call) => call.at),
    seen[0]!.items
      .map((call) => call.at)
      .toSorted()
      .toReversed(),
  )

  third.pause()
  const part = await callsAt(the.url)
  assert.deepEqual([part.processes, part.silent, part.counts], [2, 1, { forged: 2 }])
  third.goOn()
  await the.until(async () => (await callsAt(the.url)).silent === 0, 'it answers again')
  assert.deepEqual((await callsAt(second.url)).counts, { forged: 3 })

  await third.kill()
  await the.until(async () => (await callsAt(the.url)).silent === 0, 'nobody waits for who is dead')
  assert.deepEqual((await callsAt(the.url)).counts, { forged: 2 })
  await second.stop()
  assert.deepEqual([(await callsAt(the.url)).processes, (await callsAt(the.url)).counts], [1, { forged: 1 }])
})

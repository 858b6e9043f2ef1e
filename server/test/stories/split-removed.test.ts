import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { channelRoutes } from '@chasqui/contracts'
import type { WhatsAppWeb } from '../doubles/whatsapp-web/start.ts'
import type { RunningProduct } from '../kit/product.ts'
import { startSplitProduct, type SplitProduct } from '../kit/split-product.ts'
import { addNumber, linkNumber } from '../kit/whatsapp-web.ts'

let split: SplitProduct
let sandbox: WhatsAppWeb
let the: RunningProduct
before(async () => {
  split = await startSplitProduct()
  ;({ sandbox, the } = split)
})

test('a number that is removed while the process that has its line stands still is left by that one, and not by a second line that another opens', async () => {
  const business = '5491150000001'
  const holder = await split.begin('sessions')
  const { id } = await addNumber(the.owner.api)
  await linkNumber(the, sandbox, id, business)
  await split.begin('sessions')
  holder.pause()
  await the.owner.api.ask(channelRoutes.remove, { params: { id } })
  const waiting = `select 1 from platform.lane where queue = 'leave' and (fence = 0 or lease_until is not null)`
  await the.until(async () => (await the.admin.query(waiting)).rowCount === 0, 'the other process took it up')
  holder.goOn()
  await the.until(async () => (await sandbox.network.person(business)).companions.length === 0, 'the device is out')
  await the.until(async () => (await the.admin.query('select 1 from channels.session_key')).rowCount === 0, 'its keys are gone')
  assert.equal(await sandbox.network.replaced(), 0)
})

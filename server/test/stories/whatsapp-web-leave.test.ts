import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { channelRoutes } from '@chasqui/contracts'
import type { WhatsAppWeb } from '../doubles/whatsapp-web/start.ts'
import { startProduct, type RunningProduct } from '../kit/product.ts'
import { addNumber, lineIs, linkNumber, startBesideWhatsAppWeb } from '../kit/whatsapp-web.ts'

let sandbox: WhatsAppWeb
let the: RunningProduct
before(async () => {
  ;({ sandbox, the } = await startBesideWhatsAppWeb())
})

const keysOf = async ({ admin }: Pick<RunningProduct, 'admin'>, id: string) =>
  (await admin.query('select 1 from channels.session_key where channel_id = $1', [id])).rowCount!
const devicesOf = async (phone: string) => (await sandbox.network.person(phone)).companions.length
const hasLeft = async (product: RunningProduct, id: string, phone: string): Promise<void> => {
  await product.until(async () => (await devicesOf(phone)) === 0, 'the device is out')
  await product.until(async () => (await keysOf(product, id)) === 0, 'its keys are gone')
}
const link = async (phone: string): Promise<string> => {
  const { id } = await addNumber(the.owner.api)
  await linkNumber(the, sandbox, id, phone)
  return id
}

describe('a number that is left', () => {
  test('while its line is being opened anew, because its settings were just changed, leaves its account all the same', async () => {
    const phone = '5491150000001'
    const id = await link(phone)
    await the.owner.api.ask(channelRoutes.update, { params: { id }, body: { settings: { history: '7' } } })
    await the.owner.api.ask(channelRoutes.disconnect, { params: { id } })
    await hasLeft(the, id, phone)
  })

  test('while its line is lost leaves its account once the network is back', async () => {
    const phone = '5491150000002'
    const id = await link(phone)
    await sandbox.network.refuse(phone, '503')
    await sandbox.network.hangUp(phone, 'cut')
    await lineIs(the, id, 'reconnecting')
    await the.owner.api.ask(channelRoutes.disconnect, { params: { id } })
    await sandbox.network.refuse(phone, null)
    await hasLeft(the, id, phone)
  })

  test('with words for it that wait at the network, which nobody here will store any more, leaves its account all the same', async () => {
    const phone = '5491150000004'
    const id = await link(phone)
    await sandbox.network.refuse(phone, '503')
    await sandbox.network.hangUp(phone, 'cut')
    await lineIs(the, id, 'reconnecting')
    await sandbox.network.say('5491122330000', phone, { conversation: '¿están?' })
    await the.owner.api.ask(channelRoutes.disconnect, { params: { id } })
    await sandbox.network.refuse(phone, null)
    await hasLeft(the, id, phone)
  })

  test('while the network lets nobody in leaves its account later, after the product began anew; its keys go then', async () => {
    const phone = '5491150000003'
    const id = await link(phone)
    await sandbox.network.refuse(phone, '503')
    await sandbox.network.hangUp(phone, 'cut')
    await the.owner.api.ask(channelRoutes.remove, { params: { id } })
    assert.ok((await keysOf(the, id)) > 0, 'what takes the device out is kept until it is out')
    await the.stop()
    assert.equal(await devicesOf(phone), 1)

    await sandbox.network.refuse(phone, null)
    const second = await startProduct({ adminUrl: the.adminUrl, dataDir: the.dataDir })
    await hasLeft(second, id, phone)
    await second.idle()
  })
})

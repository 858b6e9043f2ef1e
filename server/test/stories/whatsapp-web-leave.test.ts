import assert from 'node:assert/strict'
import { test } from 'node:test'
import { channelRoutes } from '@chasqui/contracts'
import { startProduct, type RunningProduct } from '../kit/product.ts'
import { addNumber, linkNumber, startBesideWhatsAppWeb } from '../kit/whatsapp-web.ts'

test('a number that was removed while the network let nobody in leaves its account later, after the product began anew; its keys go then', async () => {
  const phone = '5491150000001'
  const { sandbox, the } = await startBesideWhatsAppWeb()
  const { id } = await addNumber(the.owner.api)
  await linkNumber(the, sandbox, id, phone)
  const keys = async ({ admin }: Pick<RunningProduct, 'admin'>) =>
    (await admin.query('select 1 from channels.session_key where channel_id = $1', [id])).rowCount
  const devices = async () => (await sandbox.network.person(phone)).companions.length

  await sandbox.network.refuse(phone, '503')
  await sandbox.network.hangUp(phone, 'cut')
  await the.owner.api.ask(channelRoutes.remove, { params: { id } })
  assert.ok((await keys(the))! > 0, 'what takes the device out is kept until it is out')
  await the.stop()
  assert.equal(await devices(), 1)

  await sandbox.network.refuse(phone, null)
  const second = await startProduct({ adminUrl: the.adminUrl, dataDir: the.dataDir })
  await second.until(async () => (await devices()) === 0, 'the device is out')
  await second.until(async () => (await keys(second)) === 0, 'its keys are gone')
  await second.idle()
})

import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { channelRoutes } from '@chasqui/contracts'
import type { WhatsAppWeb } from '../doubles/whatsapp-web/start.ts'
import { createApi } from '../kit/api.ts'
import { startProduct, type RunningProduct } from '../kit/product.ts'
import { onlyThread } from '../kit/telegram.ts'
import { addNumber, lineIs, linkNumber, startBesideWhatsAppWeb } from '../kit/whatsapp-web.ts'

let sandbox: WhatsAppWeb
let the: RunningProduct
before(async () => {
  ;({ sandbox, the } = await startBesideWhatsAppWeb())
})

const phones = ['5491150000001', '5491150000002', '5491150000003']

describe('lines of a node that is not alone any more', () => {
  test('go over to one that joins until each has its share; people write meanwhile, and no line has to be linked again', async () => {
    const ids: string[] = []
    for (const phone of phones) {
      const { id } = await addNumber(the.owner.api)
      await linkNumber(the, sandbox, id, phone)
      ids.push(id)
    }
    const owners = async () =>
      (await the.admin.query<{ node: string | null; fence: number }>('select node, fence::int from channels.owner where channel_id = any($1::uuid[])', [ids]))
        .rows
    const before = await owners()
    const second = await startProduct({ adminUrl: the.adminUrl, dataDir: the.dataDir })
    let written = 0
    await the.until(async () => {
      for (const phone of phones) await sandbox.network.say('5491122334455', phone, { conversation: `mensaje ${written}` })
      written += 1
      const nodes = (await owners()).map(({ node }) => node)
      return !nodes.includes(null) && new Set(nodes).size === 2
    }, 'one line is held by the other node')
    for (const id of ids) await lineIs(the, id, 'connected')
    for (const phone of phones) await sandbox.network.say('5491122334455', phone, { conversation: 'al final' })
    const texts = async (id: string) => (await onlyThread(the.owner.api, id)).map(({ content }) => (content.type === 'text' ? content.text : content.type))
    const expected = [...Array.from({ length: written }, (_, index) => `mensaje ${index}`), 'al final']
    for (const id of ids) {
      await the.until(async () => (await texts(id).catch(() => [])).length >= expected.length, 'everything arrived')
      await the.idle()
      assert.deepEqual(await texts(id), expected)
      assert.equal((await the.owner.api.ask(channelRoutes.status, { params: { id } })).state, 'connected')
    }
    for (const { url } of [the, second])
      for (const id of ids) {
        const api = createApi(url, the.owner.api.token)
        await the.until(async () => {
          const { line } = await api.ask(channelRoutes.status, { params: { id } })
          return line?.openSince && line.told
        }, 'either node tells how it fares')
      }
    const after = await owners()
    const fences = (rows: { fence: number }[]) => rows.reduce((sum, { fence }) => sum + fence, 0)
    assert.equal(fences(after), fences(before) + 1, 'one line moved, once')
    assert.deepEqual(await Promise.all(phones.map(async (phone) => (await sandbox.network.person(phone)).companions.length)), [1, 1, 1])
    await second.stop()
  })
})

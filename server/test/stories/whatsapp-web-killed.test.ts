import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { after, before, test } from 'node:test'
import { channelRoutes } from '@chasqui/contracts'
import { environmentFor, leadEngineTo } from '../doubles/whatsapp-web/lead-engine.ts'
import { startWhatsAppWeb, type WhatsAppWeb } from '../doubles/whatsapp-web/start.ts'
import { startMortal } from '../kit/killed.ts'
import { startProduct, type RunningProduct } from '../kit/product.ts'
import { talksOf } from '../kit/telegram.ts'
import { addNumber, lineIs, linkNumber } from '../kit/whatsapp-web.ts'

let sandbox: WhatsAppWeb
before(async () => {
  sandbox = await startWhatsAppWeb()
  leadEngineTo(sandbox.where)
})
after(() => sandbox.stop())

const ownerOf = async ({ admin }: Pick<RunningProduct, 'admin'>, id: string): Promise<{ node: string | null; fence: string }> =>
  (await admin.query<{ node: string | null; fence: string }>('select node, fence from channels.owner where channel_id = $1', [id])).rows[0]!

const messages = 24
const deaths = 3

test('killed at any moment while people write to a linked number: nothing is lost, nothing is stored twice, and it need not be linked again', async () => {
  const business = '5491150000001'
  const { the, livesAfter } = await startMortal(environmentFor(sandbox.where))
  const { id } = await addNumber(the.owner.api)
  await linkNumber(the, sandbox, id, business)
  const people = ['5491122330001', '5491122330002', '5491122330003']
  const lives = await livesAfter()
  const stored = () => lives.count(`from conversations.message where channel_id = $1 and direction = 'in'`, [id])

  let written = 0
  for (let death = 1; death <= deaths; death++) {
    const goal = Math.floor((messages * death) / deaths)
    // Somewhere between the first and the last message of this life, wherever the process is with it.
    const dieAt = (await stored()) + randomInt(1, 5)
    await lives.endAs(async () => {
      if (written < goal) await sandbox.network.say(people[written % people.length]!, business, { conversation: `mensaje ${written++}` })
      return written === goal && (await stored()) >= dieAt
    }, `death ${death}`)
  }

  const last = await lives.goOn()
  await lineIs(last, id, 'connected')
  await last.until(async () => (await stored()) >= messages, 'everything is there')
  await last.idle()
  const { rows } = await last.admin.query<{ text: string; count: number }>(
    `select content ->> 'text' as text, count(*)::int as count from conversations.message where channel_id = $1 and direction = 'in' group by 1`,
    [id],
  )
  assert.deepEqual(rows.map(({ text }) => text).toSorted(), Array.from({ length: messages }, (_, index) => `mensaje ${index}`).toSorted())
  assert.ok(
    rows.every(({ count }) => count === 1),
    'each is there once',
  )
  assert.equal((await talksOf(last.owner.api, id)).length, people.length)
  assert.equal((await last.owner.api.ask(channelRoutes.status, { params: { id } })).state, 'connected')
  assert.equal((await sandbox.network.person(business)).companions.length, 1, 'one device all the time')
})

test('of two nodes one holds the line, and what the other is given to send leaves there', async () => {
  const business = '5491150000002'
  const ana = '5491122330009'
  const first = await startProduct()
  const { id } = await addNumber(first.owner.api)
  await linkNumber(first, sandbox, id, business)
  const before = await ownerOf(first, id)
  const second = await startProduct({ adminUrl: first.adminUrl, dataDir: first.dataDir })
  await sandbox.network.say(ana, business, { conversation: 'hola' })
  await first.until(async () => (await talksOf(second.owner.api, id)).length === 1, 'the talk')
  const [talk] = await talksOf(second.owner.api, id)
  const wanted = Array.from({ length: 6 }, (_, index) => `respuesta ${index}`)
  for (const [index, text] of wanted.entries())
    await [first, second][index % 2]!.owner.api.send('POST', `/api/conversations/${talk!.id}/messages`, { content: text })
  const got = async () => (await sandbox.network.got(ana)).map(({ message }) => message.extendedTextMessage?.text)
  await first.until(async () => (await got()).length >= wanted.length, 'all arrive')
  await first.idle()
  assert.deepEqual(await got(), wanted, 'each once, in order')
  assert.deepEqual(await ownerOf(first, id), before, 'the line stays where it is')

  await first.stop()
  await lineIs(second, id, 'connected')
  await second.until(async () => (await ownerOf(second, id)).node !== before.node, 'the second holds it')
  await second.owner.api.send('POST', `/api/conversations/${talk!.id}/messages`, { content: 'desde el otro' })
  await second.until(async () => (await got()).includes('desde el otro'), 'it leaves there')
  assert.equal((await sandbox.network.person(business)).companions.length, 1)
})

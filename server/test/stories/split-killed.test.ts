import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { before, test } from 'node:test'
import { conversationRoutes } from '@chasqui/contracts'
import type { WhatsAppWeb } from '../doubles/whatsapp-web/start.ts'
import { document } from '../kit/media.ts'
import type { RunningProduct } from '../kit/product.ts'
import { startSplitProduct, type SplitProduct } from '../kit/split-product.ts'
import { talksOf } from '../kit/telegram.ts'
import { addNumber, lineIs, linkNumber } from '../kit/whatsapp-web.ts'

let split: SplitProduct
let sandbox: WhatsAppWeb
let the: RunningProduct
before(async () => {
  split = await startSplitProduct()
  ;({ sandbox, the } = split)
})

const business = '5491150000001'
const people = ['5491122330001', '5491122330002', '5491122330003']
const deaths = 3
/** Of each person in the life of one process. */
const perLife = 4

test('the process that holds the line is killed again and again while people write, are answered and are read: nothing is lost, nothing comes twice, and the line has one owner at a time', async () => {
  await split.begin('worker')
  let holder = await split.begin('sessions')
  const { id } = await addNumber(the.owner.api)
  await linkNumber(the, sandbox, id, business)
  const owner = async () =>
    (await the.admin.query<{ node: string; fence: number }>('select node, fence::int from channels.owner where channel_id = $1', [id])).rows[0]!
  const stored = async () =>
    (await the.admin.query<{ count: number }>(`select count(*)::int as count from conversations.message where channel_id = $1 and direction = 'in'`, [id]))
      .rows[0]!.count
  const { fence } = await owner()

  const said: string[] = []
  const answered: string[] = []
  const lastOf = new Map<string, string>()
  const say = async (phone: string): Promise<void> => {
    const text = `mensaje ${said.length}`
    said.push(text)
    const isFile = said.length % 4 === 0
    const message = isFile
      ? await sandbox.network.file('document', document(1, `/Title (${text})`), { mimetype: 'application/pdf', fileName: text, caption: text })
      : { conversation: text }
    lastOf.set(phone, await sandbox.network.say(phone, business, message))
  }
  /** As somebody at a desk does: reads what is new, and says something to each. */
  const serve = async (): Promise<void> => {
    for (const talk of await talksOf(the.owner.api, id)) {
      if (talk.unread === 0) continue
      await the.owner.api.ask(conversationRoutes.markRead, { params: { id: talk.id } })
      const text = `respuesta ${answered.length}`
      answered.push(text)
      await the.owner.api.ask(conversationRoutes.send, { params: { id: talk.id }, body: { content: { type: 'text', text }, takeFloor: true } })
    }
  }

  for (let death = 1; death <= deaths; death++) {
    // It is there when the other dies, as in an installation that means to go on.
    const next = await split.begin('sessions')
    const dieAt = (await stored()) + randomInt(1, people.length * perLife)
    for (let round = 0; round < perLife; round++)
      for (const phone of people) {
        await say(phone)
        await serve()
        if (holder !== next && (await stored()) >= dieAt) {
          await holder.kill()
          holder = next
        }
      }
    if (holder !== next) await holder.kill()
    holder = next
  }

  await lineIs(the, id, 'connected')
  await the.until(async () => (await stored()) === said.length, 'everything is there')
  await serve()
  await the.idle()
  const { rows } = await the.admin.query<{ text: string }>(
    `select coalesce(content ->> 'text', content ->> 'caption') as text from conversations.message where channel_id = $1 and direction = 'in'`,
    [id],
  )
  assert.deepEqual(rows.map(({ text }) => text).toSorted(), said.toSorted(), 'each is there once')
  const files = await the.admin.query<{ state: string; count: number }>(
    `select content #>> '{file,state}' as state, count(*)::int as count from conversations.message where channel_id = $1 and type = 'document' group by 1`,
    [id],
  )
  assert.deepEqual(files.rows, [{ state: 'stored', count: said.length / 4 }])

  const got = async () => (await Promise.all(people.map((phone) => sandbox.network.got(phone)))).flat()
  await the.until(async () => new Set((await got()).map((one) => one.id)).size >= answered.length, 'all answers arrive')
  // What may have left is sent again under its id, which a telephone shows once.
  const shown = new Map((await got()).map((one) => [one.id, one.message.extendedTextMessage?.text]))
  assert.deepEqual([...shown.values()].toSorted(), answered.toSorted(), 'each arrived as one message')
  for (const phone of people)
    await the.until(async () => (await sandbox.network.told(phone)).some((one) => one.type === 'read' && one.id === lastOf.get(phone)), 'blue ticks')

  // One that dies before it took the line over leaves it to the next.
  const taken = (await owner()).fence - fence
  assert.ok(taken >= 1 && taken <= deaths, `it was taken over ${taken} times: at most once for each death`)
  assert.equal(await sandbox.network.replaced(), 0, 'no two lines of one device at any time')
  assert.equal((await sandbox.network.person(business)).companions.length, 1, 'it was linked once')
})

import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { after, before, test } from 'node:test'
import { channelRoutes } from '@chasqui/contracts'
import { environmentFor, leadEngineTo } from '../doubles/whatsapp-web/lead-engine.ts'
import { startWhatsAppWeb, type WhatsAppWeb } from '../doubles/whatsapp-web/start.ts'
import { startMortal } from '../kit/killed.ts'
import { addNumber, linkNumber } from '../kit/whatsapp-web.ts'

let sandbox: WhatsAppWeb
before(async () => {
  sandbox = await startWhatsAppWeb()
  leadEngineTo(sandbox.where)
})
after(() => sandbox.stop())

const chats = 30
const each = 3
const deaths = 3

test('killed at any moment while history is brought along: all of it is there in the end, once, in its order', async () => {
  const business = '5491150000201'
  const { the, livesAfter } = await startMortal(environmentFor(sandbox.where))
  const { id } = await addNumber(the.owner.api, { history: '30' })
  await linkNumber(the, sandbox, id, business)
  const lives = await livesAfter()
  const stored = () => lives.count('from conversations.message where channel_id = $1', [id])
  const yesterday = Math.floor(Date.now() / 1000) - 86_400
  const past = Array.from({ length: chats }, (_, chat) => ({
    with: `54911223${10_000 + chat}`,
    messages: Array.from({ length: each }, (_, index) => ({
      id: `${chat}-${index}`,
      at: yesterday + index,
      mine: index === 1,
      message: { conversation: `${chat} dice ${index}` },
    })),
  }))
  // Waits at the network for whoever lives next.
  await sandbox.network.offerHistory(business, past)
  for (let death = 1; death <= deaths; death++) {
    const dieAt = (await stored()) + randomInt(0, (chats * each) / deaths)
    await lives.endAs(async () => (await stored()) >= dieAt, `death ${death}`)
  }
  const last = await lives.goOn()
  await last.until(async () => (await last.owner.api.ask(channelRoutes.history, { params: { id } })).history?.state === 'done', 'it is brought')
  const { history } = await last.owner.api.ask(channelRoutes.history, { params: { id } })
  assert.deepEqual([history?.done, history?.chats, history?.messages], [chats, chats, chats * each])
  const { rows } = await last.admin.query<{ said: string[] }>(
    `select array_agg(m.content ->> 'text' order by m.seq) as said from conversations.message m join conversations.conversation c on c.id = m.conversation_id
     where m.channel_id = $1 and c.state = 'closed' group by c.id`,
    [id],
  )
  const expected = past.map(({ messages }) => messages.map(({ message }) => message.conversation))
  assert.deepEqual(rows.map(({ said }) => said).toSorted(), expected.toSorted())
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { chatRoutes } from '@chasqui/contracts'
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

const strangers = Array.from({ length: 13 }, (_, index) => `54911223302${String(index).padStart(2, '0')}`)
const budget = 10

test('killed while strangers are counted and written to: each counts once, none beyond the budget is written to, nobody gets anything twice', async () => {
  const { the, livesAfter } = await startMortal(environmentFor(sandbox.where))
  const { id } = await addNumber(the.owner.api)
  await linkNumber(the, sandbox, id, '5491150000081')
  const lives = await livesAfter()
  const counted = () => lives.count('from channels.cold_start where channel_id = $1', [id])
  const writeToAll = async (api: typeof the.owner.api) => {
    for (const to of strangers)
      await api.ask(chatRoutes.send, { params: { id }, body: { to, content: { type: 'text', text: `buenas ${to}` }, clientId: to, takeFloor: true } })
  }
  // At the moment when one more is counted nobody has heard from the network yet.
  await lives.endAs(
    async () => (await counted()) >= 2,
    'the first death',
    (life) => writeToAll(life.apiOf(the.owner)).catch(() => {}),
  )
  for (const goal of [5, 8])
    await lives.endAs(
      async () => (await counted()) >= goal,
      `death after ${goal}`,
      (life) => writeToAll(life.apiOf(the.owner)).catch(() => {}),
    )

  const last = await lives.goOn()
  await writeToAll(last.owner.api)
  const held = () => lives.count(`from platform.outbox where sender = $1 and state = 'pending' and error ->> 'code' = 'guard.budget'`, [id])
  await last.until(async () => (await held()) === strangers.length - budget, 'the others wait')
  await last.idle()
  assert.equal(await counted(), budget)
  assert.deepEqual((await lives.admin.query('select sum(cold)::int as cold from channels.guard_day where channel_id = $1', [id])).rows, [{ cold: budget }])
  const got = await Promise.all(strangers.map(async (phone) => (await sandbox.network.got(phone)).length))
  assert.ok(
    got.every((times) => times <= 1),
    JSON.stringify(got),
  )
  assert.ok(got.filter((times) => times === 1).length <= budget)
})

import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { conversationRoutes, eventPayloads, flowLimitRoutes, type FlowDraft } from '@chasqui/contracts'
import { flowsOn, type Customer } from '../kit/flows.ts'
import { startProduct, type RunningProduct } from '../kit/product.ts'
import { threadOf } from '../kit/whatsapp.ts'

let the: RunningProduct
let flows: Awaited<ReturnType<typeof flowsOn>>
before(async () => {
  the = await startProduct()
  flows = await flowsOn(the)
})

/** Greets whoever writes, each time anew: what talks with another bot for ever. */
const greeting: FlowDraft = { schema: 1, start: 'hi', nodes: { hi: { type: 'message', text: 'Hola, ¿en qué puedo ayudar?', next: null } } }
const asking: FlowDraft = {
  schema: 1,
  start: 'ask',
  nodes: { ask: { type: 'input', text: '¿Qué más?', expect: 'text', saveAs: 'more', timeout: { seconds: 3600, next: null }, next: 'ask' } },
}
const read = async (customer: Customer) => the.owner.api.ask(conversationRoutes.read, { params: { id: await customer.conversationId() } })
const stops = async (customer: Customer) => {
  const { rows } = await the.admin.query<{ payload: { conversationId: string; why: string } }>(
    `select payload from platform.event where type = 'flow.stopped_itself'`,
  )
  const id = await customer.conversationId()
  return rows.map(({ payload }) => eventPayloads['flow.stopped_itself'].parse(payload)).filter(({ conversationId }) => conversationId === id)
}

test('two bots that answer each other are parted: the flow is silent, a person finds the conversation with a note', async () => {
  await flows.publish(greeting)
  const bot = flows.customer()
  let answers = 0
  for (let turn = 0; turn < 12; turn++) {
    await bot.says(`Gracias por escribirnos, su consulta ${turn + 10} está en cola.`)
    answers = (await bot.heard()).length
  }
  assert.equal(answers, 4)
  const { floor, state } = await read(bot)
  assert.deepEqual([floor, state], ['human', 'queued'])
  assert.deepEqual(
    (await stops(bot)).map(({ why }) => why),
    ['bot_loop'],
  )
  const thread = await threadOf(the.owner.api, await bot.conversationId())
  assert.ok(JSON.stringify(thread).includes('otro bot'), 'why it stopped stands in the thread')
})

test('a person who gives the conversation back gets a bot that answers', async () => {
  await flows.publish(greeting)
  const bot = flows.customer()
  for (let turn = 0; turn < 6; turn++) await bot.says('Gracias por escribirnos, ya le respondemos.')
  const heard = (await bot.heard()).length
  await the.owner.api.ask(conversationRoutes.floor, { params: { id: await bot.conversationId() }, body: { floor: 'flow' } })
  await bot.says('Hola de nuevo')
  assert.equal((await bot.heard()).length, heard + 1)
})

test('a conversation beyond its budget is handed over once, as the organisation sets it', async () => {
  const set = (more: object) => the.owner.api.ask(flowLimitRoutes.update, { body: more })
  await set({ turnsPerHour: 3 })
  await flows.publish(asking)
  const ana = flows.customer()
  for (const words of ['hola', 'uno', 'dos', 'tres', 'cuatro']) await ana.says(words)
  assert.deepEqual(await ana.heard(), ['¿Qué más?', '¿Qué más?', '¿Qué más?', 'Enseguida continúa la conversación una persona del equipo.'])
  assert.deepEqual(
    (await stops(ana)).map(({ why }) => why),
    ['budget'],
  )
  assert.equal((await read(ana)).floor, 'human')

  const beto = flows.customer()
  await set({ turnsPerHour: 3 })
  for (const words of ['hola', 'uno', 'dos']) await beto.says(words)
  await the.clock.advance(61 * 60_000)
  await the.signInAgain(the.owner)
  await beto.says('tres')
  assert.equal((await read(beto)).floor, 'flow', 'an hour later there is room again')

  assert.deepEqual(await the.owner.api.ask(flowLimitRoutes.read), {
    turnsPerHour: 3,
    turnsPerDay: 1000,
    messagesPerHour: 400,
    messagesPerDay: 2000,
    botLoops: true,
  })
  const agent = await the.addMember(the.owner.tenantId, 'agent')
  await agent.api.refused(403, flowLimitRoutes.update, { body: {} })
  assert.equal((await the.owner.api.send('PUT', '/api/flow-limits', { turnsPerHour: 0 })).status, 422)
  await set({})
})

test('limits that were changed on another node hold on this one', async () => {
  const other = await startProduct({ adminUrl: the.adminUrl, dataDir: the.dataDir, env: { ROLE: 'web' } })
  await flows.publish(asking)
  const outOfThree = async (): Promise<string[]> => {
    const customer = flows.customer()
    for (const words of ['hola', 'uno', 'dos']) await customer.says(words)
    return (await stops(customer)).map(({ why }) => why)
  }
  assert.deepEqual(await outOfThree(), [], 'this node knows the usual limits now')
  await other.owner.api.ask(flowLimitRoutes.update, { body: { turnsPerHour: 2 } })
  await the.until(async () => (await outOfThree()).includes('budget'), 'this node keeps to the new limits')
  await other.owner.api.ask(flowLimitRoutes.update, { body: {} })
  await the.until(async () => (await outOfThree()).length === 0, 'and to the usual ones again')
})

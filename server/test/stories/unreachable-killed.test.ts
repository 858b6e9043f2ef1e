import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flowRoutes } from '@chasqui/contracts'
import { publishFlow, someone, writersTo } from '../kit/flows.ts'
import { startMortal } from '../kit/killed.ts'
import { connectNumber, threadOf } from '../kit/whatsapp.ts'

const each = 12

test('a process that dies while reminders come due ends each run of whom nothing reaches once, and reminds whoever is reached once', async () => {
  const { graph, the, livesAfter } = await startMortal()
  const { api } = the.owner
  const number = await connectNumber(the.url, api, { flow: false })
  const flowId = await publishFlow(
    api,
    {
      schema: 1,
      start: 'ask',
      nodes: {
        ask: { type: 'input', text: '¿Qué día?', expect: 'text', saveAs: 'day', timeout: { seconds: 36_000, next: 'again' }, next: null },
        again: { type: 'message', text: '¿Seguís ahí?', next: null },
      },
    },
    { channelId: number.channelId },
  )
  const { writes, conversationOf } = writersTo(() => ({ the, api, number }))
  const [lost, reached] = [Array.from({ length: each }, someone), Array.from({ length: each }, someone)]
  for (const person of [...lost, ...reached]) await writes(person)
  await the.idle()
  await the.admin.query(
    `insert into contacts.unreached (tenant_id, identity_id, cause, messages, since)
     select tenant_id, id, 'blocked', 1, now() from contacts.identity where channel_id = $1 and value = any($2::text[])`,
    [number.channelId, lost.flatMap(({ phone }) => [phone, `+${phone}`])],
  )
  const conversations = await Promise.all(lost.map((person) => conversationOf(person)))
  const talks = await Promise.all(reached.map(async (person) => ({ person, id: (await conversationOf(person)).id })))

  const lives = await livesAfter()
  await lives.makeTimersDue()
  const ended = () => lives.count(`from flows.run where status <> 'active'`)
  for (const enough of [3, 11, 2 * each]) await lives.endAs(async () => (await ended()) >= enough, `${enough} have ended`)

  const last = await lives.goOn()
  await last.idle()
  const { items } = await last.owner.api.ask(flowRoutes.runs, { params: { id: flowId }, query: { limit: 100 } })
  const isLost = new Set(conversations.map(({ id }) => id))
  for (const { conversationId, state } of items) assert.equal(state, isLost.has(conversationId) ? 'unreachable' : 'finished')
  assert.equal(items.length, 2 * each)
  const threads = await Promise.all(conversations.map(({ id }) => threadOf(last.owner.api, id)))
  for (const thread of threads)
    assert.equal(thread.filter(({ content }) => content.type === 'system' && content.event === 'flow_ended_unreachable').length, 1, 'it is said once')
  const reminded = graph.ledger.received.filter(({ text }) => text === '¿Seguís ahí?').map(({ to }) => to)
  assert.equal(new Set(reminded).size, reminded.length, 'nobody is reminded twice')
  // A process that died between claiming a message and sending it leaves it as uncertain, to be decided by a person.
  const threadsOfReached = await Promise.all(talks.map(async ({ person, id }) => ({ person, thread: await threadOf(last.owner.api, id) })))
  const unsure = threadsOfReached.filter(({ thread }) => thread.some(({ status }) => status === 'uncertain')).map(({ person }) => person.phone)
  assert.deepEqual([...new Set([...reminded, ...unsure])].toSorted(), reached.map(({ phone }) => phone).toSorted())
  assert.deepEqual((await last.admin.query('select error from platform.dead_letter')).rows, [])
})

import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { contactRoutes, conversationRoutes as routes, operationRoutes, type Conversation } from '@chasqui/contracts'
import type { GraphApi } from '../doubles/graph-api/server.ts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import type { Person, RunningProduct } from '../kit/product.ts'
import { connectNumber, conversationsOf, threadOf, type Number } from '../kit/whatsapp.ts'

/** Several people and customers act at once: whatever the order, everybody is left with the same picture and nothing is lost. */
let graph: GraphApi
let the: RunningProduct
let number: Number
let agents: Person[]
before(async () => {
  ;({ graph, the } = await startBesideGraph())
  number = await connectNumber(the.url, the.owner.api)
  agents = []
  // They see each other's conversations.
  while (agents.length < 6) agents.push(await the.addMember(the.owner.tenantId, 'supervisor'))
})

let people = 0
const begin = async (): Promise<{ phone: string; name: string; id: string }> => {
  const customer = { phone: `549112222${String((people += 1)).padStart(4, '0')}`, name: 'Ana' }
  await number.say(customer, 'hola')
  await the.idle()
  return { ...customer, id: (await conversationsWith(customer.phone))[0]!.id }
}
const conversationsWith = async (phone: string): Promise<Conversation[]> =>
  (await conversationsOf(the.owner.api, number.channelId)).filter(({ contact }) => contact.phone === `+${phone}`)

test('six agents take over: one has it, and all agree who', async () => {
  const { id } = await begin()
  await Promise.all(agents.map(({ api }) => api.ask(routes.floor, { params: { id }, body: { floor: 'human' } })))
  const owners = await Promise.all(agents.map(async ({ api }) => (await api.ask(routes.read, { params: { id } })).assignee?.id))
  assert.equal(new Set(owners).size, 1)
  assert.ok(agents.some(({ userId }) => userId === owners[0]))
  assert.equal((await threadOf(the.owner.api, id)).filter(({ content }) => content.type === 'system' && content.event === 'taken_over').length, 1)
})

test('six who see only what nobody has take over: one has it, and for the others it is gone', async () => {
  const { id } = await begin()
  const clerks = await Promise.all(agents.map(() => the.addMember(the.owner.tenantId, 'agent')))
  const answers = await Promise.all(clerks.map(({ api }) => api.send<Conversation>('PUT', `/api/conversations/${id}/floor`, { floor: 'human' })))
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 404, 404, 404, 404, 404])
  const winner = clerks[answers.findIndex(({ status }) => status === 200)]!
  assert.equal((await the.owner.api.ask(routes.read, { params: { id } })).assignee?.id, winner.userId)
})

test('six agents answer while the customer writes: every word is there once, numbered without gaps', async () => {
  const { id, ...customer } = await begin()
  await Promise.all([
    ...agents.flatMap(({ api }, index) =>
      [1, 2, 3].map((part) => api.ask(routes.send, { params: { id }, body: { content: { type: 'text', text: `agente ${index}.${part}` }, takeFloor: true } })),
    ),
    ...[1, 2, 3].map((part) => number.say(customer, `cliente ${part}`)),
  ])
  await the.idle()
  const thread = await threadOf(the.owner.api, id)
  assert.deepEqual(
    thread.map(({ seq }) => seq),
    thread.map((_, index) => index + 1),
  )
  const words = thread.flatMap(({ content }) => (content.type === 'text' ? [content.text] : []))
  assert.equal(words.filter((word) => word.startsWith('agente')).length, 18)
  assert.equal(words.filter((word) => word.startsWith('cliente')).length, 3)
  // Sent in the order of the thread, each once.
  const sent = graph.ledger.received.filter(({ to, text }) => to === customer.phone && text.startsWith('agente')).map(({ text }) => text)
  assert.deepEqual(
    sent,
    words.filter((word) => word.startsWith('agente')),
  )
})

test('an agent closes while the customer writes: no word is lost, and at most one conversation is open', async () => {
  for (let round = 0; round < 5; round++) {
    const { id, ...customer } = await begin()
    await Promise.all([the.owner.api.ask(routes.close, { params: { id }, body: {} }), number.say(customer, 'una cosa más'), number.say(customer, 'y otra')])
    await the.idle()
    const conversations = await conversationsWith(customer.phone)
    assert.ok(conversations.filter(({ state }) => state !== 'closed').length <= 1)
    const words = (await Promise.all(conversations.map((one) => threadOf(the.owner.api, one.id))))
      .flat()
      .flatMap(({ content, direction }) => (direction === 'in' && content.type === 'text' ? [content.text] : []))
    assert.deepEqual(words.toSorted(), ['hola', 'una cosa más', 'y otra'])
  }
})

test('ten people open the conversation with one number: it is one, and so is the contact', async () => {
  const phone = '+54 9 11 2222-9001'
  const opened = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      agents[index % agents.length]!.api.send<Conversation>('POST', '/api/conversations', { channelId: number.channelId, phone, name: 'Nueva' }),
    ),
  )
  assert.deepEqual([...new Set(opened.map(({ status }) => status))], [201])
  assert.equal(new Set(opened.map(({ body }) => body.id)).size, 1)
  assert.equal((await the.owner.api.ask(contactRoutes.list, { query: { q: '22229001' } })).items.length, 1)
})

test('a customer writes for the first time while an agent opens the conversation: one contact, one conversation', async () => {
  const phone = '5491122229100'
  const [, opened] = await Promise.all([
    number.say({ phone, name: 'Ana' }, 'hola'),
    the.owner.api.send<Conversation>('POST', '/api/conversations', { channelId: number.channelId, phone: `+${phone}` }),
  ])
  assert.equal(opened.status, 201)
  await the.idle()
  assert.deepEqual(
    (await conversationsWith(phone)).map(({ id }) => id),
    [opened.body.id],
  )
})

test('one contact is added by ten people: one is told it is made, the others that it exists', async () => {
  const made = await Promise.all(
    Array.from({ length: 10 }, () => the.owner.api.send<{ code: string }>('POST', '/api/contacts', { name: 'Doble', phone: '+54 9 11 2222-9200' })),
  )
  assert.deepEqual(made.map(({ status }) => status).toSorted(), [201, ...Array.from({ length: 9 }, () => 409)])
  assert.ok(made.every(({ status, body }) => status === 201 || body.code === 'contact.exists'))
})

test('the log of events is one line without gaps, read in pages of any size', async () => {
  await the.idle()
  const { lastSeq } = await the.owner.api.ask(operationRoutes.events, { query: { limit: 1 } })
  const read = async (limit: number) => {
    const seqs: number[] = []
    for (let after = 0; after < lastSeq;) {
      const { items } = await the.owner.api.ask(operationRoutes.events, { query: { after, limit } })
      assert.ok(items.length > 0)
      seqs.push(...items.map(({ seq }) => seq))
      after = seqs.at(-1)!
    }
    return seqs.filter((seq) => seq <= lastSeq)
  }
  assert.deepEqual(
    await read(1000),
    Array.from({ length: lastSeq }, (_, index) => index + 1),
  )
  assert.deepEqual(
    await read(37),
    Array.from({ length: lastSeq }, (_, index) => index + 1),
  )
})

import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Message } from '@chasqui/contracts'
import { change, text, webhookBody, type Customer } from '../doubles/graph-api/inbound.ts'
import type { GraphApi } from '../doubles/graph-api/server.ts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import type { RunningProduct } from '../kit/product.ts'
import { connectNumber, conversationsOf, threadOf, type Number } from '../kit/whatsapp.ts'

let graph: GraphApi
let the: RunningProduct
let number: Number
before(async () => {
  ;({ graph, the } = await startBesideGraph())
})

const ana = { phone: '5491122334455', name: 'Ana' }
const inbound = async () => {
  await the.idle()
  const conversations = await conversationsOf(the.owner.api, number.channelId)
  return Promise.all(
    conversations.map(async (conversation) => ({
      conversation,
      messages: (await threadOf(the.owner.api, conversation.id)).filter((message) => message.direction === 'in'),
    })),
  )
}
const repliesTo = (to: string) => graph.ledger.received.filter((message) => message.to === to && message.phoneNumberId === number.phoneNumberId).length

describe('the same webhook again is nothing new', () => {
  const cases: [string, (id: string) => Promise<number[]>][] = [
    ['one after the other', async (id) => [await number.say(ana, 'hola', id), await number.say(ana, 'hola', id), await number.say(ana, 'hola', id)]],
    ['twenty at once', (id) => Promise.all(Array.from({ length: 20 }, () => number.say(ana, 'hola', id)))],
    ['twice in one batch', async (id) => [await number.write(ana, [text(ana, 'hola', { id }), text(ana, 'hola', { id })])]],
    [
      'in two entries of one batch',
      async (id) => {
        const [entry] = webhookBody([change({ number, contacts: [ana], messages: [text(ana, 'hola', { id })] })], number.waba)['entry'] as unknown[]
        return [await number.post({ object: 'whatsapp_business_account', entry: [entry, entry] })]
      },
    ],
    [
      'after the answer was given',
      async (id) => {
        const first = await number.say(ana, 'hola', id)
        await the.idle()
        return [first, await number.say(ana, 'hola', id)]
      },
    ],
  ]
  for (const [how, post] of cases) {
    test(how, async () => {
      number = await connectNumber(the.url, the.owner.api)
      for (const status of await post(`wamid.${how.replaceAll(' ', '')}`)) assert.equal(status, 200)
      const [thread, ...others] = await inbound()
      assert.deepEqual([thread!.messages.length, others.length, thread!.conversation.unread, repliesTo(ana.phone)], [1, 0, 1, 1])
    })
  }

  test('the same id on another number is another message', async () => {
    const [one, two] = [await connectNumber(the.url, the.owner.api), await connectNumber(the.url, the.owner.api)]
    for (const to of [one, two]) assert.equal(await to.say(ana, 'hola', 'wamid.SHARED'), 200)
    await the.idle()
    for (const { channelId } of [one, two]) assert.equal((await conversationsOf(the.owner.api, channelId)).length, 1)
  })
})

const crowd = (from: number): (Customer & { phone: string })[] =>
  Array.from({ length: 20 }, (_, index) => ({ phone: `54911500${String(from + index).padStart(5, '0')}`, name: `Persona ${index}` }))
const ten = Array.from({ length: 10 }, (_, index) => `mensaje ${index}`)
const said = (messages: Message[]) => messages.map(({ content }) => (content.type === 'text' ? content.text : content.type))

test('200 first messages of 20 new people at once: 20 conversations, nothing missing, each answered as if they were alone', async () => {
  number = await connectNumber(the.url, the.owner.api)
  const people = crowd(0)
  const statuses = await Promise.all(people.flatMap((person) => ten.map((words) => number.say(person, words))))
  assert.deepEqual([...new Set(statuses)], [200])
  const threads = await inbound()
  assert.deepEqual([threads.length, new Set(threads.map(({ conversation }) => conversation.contact.phone)).size], [20, 20])
  for (const { messages, conversation } of threads) {
    assert.deepEqual(said(messages).toSorted(), ten)
    assert.deepEqual([conversation.unread, conversation.state], [10, 'queued'])
  }
  // The greeting with its menu, twice more because "mensaje 3" is no option, then the hand-over; silence from there on.
  for (const { phone } of people) assert.equal(repliesTo(phone), 4)
  assert.equal(graph.ledger.stats.duplicates, 0)
})

test('20 people write ten messages each, one after the other: every thread is in their order', async () => {
  number = await connectNumber(the.url, the.owner.api)
  const inARow = async (person: Customer) => {
    for (const words of ten) assert.equal(await number.say(person, words), 200)
  }
  await Promise.all(crowd(100).map(inARow))
  const threads = await inbound()
  assert.equal(threads.length, 20)
  for (const { messages } of threads) assert.deepEqual(said(messages), ten)
})

test('messages of one batch keep their order, and so do those of one connection', async () => {
  number = await connectNumber(the.url, the.owner.api, { flow: false })
  const words = Array.from({ length: 40 }, (_, index) => `n.º ${index}`)
  assert.equal(
    await number.write(
      ana,
      words.map((word) => text(ana, word)),
    ),
    200,
  )
  for (const word of ['a', 'b', 'c']) assert.equal(await number.say(ana, word), 200)
  const [thread] = await inbound()
  assert.deepEqual(said(thread!.messages), [...words, 'a', 'b', 'c'])
  assert.equal(thread!.conversation.unread, 43)
})

test('a message and its receipts of a whole batch over two numbers arrive once each', async () => {
  const [one, two] = [
    await connectNumber(the.url, the.owner.api, { flow: false, appSecret: 'shared' }),
    await connectNumber(the.url, the.owner.api, { flow: false, appSecret: 'shared' }),
  ]
  const body = webhookBody(
    [one, two].flatMap((to) =>
      [0, 1, 2].map((index) => change({ number: to, contacts: [ana], messages: [text(ana, `${index}`, { id: `wamid.${to.phoneNumberId}.${index}` })] })),
    ),
  )
  assert.deepEqual(await Promise.all([one.post(body), one.post(body), two.post(body)]), [200, 200, 200])
  for (const to of [one, two]) {
    number = to
    const [thread] = await inbound()
    assert.deepEqual(said(thread!.messages), ['0', '1', '2'])
  }
})

test('a batch of several hundred messages is taken as a whole', async () => {
  number = await connectNumber(the.url, the.owner.api, { flow: false })
  const words = Array.from({ length: 600 }, (_, index) => `n.º ${index}`)
  assert.equal(
    await number.write(
      ana,
      words.map((word) => text(ana, word)),
    ),
    200,
  )
  await the.idle()
  const [conversation] = await conversationsOf(the.owner.api, number.channelId)
  assert.deepEqual([conversation!.unread, conversation!.lastSeq, conversation!.lastMessage?.preview], [600, 600, 'n.º 599'])
})

test('Meta reports every tick twice, in batches and in any order: all ends at read', async () => {
  number = await connectNumber(the.url, the.owner.api)
  graph.callbacks.set({ [number.phoneNumberId]: { url: number.webhookUrl, appSecret: number.appSecret, duplicate: 0.5, reorder: true, batch: 7 } })
  await Promise.all(crowd(200).map((person) => number.say(person, 'hola')))
  const unread = async () => {
    const conversations = await conversationsOf(the.owner.api, number.channelId)
    return conversations.length === 20 && conversations.every(({ lastMessage }) => lastMessage?.status === 'read')
  }
  await the.until(unread, 'all greetings are read')
  assert.equal(graph.ledger.stats.duplicates, 0)
})

test('one person who writes to two numbers of the tenant is one contact with two conversations', async () => {
  const beto = { phone: '5491177778888', name: 'Beto' }
  const numbers = [await connectNumber(the.url, the.owner.api, { flow: false }), await connectNumber(the.url, the.owner.api, { flow: false })]
  for (const to of numbers) await to.say(beto, 'hola')
  await the.idle()
  const conversations = (await Promise.all(numbers.map(({ channelId }) => conversationsOf(the.owner.api, channelId)))).flat()
  assert.deepEqual([conversations.length, new Set(conversations.map(({ contact }) => contact.id)).size], [2, 1])
})

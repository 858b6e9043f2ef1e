import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { conversationRoutes as routes, fileRoutes, type Conversation, type Message, type StoredFile } from '@chasqui/contracts'
import { reaction, type Customer } from '../doubles/graph-api/inbound.ts'
import type { GraphApi } from '../doubles/graph-api/server.ts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import type { Person, RunningProduct } from '../kit/product.ts'
import { everyRoute } from '../kit/route-table.ts'
import { connectNumber, conversationsOf, threadOf, type Number } from '../kit/whatsapp.ts'

let graph: GraphApi
let the: RunningProduct
let number: Number
let lucia: Person
before(async () => {
  ;({ graph, the } = await startBesideGraph())
  number = await connectNumber(the.url, the.owner.api)
  lucia = await the.addMember(the.owner.tenantId, 'agent')
})

let people = 0
let customer: Customer & { phone: string }
/** The conversation of the test: a new customer who said hello and was greeted by the flow. */
let id: string
beforeEach(async () => {
  people += 1
  customer = { phone: `549114444${String(people).padStart(4, '0')}`, name: `Clienta ${people}` }
  await number.say(customer, 'hola')
  await the.idle()
  id = (await current())!.id
})

const all = async (): Promise<Conversation[]> =>
  (await conversationsOf(lucia.api, number.channelId)).filter(({ contact }) => contact.phone === `+${customer.phone}`)
const current = async () => (await all()).find(({ state }) => state !== 'closed')
const read = () => lucia.api.ask(routes.read, { params: { id } })
const thread = () => threadOf(lucia.api, id)
const replies = () => graph.ledger.received.filter((message) => message.to === customer.phone)
const say = (words: string, more: { clientId?: string; replyToMessageId?: string; takeFloor?: boolean } = {}): Promise<Message> =>
  lucia.api.ask(routes.send, { params: { id }, body: { content: { type: 'text', text: words }, takeFloor: true, ...more } })
const hears = async (words: string) => {
  await number.say(customer, words)
  await the.idle()
}
const systemLines = async () => (await thread()).flatMap(({ content }) => (content.type === 'system' ? [content.event] : []))

describe('taking over', () => {
  test('assigning to me takes the floor: the flow is silent from here on', async () => {
    const taken = await lucia.api.ask(routes.assign, { params: { id }, body: {} })
    assert.deepEqual([taken.assignee?.id, taken.floor, taken.state], [lucia.userId, 'human', 'active'])
    const before = replies().length
    await hears('1')
    assert.equal(replies().length, before)
  })

  test('so does answering, and the customer gets the answer once', async () => {
    await say('Hola, soy Lucía')
    await the.idle()
    const conversation = await read()
    assert.deepEqual([conversation.floor, conversation.assignee?.id, conversation.state, conversation.unread], ['human', lucia.userId, 'active', 0])
    assert.deepEqual(
      replies()
        .map((message) => message.text)
        .slice(1),
      ['Hola, soy Lucía'],
    )
    assert.deepEqual(await systemLines(), ['taken_over'])
  })

  test('taking over without a word, and back to the bot, which answers the next message anew', async () => {
    assert.equal((await lucia.api.ask(routes.floor, { params: { id }, body: { floor: 'human' } })).floor, 'human')
    await hears('¿hay alguien?')
    assert.equal(replies().length, 1)
    const back = await lucia.api.ask(routes.floor, { params: { id }, body: { floor: 'flow' } })
    assert.deepEqual([back.floor, back.state, back.assignee], ['flow', 'bot', null])
    await hears('hola')
    assert.deepEqual(
      replies().map((message) => message.type),
      ['interactive', 'interactive'],
    )
    assert.deepEqual(await systemLines(), ['taken_over', 'handed_back'])
  })

  test('somebody who asked for a person waits in the queue', async () => {
    await hears('quiero hablar con una persona')
    const conversation = await read()
    assert.deepEqual([conversation.floor, conversation.state, conversation.assignee], ['human', 'queued', null])
  })

  test('whoever answers somebody in the queue gets the conversation, and the thread tells it once', async () => {
    await hears('quiero hablar con una persona')
    await say('Hola, soy Lucía')
    await say('¿En qué te ayudo?')
    const conversation = await read()
    assert.deepEqual([conversation.assignee?.id, conversation.state], [lucia.userId, 'active'])
    assert.deepEqual(await systemLines(), ['handed_over', 'assigned'])
    const line = (await thread()).find(({ content }) => content.type === 'system' && content.event === 'assigned')!
    assert.deepEqual(line.content.type === 'system' && line.content.data, { userId: lucia.userId, byUserId: lucia.userId })
  })

  test('setting it active takes it over like any other way', async () => {
    const active = await lucia.api.ask(routes.status, { params: { id }, body: { status: 'active' } })
    assert.deepEqual([active.floor, active.assignee?.id, active.state], ['human', lucia.userId, 'active'])
    const before = replies().length
    await hears('1')
    assert.equal(replies().length, before)
    assert.deepEqual(await systemLines(), ['taken_over'])
  })

  test('a colleague gets it by transfer, with a note that the customer never sees; a stranger does not', async () => {
    const beto = await the.addMember(the.owner.tenantId, 'agent')
    const given = await lucia.api.ask(routes.transfer, { params: { id }, body: { userId: beto.userId, note: 'Quiere cambiar el turno' } })
    assert.deepEqual([given.assignee?.id, given.floor, given.state], [beto.userId, 'human', 'transferred'])
    await the.ownersScreen.hear('chat.transferred', ({ conversation }) => conversation.id === id && conversation.assignee?.id === beto.userId)
    await lucia.api.refused(404, routes.read, { params: { id } })
    const told = await threadOf(beto.api, id)
    const notes = told.flatMap(({ direction, content }) => (direction === 'note' && content.type === 'text' ? [content.text] : []))
    const lines = told.flatMap(({ content }) => (content.type === 'system' ? [content.event] : []))
    assert.deepEqual([lines, notes], [['assigned'], ['Quiere cambiar el turno']])
    await the.idle()
    assert.equal(replies().length, 1)
    const stranger = await the.addTenant('Otra más')
    assert.equal((await beto.api.refused(422, routes.transfer, { params: { id }, body: { userId: stranger.userId, note: 'x' } })).code, 'user.unknown')
    await beto.api.ask(routes.transfer, { params: { id }, body: { userId: lucia.userId } })
    assert.equal((await thread()).filter(({ direction }) => direction === 'note').length, 3)
  })

  test('a stranger to the tenant cannot be assigned; nobody can', async () => {
    const stranger = await the.addTenant('Otra')
    assert.equal((await lucia.api.refused(422, routes.assign, { params: { id }, body: { userId: stranger.userId } })).code, 'user.unknown')
    await lucia.api.ask(routes.assign, { params: { id }, body: {} })
    const freed = await lucia.api.ask(routes.assign, { params: { id }, body: { userId: null } })
    assert.deepEqual([freed.assignee, freed.state], [null, 'queued'])
  })
})

describe('answering', () => {
  test('the same clientId again is the same message, also at the same time', async () => {
    const clientId = `draft-${people}`
    const answers = await Promise.all(Array.from({ length: 5 }, () => say('una sola vez', { clientId })))
    assert.equal(new Set([...answers, await say('una sola vez', { clientId })].map((message) => message.id)).size, 1)
    await the.idle()
    assert.equal(replies().filter((message) => message.text === 'una sola vez').length, 1)
  })

  test('the same Idempotency-Key again gives the same answer and does nothing', async () => {
    const body = { content: { type: 'text', text: 'con llave' } }
    const path = `/api/conversations/${id}/messages`
    const key = { 'idempotency-key': `key-${people}` }
    const [first, second] = [await lucia.api.send<Message>('POST', path, body, key), await lucia.api.send<Message>('POST', path, body, key)]
    assert.deepEqual([first.status, second.status, second.headers.get('idempotency-replayed')], [201, 201, 'true'])
    assert.equal(first.text, second.text)
    assert.equal((await lucia.api.send('POST', path, { content: 'otra cosa' }, key)).body.code, 'idempotency.mismatch')
    await the.idle()
    assert.equal(replies().filter((message) => message.text === 'con llave').length, 1)
  })

  // Typing leaves nothing behind; hours, tests of flows and files that are tried do not either; the others answer a secret that is told once, and a stored answer would keep it.
  const exempt = new Set([
    'conversations.typing',
    'campaigns.tryHours',
    'flowTests.run',
    'flowImports.read',
    'channelSignIns.begin',
    'flows.createHook',
    'apiKeys.create',
    'apiKeys.rotate',
    'live.createWallLink',
    'invitations.create',
    'invitations.renew',
  ])

  test('every other write of the contract does so too: what was deleted once is not told absent to a repetition', async () => {
    for (const route of everyRoute.filter(({ method, tenant }) => method !== 'GET' && tenant === 'member'))
      assert.equal(route.idempotency, !exempt.has(route.id), route.id)
    const remove = (key: string) => the.owner.api.send('DELETE', `/api/conversations/${id}`, undefined, { 'idempotency-key': key })
    const [first, again, other] = [await remove(`gone-${people}`), await remove(`gone-${people}`), await remove(`other-${people}`)]
    assert.deepEqual([first.status, again.status, again.headers.get('idempotency-replayed'), other.status], [204, 204, 'true', 404])
  })

  test('short forms are understood: a string, {text}, {content: {body}}', async () => {
    for (const body of [{ text: 'a' }, { content: 'b' }, { type: 'text', text: { body: 'c' } }])
      assert.equal((await lucia.api.send('POST', `/api/conversations/${id}/messages`, body)).status, 201)
    await the.idle()
    assert.deepEqual(
      replies()
        .slice(1)
        .map((message) => message.text),
      ['a', 'b', 'c'],
    )
  })

  test('answers leave in the order they were written', async () => {
    const words = Array.from({ length: 12 }, (_, index) => `parte ${index}`)
    for (const part of words) await say(part)
    await the.idle()
    assert.deepEqual(
      replies()
        .slice(1)
        .map((message) => message.text),
      words,
    )
  })

  test('a quotation quotes at the customer’s too', async () => {
    await hears('¿a qué hora?')
    const asked = (await thread()).findLast((message) => message.direction === 'in')!
    await say('a las 15', { replyToMessageId: asked.id })
    await the.idle()
    assert.equal(replies().at(-1)!.quotes, asked.providerMessageId)
    const foreign = await lucia.api.refused(404, routes.send, {
      params: { id },
      body: { content: { type: 'text', text: 'x' }, takeFloor: true, replyToMessageId: '0198c0de-0000-7000-8000-000000000000' },
    })
    assert.equal(foreign.code, 'not_found')
  })

  test('a file is uploaded once and sent by its id', async () => {
    const form = new FormData()
    form.append(
      'file',
      new Blob([Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')], {
        type: 'image/png',
      }),
      'foto.png',
    )
    const uploaded = await lucia.api.send<StoredFile>('POST', fileRoutes.upload.path, form)
    assert.equal(uploaded.status, 201)
    const file = { fileId: uploaded.body.id, state: 'stored' as const, mime: 'image/png', name: null, size: null, providerMediaId: null }
    const sent = await lucia.api.ask(routes.send, { params: { id }, body: { content: { type: 'image', file, caption: 'la foto' }, takeFloor: true } })
    await the.idle()
    const received = replies().at(-1)!
    const image = received.body!['image'] as { id: string; caption: string }
    assert.deepEqual([received.type, image.caption, graph.media.find(image.id)?.bytes.length], ['image', 'la foto', uploaded.body.size])
    assert.ok(sent.content.type === 'image' && sent.content.file.url)
  })

  test('what WhatsApp does not take is refused at once, by its field', async () => {
    const refused = (content: object) => lucia.api.send('POST', `/api/conversations/${id}/messages`, { content })
    const cases: [object, string][] = [
      [{ type: 'text', text: 'x'.repeat(4097) }, 'content.too_long'],
      [{ type: 'buttons', body: 'x', buttons: [1, 2, 3, 4].map((n) => ({ id: `${n}`, title: `${n}` })) }, 'content.too_many'],
      [{ type: 'buttons', body: 'x', buttons: [{ id: 'a', title: 'una opción demasiado larga' }] }, 'content.too_long'],
      [{ type: 'image', file: { fileId: '0198c0de-0000-7000-8000-000000000000', state: 'stored', mime: 'image/png', name: null, size: 1 } }, 'file.unknown'],
    ]
    for (const [content, code] of cases) {
      const answer = await refused(content)
      assert.deepEqual([answer.status, answer.body.code, answer.body.errors?.length], [422, code, 1], answer.text)
    }
    assert.equal(replies().length, 1)
  })
})

describe('closing', () => {
  test('with a reason; nothing can be said until it is open again', async () => {
    const closed = await lucia.api.ask(routes.close, { params: { id }, body: { reason: 'resuelto' } })
    assert.deepEqual([closed.state, closed.closeReason, closed.floor, closed.unread], ['closed', 'resuelto', 'nobody', 0])
    assert.equal(
      (await lucia.api.refused(409, routes.send, { params: { id }, body: { content: { type: 'text', text: 'x' }, takeFloor: true } })).code,
      'conversation.closed',
    )
    assert.equal((await lucia.api.refused(409, routes.close, { params: { id }, body: {} })).code, 'conversation.closed')
    const open = await lucia.api.ask(routes.reopen, { params: { id } })
    assert.deepEqual([open.state === 'closed', open.closeReason, open.floor], [false, null, 'human'])
    await say('seguimos')
    await the.idle()
    assert.equal(replies().at(-1)!.text, 'seguimos')
  })

  test('who writes again opens another conversation; the old one then stays closed', async () => {
    await lucia.api.ask(routes.close, { params: { id }, body: {} })
    await hears('hola de nuevo')
    const [newer] = await all()
    assert.deepEqual([newer!.id === id, newer!.state], [false, 'bot'])
    assert.equal((await lucia.api.refused(409, routes.reopen, { params: { id } })).code, 'conversation.other_open')
    assert.equal((await read()).state, 'closed')
  })

  test('other words for it are understood', async () => {
    assert.equal((await lucia.api.ask(routes.status, { params: { id }, body: { status: 'resolved', reason: 'listo' } })).closeReason, 'listo')
    assert.notEqual((await lucia.api.ask(routes.status, { params: { id }, body: { status: 'open' } })).state, 'closed')
    assert.equal((await lucia.api.ask(routes.status, { params: { id }, body: { status: 'pending' } })).state, 'pending')
    await hears('acá estoy')
    assert.notEqual((await read()).state, 'pending')
  })
})

describe('beside the talk', () => {
  test('a note never leaves, and the same clientId is the same note', async () => {
    const note = () => lucia.api.ask(routes.note, { params: { id }, body: { text: 'ojo: prefiere la mañana', clientId: `note-${people}` } })
    assert.equal((await note()).id, (await note()).id)
    await the.idle()
    assert.deepEqual([replies().length, (await thread()).filter((message) => message.direction === 'note').length, (await read()).floor], [1, 1, 'flow'])
    assert.notEqual((await read()).lastMessage?.direction, 'note')
  })

  test('tags by name whatever the case, priority, and the lists that show them', async () => {
    const tagged = await lucia.api.ask(routes.tags, { params: { id }, body: { tags: [`Urgente ${people}`, `urgente ${people}`, 'VIP'] } })
    assert.deepEqual(tagged.tags.map((tag) => tag.name.toLowerCase()).toSorted(), [`urgente ${people}`, 'vip'])
    assert.equal((await lucia.api.ask(routes.update, { params: { id }, body: { priority: 'high' } })).priority, 'high')
    const listed = async (query: object) => (await lucia.api.ask(routes.list, { query: { channelId: number.channelId, ...query } })).items.map((one) => one.id)
    const tag = tagged.tags.find(({ name }) => name !== 'VIP')!
    assert.deepEqual([await listed({ tagId: tag.id, priority: 'high' }), await listed({ tagId: tag.id, priority: 'low' })], [[id], []])
    assert.deepEqual((await lucia.api.ask(routes.tags, { params: { id }, body: { tags: [] } })).tags, [])
  })

  test('a tag can be made before it is used, once whatever the case', async () => {
    const name = `Mayorista ${people}`
    const tag = await lucia.api.ask(routes.createTag, { body: { name } })
    assert.equal((await lucia.api.refused(409, routes.createTag, { body: { name: name.toUpperCase() } })).code, 'tag.exists')
    const tagged = await lucia.api.ask(routes.tags, { params: { id }, body: { tags: [name.toLowerCase()] } })
    assert.deepEqual(tagged.tags, [tag])
  })

  test('a tag is kept in every script, and its letters are one spelling however they were composed', async () => {
    const set = async (tags: string[]) => (await lucia.api.ask(routes.tags, { params: { id }, body: { tags } })).tags.map(({ name }) => name)
    for (const name of ['İstanbul', 'ΑΣ', '預約', '🔥']) assert.deepEqual(await set([name]), [name])
    assert.deepEqual(await set(['cafe\u0301', 'CAF\u00c9']), ['CAF\u00c9'])
  })

  test('unread counts up, reading clears it and the customer sees blue ticks, once', async () => {
    await hears('uno')
    await hears('dos')
    assert.equal((await read()).unread, 3)
    assert.equal((await lucia.api.ask(routes.markRead, { params: { id } })).unread, 0)
    const last = (await thread()).findLast((message) => message.direction === 'in')!
    const ticks = () => graph.ledger.courtesies.filter((courtesy) => courtesy.kind === 'read' && courtesy.messageId === last.providerMessageId).length
    await the.until(() => ticks() === 1, 'blue ticks')
    await lucia.api.ask(routes.markRead, { params: { id } })
    assert.equal((await lucia.api.ask(routes.markUnread, { params: { id } })).unread, 1)
    assert.equal(ticks(), 1)
  })

  test('typing is shown to the customer', async () => {
    await lucia.api.ask(routes.typing, { params: { id } })
    const last = (await thread()).findLast((message) => message.direction === 'in')!
    await the.until(() => graph.ledger.courtesies.some((courtesy) => courtesy.kind === 'typing' && courtesy.messageId === last.providerMessageId), 'typing')
  })

  test('a reaction travels, and its removal too', async () => {
    const [first] = await thread()
    const react = (emoji: string) => lucia.api.ask(routes.react, { params: { id, messageId: first!.id }, body: { emoji } })
    assert.deepEqual((await react('👍')).reactions, [{ actor: 'agent', emoji: '👍' }])
    assert.deepEqual((await react('')).reactions, [])
    await number.write(customer, [reaction(customer, first!.providerMessageId!, '❤️')])
    await the.idle()
    assert.deepEqual(
      replies()
        .filter((message) => message.type === 'reaction')
        .map((message) => message.body!['reaction']),
      ['👍', ''].map((emoji) => ({ message_id: first!.providerMessageId, emoji })),
    )
    assert.deepEqual((await thread())[0]!.reactions, [{ actor: 'contact', emoji: '❤️' }])
  })

  test('words are found without accents and by their beginning, in this conversation or in all', async () => {
    await hears('Necesito un análisis de sangre señorita')
    const find = async (q: string, more = {}) => (await lucia.api.ask(routes.search, { query: { q, ...more } })).items
    for (const q of ['ANALISIS', 'anali', 'senorita sangre', '"análisis de sangre"']) assert.ok((await find(q, { conversationId: id })).length === 1, q)
    assert.deepEqual(await find('zzzz'), [])
    const [hit] = await find('analisis', { conversationId: id })
    assert.ok(hit!.snippet.includes('análisis'))
    for (const q of ["'", '"', '-', '\\', '%', ':*', '& | !', 'a'.repeat(200), '()']) await find(q)
  })

  test('the counts of the inbox add up', async () => {
    const before = await lucia.api.ask(routes.counts, { query: { view: 'all' } })
    await lucia.api.ask(routes.assign, { params: { id }, body: {} })
    const after = await lucia.api.ask(routes.counts, { query: { view: 'all' } })
    assert.deepEqual([after.views['mine'] - before.views['mine'], after.tabs['open'] - before.tabs['open'], after.tabs['bot'] - before.tabs['bot']], [1, 1, -1])
  })

  test('deleting takes the conversation and what is still to be said with it; the contact may write again', async () => {
    await the.owner.api.ask(routes.remove, { params: { id } })
    await lucia.api.refused(404, routes.read, { params: { id } })
    await the.ownersScreen.hear('chat.removed', ({ conversationId }) => conversationId === id)
    await hears('hola')
    assert.notEqual((await current())!.id, id)
  })
})

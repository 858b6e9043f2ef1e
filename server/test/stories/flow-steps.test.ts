import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { contactRoutes, conversationRoutes, flowRoutes, type FlowDraft } from '@chasqui/contracts'
import type { GraphApi } from '../doubles/graph-api/server.ts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import { publishFlow, publishNext, someone, writersTo } from '../kit/flows.ts'
import type { RunningProduct } from '../kit/product.ts'
import { upload } from '../kit/upload.ts'
import { connectNumber, threadOf, type Number } from '../kit/whatsapp.ts'

/** What steps of flows do to a conversation beside talking, through the running product. */
let graph: GraphApi
let the: RunningProduct
let number: Number
before(async () => {
  ;({ graph, the } = await startBesideGraph())
  number = await connectNumber(the.url, the.owner.api, { flow: false })
})

const { says, conversationOf } = writersTo(() => ({ the, api: the.owner.api, number }))
/** A customer who writes these words to a flow made of these steps. */
const write = async (nodes: FlowDraft['nodes'], ...words: string[]) => {
  const { api } = the.owner
  await publishFlow(api, { schema: 1, start: Object.keys(nodes)[0]!, nodes }, { channelId: number.channelId })
  const person = someone()
  for (const word of words) await says(person, word)
  const conversation = await conversationOf(person)
  return { person, conversation, phone: person.phone, thread: await threadOf(api, conversation.id) }
}
const eventsOf = async (type: string) =>
  (await the.admin.query<{ payload: Record<string, unknown> }>('select payload from platform.event where type = $1 order by seq', [type])).rows.map(
    ({ payload }) => payload,
  )

test('tags come and go, and the contact keeps what the flow learnt', async () => {
  const { conversation } = await write(
    {
      both: { type: 'tag', add: ['Venta', 'duda'], next: 'one' },
      one: { type: 'tag', remove: ['DUDA'], next: 'keep' },
      keep: {
        type: 'update_contact',
        set: [
          { field: 'city', value: 'Rosario' },
          { field: 'name', value: 'Ana Pérez' },
        ],
        next: 'speak',
      },
      speak: { type: 'set_language', language: 'pt-BR', next: null },
    },
    'hola',
  )
  assert.deepEqual(
    conversation.tags.map(({ name }) => name),
    ['Venta'],
  )
  const contact = await the.owner.api.ask(contactRoutes.read, { params: { id: conversation.contact.id } })
  assert.deepEqual([contact.name, contact.city, contact.language], ['Ana Pérez', 'Rosario', 'pt-BR'])
})

test('what is known of the contact, by whomever, is known to the flow', async () => {
  const { person, conversation } = await write(
    {
      ask: { type: 'input', text: '¿En qué te ayudo?', expect: 'text', saveAs: 'wish', next: 'near' },
      near: { type: 'condition', all: [{ variable: 'contact.city', operator: 'equals', value: 'Rosario' }], then: 'here', otherwise: 'there' },
      there: { type: 'message', text: 'No llegamos', next: null },
      here: { type: 'message', text: 'En {{contact.city}} atendemos a {{contact.company}}', next: null },
    },
    'hola',
  )
  await the.owner.api.ask(contactRoutes.update, { params: { id: conversation.contact.id }, body: { city: 'Rosario', company: 'Farmacia Sol' } })
  await says(person, 'un turno')
  const texts = (await threadOf(the.owner.api, conversation.id)).flatMap(({ content }) => (content.type === 'text' ? [content.text] : []))
  assert.equal(texts.at(-1), 'En Rosario atendemos a Farmacia Sol')
})

test('a note stands in the thread and not at the customer’s; who is called is told', async () => {
  const { conversation, phone, thread } = await write(
    { call: { type: 'notify', people: [the.owner.userId], text: 'Escribió «{{message.text}}»', next: null } },
    'urgente',
  )
  const note = thread.find(({ direction, sender }) => direction === 'note' && sender.kind === 'flow')
  assert.deepEqual(note?.content, { type: 'text', text: 'Escribió «urgente»' })
  assert.ok(graph.ledger.received.every(({ to }) => to !== phone))
  const called = (await eventsOf('conversation.mentioned')).find(({ conversationId }) => conversationId === conversation.id)
  assert.deepEqual(called?.['userIds'], [the.owner.userId])
  assert.equal((await the.owner.api.ask(conversationRoutes.counts)).mentions, 1)
})

test('a reaction travels to the message that the customer wrote last', async () => {
  const { phone, thread } = await write({ like: { type: 'react', emoji: '🙏', next: null } }, 'gracias')
  const sent = graph.ledger.received.find(({ to, type }) => to === phone && type === 'reaction')
  const heard = thread.find(({ direction }) => direction === 'in')!
  assert.ok(JSON.stringify(sent?.body).includes('🙏'))
  assert.deepEqual(heard.reactions, [{ actor: 'agent', emoji: '🙏' }])
})

test('an event of the author’s stands in the log', async () => {
  const { conversation } = await write(
    { tell: { type: 'send_event', name: 'lead.new', data: [{ name: 'words', value: '{{message.text}}' }], next: null } },
    'quiero',
  )
  const event = (await eventsOf('flow.event')).find(({ conversationId }) => conversationId === conversation.id)
  assert.deepEqual([event?.['name'], event?.['data']], ['lead.new', { words: 'quiero' }])
})

test('a mark that a flow asked for counts among those of the surveys', async () => {
  const { conversation } = await write(
    {
      ask: { type: 'csat', text: '¿Cómo te atendimos?', good: null, bad: 'sorry', timeout: { seconds: 600, next: null } },
      sorry: { type: 'message', text: 'Perdón.', next: null },
    },
    'hola',
    'muy mal',
  )
  const answered = (await eventsOf('survey.answered')).find(({ conversationId }) => conversationId === conversation.id)
  assert.deepEqual([answered?.['score'], answered?.['low']], [1, true])
  const { rows } = await the.admin.query('select score, is_low from conversations.survey where conversation_id = $1', [conversation.id])
  assert.deepEqual(rows, [{ score: 1, is_low: true }])
})

test('a file of ours is sent; one that is gone is kept as failed, and the flow goes on', async () => {
  const { body: file } = await upload(the.owner.api, { bytes: Buffer.from('hola'), name: 'precios.txt' })
  const here = await write(
    {
      send: {
        type: 'media',
        kind: 'document',
        file: { fileId: file.id, name: 'precios.txt', mime: 'text/plain', size: 4 },
        caption: 'Los precios',
        next: 'done',
      },
      done: { type: 'message', text: 'Listo.', next: null },
    },
    'hola',
  )
  await the.idle()
  assert.deepEqual(
    graph.ledger.received.filter(({ to }) => to === here.phone).map(({ type }) => type),
    ['document', 'text'],
  )
  await the.admin.query('delete from files.file where id = $1', [file.id])
  const eva = someone()
  await says(eva)
  const thread = await threadOf(the.owner.api, (await conversationOf(eva)).id)
  const failed = thread.find(({ direction, content }) => direction === 'out' && content.type === 'document')
  assert.deepEqual([failed?.status, failed?.error?.code], ['failed', 'file.unknown'])
  assert.ok(thread.some(({ content }) => content.type === 'text' && content.text === 'Listo.'))
})

test('a flow goes into another and comes back, in the version in which it went in', async () => {
  const { api } = the.owner
  const inner: FlowDraft = {
    schema: 1,
    start: 'ask',
    nodes: {
      ask: { type: 'input', text: '¿Tu e-mail?', expect: 'email', saveAs: 'email', timeout: { seconds: 600, next: null }, next: 'noted' },
      noted: { type: 'message', text: 'Anotado.', next: null },
    },
  }
  const other = await publishFlow(api, inner)
  const { person, phone } = await write(
    {
      into: { type: 'subflow', flow: other, output: [{ name: 'address', from: 'email' }], next: 'done' },
      done: { type: 'message', text: 'Te escribimos a {{address}}.', next: null },
    },
    'hola',
  )
  const renamed = { ...inner, start: 'new', nodes: { new: { type: 'message' as const, text: 'Otra cosa.', next: null } } }
  await publishNext(api, other, renamed)
  await says(person, 'ana@ejemplo.com')
  assert.deepEqual(
    graph.ledger.received.filter(({ to }) => to === phone).map(({ text }) => text),
    ['¿Tu e-mail?', 'Anotado.', 'Te escribimos a ana@ejemplo.com.'],
  )
  assert.equal((await api.refused(409, flowRoutes.remove, { params: { id: other } })).code, 'flow.in_use')
})

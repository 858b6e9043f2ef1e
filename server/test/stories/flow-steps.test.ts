import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { auditRoutes, contactRoutes, conversationRoutes, flowRoutes, taskRoutes, type FlowDraft } from '@chasqui/contracts'
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

test('the tags of a contact are known to the flow, whoever put them on', async () => {
  const { api } = the.owner
  const { person, conversation } = await write(
    {
      ask: { type: 'input', text: '¿Qué buscás?', expect: 'text', saveAs: 'wish', next: 'who' },
      who: { type: 'condition', all: [{ variable: 'contact.tags', operator: 'has_words', value: 'VIP' }], then: 'vip', otherwise: 'ask' },
      vip: { type: 'message', text: 'Pasá: {{contact.tags}}', next: null },
    },
    'hola',
    'algo',
  )
  await api.ask(conversationRoutes.tags, { params: { id: conversation.id }, body: { tags: ['vip', 'antiguo'] } })
  await says(person, 'otra cosa')
  const said = (await threadOf(api, conversation.id)).flatMap(({ direction, content }) =>
    direction === 'out' && content.type === 'text' ? [content.text] : [],
  )
  assert.deepEqual(said, ['¿Qué buscás?', '¿Qué buscás?', 'Pasá: antiguo, vip'])
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

test('a task waits for the team with what the customer wrote, for whom its author says, and the trail names the flow', async () => {
  const to = (who: 'agent' | 'person'): FlowDraft['nodes'] => ({
    leave: {
      type: 'task',
      title: 'Llamar: {{message.text}}',
      details: 'Es de {{contact.name}}',
      to: who,
      people: who === 'person' ? [the.owner.userId] : [],
      due: 2,
      unit: 'hours',
      priority: 'high',
      next: null,
    },
  })
  const { person, conversation, thread } = await write(to('person'), 'presupuesto')
  const tasksOf = async (contactId: string) => (await the.owner.api.ask(taskRoutes.list, { query: { contactId } })).items
  const [task] = await tasksOf(conversation.contact.id)
  assert.ok(task)
  assert.deepEqual(
    [task.title, task.details, task.conversationId, task.assignee?.id, task.priority, task.creator.kind],
    ['Llamar: presupuesto', `Es de ${person.name}`, conversation.id, the.owner.userId, 'high', 'flow'],
  )
  const hours = (Date.parse(task.dueAt!) - Date.parse(task.createdAt)) / 3_600_000
  assert.ok(hours > 1.9 && hours <= 2, `due after ${hours} h`)
  assert.equal(thread.length, 1, 'the customer hears nothing of it')
  await the.until(async () => (await the.admin.query('select 1 from audit.pending')).rowCount === 0, 'all acts are chained')
  const records = (await the.owner.api.ask(auditRoutes.list, { query: { subjectId: task.id } })).items
  assert.deepEqual(
    records.map(({ action, actor }) => [action, actor.kind]),
    [['task.created', 'flow']],
  )
  const nobodys = await write(to('agent'), 'hola')
  assert.deepEqual(
    (await tasksOf(nobodys.conversation.contact.id)).map(({ assignee }) => assignee),
    [null],
    'nobody has the conversation',
  )
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

test('while it waits the customer sees that something is being written; then what it says, and nothing of that is a message', async () => {
  const { api } = the.owner
  const nodes = {
    hi: { type: 'message', text: 'Hola', next: 'wait' },
    wait: { type: 'delay', seconds: 600, typing: true, next: 'said' },
    said: { type: 'message', text: 'Ya está', next: null },
  } satisfies FlowDraft['nodes']
  await publishFlow(api, { schema: 1, start: 'hi', nodes }, { channelId: number.channelId })
  const person = someone()
  await says(person, '¿y?')
  const conversation = await conversationOf(person)
  const asked = async (id: string) => (await threadOf(api, id)).findLast(({ direction }) => direction === 'in')!.providerMessageId
  const shownFor = (messageId: string | null) =>
    graph.ledger.courtesies.filter((courtesy) => courtesy.kind === 'typing' && courtesy.messageId === messageId).length
  const heard = await asked(conversation.id)
  await the.until(() => shownFor(heard) > 0, 'typing is shown')
  const sent = () => graph.ledger.received.filter(({ to }) => to === person.phone).map(({ body }) => (body?.['text'] as { body?: string } | undefined)?.body)
  assert.deepEqual(sent(), ['Hola'], 'once what was said before has left')
  const entries = await the.admin.query('select 1 from platform.outbox where subject = $1', [conversation.id])
  assert.equal(entries.rows.length, 1)
  await the.clock.advance(601_000)
  await the.signInAgain(the.owner)
  await the.until(() => sent().length === 2, 'the flow went on')
  assert.deepEqual(sent(), ['Hola', 'Ya está'])
})

test('nothing is shown where the customer could not be answered now', async () => {
  const { phone } = await write(
    {
      ask: { type: 'input', text: '¿Qué?', expect: 'text', saveAs: 'what', timeout: { seconds: 25 * 3600, next: 'wait' }, next: null },
      wait: { type: 'delay', seconds: 30, typing: true, next: null },
    },
    'hola',
  )
  const typings = () => graph.ledger.courtesies.filter(({ kind }) => kind === 'typing').length
  const before = typings()
  await the.clock.advance(26 * 3_600_000)
  await the.signInAgain(the.owner)
  await the.until(async () => {
    const { rows } = await the.admin.query<{ node: string }>(
      `select r.state ->> 'node' as node from flows.run r join conversations.conversation c on c.tenant_id = r.tenant_id and c.id = r.conversation_id
       join contacts.identity_card i on i.tenant_id = c.tenant_id and i.id = c.identity_id where i.value = $1`,
      [phone],
    )
    return rows[0]?.node === 'wait'
  }, 'the window is closed, and the flow waits')
  assert.equal(typings(), before)
})

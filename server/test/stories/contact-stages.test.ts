import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { auditRoutes, bulkRoutes, contactRoutes, conversationRoutes, type ContactStage, type FlowDraft, viewRoutes } from '@chasqui/contracts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import { publishFlow, someone, writersTo, type Writer } from '../kit/flows.ts'
import { type Person, type RunningProduct } from '../kit/product.ts'
import { openScreen, type Screen } from '../kit/screen.ts'
import { connectNumber, type Number } from '../kit/whatsapp.ts'

/** How far the business has come with a person: by hand, by a flow, and what begins by it. */
let the: RunningProduct
let rui: Person
let number: Number
before(async () => {
  ;({ the } = await startBesideGraph())
})
let tests = 0
beforeEach(async () => {
  rui = await the.addTenant(`Etapas ${(tests += 1)}`)
  number = await connectNumber(the.url, rui.api, { flow: false })
})

const { says, conversationOf: hers, saidTo } = writersTo(() => ({ the, api: rui.api, number }))
const contactOf = async (person: Writer) => rui.api.ask(contactRoutes.read, { params: { id: (await hers(person)).contact.id } })
const move = async (id: string, stage: ContactStage) => {
  const contact = await rui.api.ask(contactRoutes.update, { params: { id }, body: { stage } })
  await the.idle()
  return contact
}
const moves = async (person: Writer, stage: ContactStage) => move((await hers(person)).contact.id, stage)
const told = async (contactId: string, type = 'contact.stage_changed') =>
  (
    await the.admin.query<{ payload: { from: string; to: string } }>(
      `select payload from platform.event where tenant_id = $1 and type = $2 and payload ->> 'contactId' = $3 order by seq`,
      [rui.tenantId, type, contactId],
    )
  ).rows.map(({ payload }) => payload)
const recorded = async (subjectId: string) => {
  await the.chained()
  return (await rui.api.ask(auditRoutes.list, { query: { limit: 50, subjectId } })).items
}
const newFlow = (name: string, triggers: FlowDraft['triggers'], nodes: FlowDraft['nodes']) =>
  publishFlow(rui.api, { schema: 1, start: Object.keys(nodes)[0]!, triggers, nodes }, { name })
const hello = (text: string): FlowDraft['nodes'] => ({
  a: { type: 'message', text, next: 'b' },
  b: { type: 'input', text: '¿Y?', expect: 'text', saveAs: 'more', next: null },
})

describe('by hand', () => {
  test('a person begins as new and is moved; the trail and the log tell of it, and of nothing where nothing changed', async () => {
    const { id, stage, stageChangedAt } = await rui.api.ask(contactRoutes.create, { body: { name: 'Rosa' } })
    assert.deepEqual([stage, stageChangedAt], ['new', null])
    const moved = await move(id, 'qualified')
    assert.deepEqual([moved.stage, moved.stageChangedAt !== null], ['qualified', true])
    const changes = (await told(id, 'contact.changed')).length
    assert.deepEqual(await move(id, 'qualified'), moved)
    assert.deepEqual(await told(id), [{ contactId: id, from: 'new', to: 'qualified' }])
    assert.equal((await told(id, 'contact.changed')).length, changes)
    const record = (await recorded(id)).find(({ after }) => after?.['stage'] === 'qualified')
    assert.deepEqual([record?.action, record?.before, record?.actor.id], ['contact.changed', { stage: 'new' }, rui.userId])
    const both = await rui.api.ask(contactRoutes.update, { params: { id }, body: { stage: 'won', city: 'Lima' } })
    assert.deepEqual([both.stage, both.city, both.name], ['won', 'Lima', 'Rosa'])
    await the.idle()
    assert.equal((await told(id, 'contact.changed')).length, changes + 1)
  })

  test('lists leave those of one stage, also among those who are searched for; a stage that there is not is refused', async () => {
    const add = (name: string, stage?: ContactStage) => rui.api.ask(contactRoutes.create, { body: { name, ...(stage && { stage }) } })
    const [first, , last] = [await add('Ana Uno', 'won'), await add('Ana Dos'), await add('Eva Tres', 'won')]
    const names = async (query: { stage: ContactStage; q?: string }) =>
      (await rui.api.ask(contactRoutes.list, { query: { limit: 50, ...query } })).items.map(({ name }) => name)
    assert.deepEqual(await names({ stage: 'won' }), [last.name, first.name])
    assert.deepEqual(await names({ stage: 'won', q: 'ana' }), [first.name])
    assert.deepEqual(await names({ stage: 'lost' }), [])
    assert.deepEqual(await told(first.id).then((all) => all.map(({ to }) => to)), ['won'])
    const refused = await rui.api.send<{ code: string }>('PATCH', `/api/contacts/${first.id}`, { stage: 'cliente' })
    assert.equal(Math.floor(refused.status / 100), 4)
  })
})

describe('the inbox', () => {
  const screens: Screen[] = []
  after(() => screens.forEach((screen) => screen.close()))
  const open = async ({ api }: Person): Promise<Screen> => {
    const screen = await openScreen(the.url, api.token!)
    screens.push(screen)
    return screen
  }
  const listed = async (stage: ContactStage, q?: string) =>
    (await rui.api.ask(conversationRoutes.list, { query: { stage, ...(q !== undefined && { q }) } })).items.map(({ id, contact }) => [id, contact.stage])

  test('lists those whose people are at a stage, says the stage of each, and counts and closes all of them at once', async () => {
    const [ana, eva, leo] = [someone(), someone(), someone()]
    for (const person of [ana, eva, leo]) await says(person)
    await moves(ana, 'won')
    await moves(eva, 'won')
    const [ofAna, ofEva, ofLeo] = [await hers(ana), await hers(eva), await hers(leo)]
    assert.equal(ofAna.contact.stage, 'won')
    assert.deepEqual(await listed('won'), [
      [ofEva.id, 'won'],
      [ofAna.id, 'won'],
    ])
    assert.deepEqual(await listed('won', ofAna.contact.phone!), [[ofAna.id, 'won']])
    assert.deepEqual(await listed('new'), [[ofLeo.id, 'new']])
    assert.deepEqual(await listed('lost'), [])
    assert.equal((await rui.api.send('GET', '/api/conversations?stage=cliente')).status, 422)
    assert.deepEqual(await rui.api.ask(bulkRoutes.matching, { query: { stage: 'won' } }), { count: 2, isMore: false })
    await rui.api.ask(bulkRoutes.close, { body: { matching: { view: 'all', tab: 'any', stage: 'won' }, survey: false } })
    await the.idle()
    const closed = (await rui.api.ask(conversationRoutes.list, { query: { tab: 'closed' } })).items.map(({ id }) => id)
    assert.deepEqual(closed.toSorted(), [ofAna.id, ofEva.id].toSorted())
  })

  test('keeps the stage in a view, and refuses one that there is not', async () => {
    const shows = { view: 'all', tab: 'open', sort: 'newest', stage: 'proposal' } as const
    await rui.api.ask(viewRoutes.create, { body: { name: 'Con propuesta', shows } })
    assert.deepEqual(
      (await rui.api.ask(viewRoutes.list)).items.map((view) => view.shows),
      [shows],
    )
    const refused = await rui.api.send('POST', '/api/inbox/views', { name: 'Mala', shows: { ...shows, stage: 'cliente' } })
    assert.equal(refused.status, 422)
  })

  test('tells whoever sees a conversation that its person came to another stage, of closed ones too, and nobody else', async () => {
    const agent = await the.addMember(rui.tenantId, 'agent')
    const colleague = await the.addMember(rui.tenantId, 'agent')
    const ana = someone()
    await says(ana)
    const past = (await hers(ana)).id
    await rui.api.ask(conversationRoutes.assign, { params: { id: past }, body: { userId: agent.userId } })
    await rui.api.ask(conversationRoutes.close, { params: { id: past }, body: { survey: false } })
    await says(ana)
    const now = (await rui.api.ask(conversationRoutes.list, { query: { tab: 'open' } })).items[0]!
    await rui.api.ask(conversationRoutes.assign, { params: { id: now.id }, body: { userId: agent.userId } })
    await the.idle()
    const [mine, theirs] = [await open(agent), await open(colleague)]
    await move(now.contact.id, 'negotiation')
    const hears = (id: string) => mine.hear('chat.updated', ({ conversation }) => conversation.id === id && conversation.contact.stage === 'negotiation')
    assert.notEqual(now.id, past)
    const { seq } = await hears(past)
    await hears(now.id)
    await theirs.hear('cursor.moved', (moved) => moved.seq >= seq)
    assert.ok(theirs.heard.every(({ name }) => name !== 'chat.updated'))
  })
})

describe('a flow', () => {
  test('moves who writes, once, and asks where they are', async () => {
    await newFlow('Venta', [{ type: 'keyword', words: ['comprar'] }], {
      ask: { type: 'condition', all: [{ variable: 'contact.stage', operator: 'equals', value: 'won' }], then: 'again', otherwise: 'win' },
      win: { type: 'stage', stage: 'won', next: 'done' },
      done: { type: 'message', text: '¡Gracias!', next: null },
      again: { type: 'stage', stage: 'won', next: 'known' },
      known: { type: 'message', text: '¡Otra vez!', next: null },
    })
    const ana = someone()
    await says(ana, 'comprar')
    await says(ana, 'comprar')
    assert.deepEqual(await saidTo(ana), ['¡Gracias!', '¡Otra vez!'])
    const { id, stage } = await contactOf(ana)
    assert.equal(stage, 'won')
    assert.deepEqual(await told(id), [{ contactId: id, from: 'new', to: 'won' }])
    const records = (await recorded(id)).filter(({ after }) => after?.['stage'] === 'won')
    assert.deepEqual(
      records.map(({ action, actor, before: was }) => [action, actor.kind, was]),
      [['contact.changed', 'flow', { stage: 'new' }]],
    )
  })
})

describe('a stage that is waited for', () => {
  test('moves the run on when the person comes to it, once, and no other stage does', async () => {
    await newFlow('Espera', [{ type: 'keyword', words: ['comprar'] }], {
      wait: {
        type: 'wait_for',
        event: 'stage_changed',
        stages: ['won', 'lost'],
        tags: [],
        hears: false,
        timeout: { seconds: 3600, next: null },
        happened: 'over',
        next: null,
      },
      over: { type: 'message', text: 'Quedó {{contact.stage}}', next: 'more' },
      more: { type: 'input', text: '¿Algo más?', expect: 'text', saveAs: 'more', next: null },
    })
    const ana = someone()
    await says(ana, 'comprar')
    await moves(ana, 'proposal')
    assert.deepEqual(await saidTo(ana), [])
    await moves(ana, 'won')
    assert.deepEqual(await saidTo(ana), ['Quedó Ganado', '¿Algo más?'])
    await moves(ana, 'lost')
    assert.equal((await saidTo(ana)).length, 2)
  })
})

describe('a stage begins its flow', () => {
  test('in a conversation that nobody has, when the person comes to it', async () => {
    await newFlow('Ganado', [{ type: 'stage_changed', to: ['won', 'lost'] }], hello('¡Bienvenida!'))
    const ana = someone()
    await says(ana)
    await moves(ana, 'contacted')
    assert.deepEqual(await saidTo(ana), [])
    await moves(ana, 'won')
    assert.deepEqual([await saidTo(ana), (await hers(ana)).floor], [['¡Bienvenida!', '¿Y?'], 'flow'])
    await moves(ana, 'won')
    assert.equal((await saidTo(ana)).length, 2)
  })

  test('takes no conversation from whoever has it unless it is to, and begins nowhere where none is open', async () => {
    await newFlow('Ganado', [{ type: 'stage_changed', to: ['won'] }], hello('¡Bienvenida!'))
    await newFlow('Seguimiento', [{ type: 'stage_changed', to: ['follow_up'], takesOver: true }], hello('Te escribo de nuevo'))
    const ana = someone()
    await says(ana)
    const { id } = await hers(ana)
    await rui.api.ask(conversationRoutes.assign, { params: { id }, body: {} })
    await moves(ana, 'won')
    assert.deepEqual([await saidTo(ana), (await hers(ana)).floor], [[], 'human'])
    await moves(ana, 'follow_up')
    assert.deepEqual([(await saidTo(ana))[0], (await hers(ana)).floor], ['Te escribo de nuevo', 'flow'])
    await rui.api.ask(conversationRoutes.close, { params: { id }, body: {} })
    const before = (await saidTo(ana)).length
    await moves(ana, 'won')
    assert.equal((await saidTo(ana)).length, before)
  })

  test('and one that moves the person on does not go round', async () => {
    await newFlow('Ida', [{ type: 'stage_changed', to: ['won'] }], {
      a: { type: 'message', text: 'ida', next: 'b' },
      b: { type: 'stage', stage: 'lost', next: null },
    })
    await newFlow('Vuelta', [{ type: 'stage_changed', to: ['lost'] }], {
      a: { type: 'message', text: 'vuelta', next: 'b' },
      b: { type: 'stage', stage: 'won', next: null },
    })
    const ana = someone()
    await says(ana)
    await moves(ana, 'won')
    assert.deepEqual(await saidTo(ana), ['ida', 'vuelta'])
  })
})

import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { auditRoutes, contactRoutes, conversationRoutes, type FlowDraft, type Message } from '@chasqui/contracts'
import { noFaults } from '../doubles/graph-api/faults.ts'
import { change, status, webhookBody } from '../doubles/graph-api/inbound.ts'
import type { GraphApi } from '../doubles/graph-api/server.ts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import { publishFlow, someone, writersTo, type Writer } from '../kit/flows.ts'
import type { Person, RunningProduct } from '../kit/product.ts'
import { openScreen } from '../kit/screen.ts'
import { connectNumber, threadOf, type Number } from '../kit/whatsapp.ts'

/** People whom messages do not reach any more: when they are marked, who sees it, what leaves them alone, and what undoes it. */
const undeliverable = 131026
const hour = 3_600_000
let graph: GraphApi
let the: RunningProduct
let rui: Person
let number: Number
let ana: Writer
before(async () => {
  ;({ graph, the } = await startBesideGraph())
})
let tests = 0
beforeEach(async () => {
  Object.assign(graph.faults, noFaults())
  rui = await the.addTenant(`Lejos ${(tests += 1)}`)
  number = await connectNumber(the.url, rui.api, { flow: false })
  ana = someone()
  await says(ana)
})

const { says, conversationOf, saidTo } = writersTo(() => ({ the, api: rui.api, number }))
const idOf = async (person = ana) => (await conversationOf(person)).id
const contactOf = async (person = ana) => rui.api.ask(contactRoutes.read, { params: { id: (await conversationOf(person)).contact.id } })
const unreachable = async (person = ana) => (await contactOf(person)).identities.map((identity) => identity.unreachable)
const send = async (words: string, person = ana): Promise<Message> => {
  const body = { content: { type: 'text' as const, text: words }, takeFloor: false }
  const message = await rui.api.ask(conversationRoutes.send, { params: { id: await idOf(person) }, body })
  await the.idle()
  return message
}
const failing = (times: number) => void Object.assign(graph.faults, { failures: [{ times, code: undeliverable }] })
const wamidOf = (message: Message) => graph.ledger.received.find(({ clientRef }) => clientRef === message.id)!.wamid
const report = async (message: Message, name: string) => {
  const more = name === 'failed' ? { errors: [{ code: undeliverable, title: 'Message undeliverable' }] } : {}
  await number.post(webhookBody([change({ number, statuses: [status(wamidOf(message), name, more)] })], number.waba))
  await the.idle()
}
/** What the log says of it, oldest first. */
const told = async () =>
  (
    await the.admin.query<{ cause: string | null }>(
      `select payload ->> 'cause' as cause from platform.event where tenant_id = $1 and type = 'contact.reachability_changed' order by seq`,
      [rui.tenantId],
    )
  ).rows.map(({ cause }) => cause)
const marked = async (person = ana) => {
  failing(3)
  for (const words of ['uno', 'dos', 'tres']) await send(words, person)
  Object.assign(graph.faults, noFaults())
}

describe('messages that are refused without a reason', () => {
  test('mark a person at the third in a row, and no sooner; people may go on writing', async () => {
    failing(4)
    await send('uno')
    await send('dos')
    assert.deepEqual([await unreachable(), await told()], [[null], []])
    await send('tres')
    const [mark] = await unreachable()
    assert.deepEqual([mark?.cause, mark?.messages, await told()], ['undeliverable', 3, ['undeliverable']])
    await send('cuatro')
    assert.deepEqual([await unreachable(), await told()], [[{ ...mark, messages: 4 }], ['undeliverable']])
  })

  test('count by later statuses too, each message once however often it is told', async () => {
    const [one, two, three] = [await send('uno'), await send('dos'), await send('tres')]
    await report(one, 'failed')
    await report(two, 'failed')
    await report(two, 'failed')
    await report(two, 'failed')
    assert.deepEqual(await unreachable(), [null])
    await report(three, 'failed')
    assert.equal((await unreachable())[0]?.messages, 3)
  })

  test('begin anew after one that arrives, or a word of theirs', async () => {
    failing(2)
    await send('uno')
    await send('dos')
    const third = await send('tres')
    await report(third, 'delivered')
    failing(2)
    await send('cuatro')
    await send('cinco')
    await says(ana, 'acá estoy')
    failing(2)
    await send('seis')
    await send('siete')
    assert.deepEqual([await unreachable(), await told()], [[null], []])
  })

  test('say nothing of the same person on another number', async () => {
    await marked()
    const other = await connectNumber(the.url, rui.api, { flow: false })
    await says(ana, 'hola', { on: other })
    const { identities } = await contactOf()
    assert.deepEqual(
      identities.map(({ channelId, unreachable: mark }) => [channelId === number.channelId, mark?.cause ?? null]),
      [
        [true, 'undeliverable'],
        [false, null],
      ],
    )
  })
})

describe('the mark goes', () => {
  test('by their next message, and open screens hear of it', async () => {
    await marked()
    const screen = await openScreen(the.url, rui.api.token!)
    const { id } = await contactOf()
    await says(ana, 'volví')
    await screen.hear('contact.updated', ({ contactId }) => contactId === id)
    assert.deepEqual([await unreachable(), await told()], [[null], ['undeliverable', null]])
    screen.close()
  })

  for (const name of ['delivered', 'read'])
    test(`by a message that was ${name}, also where it was sent before`, async () => {
      const early = await send('cero')
      await marked()
      await report(early, name)
      assert.deepEqual([await unreachable(), await told()], [[null], ['undeliverable', null]])
      await report(early, name)
      assert.deepEqual(await told(), ['undeliverable', null])
    })

  test('by hand, which the trail has; another contact has no such address', async () => {
    await marked()
    const { id, identities } = await contactOf()
    const identityId = identities[0]!.id
    const stranger = await rui.api.ask(contactRoutes.create, { body: { name: 'Otra' } })
    await rui.api.refused(404, contactRoutes.tryAgain, { params: { id: stranger.id, identityId } })
    const contact = await rui.api.ask(contactRoutes.tryAgain, { params: { id, identityId } })
    await the.idle()
    assert.deepEqual([contact.identities[0]!.unreachable, await told()], [null, ['undeliverable', null]])
    await the.chained()
    const [record] = (await rui.api.ask(auditRoutes.list, { query: { limit: 5, subjectId: id } })).items
    assert.deepEqual(
      [record?.action, record?.before, record?.after, record?.actor.id],
      ['contact.tried_again', { unreachable: 'undeliverable' }, { unreachable: null }, rui.userId],
    )
    failing(1)
    await send('otra vez')
    assert.deepEqual(await unreachable(), [null], 'what was counted before counts no longer')
  })
})

describe('what begins by itself', () => {
  const newFlow = (words: string, triggers: FlowDraft['triggers']) =>
    publishFlow(rui.api, { schema: 1, start: 'a', triggers, nodes: { a: { type: 'message', text: words, next: null } } }, { name: words })
  const tag = async (person: Writer, ...tags: string[]) => {
    await rui.api.ask(conversationRoutes.tags, { params: { id: await idOf(person) }, body: { tags } })
    await the.idle()
  }
  const linesOf = async (person = ana) =>
    (await threadOf(rui.api, await idOf(person))).flatMap(({ content }) =>
      content.type === 'system' && content.event === 'flow_not_begun' ? [content.data] : [],
    )

  test('a flow at a time passes them over and the conversation says so; whoever is reached gets it, and they do again once they wrote', async () => {
    const eva = someone()
    await says(eva)
    for (const person of [ana, eva]) await tag(person, 'novedades')
    await marked()
    const { timeZone } = (
      await the.admin.query<{ timeZone: string }>('select time_zone as "timeZone" from tenancy.tenant_card where tenant_id = $1', [rui.tenantId])
    ).rows[0]!
    const at = new Date((await the.clock.now()).getTime() + 2 * hour)
    const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at)
    const flowId = await newFlow('Novedades', [{ type: 'schedule', time, channelId: number.channelId, tags: ['novedades'] }])
    const pass = async (ms: number) => {
      await the.clock.advance(ms)
      rui = await the.signIn(rui.email)
      await the.idle()
    }
    await pass(2 * hour)
    assert.deepEqual([await saidTo(ana), await saidTo(eva), await linesOf(), await linesOf(eva)], [[], ['Novedades'], [{ flowId }], []])
    await pass(23 * hour)
    await says(ana, 'sigo acá')
    await pass(hour)
    assert.deepEqual(await saidTo(ana), ['Novedades'])
  })

  test('a flow by a tag passes them over too, and says so once', async () => {
    const flowId = await newFlow('Hola, VIP', [{ type: 'tag_added', tags: ['VIP'] }])
    await marked()
    await tag(ana, 'VIP')
    await tag(ana)
    await tag(ana, 'VIP')
    assert.deepEqual([await saidTo(ana), await linesOf()], [[], [{ flowId }]])
  })
})

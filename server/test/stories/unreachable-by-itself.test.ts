import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import {
  closingRoutes,
  Conduct,
  contactRoutes,
  conversationRoutes,
  flowRoutes,
  scheduledRoutes,
  type Conversation,
  type FlowDraft,
  type FlowRun,
} from '@chasqui/contracts'
import { noFaults } from '../doubles/graph-api/faults.ts'
import { change, status, webhookBody } from '../doubles/graph-api/inbound.ts'
import type { GraphApi } from '../doubles/graph-api/server.ts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import { openCentre, type Centre, type Customer } from '../kit/centre.ts'
import { publishFlow } from '../kit/flows.ts'
import type { RunningProduct } from '../kit/product.ts'
import { threadOf } from '../kit/whatsapp.ts'

/** What goes out by itself, and does not to people whom messages do not reach: what runs ends and says why, and what people planned waits for them. */
const undeliverable = 131026
const hour = 3_600_000
let graph: GraphApi
let the: RunningProduct
before(async () => {
  ;({ graph, the } = await startBesideGraph())
})

const later = async (centre: Centre, ms = hour) => {
  await the.clock.advance(ms)
  await the.signInAgain(centre.boss)
  await the.idle()
}
const sends = async ({ boss }: Centre, { id }: Pick<Conversation, 'id'>, text: string) => {
  const message = await boss.api.ask(conversationRoutes.send, { params: { id }, body: { content: { type: 'text', text }, takeFloor: false } })
  await the.idle()
  return message
}
/** Three messages of the team come back, and with the third the person counts as unreachable. */
const loses = async (centre: Centre, conversation: Pick<Conversation, 'id'>) => {
  Object.assign(graph.faults, { failures: [{ times: 3, code: undeliverable }] })
  for (const words of ['uno', 'dos', 'tres']) await sends(centre, conversation, words)
  Object.assign(graph.faults, noFaults())
}
const read = ({ boss }: Centre, { id }: Pick<Conversation, 'id'>) => boss.api.ask(conversationRoutes.read, { params: { id } })
/** What the product wrote by itself. */
const saidTo = async ({ boss }: Centre, { id }: Pick<Conversation, 'id'>) =>
  (await threadOf(boss.api, id)).flatMap(({ direction, sender, content }) =>
    direction === 'out' && sender.kind !== 'agent' ? ['text' in content ? content.text : 'body' in content ? content.body : content.type] : [],
  )
const linesOf = async ({ boss }: Centre, { id }: Pick<Conversation, 'id'>) =>
  (await threadOf(boss.api, id)).flatMap(({ content }) => (content.type === 'system' ? [content.event] : []))
const sentTo = ({ phone }: Customer) => graph.ledger.received.filter(({ to }) => to === phone).length

/** Asks something, and does this when nothing comes within an hour. */
const asking = (nodes: FlowDraft['nodes'], next: string): FlowDraft => ({
  schema: 1,
  start: 'ask',
  nodes: { ask: { type: 'input', text: '¿Qué día?', expect: 'text', saveAs: 'day', timeout: { seconds: 3600, next }, next: 'thanks' }, ...nodes },
})
const thanks = { type: 'message' as const, text: 'Gracias.', next: null }
const reminding = asking({ thanks, again: { type: 'message', text: '¿Seguís ahí?', next: 'ask' } }, 'again')

describe('a flow that runs', () => {
  let centre: Centre
  before(async () => {
    centre = await openCentre(the, { bot: { on: true, flowId: null } })
  })
  const runsOf = async (flowId: string): Promise<FlowRun[]> => (await centre.boss.api.ask(flowRoutes.runs, { params: { id: flowId } })).items
  const asked = async (definition: FlowDraft) => {
    const flowId = await publishFlow(centre.boss.api, definition, { channelId: centre.number.channelId })
    const customer = centre.customer()
    return { flowId, customer, conversation: await centre.says(customer, 'turno') }
  }

  test('ends at the reminder that would not arrive; the runs and the conversation say why, and their next word begins anew', async () => {
    const { flowId, customer, conversation } = await asked(reminding)
    await loses(centre, conversation)
    const sent = sentTo(customer)
    await later(centre)
    const [run] = await runsOf(flowId)
    assert.deepEqual([run!.state, run!.step, run!.endedAt !== null], ['unreachable', 'again', true])
    assert.deepEqual([await saidTo(centre, conversation), sentTo(customer)], [['¿Qué día?'], sent])
    assert.equal((await linesOf(centre, conversation)).filter((event) => event === 'flow_ended_unreachable').length, 1)
    const { path } = await centre.boss.api.ask(flowRoutes.run, { params: { id: run!.id } })
    const { cause, outcome, lostAs, way } = path.at(-1)!
    assert.deepEqual([cause, outcome, lostAs, way], ['ended', 'unreachable', 'unreachable', null])
    const found = await centre.boss.api.ask(flowRoutes.runs, { params: { id: flowId }, query: { state: 'unreachable' } })
    assert.deepEqual(
      found.items.map(({ id }) => id),
      [run!.id],
    )
    await later(centre)
    await centre.says(customer, 'turno')
    assert.deepEqual(
      [await saidTo(centre, conversation), (await runsOf(flowId)).map(({ state }) => state)],
      [
        ['¿Qué día?', '¿Qué día?'],
        ['active', 'unreachable'],
      ],
    )
  })

  test('goes on where somebody said that they are reached after all', async () => {
    const { conversation } = await asked(reminding)
    await loses(centre, conversation)
    const { contact } = await read(centre, conversation)
    const { identities } = await centre.boss.api.ask(contactRoutes.read, { params: { id: contact.id } })
    await centre.boss.api.ask(contactRoutes.tryAgain, { params: { id: contact.id, identityId: identities[0]!.id } })
    await later(centre)
    assert.deepEqual(await saidTo(centre, conversation), ['¿Qué día?', '¿Seguís ahí?', '¿Qué día?'])
  })

  test('is begun anew where it ended by a person who wants to try', async () => {
    const { flowId, customer, conversation } = await asked(reminding)
    await loses(centre, conversation)
    await later(centre)
    const sent = sentTo(customer)
    const [run] = await runsOf(flowId)
    await centre.boss.api.ask(flowRoutes.retry, { params: { id: run!.id }, body: { step: 'again' } })
    await the.idle()
    assert.deepEqual([(await runsOf(flowId))[0]!.state, sentTo(customer) - sent], ['active', 2])
  })

  test('leads to a person and to the end all the same, without a word and without a survey', async () => {
    await centre.boss.api.ask(closingRoutes.changeConduct, { body: Conduct.parse({ survey: { on: true } }) })
    const handing = asking({ thanks, bye: { type: 'message', text: 'Te paso con una persona.', next: 'person' }, person: { type: 'transfer_to_agent' } }, 'bye')
    const [handed, closed] = [
      await asked(handing),
      await asked(asking({ thanks, bye: { type: 'close', text: 'Cierro por ahora.', reason: 'no_answer' } }, 'bye')),
    ]
    for (const { conversation } of [handed, closed]) await loses(centre, conversation)
    await later(centre)
    const [one, other] = [await read(centre, handed.conversation), await read(centre, closed.conversation)]
    assert.deepEqual([one.floor, (await runsOf(handed.flowId))[0]!.state], ['human', 'transferred'])
    assert.deepEqual([other.state, other.closeReason, other.survey, (await runsOf(closed.flowId))[0]!.state], ['closed', 'no_answer', null, 'closed'])
    assert.deepEqual([await saidTo(centre, handed.conversation), await saidTo(centre, closed.conversation)], [['¿Qué día?'], ['¿Qué día?']])
  })
})

describe('the team', () => {
  test('closes without a survey, unless it asks for one', async () => {
    const centre = await openCentre(the)
    await centre.boss.api.ask(closingRoutes.changeConduct, { body: Conduct.parse({ survey: { on: true } }) })
    const [one, two] = [await centre.says(centre.customer()), await centre.says(centre.customer())]
    for (const conversation of [one, two]) await loses(centre, conversation)
    await centre.close(one)
    await centre.boss.api.ask(conversationRoutes.close, { params: { id: two.id }, body: { survey: true } })
    await the.idle()
    assert.deepEqual([(await saidTo(centre, one)).length, (await saidTo(centre, two)).length], [0, 1])
    assert.deepEqual([(await read(centre, one)).survey, (await read(centre, two)).survey !== null], [null, true])
  })

  test('finds what it planned as not sent, with the reason, and sends it by hand or at another time', async () => {
    const centre = await openCentre(the)
    const { api } = centre.boss
    const customer = centre.customer()
    const conversation = await centre.says(customer)
    const params = { id: conversation.id }
    const soon = async () => new Date((await the.clock.now()).getTime() + hour).toISOString()
    const plan = async (text: string) => api.ask(scheduledRoutes.create, { params, body: { content: { type: 'text', text }, at: await soon() } })
    const [now, then] = [await plan('el lunes te llamamos'), await plan('feliz martes')]
    await loses(centre, conversation)
    const sent = sentTo(customer)
    await later(centre)
    const waiting = async () => (await centre.boss.api.ask(scheduledRoutes.list, { params })).items.map(({ state, problem }) => [state, problem])
    assert.deepEqual(await waiting(), [
      ['failed', 'contact.not_reached'],
      ['failed', 'contact.not_reached'],
    ])
    assert.deepEqual([sentTo(customer) - sent, (await read(centre, conversation)).unread > 0], [0, true])
    await centre.boss.api.ask(scheduledRoutes.sendNow, { params: { ...params, scheduledId: now.id } })
    await centre.boss.api.ask(scheduledRoutes.update, { params: { ...params, scheduledId: then.id }, body: { at: await soon() } })
    await centre.says(customer, 'ya funciona mi teléfono')
    await later(centre)
    assert.deepEqual([await waiting(), sentTo(customer) - sent], [[], 2])
  })

  test('keeps whoever waits for it when the pause of the bot is over and its answer would not arrive', async () => {
    const centre = await openCentre(the, { bot: { on: true, flowId: null } })
    const { number } = centre
    const eva = await centre.agent()
    const customer = centre.customer()
    const conversation = await centre.says(customer)
    await eva.api.ask(conversationRoutes.floor, { params: { id: conversation.id }, body: { floor: 'human', pause: 'hour' } })
    const messages = [await sends(centre, conversation, 'uno'), await sends(centre, conversation, 'dos'), await sends(centre, conversation, 'tres')]
    await centre.says(customer, '¿hola?')
    const wamidOf = (id: string) => graph.ledger.received.find(({ clientRef }) => clientRef === id)!.wamid
    const failed = messages.map(({ id }) => status(wamidOf(id), 'failed', { errors: [{ code: undeliverable, title: 'Message undeliverable' }] }))
    await number.post(webhookBody([change({ number, statuses: failed })], number.waba))
    await the.idle()
    const before = await saidTo(centre, conversation)
    assert.notEqual((await read(centre, conversation)).botReturnsAt, null)
    await later(centre, hour + 60_000)
    const { floor, botReturnsAt } = await read(centre, conversation)
    assert.deepEqual([floor, botReturnsAt, await saidTo(centre, conversation)], ['human', null, before])
  })
})

describe('a queue', () => {
  test('that is over its longest wait leads to no flow and to the end without a word', async () => {
    const centre = await openCentre(the, { routing: [{ strategy: 'manual', weight: 1 }] })
    const flowId = await publishFlow(centre.boss.api, { schema: 1, start: 'a', nodes: { a: thanks } })
    const over = async (overflow: object) => {
      await centre.change(centre.general.id, { maxWaitSeconds: 3600, overflow: overflow as never })
      const customer = centre.customer()
      const conversation = await centre.says(customer)
      // Nobody of the team has written to them: they would not wait any more.
      await the.admin.query(
        `insert into contacts.unreached (tenant_id, identity_id, cause, messages, since) select tenant_id, identity_id, 'blocked', 1, now() from conversations.conversation where id = $1`,
        [conversation.id],
      )
      await later(centre, hour + 1000)
      return conversation
    }
    const botted = await over({ to: 'flow', flowId })
    assert.deepEqual([(await read(centre, botted)).state, await saidTo(centre, botted)], ['queued', []])
    const ended = await over({ to: 'close', text: 'Hoy no llegamos.' })
    assert.deepEqual([(await read(centre, ended)).closeReason, await saidTo(centre, ended)], ['overflow', []])
  })
})

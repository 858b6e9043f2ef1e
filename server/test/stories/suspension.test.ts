import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { apiKeyRoutes, channelRoutes, conversationRoutes, flowRoutes, hostRoutes, tenancyRoutes } from '@chasqui/contracts'
import { noFaults } from '../doubles/graph-api/faults.ts'
import { text } from '../doubles/graph-api/inbound.ts'
import type { GraphApi } from '../doubles/graph-api/server.ts'
import { createApi } from '../kit/api.ts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import type { Person, RunningProduct } from '../kit/product.ts'
import { connectNumber, conversationWith, threadOf, type Number } from '../kit/whatsapp.ts'

/** A tenant that the host suspends in the middle of its day, and what of it comes back. */
let graph: GraphApi
let the: RunningProduct
let host: Person
let rui: Person
let number: Number
before(async () => {
  ;({ graph, the } = await startBesideGraph())
  host = the.owner
})

const minute = 60_000
let tenants = 0
beforeEach(async () => {
  tenants += 1
  Object.assign(graph.faults, noFaults())
  rui = await the.addTenant(`Pausada ${tenants}`)
  number = await connectNumber(the.url, rui.api)
})

const suspend = async () => {
  host = await the.signIn(the.owner.email)
  await host.api.ask(hostRoutes.suspendTenant, { params: { id: rui.tenantId } })
}
const resume = async () => {
  host = await the.signIn(the.owner.email)
  await host.api.ask(hostRoutes.resumeTenant, { params: { id: rui.tenantId } })
  rui = await the.signIn(rui.email)
}
const ana = () => ({ phone: `54911700${String(tenants).padStart(5, '0')}`, name: 'Ana' })
const eva = () => ({ phone: `54911800${String(tenants).padStart(5, '0')}`, name: 'Eva' })
const sentTo = (phone: string) => graph.ledger.received.filter(({ to }) => to.endsWith(phone.slice(-8))).length
const writes = async (person: { phone: string; name: string }, words: string) =>
  assert.equal(await number.write(person, [text(person, words, { at: await the.clock.now() })]), 200)
const says = async (person: { phone: string; name: string }, words: string) => {
  await writes(person, words)
  await the.idle()
}
const withHer = async ({ phone }: { phone: string }) => (await conversationWith(rui.api, number.channelId, phone))!

describe('while a tenant is suspended', () => {
  test('what customers write is kept for people, the bot is silent, and nothing old is said afterwards', async () => {
    await says(ana(), 'hola')
    const before = sentTo(ana().phone)
    assert.ok(before > 0)

    await suspend()
    await says(ana(), 'quiero un turno')
    await says(eva(), 'hola')
    // Whatever waits of the flows falls due meanwhile.
    await the.clock.advance(3 * 24 * 60 * minute)
    await the.idle()
    await resume()
    await the.idle()
    assert.deepEqual([sentTo(ana().phone), sentTo(eva().phone)], [before, 0])

    for (const person of [ana(), eva()]) {
      const conversation = await withHer(person)
      assert.deepEqual([conversation.state, conversation.floor], ['queued', 'nobody'], person.name)
    }
    assert.equal((await rui.api.ask(tenancyRoutes.home)).numbers.waitingForPerson, 2)
    const thread = await threadOf(rui.api, (await withHer(ana())).id)
    assert.deepEqual(
      thread.filter(({ direction }) => direction === 'in').map(({ content }) => content.type === 'text' && content.text),
      ['hola', 'quiero un turno'],
    )
  })

  test('a new customer is answered by the bot again after the resumption, and a person answers those who waited', async () => {
    await suspend()
    await says(ana(), 'hola')
    await resume()
    await says(eva(), 'hola')
    assert.ok(sentTo(eva().phone) > 0)
    await rui.api.ask(conversationRoutes.send, {
      params: { id: (await withHer(ana())).id },
      body: { content: { type: 'text', text: 'Ya estamos' }, takeFloor: true },
    })
    await the.idle()
    assert.equal(sentTo(ana().phone), 1)
  })

  test('what a flow still had to say ends with its run: a delay that falls due says nothing, then or later', async () => {
    const definition = {
      schema: 1,
      start: 'first',
      triggers: [{ type: 'first_message' }],
      nodes: {
        first: { type: 'message', text: 'Un momento', next: 'wait' },
        wait: { type: 'delay', seconds: 600, next: 'last' },
        last: { type: 'message', text: '¿Sigues ahí?', next: null },
      },
    }
    const { id } = await rui.api.ask(flowRoutes.create, { body: { name: 'Con pausa', definition } as never })
    await rui.api.ask(flowRoutes.publish, { params: { id }, body: {} })
    await rui.api.ask(channelRoutes.update, { params: { id: number.channelId }, body: { flowId: id } })
    await says(ana(), 'hola')
    assert.equal(sentTo(ana().phone), 1)
    await suspend()
    await the.clock.advance(60 * minute)
    await the.idle()
    await resume()
    await the.clock.advance(60 * minute)
    await the.idle()
    assert.equal(sentTo(ana().phone), 1)
  })

  test('words of the bot that waited too long are held back with the cause and can be sent by hand; what a person wrote leaves', async () => {
    Object.assign(graph.faults, { ...noFaults(), failures: [{ times: 1000, code: 130429 }] })
    await writes(ana(), 'hola')
    await the.until(async () => {
      const conversation = await withHer(ana())
      return conversation && (await threadOf(rui.api, conversation.id)).some(({ direction }) => direction === 'out')
    }, 'the bot has answered')
    const { id } = await withHer(ana())
    await rui.api.ask(conversationRoutes.send, { params: { id }, body: { content: { type: 'text', text: 'Te llamo yo' }, takeFloor: true } })
    await suspend()
    await the.clock.advance(60 * minute)
    Object.assign(graph.faults, noFaults())
    await resume()
    await the.idle()
    const out = (await threadOf(rui.api, id)).filter(({ direction }) => direction === 'out')
    const [bots, peoples] = [out.filter(({ sender }) => sender.kind === 'flow'), out.filter(({ sender }) => sender.kind === 'agent')]
    assert.ok(bots.length > 0 && peoples.length === 1)
    for (const message of bots) assert.deepEqual([message.status, message.error?.code], ['failed', 'tenant.suspended'])
    assert.equal(sentTo(ana().phone), 1)
    await rui.api.ask(conversationRoutes.retry, { params: { id, messageId: bots[0]!.id } })
    await the.idle()
    assert.equal(sentTo(ana().phone), 2)
  })

  test('programs are refused like people, with a code that says why, and get in again afterwards', async () => {
    const { secret } = await rui.api.ask(apiKeyRoutes.create, { body: { name: 'Programa', scopes: ['conversations.read'] } })
    const program = createApi(the.url, null, secret)
    await suspend()
    assert.equal((await program.refused(403, conversationRoutes.list)).code, 'tenant.suspended')
    assert.equal((await rui.api.refused(403, conversationRoutes.list)).code, 'tenant.suspended')
    await resume()
    await program.ask(conversationRoutes.list)
  })
})

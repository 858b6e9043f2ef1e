import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { channelRoutes, conversationRoutes, operationRoutes, type ChannelCheck } from '@chasqui/contracts'
import { noFaults } from '../doubles/graph-api/faults.ts'
import type { GraphApi } from '../doubles/graph-api/server.ts'
import { signWebhook } from '../doubles/graph-api/signed-webhook.ts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import type { RunningProduct } from '../kit/product.ts'
import { connectNumber, conversationsOf, type Number } from '../kit/whatsapp.ts'

/** What people see of their channels: which can be connected, what is proven of each, and what went wrong. */
let graph: GraphApi
let the: RunningProduct
let number: Number
before(async () => void ({ graph, the } = await startBesideGraph()))
beforeEach(async () => {
  Object.assign(graph.faults, noFaults())
  number = await connectNumber(the.url, the.owner.api)
})

const params = () => ({ id: number.channelId })
const checks = async (): Promise<Record<string, ChannelCheck>> => {
  const { items } = await the.owner.api.ask(channelRoutes.checks, { params: params() })
  return Object.fromEntries(items.map((item) => [item.check, item]))
}
const results = async () => Object.fromEntries(Object.entries(await checks()).map(([check, { result }]) => [check, result]))
const ask = (token: string) => fetch(`${number.webhookUrl}?hub.mode=subscribe&hub.verify_token=${token}&hub.challenge=4711`)
const events = async () => (await the.owner.api.ask(channelRoutes.logs, { params: params() })).items.map(({ event }) => event)

test('the kinds that this installation has an adapter for are offered', async () => {
  const kinds = (await the.owner.api.ask(channelRoutes.kinds)).items.map(({ kind }) => kind)
  for (const kind of ['whatsapp-cloud', 'whatsapp-web', 'waha', 'wppconnect', 'simulator'] as const) assert.ok(kinds.includes(kind), kind)
})

describe('the checklist of a number', () => {
  test('nothing is proven of one that was only entered', async () => {
    assert.deepEqual(await results(), { credentials: 'waiting', webhook: 'waiting', inbound: 'waiting', outbound: 'waiting' })
  })

  test('connecting proves the credentials and asks Meta for the webhooks of the account', async () => {
    await the.owner.api.ask(channelRoutes.connect, { params: params() })
    assert.ok(graph.subscribed.has(number.waba))
    const told = { token_life: 'passed', permissions: 'passed', number: 'passed', display_name: 'passed' }
    assert.deepEqual(await results(), { credentials: 'passed', ...told, subscription: 'passed', webhook: 'waiting', inbound: 'waiting', outbound: 'waiting' })
  })

  test('a refused subscription is told with its cause, and the number can still send', async () => {
    graph.faults.failures.push({ times: 1, edge: 'subscription', code: 200, details: 'Permissions error' })
    const { state } = await the.owner.api.ask(channelRoutes.connect, { params: params() })
    const { subscription, credentials } = await checks()
    assert.deepEqual([state, credentials?.result, subscription?.result, subscription?.error?.code], ['connected', 'passed', 'failed', 'whatsapp.200'])
    await the.owner.api.ask(channelRoutes.restart, { params: params() })
    assert.equal((await checks())['subscription']?.result, 'passed')
  })

  test('that Meta is out of reach says nothing about the subscription', async () => {
    graph.faults.failures.push({ times: 1, edge: 'subscription', status: 503 })
    await the.owner.api.ask(channelRoutes.connect, { params: params() })
    assert.equal((await checks())['subscription'], undefined)
  })

  test('the right answer to Meta’s question is noted once a minute, a wrong one never; screens hear of it', async () => {
    await ask('wrong')
    assert.equal((await checks())['webhook']?.result, 'waiting')
    const told = () => the.ownersScreen.heard.filter(({ name }) => name === 'channel.updated').length
    const before = told()
    for (const answer of [await ask(number.verifyToken), await ask(number.verifyToken)]) assert.deepEqual([answer.status, await answer.text()], [200, '4711'])
    assert.equal((await checks())['webhook']?.result, 'passed')
    assert.deepEqual(
      (await events()).filter((event) => event === 'webhook_verified'),
      ['webhook_verified'],
    )
    await the.until(() => told() > before, 'screens look again')
  })

  test('a message proves that they come in, the flow’s answer that they go out', async () => {
    assert.equal(await number.say({ phone: '5491122334455', name: 'Ana' }, 'hola'), 200)
    await the.until(async () => {
      const { webhook, inbound, outbound } = await results()
      return [webhook, inbound, outbound].every((result) => result === 'passed')
    }, 'all three are seen')
    const channel = await the.owner.api.ask(channelRoutes.read, { params: params() })
    assert.ok(channel.lastInboundAt && channel.lastOutboundAt && channel.stateSince)
  })
})

describe('a self test', () => {
  test('tells what Meta refuses, and leaves the channel as it is', async () => {
    await the.owner.api.ask(channelRoutes.connect, { params: params() })
    graph.faults.failures.push({ times: 1, edge: 'number', code: 190, details: 'Session expired' })
    const { items } = await the.owner.api.ask(channelRoutes.selfTest, { params: params() })
    const [credentials] = items
    assert.deepEqual([credentials?.check, credentials?.result, credentials?.error?.code], ['credentials', 'failed', 'whatsapp.190'])
    assert.equal((await the.owner.api.ask(channelRoutes.read, { params: params() })).state, 'connected')
    assert.deepEqual((await events())[0], 'check_failed')
    const trouble = await the.owner.api.ask(channelRoutes.logs, { params: params(), query: { only: 'trouble' } })
    assert.deepEqual(
      trouble.items.map(({ event }) => event),
      ['check_failed'],
    )
    await the.owner.api.ask(channelRoutes.selfTest, { params: params() })
    assert.equal((await results())['credentials'], 'passed')
  })

  test('is for who may manage channels, and not for strangers', async () => {
    const agent = await the.addMember(the.owner.tenantId, 'agent')
    const path = channelRoutes.selfTest.path.replace(':id', number.channelId)
    assert.equal((await agent.api.send('POST', path)).status, 403)
    assert.equal((await agent.api.send('GET', channelRoutes.checks.path.replace(':id', number.channelId))).status, 200)
    const eva = await the.addTenant('Vecinos')
    for (const [method, address] of [
      ['POST', path],
      ['GET', channelRoutes.checks.path.replace(':id', number.channelId)],
    ] as const)
      assert.equal((await eva.api.send(method, address)).status, 404)
  })
})

describe('the calls at the address of a number', () => {
  const calls = () => the.owner.api.ask(channelRoutes.webhookCalls, { params: params() })
  const post = (body: string, headers: Record<string, string>) => fetch(number.webhookUrl, { method: 'POST', body, headers })

  test('are told with what became of them, and with nothing of what was in them', async () => {
    const none = await calls()
    assert.deepEqual([none.items, none.counts], [[], {}])
    await ask('wrong')
    await ask(number.verifyToken)
    await post('{"secret":"words"}', {})
    await post('{', signWebhook('{', number.appSecret).headers)
    assert.equal(await number.say({ phone: '5491122334466', name: 'Berta' }, 'algo privado'), 200)
    const { items, counts, since } = await calls()
    assert.deepEqual(counts, { unverified: 1, verified: 1, forged: 1, malformed: 1, stored: 1 })
    assert.deepEqual(items.find(({ verdict }) => verdict === 'stored')?.items, 1)
    assert.ok(items.every(({ at }) => at >= since))
    assert.ok(!/secret|privado|5491122334466/.test(JSON.stringify(items)))
  })

  test('are the last ones, and whoever posts forged ones pushes none out that were taken', async () => {
    await number.say({ phone: '5491122334466', name: 'Berta' }, 'hola')
    for (let call = 0; call < 25; call++) await post('{}', {})
    await number.say({ phone: '5491122334466', name: 'Berta' }, 'sigo acá')
    const { items, counts } = await calls()
    assert.deepEqual([items.length, counts.stored, counts.forged], [12, 2, 25])
    assert.equal(items.filter(({ verdict }) => verdict === 'stored').length, 2)
  })

  test('are for those who may see channels of the organisation', async () => {
    const eva = await the.addTenant('De enfrente')
    assert.equal((await eva.api.send('GET', channelRoutes.webhookCalls.path.replace(':id', number.channelId))).status, 404)
  })
})

test('what one channel sends is listed with whom it is for, by its state', async () => {
  await the.owner.api.ask(channelRoutes.connect, { params: params() })
  await number.say({ phone: '5491122334499', name: 'Elsa' }, 'hola')
  await the.idle()
  const [conversation] = await conversationsOf(the.owner.api, number.channelId)
  graph.faults.failures.push({ times: 1, code: 131026, details: 'Undeliverable' })
  const { id } = await the.owner.api.ask(conversationRoutes.send, {
    params: { id: conversation!.id },
    body: { content: { type: 'text', text: 'hola' }, takeFloor: true },
  })
  const listed = async (state?: 'failed' | 'sent' | 'cancelled') =>
    (await the.owner.api.ask(operationRoutes.queue, { query: { channelId: number.channelId, ...(state && { state }) } })).items
  await the.until(async () => (await listed('failed')).length === 1, 'it failed')
  const [failed] = await listed('failed')
  assert.deepEqual([failed!.id, failed!.person, failed!.phone, failed!.conversationId], [id, 'Elsa', '+5491122334499', conversation!.id])
  assert.ok((await listed('sent')).every(({ state, channelId }) => state === 'sent' && channelId === number.channelId))
  assert.equal((await listed())[0]!.id, id)
  assert.deepEqual(await listed('cancelled'), [])
})

test('the failures of the last day are counted for their own channel alone', async () => {
  await the.owner.api.ask(channelRoutes.connect, { params: params() })
  await number.say({ phone: '5491122334477', name: 'Caro' }, 'hola')
  await the.idle()
  const other = await connectNumber(the.url, the.owner.api)
  const [conversation] = await conversationsOf(the.owner.api, number.channelId)
  graph.faults.failures.push({ times: 1, code: 100, details: 'Wrong' })
  await the.owner.api.ask(conversationRoutes.send, { params: { id: conversation!.id }, body: { content: 'hola' } as never })
  const sending = async (id: string) => (await the.owner.api.ask(channelRoutes.sending)).items.find(({ channelId }) => channelId === id)
  const failed = (id: string) => the.owner.api.ask(channelRoutes.status, { params: { id } }).then(({ failedLastDay }) => failedLastDay)
  await the.until(async () => (await failed(number.channelId)) === 1, 'the failure is counted')
  assert.equal(await failed(other.channelId), 0)
  assert.deepEqual(await sending(number.channelId), { channelId: number.channelId, waiting: 0, failedLastDay: 1, lastFailure: 'whatsapp.100' })
  assert.deepEqual(await sending(other.channelId), { channelId: other.channelId, waiting: 0, failedLastDay: 0, lastFailure: null })
})

test('trouble that comes after a good check is what the checklist tells', async () => {
  await the.owner.api.ask(channelRoutes.connect, { params: params() })
  await number.say({ phone: '5491122334488', name: 'Dora' }, 'hola')
  await the.idle()
  const [conversation] = await conversationsOf(the.owner.api, number.channelId)
  graph.faults.failures.push({ times: 1, code: 190, details: 'Session expired' })
  await the.owner.api.ask(conversationRoutes.send, { params: { id: conversation!.id }, body: { content: 'hola' } as never })
  await the.until(async () => (await checks())['credentials']?.result === 'failed', 'the dead token is told')
  assert.equal((await checks())['credentials']?.error?.title, 'The access token is invalid or expired')
})

import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { campaignRoutes, queueRoutes } from '@chasqui/contracts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import { openCentre } from '../kit/centre.ts'
import { publishFlow } from '../kit/flows.ts'
import type { RunningProduct } from '../kit/product.ts'

/** A flow that hands over to a queue by name. */
let the: RunningProduct
before(async () => {
  ;({ the } = await startBesideGraph())
})

test('a flow hands over to the queue that it names; while that is closed, to the one that its campaign decides, and nobody is lost', async () => {
  const centre = await openCentre(the)
  const { api } = centre.boss
  const eva = await centre.agent({ state: null })
  const ventas = await centre.quietQueue('Ventas', { agentIds: [eva.userId] })
  const nodes = { a: { type: 'transfer_to_agent' as const, text: 'Va para allá', note: 'Quiere comprar', queue: ventas.id } }
  const id = await publishFlow(api, { schema: 1, start: 'a', nodes })
  await api.ask(campaignRoutes.update, { params: { id: centre.campaign.id }, body: { bot: { on: true, flowId: id } } })
  const first = await centre.says(centre.customer())
  assert.deepEqual([first.queue?.name, first.floor, first.assignee], ['Ventas', 'human', null])
  await api.ask(queueRoutes.close, { params: { id: ventas.id } })
  const second = await centre.says(centre.customer())
  assert.deepEqual([second.queue?.name, second.floor], ['General', 'human'])
})

test('a queue that has no place left sends on whom a flow hands over', async () => {
  const centre = await openCentre(the)
  const { api } = centre.boss
  const second = await centre.quietQueue('Reserva')
  const first = await centre.quietQueue('Chica', { capacity: 1, overflow: { to: 'queue', queueId: second.id } })
  const id = await publishFlow(api, { schema: 1, start: 'a', nodes: { a: { type: 'transfer_to_agent', queue: first.id } } })
  await api.ask(campaignRoutes.update, { params: { id: centre.campaign.id }, body: { bot: { on: true, flowId: id } } })
  const [one, other] = [await centre.says(centre.customer()), await centre.says(centre.customer())]
  assert.deepEqual([one.queue?.name, other.queue?.name], ['Chica', 'Reserva'])
})

test('where a flow is told to, it goes another way while its queue is closed, and hands over once it is open', async () => {
  const centre = await openCentre(the)
  const { api } = centre.boss
  const ventas = await centre.quietQueue('Ventas', { agentIds: [(await centre.agent({ state: null })).userId] })
  const id = await publishFlow(api, {
    schema: 1,
    start: 'person',
    nodes: {
      person: { type: 'transfer_to_agent', queue: ventas.id, byHours: true, closed: 'later' },
      later: { type: 'input', text: 'Está cerrado. ¿Qué necesitás?', expect: 'text', saveAs: 'need', next: 'person' },
    },
  })
  await api.ask(campaignRoutes.update, { params: { id: centre.campaign.id }, body: { bot: { on: true, flowId: id } } })
  await api.ask(queueRoutes.close, { params: { id: ventas.id } })
  const customer = centre.customer()
  const before = await centre.says(customer)
  assert.deepEqual([before.floor, before.queue], ['flow', null])
  await api.ask(queueRoutes.open, { params: { id: ventas.id } })
  const after = await centre.says(customer, 'un presupuesto')
  assert.deepEqual([after.floor, after.queue?.name], ['human', 'Ventas'])
})

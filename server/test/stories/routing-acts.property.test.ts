import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import fc from 'fast-check'
import { campaignRoutes, conversationRoutes, flowRoutes, presenceRoutes, queueRoutes, type Campaign, type Queue } from '@chasqui/contracts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import { openCentre, type Centre, type Customer } from '../kit/centre.ts'
import { brokenPromises } from '../kit/centre-promises.ts'
import type { Person, RunningProduct } from '../kit/product.ts'

/** Whatever people do, in whatever order: whoever is owed a person has one or waits in a queue. */
let the: RunningProduct
let centre: Centre
let agents: Person[]
let customers: Customer[]
let queue: Queue
let other: Campaign
let flowId: string
before(async () => {
  ;({ the } = await startBesideGraph({ env: { TRUST_PROXY: '127.0.0.1' } }))
  centre = await openCentre(the)
  queue = await centre.quietQueue('VIP', { capacity: 2, overflow: { to: 'queue', queueId: centre.general.id } })
  other = await centre.boss.api.ask(campaignRoutes.create, { body: { name: 'Soporte', whenAbsent: 'all' } })
  flowId = (await centre.boss.api.ask(flowRoutes.list)).items[0]!.id
  agents = [await centre.agent({ capacity: 2 }), await centre.agent({ capacity: 1, state: 'paused' })]
  customers = Array.from({ length: 4 }, () => centre.customer())
})

type Act = (whose: { id: string; customer: Customer; agent: Person }) => Promise<unknown>
const acts: Record<string, Act> = {
  writes: ({ customer }) => centre.says(customer, 'otra'),
  closes: ({ id, agent }) => agent.api.send('POST', `/api/conversations/${id}/close`, {}),
  reopens: ({ id }) => centre.boss.api.send('POST', `/api/conversations/${id}/reopen`),
  assigns: ({ id, agent }) => centre.boss.api.send('POST', `/api/conversations/${id}/assign`, { userId: agent.userId }),
  unassigns: ({ id }) => centre.boss.api.send('POST', `/api/conversations/${id}/assign`, { userId: null }),
  answers: ({ id, agent }) => agent.api.send('POST', `/api/conversations/${id}/messages`, { content: 'Hola' }),
  'sets pending': ({ id }) => centre.boss.api.send('PUT', `/api/conversations/${id}/status`, { status: 'pending' }),
  'is at work': ({ id, agent }) => agent.api.send('PUT', `/api/conversations/${id}/status`, { status: 'active' }),
  snoozes: ({ id }) => centre.boss.api.send('POST', `/api/conversations/${id}/snooze`, { until: '2099-01-01T00:00:00Z' }),
  wakes: ({ id }) => centre.boss.api.send('POST', `/api/conversations/${id}/snooze`, { until: null }),
  'gives to nobody': ({ id }) => centre.boss.api.send('PUT', `/api/conversations/${id}/floor`, { floor: 'nobody' }),
  'takes the floor': ({ id, agent }) => agent.api.send('PUT', `/api/conversations/${id}/floor`, { floor: 'human' }),
  'makes urgent': ({ id }) => centre.boss.api.send('PATCH', `/api/conversations/${id}`, { priority: 'urgent' }),
  'takes the next': ({ agent }) => agent.api.send('POST', queueRoutes.takeNext.path),
  'transfers to a queue': ({ id }) => centre.boss.api.ask(conversationRoutes.transfer, { params: { id }, body: { queueId: queue.id } }).catch(() => null),
  'transfers to a campaign': ({ id }) => centre.boss.api.ask(conversationRoutes.transfer, { params: { id }, body: { campaignId: other.id } }).catch(() => null),
  'transfers to a flow': ({ id }) => centre.boss.api.ask(conversationRoutes.transfer, { params: { id }, body: { flowId } }).catch(() => null),
  pauses: ({ agent }) => agent.api.ask(presenceRoutes.set, { body: { state: 'paused', reason: 'meal' } }),
  'is available': ({ agent }) => agent.api.ask(presenceRoutes.set, { body: { state: 'available' } }),
  'goes home': ({ agent }) => centre.goesHome(agent),
  'closes the queue': () => centre.boss.api.ask(queueRoutes.close, { params: { id: centre.general.id } }),
  'opens the queue': () => centre.boss.api.ask(queueRoutes.open, { params: { id: centre.general.id } }),
  'rests the campaign': () => centre.boss.api.ask(campaignRoutes.update, { params: { id: centre.campaign.id }, body: { state: 'paused' } }),
  'works again': async () => {
    await centre.boss.api.ask(campaignRoutes.update, { params: { id: centre.campaign.id }, body: { state: 'active' } })
    await the.idle()
  },
}

test('after every act, each open conversation has a bot, a person, or a place in a queue, and the log tells who', async () => {
  for (const customer of customers) await centre.says(customer)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ act: fc.constantFrom(...Object.keys(acts)), which: fc.nat(3), who: fc.nat(1) }), { minLength: 15, maxLength: 40 }),
      async (script) => {
        await acts['works again']!({} as never)
        const done: string[] = []
        for (const { act, which, who } of script) {
          const customer = customers[which]!
          const { id } = await centre.conversationOf(customer)
          done.push(`${which} ${act} ${who}`)
          await acts[act]!({ id, customer, agent: agents[who]! })
          assert.deepEqual(await brokenPromises(the.admin, centre.boss.tenantId), {}, done.join(', '))
        }
        await the.idle()
        assert.deepEqual(await brokenPromises(the.admin, centre.boss.tenantId), {})
      },
    ),
    { numRuns: 4, seed: 4, endOnFailure: true },
  )
  const { rows } = await the.admin.query('select 1 from platform.dead_letter')
  assert.deepEqual(rows, [])
})

test('these promises notice a conversation that fell out of its queue, or out of the log', async () => {
  const customer = centre.customer()
  await acts['works again']!({} as never)
  await centre.boss.api.ask(queueRoutes.close, { params: { id: centre.general.id } })
  const { id } = await centre.says(customer)
  const after = async (change: string) => {
    await the.admin.query('begin')
    await the.admin.query(change, [id])
    const broken = await brokenPromises(the.admin, centre.boss.tenantId)
    await the.admin.query('rollback')
    return Object.values(broken).flat().includes(id)
  }
  assert.ok(await after(`update routing.wait set ended_at = now(), outcome = 'bot' where conversation_id = $1`))
  assert.ok(await after(`update conversations.conversation set state = 'bot', floor = 'flow' where id = $1`))
  assert.ok(await after('update conversations.conversation set queue_id = null where id = $1'))
})

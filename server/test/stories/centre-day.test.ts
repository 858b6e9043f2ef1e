import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { apiKeyRoutes, permissions, queueRoutes } from '@chasqui/contracts'
import { newId } from '#platform/ids'
import { createApi, type Api } from '../kit/api.ts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import { openCentre } from '../kit/centre.ts'
import { brokenPromises } from '../kit/centre-promises.ts'
import type { RunningProduct } from '../kit/product.ts'

/**
 * A day of a contact centre with the clock in hand: six queues, sixty people, customers who lose patience. What the product says of waits and of those who
 * gave up is counted again from the log of events and from the messages, of which routing knows nothing. `npm run prove -- --centre` has the day of a
 * large house (`CENTRE_DAY` conversations).
 */
const conversations = Number(process.env['CENTRE_DAY'] ?? 120)
const people = 60
const steps = 28
const stepMs = 15 * 60_000
/** Steps that somebody is at work on one, and that a customer waits before they give up. */
const work = { from: 1, to: 5 }
const patience = 4
const topics = ['ventas', 'soporte', 'cobranzas', 'envios', 'turnos', 'reclamos']

let the: RunningProduct
before(async () => {
  ;({ the } = await startBesideGraph({ env: { TRUST_PROXY: '127.0.0.1' } }))
})

/** The same day every time. */
const dice = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
}

const inBatches = async <Item>(items: readonly Item[], size: number, each: (item: Item, index: number) => Promise<unknown>): Promise<void> => {
  for (let from = 0; from < items.length; from += size) await Promise.all(items.slice(from, from + size).map((item, index) => each(item, from + index)))
}

/** People who are here all day. Nobody signs in for them. */
const hire = async (tenantId: string, capacity: number): Promise<string[]> => {
  const ids = Array.from({ length: people }, () => newId())
  await the.admin.query(
    `insert into identity."user" (id, email, name, created_at, updated_at) select id, id || '@example.com', 'Agente', now(), now() from unnest($1::uuid[]) as t (id)`,
    [ids],
  )
  await the.admin.query(
    `insert into identity.membership (tenant_id, user_id, role, capacity, created_at) select $1, id, 'agent', $3, now() from unnest($2::uuid[]) as t (id)`,
    [tenantId, ids, capacity],
  )
  await the.admin.query(`insert into presence.agent (tenant_id, user_id, state, since) select $1, id, 'available', now() from unnest($2::uuid[]) as t (id)`, [
    tenantId,
    ids,
  ])
  return ids
}

/** How many customers come in each step: a wave in the morning and one after lunch; the last steps only end what is there. */
const arrivals = (() => {
  const wave = (step: number, at: number, height: number) => height * Math.exp(-(((step - at) / 3) ** 2))
  const shape = Array.from({ length: steps }, (_, step) => (step < steps - 10 ? 1 + wave(step, 5, 2.2) + wave(step, 13, 1.5) : 0))
  const sum = shape.reduce((all, one) => all + one, 0)
  return shape.map((one) => Math.round((one * conversations) / sum))
})()

type Row = { id: string; state: string; assignee_id: string | null; created_at: Date; assigned_at: Date | null }
const openOnes = async (tenantId: string): Promise<Row[]> =>
  (
    await the.admin.query<Row>(
      `select c.id, c.state, c.assignee_id, c.created_at, (select a.at from routing.assignment a where a.conversation_id = c.id and a.ended_at is null) as assigned_at
       from conversations.conversation c where c.tenant_id = $1 and c.state <> 'closed' order by c.id`,
      [tenantId],
    )
  ).rows

/** A day as the log of events and the messages tell it. */
type Told = { served: number; abandoned: number; waits: number[] }
const recount = async (tenantId: string, capacity: number): Promise<Map<string, Told>> => {
  const { rows: firsts } = await the.admin.query<{ id: string; topic: string; at: Date }>(
    `select distinct on (conversation_id) conversation_id as id, content ->> 'text' as topic, created_at as at from conversations.message
     where tenant_id = $1 and direction = 'in' order by conversation_id, seq`,
    [tenantId],
  )
  const { rows: events } = await the.admin.query<{ type: string; payload: { conversationId: string; assigneeId?: string | null }; at: Date }>(
    `select type, payload, occurred_at as at from platform.event where tenant_id = $1 and type in ('conversation.assigned', 'conversation.closed') order by seq`,
    [tenantId],
  )
  const told = new Map(topics.map((topic): [string, Told] => [topic, { served: 0, abandoned: 0, waits: [] }]))
  const begun = new Map(firsts.map(({ id, topic, at }) => [id, { topic, at }]))
  const holder = new Map<string, string>()
  const load = new Map<string, number>()
  for (const { type, payload, at } of events) {
    const { topic, at: since } = begun.get(payload.conversationId)!
    const has = holder.get(payload.conversationId)
    if (type === 'conversation.assigned') {
      assert.equal(has, undefined, 'each is given once')
      const agent = payload.assigneeId!
      holder.set(payload.conversationId, agent)
      load.set(agent, (load.get(agent) ?? 0) + 1)
      assert.ok(load.get(agent)! <= capacity, 'nobody ever has more than they can')
      told.get(topic)!.served += 1
      told.get(topic)!.waits.push((at.getTime() - since.getTime()) / 1000)
    } else if (has) load.set(has, load.get(has)! - 1)
    else told.get(topic)!.abandoned += 1
  }
  return told
}

const average = (values: readonly number[]): number | null => (values.length === 0 ? null : values.reduce((sum, one) => sum + one, 0) / values.length)

test(`a day of ${conversations} conversations: waits and abandonment are those that events and messages tell`, async () => {
  const capacity = Math.max(1, Math.round(conversations / 600))
  const centre = await openCentre(the, {
    routing: [
      { strategy: 'round_robin', weight: 30 },
      { strategy: 'least_busy', weight: 70 },
    ],
  })
  const { boss, number } = centre
  const staff = await hire(boss.tenantId, capacity)
  for (const [index, topic] of topics.entries()) {
    // Ten of their own, and five who help next door.
    const agentIds = Array.from({ length: 15 }, (_, one) => staff[(index * 10 + one) % people]!)
    await centre.queue({ name: topic, position: index, entry: { keywords: [topic] }, agentIds })
  }
  // Programs act for all of them: their keys outlive the day.
  const hands: Api[] = []
  for (let index = 0; index < 12; index++) {
    const { secret } = await boss.api.ask(apiKeyRoutes.create, { body: { name: `Mano ${index}`, scopes: [...permissions] } })
    hands.push(createApi(the.url, null, secret))
  }
  const does = async (id: string, index: number, isAnswered: boolean) => {
    const hand = hands[index % hands.length]!
    if (isAnswered) assert.equal((await hand.send('POST', `/api/conversations/${id}/messages`, { content: 'Listo.', takeFloor: false })).status, 201)
    assert.equal((await hand.send('POST', `/api/conversations/${id}/close`, {})).status, 200)
  }

  const random = dice(600)
  const morning = (await the.clock.now()).getTime() + 3_600_000
  const needs = new Map<string, number>()
  let most = 0
  for (let step = 0; step < steps; step++) {
    const now = morning + step * stepMs
    await the.clock.set(new Date(now))
    const open = await openOnes(boss.tenantId)
    most = Math.max(most, open.filter(({ assignee_id }) => assignee_id === null).length)
    const over = open.filter(({ id, assigned_at }) => {
      if (assigned_at && !needs.has(id)) needs.set(id, work.from + Math.floor(random() * (work.to - work.from + 1)))
      return assigned_at !== null && now - assigned_at.getTime() >= needs.get(id)! * stepMs - stepMs / 2
    })
    const impatient = open.filter(({ assigned_at, created_at }) => assigned_at === null && now - created_at.getTime() >= (patience - 0.5) * stepMs)
    await inBatches(impatient, 12, ({ id }, index) => does(id, index, false))
    const coming = Array.from({ length: arrivals[step]! }, () => ({ customer: centre.customer(), topic: topics[Math.floor(random() ** 1.5 * topics.length)]! }))
    await inBatches(coming, 20, ({ customer, topic }) => number.say(customer, topic))
    await the.idle()
    await inBatches(over, 12, ({ id }, index) => does(id, index, true))
    await the.idle()
  }
  // Sixty people are too many for a smaller day.
  const isBusy = conversations >= 600
  assert.ok(most > 0 || !isBusy, 'some had to wait')
  assert.deepEqual(await brokenPromises(the.admin, boss.tenantId), {})

  const told = await recount(boss.tenantId, capacity)
  boss.api = (await the.signIn(boss.email)).api
  const shown = new Map((await boss.api.ask(queueRoutes.list, { query: { limit: 200 } })).items.map((queue) => [queue.name, queue]))
  let abandoned = 0
  for (const topic of topics) {
    const [counted, { live, waiting }] = [told.get(topic)!, shown.get(topic)!]
    assert.deepEqual([live.served, live.abandoned, waiting], [counted.served, counted.abandoned, 0], topic)
    const rate = counted.abandoned / (counted.served + counted.abandoned)
    assert.equal(live.abandonmentRate, Number.isNaN(rate) ? null : rate, topic)
    const wait = average(counted.waits)
    if (wait !== null) assert.ok(Math.abs(live.averageWaitSeconds! - wait) < 1.5, `${topic}: ${live.averageWaitSeconds} s, counted ${wait} s`)
    abandoned += counted.abandoned
  }
  const all = [...told.values()].reduce((sum, { served, abandoned }) => sum + served + abandoned, 0)
  assert.equal(
    all,
    arrivals.reduce((sum, one) => sum + one, 0),
    'everybody was served or gave up',
  )
  assert.ok(abandoned > 0 || !isBusy, 'some gave up')
  const { rows } = await the.admin.query('select error from platform.dead_letter')
  assert.deepEqual(rows, [])
})

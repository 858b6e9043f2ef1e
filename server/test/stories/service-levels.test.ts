import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import {
  analyticsRoutes,
  campaignRoutes,
  conversationRoutes,
  flowRoutes,
  liveRoutes,
  presenceRoutes,
  queueRoutes,
  serviceLevelRoutes,
  tenancyRoutes,
  type CampaignSettings,
  type Conversation,
  type LiveMetric,
} from '@chasqui/contracts'
import { newId } from '#platform/ids'
import { startBesideGraph } from '../kit/beside-graph.ts'
import { openCentre, type Centre } from '../kit/centre.ts'
import type { Person, RunningProduct } from '../kit/product.ts'
import { openScreen } from '../kit/screen.ts'
import { isWholeRun } from '../kit/thoroughness.ts'

/** What is owed, whether it is kept, and the numbers that tell it: board, wall, home and reports. */
let the: RunningProduct
before(async () => {
  ;({ the } = await startBesideGraph({ env: { TRUST_PROXY: '127.0.0.1' } }))
})

const minute = 60_000
const level = (wanted: Partial<CampaignSettings['serviceLevel']> = {}) => ({
  firstResponse: 600,
  nextResponse: 300,
  resolution: 3600,
  warnAt: 80,
  byPriority: {},
  ...wanted,
})
const on = ({ id }: { id: string }) => ({ params: { id } })
const answer = async (by: Person, conversation: Conversation) => {
  await by.api.ask(conversationRoutes.send, { ...on(conversation), body: { content: { type: 'text', text: 'Voy' }, takeFloor: true } })
  await the.idle()
}
const later = async (ms: number, ...people: Person[]) => {
  await the.clock.advance(ms)
  await the.signInAgain(...people)
  await the.idle()
}
const clocksOf = async (centre: Centre, conversation: Conversation) =>
  (await centre.boss.api.ask(serviceLevelRoutes.clocks, on(conversation))).items.map(({ metric, state }) => `${metric} ${state}`).toSorted()
const dueOf = async (centre: Centre, conversation: Conversation) => (await centre.boss.api.ask(conversationRoutes.read, on(conversation))).due
/** What the log of a tenant has of a kind about a conversation. */
const told = async (centre: Centre, type: string, conversation: Conversation) =>
  (
    await the.admin.query<{ payload: { metric: string } }>(
      `select payload from platform.event where tenant_id = $1 and type = $2 and payload ->> 'conversationId' = $3 order by seq`,
      [centre.boss.tenantId, type, conversation.id],
    )
  ).rows.map(({ payload }) => payload.metric)
describe('clocks', () => {
  test('begin when a person is owed, end with the answer, stand still while the customer is waited for', async () => {
    const centre = await openCentre(the, { serviceLevel: level() })
    const eva = await centre.agent()
    const ana = centre.customer()
    const began = await the.clock.now()
    const conversation = await centre.says(ana)
    assert.equal(conversation.due?.metric, 'first_response')
    const dueIn = Math.round((Date.parse(conversation.due.at!) - began.getTime()) / 1000)
    assert.ok(dueIn >= 600 && dueIn <= 610, String(dueIn))
    await answer(eva, conversation)
    assert.deepEqual(await clocksOf(centre, conversation), ['first_response met', 'resolution running'])
    await centre.says(ana, 'sigo acá')
    assert.equal((await dueOf(centre, conversation))?.metric, 'next_response')
    await eva.api.ask(conversationRoutes.status, { ...on(conversation), body: { status: 'pending' } })
    const paused = await dueOf(centre, conversation)
    assert.deepEqual([paused?.at, paused!.remainingSeconds! > 280 && paused!.remainingSeconds! <= 300], [null, true])
    await later(20 * minute, centre.boss, eva)
    assert.deepEqual(await told(centre, 'sla.breached', conversation), [], 'what stands still is never late')
    await centre.says(ana, '¿y?')
    const on2 = await dueOf(centre, conversation)
    const left = (Date.parse(on2!.at!) - (await the.clock.now()).getTime()) / 1000
    assert.ok(left > 250 && left <= paused!.remainingSeconds! + 1, `${left} of ${paused!.remainingSeconds}`)
    await answer(eva, conversation)
    await centre.close(conversation, eva)
    assert.deepEqual(await clocksOf(centre, conversation), ['first_response met', 'next_response met', 'resolution met'])
    assert.equal(await dueOf(centre, conversation), null)
  })

  test('warn once and are late once, whatever is done twice; home tells', async () => {
    const opened = await openCentre(the, { serviceLevel: level({ nextResponse: null, resolution: null }) })
    const conversation = await opened.says(opened.customer())
    await the.clock.advance(8 * minute + 5000)
    await the.idle()
    assert.deepEqual(await told(opened, 'sla.warned', conversation), ['first_response'])
    assert.deepEqual(await told(opened, 'sla.breached', conversation), [])
    await the.clock.advance(2 * minute)
    await the.idle()
    const again = async () => {
      const [clock] = (await opened.boss.api.ask(serviceLevelRoutes.clocks, on(conversation))).items
      await the.admin.query(`insert into platform.job (tenant_id, queue, key, run_at, payload) values ($1, 'due', $2, $3, $4)`, [
        opened.boss.tenantId,
        conversation.id,
        await the.clock.now(),
        JSON.stringify({ type: 'sla_clock', conversationId: conversation.id, clockId: clock!.id }),
      ])
      await the.admin.query(
        `insert into platform.lane (tenant_id, queue, key, ready_at) values ($1, 'due', $2, $3) on conflict (tenant_id, queue, key) do update set ready_at = $3`,
        [opened.boss.tenantId, conversation.id, await the.clock.now()],
      )
      await the.idle()
    }
    await again()
    assert.deepEqual(
      [await told(opened, 'sla.warned', conversation), await told(opened, 'sla.breached', conversation)],
      [['first_response'], ['first_response']],
    )
    const { attention } = await opened.boss.api.ask(tenancyRoutes.home)
    assert.deepEqual([attention[0]?.kind, attention[0]?.conversationId, attention[0]?.count], ['late', conversation.id, 1])
  })

  test('follow the priority and the queue, and are void in the hands of the bot', async () => {
    const centre = await openCentre(the, {
      serviceLevel: level({ byPriority: { urgent: { firstResponse: 60, nextResponse: null, resolution: 1200 } } }),
    })
    const conversation = await centre.says(centre.customer())
    const leftOf = async () => Math.round((Date.parse((await dueOf(centre, conversation))!.at!) - (await the.clock.now()).getTime()) / 1000)
    assert.ok((await leftOf()) > 500)
    await centre.boss.api.ask(conversationRoutes.update, { ...on(conversation), body: { priority: 'urgent' } })
    assert.ok((await leftOf()) <= 60)
    const vip = await centre.quietQueue('VIP', { serviceLevel: level({ firstResponse: 1800 }) })
    await centre.boss.api.ask(conversationRoutes.transfer, { ...on(conversation), body: { queueId: vip.id } })
    await the.idle()
    assert.ok((await leftOf()) > 1500, String(await leftOf()))
    const flow = (await centre.boss.api.ask(flowRoutes.list)).items[0]!
    await centre.boss.api.ask(flowRoutes.publish, { params: { id: flow.id }, body: {} })
    await centre.boss.api.ask(conversationRoutes.transfer, { ...on(conversation), body: { flowId: flow.id } })
    assert.deepEqual(await clocksOf(centre, conversation), ['first_response void', 'resolution paused'])
  })

  test('count no hour in which nobody is there', async () => {
    const now = await the.clock.now()
    const day = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1, 17, 55))
    await the.clock.set(day)
    const weekly = Object.fromEntries(['1', '2', '3', '4', '5', '6', '7'].map((weekday) => [weekday, [{ from: '09:00', to: '18:00' }]]))
    const centre = await openCentre(the, { timeZone: 'UTC', hours: { always: false, weekly, special: [], holidays: null }, serviceLevel: level() })
    const conversation = await centre.says(centre.customer())
    const due = new Date((await dueOf(centre, conversation))!.at!)
    assert.deepEqual([due.getUTCDate() !== day.getUTCDate(), due.getUTCHours(), due.getUTCMinutes()], [true, 9, 5])
  })

  test('move with the hours and the promises of their campaign, and so does the longest wait', async () => {
    const now = await the.clock.now()
    await the.clock.set(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1, 17, 55)))
    const until = (to: string) => ({
      always: false,
      weekly: Object.fromEntries(['1', '2', '3', '4', '5', '6', '7'].map((weekday) => [weekday, [{ from: '09:00', to }]])),
      special: [],
      holidays: null,
    })
    const centre = await openCentre(the, {
      timeZone: 'UTC',
      hours: until('18:00'),
      serviceLevel: level(),
      routing: [{ strategy: 'manual', weight: 100 }],
    })
    const change = (body: Partial<CampaignSettings>) => centre.boss.api.ask(campaignRoutes.update, { params: { id: centre.campaign.id }, body })
    await centre.change(centre.general.id, { maxWaitSeconds: 600, overflow: { to: 'close', text: 'Nadie pudo' } })
    const eva = await centre.agent({ state: 'paused' })
    const conversation = await centre.says(centre.customer())
    await later(minute, centre.boss, eva)
    const dueAt = async () => new Date((await dueOf(centre, conversation))!.at!)
    const clockOf = async () => [(await dueAt()).getUTCHours(), (await dueAt()).getUTCMinutes()]
    assert.deepEqual(await clockOf(), [9, 5])
    // Open for longer: the same ten minutes are over today.
    const screen = await openScreen(the.url, centre.boss.api.token!)
    await change({ hours: until('20:00') })
    await screen.hear('chat.updated', ({ conversation: { id, due } }) => id === conversation.id && new Date(due?.at ?? 0).getUTCHours() === 18)
    screen.close()
    await the.idle()
    assert.deepEqual(await clockOf(), [18, 5])
    const [row] = (await centre.boss.api.ask(liveRoutes.rows, { query: { metric: 'waiting' } })).items
    assert.deepEqual(row?.due, await dueOf(centre, conversation), 'the board says the same')
    // In another zone it is an hour earlier, and nothing was used twice.
    await change({ timeZone: 'Atlantic/Azores', hours: until('24:00') })
    await the.idle()
    assert.deepEqual(await clockOf(), [18, 5])
    // A longer promise: what was used stays used.
    await change({ serviceLevel: level({ firstResponse: 1800 }) })
    await the.idle()
    assert.deepEqual(await clockOf(), [18, 25])
    // Nobody is there any more tonight: the longest wait does not end at the time that was said at first.
    await change({ timeZone: 'UTC', hours: until('18:00') })
    await the.idle()
    await later(20 * minute, centre.boss, eva)
    assert.notEqual((await centre.boss.api.ask(conversationRoutes.read, on(conversation))).state, 'closed')
    assert.deepEqual(await told(centre, 'sla.breached', conversation), [])
    // Open again, it does.
    await change({ hours: { always: true, weekly: {}, special: [], holidays: null } })
    await the.idle()
    await later(7 * minute, centre.boss, eva)
    assert.equal((await centre.boss.api.ask(conversationRoutes.read, on(conversation))).closeReason, 'overflow')
  })

  test('move with a promise that their queue makes of its own, and with the campaign’s again when it makes none', async () => {
    const centre = await openCentre(the, { serviceLevel: level(), routing: [{ strategy: 'manual', weight: 100 }] })
    const conversation = await centre.says(centre.customer())
    const begun = new Date((await dueOf(centre, conversation))!.at!).getTime()
    const moved = async () => (new Date((await dueOf(centre, conversation))!.at!).getTime() - begun) / minute
    await centre.change(centre.general.id, { serviceLevel: level({ firstResponse: 1800 }) })
    await the.idle()
    assert.equal(await moved(), 20)
    await centre.change(centre.general.id, { serviceLevel: null })
    await the.idle()
    assert.equal(await moved(), 0)
  })
})

/** Small, and the same each time. */
const dice = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed / 2_147_483_648
}

test('a simulated day: compliance equals a recount by hand, and board, reports, rows and home say the same', async () => {
  const now = await the.clock.now()
  await the.clock.set(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 2, 15)))
  const centre = await openCentre(the, { serviceLevel: level() })
  await the.admin.query(`update tenancy.tenant set time_zone = 'UTC' where tenant_id = $1`, [centre.boss.tenantId])
  const eva = await centre.agent({ capacity: 50 })
  const random = dice(7)
  type Talk = { customer: ReturnType<Centre['customer']>; conversation: Conversation; begun: number; owed: number | null; answers: number; closed: boolean }
  const talks: Talk[] = []
  // The recount: [metric, business seconds that were used, of how many].
  const settled: [string, number, number][] = []
  const at = async () => (await the.clock.now()).getTime()
  const seconds = async (since: number) => ((await at()) - since) / 1000
  let [closed, answered, said] = [0, 0, 0]
  for (let step = 0; step < (isWholeRun ? 30 : 16); step++) {
    // In steps of which no target is a multiple: what acts take by themselves does not decide.
    await later(70_000 * Math.ceil(random() * 4), centre.boss, eva)
    const open = talks.filter((talk) => !talk.closed)
    const talk = open[Math.floor(random() * open.length)]
    const chance = random()
    if (!talk || chance < 0.3) {
      const customer = centre.customer()
      const begun = await at()
      talks.push({ customer, conversation: await centre.says(customer), begun, owed: begun, answers: 0, closed: false })
    } else if (talk.owed !== null && chance < 0.75) {
      settled.push(talk.answers === 0 ? ['first_response', await seconds(talk.owed), 600] : ['next_response', await seconds(talk.owed), 300])
      await answer(eva, talk.conversation)
      answered += 1
      talk.owed = null
      talk.answers += 1
    } else if (talk.owed === null && chance < 0.75) {
      talk.owed = await at()
      await centre.says(talk.customer, 'otra')
      said += 1
    } else {
      settled.push(['resolution', await seconds(talk.begun), 3600])
      if (talk.owed !== null) {
        const [metric, target] = talk.answers === 0 ? (['first_response', 600] as const) : (['next_response', 300] as const)
        const used = await seconds(talk.owed)
        // Closed in time without an answer, nothing was owed.
        if (used > target) settled.push([metric, used, target])
      }
      await centre.close(talk.conversation, eva)
      closed += 1
      talk.closed = true
    }
  }
  const overdue: [string, number, number][] = []
  for (const talk of talks.filter((one) => !one.closed)) {
    if (talk.owed !== null)
      overdue.push(talk.answers === 0 ? ['first_response', await seconds(talk.owed), 600] : ['next_response', await seconds(talk.owed), 300])
    overdue.push(['resolution', await seconds(talk.begun), 3600])
  }
  await the.idle()
  const late = overdue.filter(([, used, target]) => used > target)
  // Acts take moments of their own: none may decide, or the recount would be a matter of luck.
  for (const [metric, used, target] of [...settled, ...overdue]) assert.ok(Math.abs(used - target) > 5, `${metric} ${used} of ${target}`)
  const met = settled.filter(([, used, target]) => used <= target).length
  const missed = settled.filter(([, used, target]) => used > target).length

  const { api } = await the.signIn(centre.boss.email)
  const day = new Date(await at()).toISOString().slice(0, 10)
  const compliance = await api.ask(serviceLevelRoutes.compliance, { query: { groupBy: 'agent' } })
  assert.ok(met > 0 && missed + late.length > 0, 'the day has both')
  assert.deepEqual([compliance.total.all.met, compliance.total.all.missed, compliance.total.all.overdue], [met, missed, late.length])
  for (const metric of ['first_response', 'next_response', 'resolution'] as const) {
    const of = settled.filter(([name]) => name === metric)
    assert.equal(compliance.total[metric].met, of.filter(([, used, target]) => used <= target).length, metric)
  }
  assert.deepEqual(
    compliance.groups.map(({ id }) => id),
    [eva.userId],
  )

  const counted = async () => (await api.ask(analyticsRoutes.dashboard, { query: { from: day, to: day } })).totals
  await the.until(async () => (await counted()).messages_in === talks.length + said && (await counted()).conversations_closed === closed, 'the log is counted')
  const [live, dashboard, byQueue] = [
    await api.ask(liveRoutes.read),
    await api.ask(analyticsRoutes.dashboard, { query: { from: day, to: day } }),
    await api.ask(analyticsRoutes.dashboard, { query: { from: day, to: day, groupBy: 'queue' } }),
  ]
  const { totals } = dashboard
  assert.deepEqual(
    [live.totals.compliance, live.totals.begunToday, live.totals.closedToday, live.totals.responseRate, live.totals.medianWaitSeconds],
    [totals.sla_compliance, totals.conversations_begun, totals.conversations_closed, totals.response_rate, totals.wait_median],
  )
  assert.deepEqual([totals.conversations_begun, totals.conversations_closed, totals.messages_by_people], [talks.length, closed, answered])
  assert.deepEqual([totals.sla_kept, totals.sla_missed], [met, missed + late.length])
  assert.equal(live.totals.compliance, compliance.total.all.compliance)
  assert.equal(live.totals.inService, talks.length - closed)
  assert.deepEqual(byQueue.totals, totals)
  assert.equal(byQueue.groups.find(({ key }) => key === centre.general.id)?.values.sla_kept, met)
  assert.equal(live.queues.find(({ id }) => id === centre.general.id)?.compliance, live.totals.compliance)
  const home = await api.ask(tenancyRoutes.home)
  assert.deepEqual([home.numbers.conversationsToday, home.numbers.closedToday], [talks.length, closed])
  const rows = async (metric: LiveMetric) => (await api.ask(liveRoutes.rows, { query: { metric, limit: 100 } })).items.length
  assert.deepEqual(
    [await rows('kept_today'), await rows('missed_today'), await rows('begun_today'), await rows('closed_today'), await rows('in_service'), await rows('late')],
    [met, missed + late.length, talks.length, closed, talks.length - closed, live.totals.late],
  )
  for (const groupBy of ['campaign', 'agent', 'channel', 'day', 'hour'] as const) {
    const { groups } = await api.ask(analyticsRoutes.conversations, { query: { from: day, to: day, groupBy } })
    assert.equal(
      groups.reduce((sum, { values }) => sum + (values.conversations_begun ?? 0), 0),
      talks.length,
      groupBy,
    )
  }
  const times = await api.ask(analyticsRoutes.responseTime, { query: { from: day, to: day } })
  assert.equal(
    times.distribution.reduce((sum, { count }) => sum + count, 0),
    talks.filter(({ answers }) => answers > 0).length,
  )
  const metrics = await api.ask(analyticsRoutes.ofConversation, on(talks[0]!.conversation))
  assert.deepEqual([metrics.messages.people, metrics.messages.bot, metrics.assignments], [talks[0]!.answers, 0, 1])
  await api.ask(analyticsRoutes.satisfaction, { query: { from: day, to: day, groupBy: 'agent' } })
  await api.refused(422, analyticsRoutes.dashboard, { query: { from: day, to: '2020-01-01' } })
})

describe('the board', () => {
  test('says who waits and who is there, and leads from each number to its rows', async () => {
    const centre = await openCentre(the)
    const [one, two] = [centre.customer(), centre.customer()]
    await centre.says(one)
    await centre.says(two)
    const bob = await centre.agent({ state: 'paused' })
    const before = await centre.boss.api.ask(liveRoutes.read, { query: { campaignId: centre.campaign.id } })
    const [queue] = before.queues
    assert.deepEqual([before.totals.waiting, queue!.waiting, queue!.available, queue!.trend.length, before.totals.agents.paused], [2, 2, 0, 12, 1])
    assert.equal(before.totals.longestSince, queue!.longestSince)
    const [first, second] = [
      await centre.boss.api.ask(liveRoutes.rows, { query: { metric: 'waiting', limit: 1 } }),
      await centre.boss.api.ask(liveRoutes.rows, { query: { metric: 'waiting', queueId: centre.general.id } }),
    ]
    assert.deepEqual([first.items.length, second.items.length, first.items[0]!.conversationId], [1, 2, second.items[0]!.conversationId])
    const rest = await centre.boss.api.ask(liveRoutes.rows, { query: { metric: 'waiting', limit: 1, cursor: first.nextCursor! } })
    assert.deepEqual([rest.items[0]!.conversationId, rest.nextCursor], [second.items[1]!.conversationId, null])
    await bob.api.ask(presenceRoutes.set, { body: { state: 'available' } })
    await the.idle()
    const after = await centre.boss.api.ask(liveRoutes.read)
    const his = after.agents.find(({ id }) => id === bob.userId)!
    assert.deepEqual([after.totals.waiting, after.totals.inService, his.state, his.load, his.conversations.length], [0, 2, 'available', 2, 2])
    assert.equal(after.queues[0]!.servedToday, 2)
    await bob.api.refused(403, liveRoutes.read)
    await centre.boss.api.refused(404, liveRoutes.read, { query: { campaignId: newId() } })
    await centre.boss.api.refused(422, liveRoutes.rows, { query: { metric: 'waiting', cursor: 'x' } })
  })

  test('is pushed to whoever watches, and to nobody else', async () => {
    const centre = await openCentre(the)
    const eva = await centre.agent()
    const [boss, hers] = [await openScreen(the.url, centre.boss.api.token!), await openScreen(the.url, eva.api.token!)]
    boss.socket.emit('live.watch', {})
    hers.socket.emit('live.watch', {})
    await boss.hear('analytics.agents.update', ({ agents }) => agents.some(({ id }) => id === eva.userId))
    await centre.says(centre.customer())
    await boss.hear('analytics.chats.update', ({ totals }) => totals.inService === 1)
    await boss.hear('analytics.queue.update', ({ queues }) => queues[0]?.inService === 1)
    assert.equal(hers.heard.filter(({ name }) => name.startsWith('analytics.')).length, 0)
    boss.close()
    hers.close()
  })

  test('opens on a wall by a link without a session, without names, until it is revoked', async () => {
    const centre = await openCentre(the, { serviceLevel: level({ firstResponse: 10 }) })
    await centre.agent()
    const ana = centre.customer()
    await centre.says(ana)
    await the.clock.advance(11_000)
    await the.idle()
    const { key, id } = await centre.boss.api.ask(liveRoutes.createWallLink, { body: { name: 'Sala', hidesNames: true } })
    const wall = await the.anybody.ask(liveRoutes.wall, { body: { key } })
    assert.deepEqual([wall.live.totals.inService, wall.live.totals.late, wall.live.atRisk[0]?.contact], [1, 1, ''])
    assert.ok(!JSON.stringify(wall).includes(ana.name))
    assert.equal(wall.live.agents.find(({ load }) => load === 1)?.name, 'A.')
    const plain = await centre.boss.api.ask(liveRoutes.createWallLink, { body: { name: 'Oficina', hidesNames: false } })
    assert.ok(JSON.stringify(await the.anybody.ask(liveRoutes.wall, { body: { key: plain.key } })).includes(ana.name))
    const { items } = await centre.boss.api.ask(liveRoutes.wallLinks)
    assert.deepEqual(
      items.map(({ name, lastUsedAt }) => [name, lastUsedAt !== null]),
      [
        ['Oficina', true],
        ['Sala', true],
      ],
    )
    assert.ok(!JSON.stringify(items).includes(key))
    await centre.boss.api.ask(liveRoutes.removeWallLink, { params: { id } })
    await the.anybody.refused(404, liveRoutes.wall, { body: { key } })
    await the.anybody.refused(404, liveRoutes.wall, { body: { key: 'x'.repeat(43) } })
    await centre.boss.api.refused(404, liveRoutes.removeWallLink, { params: { id } })
  })
})

test('queues and campaigns that nobody asked for yet have numbers, too', async () => {
  const boss = await the.addTenant('Vacía')
  const live = await boss.api.ask(liveRoutes.read)
  assert.deepEqual([live.queues, live.totals.waiting, live.totals.compliance, live.atRisk], [[], 0, null, []])
  const { items } = await boss.api.ask(analyticsRoutes.metrics)
  assert.ok(items.every(({ name, definition }) => name.es && definition['pt-BR']))
  assert.equal((await boss.api.ask(queueRoutes.list)).items.length, 0)
  assert.equal((await boss.api.ask(campaignRoutes.list)).items.length, 0)
})

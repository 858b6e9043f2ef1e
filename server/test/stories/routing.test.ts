import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import {
  campaignRoutes,
  conversationRoutes,
  flowRoutes,
  presenceRoutes,
  queueRoutes,
  tenancyRoutes,
  userRoutes,
  type Conversation,
  type Permission,
  type TransferBody,
} from '@chasqui/contracts'
import { newId } from '#platform/ids'
import { startBesideGraph } from '../kit/beside-graph.ts'
import { openCentre } from '../kit/centre.ts'
import { giveOwnRole } from '../kit/own-role.ts'
import type { Person, RunningProduct } from '../kit/product.ts'
import { threadOf } from '../kit/whatsapp.ts'

/** Who waits where, who is given it, and what happens when nobody comes. */
let the: RunningProduct
before(async () => {
  ;({ the } = await startBesideGraph({ env: { TRUST_PROXY: '127.0.0.1' } }))
})

const minute = 60_000
const linesOf = async (boss: { api: Parameters<typeof threadOf>[0] }, id: string) =>
  (await threadOf(boss.api, id))
    .filter(({ sender }) => sender.kind === 'system')
    .map(({ content }) => (content.type === 'system' ? content.event : 'text' in content ? content.text : ''))

describe('what waits is given out', () => {
  test('to somebody who is there, at once, and the log says why', async () => {
    const centre = await openCentre(the)
    const eva = await centre.agent()
    const conversation = await centre.says(centre.customer())
    assert.deepEqual([conversation.assignee?.id, conversation.state, conversation.queue?.name], [eva.userId, 'assigned', 'General'])
    const [assignment] = await centre.log(conversation)
    assert.deepEqual([assignment!.kind, assignment!.agent?.id, assignment!.by, assignment!.queue?.id], ['automatic', eva.userId, null, centre.general.id])
    const [first] = assignment!.why!.candidates
    assert.deepEqual([first!.userId, first!.load, first!.refused, first!.parts], [eva.userId, 0, null, { round_robin: 1 }])
    assert.deepEqual(await linesOf(centre.boss, conversation.id), ['assigned'])
  })

  test('within the capacity of each; who has room again gets the next, in the order of waiting', async () => {
    const centre = await openCentre(the)
    const eva = await centre.agent({ capacity: 1 })
    const one = await centre.says(centre.customer())
    const [second, third] = [await centre.says(centre.customer()), await centre.says(centre.customer())]
    assert.deepEqual([one.assignee?.id, second.assignee, third.assignee], [eva.userId, null, null])
    const queue = await centre.read(centre.general.id)
    assert.deepEqual([queue.waiting, queue.live.inService, queue.live.available, queue.live.load, queue.live.capacity], [2, 1, 1, 1, 1])
    await centre.close(one, eva)
    const has = async (id: string) => (await centre.conversations()).find((each) => each.id === id)!.assignee?.id ?? null
    assert.deepEqual([await has(second.id), await has(third.id)], [eva.userId, null])
    await eva.api.ask(conversationRoutes.status, { params: { id: second.id }, body: { status: 'pending' } })
    await the.idle()
    assert.equal(await has(third.id), eva.userId, 'what is pending takes no room')
    const fourth = await centre.says(centre.customer())
    assert.equal(fourth.assignee, null)
    await centre.boss.api.ask(userRoutes.update, { params: { id: eva.userId }, body: { capacity: 5 } })
    await the.until(async () => (await has(fourth.id)) === eva.userId, 'more capacity lets her have more')
  })

  test('when somebody becomes available', async () => {
    const centre = await openCentre(the)
    const [eva, conversation] = [await centre.agent({ state: 'paused' }), await centre.says(centre.customer())]
    assert.equal(conversation.assignee, null)
    await eva.api.ask(presenceRoutes.set, { body: { state: 'available' } })
    await the.idle()
    assert.equal((await centre.conversations())[0]!.assignee?.id, eva.userId)
  })

  test('by the words of the customer, to whom has the skill, and in turn among equals', async () => {
    const centre = await openCentre(the)
    const sales = await centre.queue({ name: 'Inglés', entry: { keywords: ['hello', 'good morning'] }, requiredSkills: [{ name: 'inglés', level: 3 }] })
    const [eva, , bob] = [
      await centre.agent({ skills: [{ name: 'Inglés', level: 4 }] }),
      await centre.agent({ skills: [{ name: 'Inglés', level: 2 }] }),
      await centre.agent({ skills: [{ name: 'Inglés', level: 3 }] }),
    ]
    const had = []
    for (let index = 0; index < 4; index++) {
      const conversation = await centre.says(centre.customer(), 'Good  Morning!')
      assert.equal(conversation.queue?.id, sales.id)
      had.push(conversation.assignee?.id)
    }
    assert.deepEqual(had.toSorted(), [eva.userId, eva.userId, bob.userId, bob.userId].toSorted())
    assert.notEqual(had[0], had[1])
    assert.equal((await centre.says(centre.customer(), 'buenas')).queue?.name, 'General')
  })

  test('to those whose role answers conversations, also when they see only their own', async () => {
    const centre = await openCentre(the)
    const agentWith = async (permissions: Permission[], reach: 'own' | 'all') => {
      const person = await centre.agent()
      await giveOwnRole(centre.boss, person, { permissions, reach })
      return person
    }
    await agentWith(['conversations.read', 'conversations.tag'], 'all')
    const own = await agentWith(['conversations.read', 'conversations.reply'], 'own')
    const given = [await centre.says(centre.customer()), await centre.says(centre.customer())]
    assert.deepEqual(
      given.map(({ assignee }) => assignee?.id),
      [own.userId, own.userId],
    )
    await own.api.ask(conversationRoutes.read, { params: { id: given[0]!.id } })
  })

  test('from noon on, where noon is when the campaign opens', async () => {
    const now = await the.clock.now()
    const opens = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1, 12))
    const day = opens.getUTCDay() === 0 ? '7' : String(opens.getUTCDay())
    const centre = await openCentre(the, {
      timeZone: 'UTC',
      hours: { always: false, weekly: { [day]: [{ from: '12:00', to: '18:00' }] }, special: [], holidays: null },
    })
    const eva = await centre.agent()
    const conversation = await centre.says(centre.customer())
    assert.deepEqual([conversation.state, conversation.assignee], ['queued', null])
    await the.clock.set(opens)
    await the.idle()
    const boss = await the.signIn(centre.boss.email)
    const after = await boss.api.ask(conversationRoutes.read, { params: { id: conversation.id } })
    assert.equal(after.assignee?.id, eva.userId)
  })

  test('nothing of a queue that is closed by hand, and not by a manual one', async () => {
    const centre = await openCentre(the)
    await centre.boss.api.ask(queueRoutes.close, { params: { id: centre.general.id } })
    const eva = await centre.agent()
    const conversation = await centre.says(centre.customer())
    assert.deepEqual([conversation.queue?.id, conversation.assignee], [centre.general.id, null])
    await centre.change(centre.general.id, { isOpen: true, routing: [{ strategy: 'manual', weight: 100 }] })
    await the.idle()
    assert.equal((await centre.conversations())[0]!.assignee, null)
    await centre.change(centre.general.id, { routing: null })
    await the.idle()
    assert.equal((await centre.conversations())[0]!.assignee?.id, eva.userId)
  })

  test('a paused campaign gives nothing out; when it works again it does, also what came meanwhile', async () => {
    const centre = await openCentre(the, { state: 'paused' })
    const eva = await centre.agent()
    const number = await centre.boss.api.ask(campaignRoutes.read, { params: { id: centre.campaign.id } })
    assert.equal(number.state, 'paused')
    const quiet = centre.customer()
    await centre.says(quiet)
    const waiting = await centre.conversationOf(quiet)
    await centre.boss.api.ask(conversationRoutes.floor, { params: { id: waiting.id }, body: { floor: 'nobody' } })
    await the.idle()
    assert.deepEqual([(await centre.conversationOf(quiet)).queue, (await centre.conversationOf(quiet)).state], [null, 'queued'])
    await centre.boss.api.ask(campaignRoutes.update, { params: { id: centre.campaign.id }, body: { state: 'active' } })
    await the.until(async () => (await centre.conversationOf(quiet)).assignee?.id === eva.userId, 'it is given out')
  })
})

describe('given back', () => {
  test('by whoever had it, it goes to somebody else first, and who waits keeps their turn', async () => {
    const centre = await openCentre(the)
    const [eva, bob] = [await centre.agent({ capacity: 1 }), await centre.agent({ capacity: 1, state: 'paused' })]
    const conversation = await centre.says(centre.customer())
    const waiting = await centre.says(centre.customer())
    await eva.api.ask(conversationRoutes.assign, { params: { id: conversation.id }, body: { userId: null } })
    await the.idle()
    const holders = async () => Object.fromEntries((await centre.conversations()).map(({ id, assignee }) => [id, assignee?.id ?? null]))
    assert.deepEqual(await holders(), { [conversation.id]: eva.userId, [waiting.id]: null }, 'nobody else is here, and its customer waits longest')
    await bob.api.ask(presenceRoutes.set, { body: { state: 'available' } })
    await the.idle()
    assert.equal((await holders())[waiting.id], bob.userId)
    await centre.close(waiting, bob)
    await eva.api.ask(conversationRoutes.assign, { params: { id: conversation.id }, body: { userId: null } })
    await the.idle()
    assert.equal((await holders())[conversation.id], bob.userId)
  })
})

describe('by hand', () => {
  test('the next one is taken, and no more than one can', async () => {
    const centre = await openCentre(the)
    await centre.change(centre.general.id, { routing: [{ strategy: 'manual', weight: 1 }] })
    const eva = await centre.agent({ capacity: 2 })
    const waiting = []
    for (let index = 0; index < 3; index++) waiting.push((await centre.says(centre.customer())).id)
    await centre.boss.api.ask(conversationRoutes.update, { params: { id: waiting[2]! }, body: { priority: 'urgent' } })
    // What is in somebody's hands at this moment is not waited for.
    await the.idle()
    const first = await eva.api.ask(queueRoutes.takeNext)
    assert.deepEqual([first.id, first.state, first.assignee?.id], [waiting[2], 'active', eva.userId])
    const second = await eva.api.ask(queueRoutes.take, { params: { id: centre.general.id } })
    assert.equal(second.id, waiting[0])
    const { code, detail } = await eva.api.refused(409, queueRoutes.takeNext)
    assert.equal(code, 'agent.full')
    assert.match(detail!, /2 .*2/)
    const [log] = await centre.log(second)
    assert.deepEqual([log!.kind, log!.by?.id, log!.acceptedAt !== null], ['taken', eva.userId, true])
    await centre.close(first, eva)
    assert.equal((await eva.api.ask(queueRoutes.takeNext)).id, waiting[1])
    await centre.close(second, eva)
    assert.equal((await eva.api.refused(409, queueRoutes.takeNext)).code, 'queue.empty')
    assert.equal((await eva.api.refused(404, queueRoutes.take, { params: { id: newId() } })).code, 'not_found')
  })

  test('fifty people who take at once: each conversation once, nobody more than they can', async () => {
    const centre = await openCentre(the, { routing: [{ strategy: 'manual', weight: 1 }] })
    const people: Person[] = []
    for (let index = 0; index < 10; index++) people.push(await centre.agent({ capacity: 3 }))
    const customers = Array.from({ length: 40 }, () => centre.customer())
    await Promise.all(customers.map((customer) => centre.number.say(customer, 'hola')))
    await the.idle()
    const replies = await Promise.all(
      Array.from({ length: 50 }, (_, index) => people[index % 10]!.api.send<{ id?: string; code?: string }>('POST', queueRoutes.takeNext.path)),
    )
    const took = replies.filter(({ status }) => status === 200).map(({ body }) => body.id!)
    assert.deepEqual(
      replies.filter(({ status }) => status !== 200).map(({ status, body }) => `${status} ${body.code}`),
      Array.from({ length: 20 }, () => '409 agent.full'),
    )
    assert.equal(new Set(took).size, 30)
    for (const { userId } of people) assert.equal((await centre.conversations()).filter(({ assignee }) => assignee?.id === userId).length, 3)
    assert.equal((await centre.read(centre.general.id)).waiting, 10)
  })
})

describe('a transfer', () => {
  test('to a queue, a campaign, a flow or a person; one of them, with a note and a summary', async () => {
    const centre = await openCentre(the)
    const other = await centre.boss.api.ask(campaignRoutes.create, { body: { name: 'Soporte', routing: [{ strategy: 'manual', weight: 1 }] } })
    const back = await centre.quietQueue('Devoluciones', { routing: [{ strategy: 'manual', weight: 1 }] })
    const eva = await centre.agent()
    const ana = centre.customer()
    const { id } = await centre.says(ana)
    const read = () => centre.boss.api.ask(conversationRoutes.read, { params: { id } })
    const transfer = async (body: TransferBody) => {
      await eva.api.ask(conversationRoutes.transfer, { params: { id }, body })
      await the.idle()
      return read()
    }
    assert.equal((await read()).assignee?.id, eva.userId)
    const queued = await transfer({ queueId: back.id, note: 'Ojo', summary: 'Quiere devolver una silla.' })
    assert.deepEqual([queued.state, queued.assignee, queued.queue?.id], ['queued', null, back.id])
    const thread = await threadOf(centre.boss.api, id)
    assert.ok(thread.some(({ content }) => content.type === 'text' && content.text === 'Ojo'))
    assert.ok(thread.some(({ content }) => content.type === 'system' && content.event === 'transferred' && content.text === 'Quiere devolver una silla.'))
    const elsewhere = await transfer({ campaignId: other.id })
    assert.deepEqual([elsewhere.campaign?.id, elsewhere.queue?.name, elsewhere.state], [other.id, 'General', 'queued'])
    const hers = await transfer({ userId: eva.userId })
    assert.deepEqual([hers.assignee?.id, hers.state], [eva.userId, 'active'])
    const flow = (await centre.boss.api.ask(flowRoutes.list)).items[0]!
    const botted = await transfer({ flowId: flow.id })
    assert.deepEqual([botted.state, botted.floor, botted.assignee, botted.queue], ['bot', 'flow', null, null])
    const again = await centre.says(ana, '¿hola?')
    assert.deepEqual([again.state, again.lastMessage?.senderKind], ['bot', 'flow'], 'it was wanted, although the campaign has no bot')
    assert.deepEqual(
      (await centre.log(queued)).map(({ kind, agent, endReason }) => [kind, agent?.id ?? null, endReason]),
      [
        ['transfer', null, null],
        ['taken', eva.userId, 'handed_back'],
        ['transfer', null, 'reassigned'],
        ['transfer', null, 'unassigned'],
        ['automatic', eva.userId, 'unassigned'],
      ],
    )
    for (const body of [{}, { userId: eva.userId, queueId: back.id }])
      assert.equal((await eva.api.refused(422, conversationRoutes.transfer, { params: { id }, body })).status, 422)
    for (const body of [{ queueId: newId() }, { campaignId: newId() }, { flowId: newId() }, { userId: newId() }])
      assert.equal((await eva.api.refused(422, conversationRoutes.transfer, { params: { id }, body })).errors?.[0]?.path, Object.keys(body)[0])
  })
})

test('a transfer that is taken back leaves person, queue and turn as they were', async () => {
  const centre = await openCentre(the)
  const eva = await centre.agent()
  const other = await centre.boss.api.ask(campaignRoutes.create, { body: { name: 'Soporte', routing: [{ strategy: 'manual', weight: 1 }] } })
  const far = (await centre.boss.api.ask(queueRoutes.list, { query: { campaignId: other.id } })).items[0]!
  const transfer = async (id: string, body: TransferBody) => {
    await centre.boss.api.ask(conversationRoutes.transfer, { params: { id }, body })
    await the.idle()
    return centre.boss.api.ask(conversationRoutes.read, { params: { id } })
  }
  const placeOf = ({ assignee, queue, campaign }: Conversation) => [assignee?.id ?? null, queue?.id ?? null, campaign?.id ?? null]
  const backTo = ({ assignee, queue, campaign }: Conversation) => ({
    back: { userId: assignee?.id ?? null, queueId: queue?.id ?? null, campaignId: campaign?.id ?? null },
  })
  const held = await centre.says(centre.customer())
  assert.deepEqual(placeOf(await transfer(held.id, { queueId: far.id })), [null, far.id, other.id])
  assert.deepEqual(placeOf(await transfer(held.id, backTo(held))), [eva.userId, centre.general.id, centre.campaign.id])

  await eva.api.ask(presenceRoutes.set, { body: { state: 'paused', reason: 'meal' } })
  const waiting = await centre.says(centre.customer())
  const openWait = async () =>
    (
      await the.admin.query<{ since: Date; queue_id: string; passed_over: string[] }>(
        'select since, queue_id, passed_over::text[] from routing.wait where conversation_id = $1 and ended_at is null',
        [waiting.id],
      )
    ).rows
  const before = await openWait()
  await the.clock.advance(60_000)
  await transfer(waiting.id, { userId: eva.userId })
  // Its queue was closed meanwhile: it was there before.
  await centre.boss.api.ask(queueRoutes.close, { params: { id: centre.general.id } })
  assert.deepEqual(placeOf(await transfer(waiting.id, backTo(waiting))), [null, centre.general.id, centre.campaign.id])
  assert.deepEqual(await openWait(), before)
  const never = await centre.quietQueue('Nunca')
  const refused = await centre.boss.api.refused(422, conversationRoutes.transfer, {
    params: { id: waiting.id },
    body: { back: { userId: null, queueId: never.id, campaignId: null } },
  })
  assert.deepEqual([refused.code, refused.errors?.[0]?.path], ['queue.unknown', 'back.queueId'])
})

describe('when nobody comes', () => {
  test('who does not begin in time loses it to another, and is not asked again at once', async () => {
    const centre = await openCentre(the, { acceptanceSeconds: 30 })
    const [eva, bob] = [await centre.agent(), await centre.agent({ state: 'paused' })]
    const conversation = await centre.says(centre.customer())
    assert.equal(conversation.assignee?.id, eva.userId)
    await bob.api.ask(presenceRoutes.set, { body: { state: 'available' } })
    await the.clock.advance(31_000)
    await the.idle()
    const after = (await centre.conversations())[0]!
    assert.deepEqual([after.assignee?.id, after.state], [bob.userId, 'assigned'])
    assert.deepEqual(
      (await centre.log(after)).map(({ kind, agent, fromAgent, endReason }) => [kind, agent?.id ?? null, fromAgent?.id ?? null, endReason]),
      [
        ['automatic', bob.userId, null, null],
        ['returned', null, eva.userId, 'reassigned'],
        ['automatic', eva.userId, null, 'not_accepted'],
      ],
    )
    const refused = (await centre.log(after))[0]!.why!.candidates.find(({ userId }) => userId === eva.userId)!.refused
    assert.equal(refused, 'just_refused')
    await bob.api.ask(conversationRoutes.send, { params: { id: after.id }, body: { content: { type: 'text', text: 'Hola' }, takeFloor: true } })
    await the.clock.advance(31_000)
    await the.idle()
    assert.deepEqual([(await centre.conversations())[0]!.assignee?.id, (await centre.log(after))[0]!.acceptedAt !== null], [bob.userId, true])
  })

  test('who goes home leaves those whose customer waits to the others; who writes later is not left waiting', async () => {
    const centre = await openCentre(the)
    const eva = await centre.agent()
    const [asking, answered] = [centre.customer(), centre.customer()]
    const [waits, calm] = [await centre.says(asking), await centre.says(answered)]
    await eva.api.ask(conversationRoutes.send, { params: { id: calm.id }, body: { content: { type: 'text', text: 'Listo' }, takeFloor: true } })
    await centre.goesHome(eva)
    assert.deepEqual([(await centre.conversationOf(asking)).assignee, (await centre.conversationOf(answered)).assignee?.id], [null, eva.userId])
    assert.equal((await centre.log(waits))[0]!.kind, 'returned')
    const bob = await centre.agent()
    assert.equal((await centre.conversationOf(asking)).assignee?.id, bob.userId)
    assert.equal((await centre.says(answered, 'otra cosa')).assignee?.id, bob.userId)
  })

  test('the longest wait leads where the queue says: another queue, a flow, a call back, the end', async () => {
    const centre = await openCentre(the, { routing: [{ strategy: 'manual', weight: 1 }] })
    const flow = (await centre.boss.api.ask(flowRoutes.list)).items[0]!
    const target = await centre.quietQueue('Desborde')
    const to = async (overflow: object) => {
      await centre.change(centre.general.id, { maxWaitSeconds: 60, overflow: overflow as never })
      const ana = centre.customer()
      const conversation = await centre.says(ana)
      await the.clock.advance(61_000)
      await the.idle()
      const all = await centre.conversations()
      const after = all.find(({ id }) => id === conversation.id)!
      const { rows } = await the.admin.query<{ outcome: string }>(
        'select outcome from routing.wait where conversation_id = $1 order by entered_at, id limit 1',
        [after.id],
      )
      assert.equal(rows[0]!.outcome, 'overflowed')
      return after
    }
    const moved = await to({ to: 'queue', queueId: target.id })
    assert.deepEqual([moved.state, moved.queue?.id], ['queued', target.id])
    const other = await centre.boss.api.ask(campaignRoutes.create, { body: { name: 'Soporte', routing: [{ strategy: 'manual', weight: 1 }] } })
    const far = (await centre.boss.api.ask(queueRoutes.list, { query: { campaignId: other.id } })).items[0]!
    const elsewhere = await to({ to: 'queue', queueId: far.id })
    assert.deepEqual([elsewhere.state, elsewhere.queue?.id, elsewhere.campaign?.id], ['queued', far.id, other.id])
    const botted = await to({ to: 'flow', flowId: flow.id })
    assert.deepEqual([botted.floor, botted.queue], ['flow', null])
    const called = await to({ to: 'callback', text: 'Te llamamos.' })
    assert.deepEqual([called.state, called.assignee], ['pending', null])
    assert.deepEqual(await linesOf(centre.boss, called.id), ['Te llamamos.', 'callback_promised'])
    const promised = async () =>
      (await centre.boss.api.ask(tenancyRoutes.home)).attention.some(({ kind, conversationId }) => kind === 'callback' && conversationId === called.id)
    assert.ok(await promised())
    await centre.boss.api.ask(conversationRoutes.assign, { params: { id: called.id }, body: {} })
    assert.ok(!(await promised()), 'whoever has it calls')
    const ended = await to({ to: 'close', text: 'Hoy no llegamos.' })
    assert.deepEqual([ended.state, ended.closeReason], ['closed', 'overflow'])
    assert.deepEqual(await linesOf(centre.boss, ended.id), ['Hoy no llegamos.', 'closed'])
    assert.equal((await centre.boss.api.ask(queueRoutes.read, { params: { id: centre.general.id } })).live.overflowed, 5)
  })

  test('a full queue sends on at once', async () => {
    const centre = await openCentre(the, { routing: [{ strategy: 'manual', weight: 1 }] })
    const target = await centre.quietQueue('Desborde', { capacity: 1, overflow: { to: 'close', text: 'Estamos llenos.' } })
    await centre.change(centre.general.id, { capacity: 1, overflow: { to: 'queue', queueId: target.id } })
    const [one, two, three] = [await centre.says(centre.customer()), await centre.says(centre.customer()), await centre.says(centre.customer())]
    assert.deepEqual([one.queue?.id, two.queue?.id], [centre.general.id, target.id])
    assert.equal(three.state, 'closed')
    await centre.boss.api.ask(conversationRoutes.transfer, { params: { id: one.id }, body: { queueId: target.id } })
    await the.idle()
    const sent = await centre.boss.api.ask(conversationRoutes.read, { params: { id: one.id } })
    assert.deepEqual([sent.state, sent.queue?.id], ['queued', target.id], 'whom a person sends there is not sent away')
  })

  test('also when many come at the same moment: a queue never has more than its places', async () => {
    const centre = await openCentre(the, { routing: [{ strategy: 'manual', weight: 1 }] })
    const target = await centre.quietQueue('Desborde')
    await centre.change(centre.general.id, { capacity: 5, overflow: { to: 'queue', queueId: target.id } })
    const customers = Array.from({ length: 30 }, () => centre.customer())
    await Promise.all(customers.map((customer) => centre.number.say(customer, 'hola')))
    await the.idle()
    assert.deepEqual([(await centre.read(centre.general.id)).waiting, (await centre.read(target.id)).waiting], [5, 25])
  })

  test('the place in the line is told once, in the language of the customer, and again when it changed by half', async () => {
    const centre = await openCentre(the, { routing: [{ strategy: 'manual', weight: 1 }] })
    const first = []
    for (let index = 0; index < 3; index++) first.push(await centre.says(centre.customer()))
    await centre.change(centre.general.id, { tellPosition: true })
    const conversation = await centre.says(centre.customer())
    assert.deepEqual(await linesOf(centre.boss, conversation.id), ['Tu lugar en la fila: 4.'])
    assert.notEqual((await centre.conversations()).find(({ id }) => id === conversation.id)!.waitingSince, null, 'nobody has answered them')
    await centre.close(first[0]!)
    await the.clock.advance(121_000)
    await the.idle()
    assert.equal((await linesOf(centre.boss, conversation.id)).length, 1)
    await centre.close(first[1]!)
    await the.clock.advance(121_000)
    await the.idle()
    assert.deepEqual(await linesOf(centre.boss, conversation.id), ['Tu lugar en la fila: 4.', 'Tu lugar en la fila: 2.'])
    await the.clock.advance(10 * minute)
    await the.idle()
    assert.equal((await linesOf(centre.boss, conversation.id)).length, 2)
  })
})

describe('queues', () => {
  test('a campaign has one default queue, made with it; what waits in one that is removed goes there', async () => {
    const centre = await openCentre(the, { routing: [{ strategy: 'manual', weight: 1 }] })
    const { boss, general } = centre
    assert.deepEqual([general.name, general.isDefault], ['General', true])
    const vip = await centre.queue({ name: 'VIP', position: 1, entry: { keywords: ['vip'] }, priority: 90 })
    const conversation = await centre.says(centre.customer(), 'soy vip')
    assert.equal(conversation.queue?.id, vip.id)
    assert.deepEqual(
      (await boss.api.ask(queueRoutes.list)).items.map(({ name }) => name),
      ['VIP', 'General'],
    )
    assert.equal((await boss.api.refused(409, queueRoutes.create, { body: { campaignId: centre.campaign.id, name: 'vip' } })).code, 'queue.name_taken')
    assert.equal((await boss.api.refused(409, queueRoutes.remove, { params: { id: general.id } })).code, 'queue.default_needed')
    assert.equal((await boss.api.refused(409, queueRoutes.update, { params: { id: general.id }, body: { isDefault: false } })).code, 'queue.default_needed')
    const second = await centre.queue({ name: 'Otra', isDefault: true })
    assert.deepEqual([(await centre.read(general.id)).isDefault, second.isDefault], [false, true])
    await boss.api.ask(queueRoutes.remove, { params: { id: vip.id } })
    const [after] = await centre.conversations()
    assert.deepEqual([after!.queue?.id, after!.state], [second.id, 'queued'])
    await boss.api.refused(404, queueRoutes.read, { params: { id: vip.id } })
    // As if a turn had placed it there while the queue was being removed.
    await the.admin.query('update routing.wait set queue_id = $2 where conversation_id = $1 and ended_at is null', [conversation.id, vip.id])
    await the.admin.query('update conversations.conversation set queue_id = $2 where id = $1', [conversation.id, vip.id])
    await centre.says(centre.customer())
    assert.equal((await boss.api.ask(conversationRoutes.read, { params: { id: conversation.id } })).queue?.id, general.id, 'the first that fits')
    assert.equal((await centre.change(general.id, { name: 'Vip' })).name, 'Vip', 'its name is free again')
  })

  test('they name only what is there, and the field that is wrong', async () => {
    const centre = await openCentre(the)
    const wrong = async (settings: object) =>
      (await centre.boss.api.refused(422, queueRoutes.create, { body: { campaignId: centre.campaign.id, name: 'X', ...settings } })).errors?.[0]?.path
    assert.equal(await wrong({ campaignId: newId() }), 'campaignId')
    assert.equal(await wrong({ agentIds: [newId()] }), 'agentIds.0')
    assert.equal(await wrong({ teamIds: [newId()] }), 'teamIds.0')
    assert.equal(await wrong({ entry: { channelIds: [newId()] } }), 'entry.channelIds.0')
    assert.equal(await wrong({ entry: { tagIds: [newId()] } }), 'entry.tagIds.0')
    assert.equal(await wrong({ overflow: { to: 'queue', queueId: newId() } }), 'overflow.queueId')
    assert.equal(await wrong({ overflow: { to: 'flow', flowId: newId() } }), 'overflow.flowId')
    assert.equal(await wrong({ name: '' }), 'name')
    assert.equal(await wrong({ priority: 101 }), 'priority')
    const { errors } = await centre.boss.api.refused(422, queueRoutes.update, {
      params: { id: centre.general.id },
      body: { overflow: { to: 'queue', queueId: centre.general.id } },
    })
    assert.equal(errors?.[0]?.code, 'queue.own_overflow')
  })

  test('what is left out of a change stays', async () => {
    const centre = await openCentre(the)
    const { id } = await centre.queue({ name: 'VIP', entry: { keywords: ['vip'] }, capacity: 7, priority: 90, agentIds: [centre.boss.userId] })
    const { name, entry, capacity, priority, agentIds, position } = await centre.change(id, { position: 4 })
    assert.deepEqual([name, entry, capacity, priority, agentIds, position], ['VIP', { keywords: ['vip'] }, 7, 90, [centre.boss.userId], 4])
  })

  test('a sample conversation shows where it would go, to whom and why, and nothing happens', async () => {
    const centre = await openCentre(the)
    const vip = await centre.queue({ name: 'VIP', entry: { keywords: ['vip'] } })
    const eva = await centre.agent()
    const trial = await centre.boss.api.ask(queueRoutes.try, { body: { channelId: centre.number.channelId, words: 'soy VIP' } })
    assert.deepEqual(
      [trial.campaign.id, trial.queue?.id, trial.agent?.id, trial.queues.map(({ verdict }) => verdict)],
      [centre.campaign.id, vip.id, eva.userId, ['fits', 'default_last']],
    )
    assert.equal(trial.why!.candidates.find(({ userId }) => userId === eva.userId)!.refused, null)
    assert.deepEqual((await centre.conversations()).length, 0)
    assert.equal((await centre.boss.api.refused(422, queueRoutes.try, { body: { channelId: newId() } })).errors?.[0]?.path, 'channelId')
  })
})

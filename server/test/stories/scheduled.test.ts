import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { conversationRoutes, fileRoutes, mostScheduled, scheduledRoutes as routes, userRoutes, type Message } from '@chasqui/contracts'
import { text } from '../doubles/graph-api/inbound.ts'
import type { GraphApi } from '../doubles/graph-api/server.ts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import { openCentre, type Centre, type Customer } from '../kit/centre.ts'
import { picture } from '../kit/media.ts'
import type { Person, RunningProduct } from '../kit/product.ts'
import { openScreen } from '../kit/screen.ts'
import { upload } from '../kit/upload.ts'
import { threadOf } from '../kit/whatsapp.ts'

/** What is to be said later. */
let graph: GraphApi
let the: RunningProduct
let centre: Centre
let eva: Person
before(async () => {
  ;({ graph, the } = await startBesideGraph({ env: { TRUST_PROXY: '127.0.0.1' } }))
  centre = await openCentre(the)
  eva = await centre.agent()
})

const hour = 3_600_000
const inHours = async (hours: number) => new Date((await the.clock.now()).getTime() + hours * hour).toISOString()
const later = async (hours: number) => {
  await the.clock.advance(hours * hour)
  await the.idle()
  await the.signInAgain(centre.boss, eva)
}
const words = (said: string) => ({ type: 'text' as const, text: said })
const plan = async (id: string, said: string, hours: number, by = eva) =>
  by.api.ask(routes.create, { params: { id }, body: { content: words(said), at: await inHours(hours) } })
const waiting = async (id: string) => (await centre.boss.api.ask(routes.list, { params: { id } })).items
const saidIn = async (id: string) =>
  (await threadOf(centre.boss.api, id)).flatMap(({ content, direction }: Message) => (direction === 'out' && content.type === 'text' ? [content.text] : []))
const arrived = (customer: Customer) => graph.ledger.received.filter(({ to, type }) => to === customer.phone && type === 'text').map((sent) => sent.text)
const write = async (customer: Customer, said: string) => {
  assert.equal(await centre.number.write(customer, [text(customer, said, { at: await the.clock.now() })]), 200)
  await the.idle()
}

test('is said when its time comes, once, in the name of who wrote it, and is changed and cancelled before', async () => {
  const customer = centre.customer()
  const { id } = await centre.says(customer)
  const [first, second, third] = [await plan(id, 'primero', 2), await plan(id, 'segundo', 1), await plan(id, 'tercero', 3)]
  assert.deepEqual(
    (await waiting(id)).map(({ content, author, state }) => [content.type === 'text' && content.text, author.id, state]),
    [
      ['segundo', eva.userId, 'waiting'],
      ['primero', eva.userId, 'waiting'],
      ['tercero', eva.userId, 'waiting'],
    ],
  )
  const params = (scheduled: { id: string }) => ({ id, scheduledId: scheduled.id })
  await eva.api.ask(routes.update, { params: params(second), body: { content: words('segundo, mejor dicho'), at: await inHours(4) } })
  await eva.api.ask(routes.remove, { params: params(third) })
  await later(1.5)
  assert.deepEqual(arrived(customer), [], 'the time that it had before is of no consequence')
  await later(1)
  assert.deepEqual(arrived(customer), ['primero'])
  const said = (await threadOf(centre.boss.api, id)).find(({ content }) => content.type === 'text' && content.text === 'primero')!
  assert.deepEqual([said.sender.kind, said.sender.id], ['agent', eva.userId])
  const read = await centre.boss.api.ask(conversationRoutes.read, { params: { id } })
  assert.equal(read.unread > 0, true, 'the customer still waits to be read')
  // The same job again, as after a death between the work and its end.
  const job = { type: 'send_scheduled', conversationId: id, scheduledId: first.id, at: first.at }
  await the.admin.query(`insert into platform.job (tenant_id, queue, key, run_at, payload) values ($1, 'due', $2, now(), $3)`, [
    centre.boss.tenantId,
    id,
    JSON.stringify(job),
  ])
  await the.admin.query(
    `insert into platform.lane (tenant_id, queue, key, ready_at) values ($1, 'due', $2, '2000-01-01') on conflict (tenant_id, queue, key) do update set ready_at = '2000-01-01'`,
    [centre.boss.tenantId, id],
  )
  await later(0)
  assert.deepEqual(arrived(customer), ['primero'])
  await later(2)
  assert.deepEqual(arrived(customer), ['primero', 'segundo, mejor dicho'])
  assert.deepEqual(await waiting(id), [])
})

test('of several that are late at once, the one that was due first goes first', async () => {
  const customer = centre.customer()
  const { id } = await centre.says(customer)
  for (const [said, hours] of [
    ['las diez', 3],
    ['las nueve', 2],
    ['las ocho', 1],
    ['las once', 4],
  ] as const)
    await plan(id, said, hours)
  await later(5)
  assert.deepEqual(arrived(customer), ['las ocho', 'las nueve', 'las diez', 'las once'])
  assert.deepEqual(await waiting(id), [])
})

test('is said at once by whoever asks for it, in their own name, and then no more', async () => {
  const customer = centre.customer()
  const { id } = await centre.says(customer)
  const { id: scheduledId } = await plan(id, 'ya', 5)
  const both = await Promise.all([1, 2].map(() => centre.boss.api.send('POST', `/api/conversations/${id}/scheduled/${scheduledId}/send`)))
  assert.deepEqual(both.map(({ status }) => status).sort(), [201, 404])
  await later(6)
  assert.deepEqual(arrived(customer), ['ya'])
  assert.equal((await threadOf(centre.boss.api, id)).find(({ direction }) => direction === 'out')!.sender.id, centre.boss.userId)
})

test('after the service window it stays with the reason, and goes when the customer has written and somebody gives it another time', async () => {
  const customer = centre.customer()
  const { id } = await centre.says(customer)
  const { id: scheduledId } = await plan(id, 'tarde', 30)
  await centre.boss.api.ask(conversationRoutes.markRead, { params: { id } })
  await later(31)
  const [failed] = await waiting(id)
  assert.deepEqual([failed?.state, failed?.problem], ['failed', 'window.closed'])
  assert.ok((await threadOf(centre.boss.api, id)).some(({ content }) => content.type === 'system' && content.event === 'scheduled_failed'))
  assert.equal((await centre.boss.api.ask(conversationRoutes.read, { params: { id } })).unread, 1, 'somebody has to look')
  const refused = await eva.api.refused(422, routes.sendNow, { params: { id, scheduledId } })
  assert.equal(refused.code, 'window.closed')
  await write(customer, '¿siguen ahí?')
  assert.equal((await eva.api.refused(422, routes.update, { params: { id, scheduledId }, body: { content: words('x') } })).code, 'scheduled.past')
  await eva.api.ask(routes.update, { params: { id, scheduledId }, body: { at: await inHours(1) } })
  await later(2)
  assert.deepEqual(arrived(customer), ['tarde'])
})

test('is not said in a closed conversation, nor in the name of somebody who is gone', async () => {
  const leaver = await centre.agent({ state: null })
  const [one, two] = [await centre.says(centre.customer()), await centre.says(centre.customer())]
  await plan(one.id, 'cerrada', 1)
  await centre.boss.api.ask(conversationRoutes.assign, { params: { id: two.id }, body: { userId: leaver.userId } })
  await plan(two.id, 'me fui', 1, leaver)
  await centre.boss.api.ask(conversationRoutes.assign, { params: { id: two.id }, body: {} })
  await centre.close(one)
  await centre.boss.api.ask(userRoutes.remove, { params: { id: leaver.userId } })
  await later(2)
  assert.deepEqual([(await waiting(one.id))[0]?.problem, (await waiting(two.id))[0]?.problem], ['conversation.closed', 'scheduled.author_gone'])
  assert.deepEqual([await saidIn(one.id), await saidIn(two.id)], [[], []])
})

test('answers the message that it was written for, and goes without when that is not there any more', async () => {
  const customer = centre.customer()
  const { id } = await centre.says(customer, '¿cuánto sale?')
  const [question] = await threadOf(eva.api, id)
  const at = await inHours(1)
  const body = { content: words('mañana te digo'), at, replyToMessageId: question!.id }
  const made = await eva.api.ask(routes.create, { params: { id }, body })
  assert.deepEqual([made.replyTo?.messageId, made.replyTo?.preview], [question!.id, '¿cuánto sale?'])
  const freed = await eva.api.ask(routes.create, { params: { id }, body: { ...body, content: words('suelto'), at: await inHours(2) } })
  const kept = await eva.api.ask(routes.update, { params: { id, scheduledId: freed.id }, body: { content: words('suelto ya') } })
  assert.equal(kept.replyTo?.messageId, question!.id, 'other words leave it')
  assert.equal((await eva.api.ask(routes.update, { params: { id, scheduledId: freed.id }, body: { replyToMessageId: null } })).replyTo, null)
  const foreign = (await threadOf(eva.api, (await centre.says(centre.customer())).id))[0]!
  await eva.api.refused(404, routes.create, { params: { id }, body: { ...body, replyToMessageId: foreign.id } })
  const now = await eva.api.ask(routes.create, { params: { id }, body: { ...body, content: words('ya mismo') } })
  await eva.api.ask(routes.sendNow, { params: { id, scheduledId: now.id } })
  await later(3)
  const sent = graph.ledger.received.filter(({ to }) => to === customer.phone)
  assert.deepEqual(
    sent.map(({ text: said, quotes }) => [said, quotes]),
    [
      ['ya mismo', question!.providerMessageId],
      ['mañana te digo', question!.providerMessageId],
      ['suelto ya', null],
    ],
  )
})

test('moves with its conversation into the one that it becomes part of, and back when that is undone', async () => {
  const [ana, other] = [centre.customer(), centre.customer()]
  const [source, into] = [await centre.says(ana, 'desde el otro número'), await centre.says(other)]
  const [question] = await threadOf(eva.api, source.id)
  const moved = await eva.api.ask(routes.create, {
    params: { id: source.id },
    body: { content: words('sigue en pie'), at: await inHours(1), replyToMessageId: question!.id },
  })
  await plan(into.id, 'de antes', 2)
  const merge = { params: { id: into.id }, body: { conversationId: source.id, otherPerson: true } }
  await centre.boss.api.ask(conversationRoutes.merge, merge)
  assert.deepEqual(
    (await waiting(into.id)).map(({ id, replyTo }) => [id === moved.id, replyTo?.messageId ?? null]),
    [
      [true, question!.id],
      [false, null],
    ],
  )
  assert.deepEqual(await waiting(source.id), [])
  await centre.boss.api.ask(conversationRoutes.unmerge, { params: { id: into.id }, body: { conversationId: source.id } })
  assert.deepEqual([(await waiting(source.id)).map(({ id }) => id), (await waiting(into.id)).length], [[moved.id], 1])
  await centre.boss.api.ask(conversationRoutes.merge, merge)
  await later(1.5)
  assert.deepEqual(arrived(other), ['sigue en pie'])
  await later(1.5)
  assert.deepEqual([arrived(ana), arrived(other)], [[], ['sigue en pie', 'de antes']])
  assert.deepEqual([...(await waiting(source.id)), ...(await waiting(into.id))], [])
})

test('refuses what could never be said: the past, a time beyond a year, too much, a file of nobody, a closed conversation', async () => {
  const conversation = await centre.says(centre.customer())
  const { id } = conversation
  const code = async (status: number, content: unknown, at: string) =>
    (await eva.api.refused(status, routes.create, { params: { id }, body: { content, at } as never })).code
  assert.equal(await code(422, words('x'), await inHours(-1)), 'scheduled.past')
  assert.equal(await code(422, words('x'), await inHours(24 * 400)), 'scheduled.too_far')
  assert.equal(await code(422, words('x'.repeat(5000)), await inHours(1)), 'content.too_long')
  const file = { fileId: centre.boss.userId, state: 'stored', mime: 'image/png', name: null, size: 1 }
  assert.equal(await code(422, { type: 'image', file }, await inHours(1)), 'file.unknown')
  for (let count = 0; count < mostScheduled; count += 1) await plan(id, `${count}`, 1 + count)
  assert.equal(await code(409, words('x'), await inHours(1)), 'scheduled.too_many')
  const other = await centre.says(centre.customer())
  const [scheduled] = await waiting(id)
  assert.equal((await eva.api.send('DELETE', `/api/conversations/${other.id}/scheduled/${scheduled!.id}`)).status, 404)
  await centre.close(other)
  assert.equal(
    (await eva.api.refused(409, routes.create, { params: { id: other.id }, body: { content: words('x'), at: await inHours(1) } })).code,
    'conversation.closed',
  )
})

test('keeps its file until it is sent, and shows it to colleagues', async () => {
  const customer = centre.customer()
  const { id } = await centre.says(customer)
  const { body: kept } = await upload(eva.api, { bytes: await picture('png'), type: 'image/png', name: 'plano.png' })
  const file = { fileId: kept.id, state: 'stored' as const, mime: 'image/png', name: null, size: 1, providerMediaId: null }
  await eva.api.ask(routes.create, { params: { id }, body: { content: { type: 'image', file, caption: 'el plano' }, at: await inHours(30) } })
  await the.idle()
  await the.admin.query(`update files.file set created_at = created_at - interval '90 days' where tenant_id = $1`, [centre.boss.tenantId])
  // The night passes, in which what belongs to nothing goes.
  await later(26)
  const [{ content } = { content: null }] = await waiting(id)
  assert.ok(content?.type === 'image' && content.file.url && content.file.name === 'plano.png')
  assert.equal((await centre.boss.api.ask(fileRoutes.read, { params: { id: kept.id } })).id, kept.id)
  await write(customer, '¿y el plano?')
  await later(5)
  assert.equal(graph.ledger.received.filter(({ to, type }) => to === customer.phone && type === 'image').length, 1)
})

test('open screens hear of what is planned, changed and said', async () => {
  const { id } = await centre.says(centre.customer())
  const screen = await openScreen(the.url, centre.boss.api.token!)
  await plan(id, 'pronto', 1)
  await screen.hear('chat.updated', ({ conversation, rescheduled }) => conversation.id === id && rescheduled === true)
  screen.close()
})

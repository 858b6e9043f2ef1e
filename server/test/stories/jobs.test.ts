import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import {
  apiKeyRoutes,
  auditRoutes,
  bulkRoutes,
  closingRoutes,
  conversationRoutes,
  jobRoutes,
  presenceRoutes,
  type Conversation,
  type Job,
} from '@chasqui/contracts'
import { createApi } from '../kit/api.ts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import { openCentre, type Centre } from '../kit/centre.ts'
import type { Person, RunningProduct } from '../kit/product.ts'
import { openScreen } from '../kit/screen.ts'

/** What people do with many conversations at once, as they would do it with each of them. */
let the: RunningProduct
let centre: Centre
before(async () => {
  ;({ the } = await startBesideGraph({ env: { TRUST_PROXY: '127.0.0.1' } }))
  centre = await openCentre(the)
})

const talks = async (count: number): Promise<Conversation[]> => {
  const made: Conversation[] = []
  for (let index = 0; index < count; index++) made.push(await centre.says(centre.customer()))
  return made
}
const idsOf = (conversations: Conversation[]) => conversations.map(({ id }) => id)
const read = (id: string, by: Person = centre.boss) => by.api.ask(conversationRoutes.read, { params: { id } })
const ended = async (job: Job, by: Person = centre.boss): Promise<Job> => {
  await the.idle()
  const now = await by.api.ask(jobRoutes.get, { params: { id: job.id } })
  assert.notEqual(now.state, 'running')
  return now
}
const figures = ({ state, total, done, skipped, failed }: Job) => ({ state, total, done, skipped, failed })
const itemsOf = async (job: Job, state: 'failed' | 'skipped' | 'done', by = centre.boss) =>
  (await by.api.ask(jobRoutes.items, { params: { id: job.id }, query: { state } })).items
const undo = async (job: Job, by: Person = centre.boss) => ended(await by.api.ask(jobRoutes.undo, { params: { id: job.id } }), by)

test('many are given to somebody, told step by step, recorded one by one, and taken back', async () => {
  const eva = await centre.agent({ state: 'paused' })
  const three = await talks(3)
  // With a page open, but not to be given anything.
  await centre.boss.api.ask(presenceRoutes.set, { body: { state: 'paused', reason: 'meal' } })
  const screen = await openScreen(the.url, centre.boss.api.token!)
  const begun = await centre.boss.api.ask(bulkRoutes.assign, { body: { ids: idsOf(three), userId: eva.userId } })
  assert.deepEqual([begun.state, begun.total, begun.order], ['running', 3, { act: 'assign', to: { id: eva.userId, name: 'agent' } }])
  const job = await ended(begun)
  assert.deepEqual(figures(job), { state: 'done', total: 3, done: 3, skipped: 0, failed: 0 })
  for (const { id } of three) assert.equal((await read(id)).assignee?.id, eva.userId)
  await screen.hear('job.progress', (message) => message.job.id === job.id && message.job.state === 'done')
  screen.close()
  await the.chained()
  const records = (await centre.boss.api.ask(auditRoutes.list, { query: { limit: 100 } })).items.filter(({ after }) => after?.['job'] === job.id)
  assert.deepEqual(
    records.map(({ action, subject }) => [action, subject?.id]).toSorted(),
    idsOf(three)
      .map((id) => ['conversation.assigned', id])
      .toSorted(),
  )
  assert.ok(records.every(({ actor, address }) => actor?.id === centre.boss.userId && address))

  // Somebody has one of them by now: it stays theirs.
  await centre.boss.api.ask(conversationRoutes.assign, { params: { id: three[0]!.id }, body: {} })
  const back = await undo(job)
  assert.deepEqual(figures(back), { state: 'done', total: 3, done: 2, skipped: 1, failed: 0 })
  assert.equal((await read(three[0]!.id)).assignee?.id, centre.boss.userId)
  for (const { id } of three.slice(1)) assert.equal((await read(id)).assignee, null)
  assert.deepEqual(
    (await itemsOf(back, 'skipped')).map(({ code, conversationId }) => [code, conversationId]),
    [['conversation.changed', three[0]!.id]],
  )
  assert.equal((await centre.boss.api.refused(409, jobRoutes.undo, { params: { id: job.id } })).code, 'job.undone')
  assert.equal((await centre.boss.api.refused(409, jobRoutes.undo, { params: { id: back.id } })).code, 'job.is_undo')
  assert.equal((await centre.boss.api.refused(409, jobRoutes.cancel, { params: { id: job.id } })).code, 'job.ended')
})

test('all that a list holds are tagged, closed, put aside and read; each undo restores what was', async () => {
  const { api } = centre.boss
  const four = await talks(4)
  await api.ask(conversationRoutes.tags, { params: { id: four[0]!.id }, body: { tags: ['Vip', 'Nuevo'] } })
  await api.ask(conversationRoutes.tags, { params: { id: four[1]!.id }, body: { tags: ['todos'] } })
  const mine = { body: { add: ['Todos'], remove: ['vip'] } }
  const tagged = await ended(await api.ask(bulkRoutes.tag, { body: { ids: idsOf(four), ...mine.body } }))
  assert.deepEqual(figures(tagged), { state: 'done', total: 4, done: 3, skipped: 1, failed: 0 })
  const tagsOf = async (index: number) => (await read(four[index]!.id)).tags.map(({ name }) => name)
  assert.deepEqual(await tagsOf(0), ['Nuevo', 'todos'])
  const { id: tagId } = (await read(four[0]!.id)).tags.find(({ name }) => name === 'todos')!

  const matching = { tagId, view: 'all', tab: 'open' } as const
  assert.deepEqual(await api.ask(bulkRoutes.matching, { query: matching }), { count: 4, isMore: false })
  const silent = await ended(await api.ask(bulkRoutes.read, { body: { matching } }))
  assert.deepEqual(figures(silent), { state: 'done', total: 4, done: 4, skipped: 0, failed: 0 })
  assert.equal((await read(four[0]!.id)).unread, 0)
  await undo(silent)
  assert.equal((await read(four[0]!.id)).unread, 1)

  const until = new Date((await the.clock.now()).getTime() + 3_600_000).toISOString()
  const asleep = await ended(await api.ask(bulkRoutes.snooze, { body: { matching, until } }))
  assert.equal((await read(four[2]!.id)).snoozedUntil, until)
  assert.deepEqual(await api.ask(bulkRoutes.matching, { query: matching }), { count: 0, isMore: false })
  assert.equal((await api.refused(422, bulkRoutes.read, { body: { matching } })).code, 'job.nothing')
  await undo(asleep)
  assert.equal((await read(four[2]!.id)).snoozedUntil, null)
  assert.equal((await api.refused(422, bulkRoutes.snooze, { body: { ids: idsOf(four), until: '2020-01-01T00:00:00Z' } })).code, 'snooze.past')

  await centre.close(four[3]!)
  const closed = await ended(await api.ask(bulkRoutes.close, { body: { ids: idsOf(four), reason: 'Resuelto' } }))
  assert.deepEqual(figures(closed), { state: 'done', total: 4, done: 3, skipped: 1, failed: 0 })
  assert.deepEqual([(await read(four[0]!.id)).state, (await read(four[0]!.id)).closeReason], ['closed', 'Resuelto'])
  await undo(closed)
  assert.notEqual((await read(four[0]!.id)).state, 'closed')
  assert.equal((await read(four[3]!.id)).state, 'closed', 'what was closed before stays so')
  await undo(tagged)
  assert.deepEqual([await tagsOf(0), await tagsOf(1), await tagsOf(2)], [['Nuevo', 'Vip'], ['todos'], []])
})

test('what is refused by hand is refused in a job, listed with its reason, and all else is done', async () => {
  const { api } = centre.boss
  const two = await talks(2)
  const vip = await centre.quietQueue('Solo VIP')
  const special = await api.ask(closingRoutes.createReason, { body: { name: 'Trato especial', queueId: vip.id } })
  await api.ask(conversationRoutes.transfer, { params: { id: two[0]!.id }, body: { queueId: vip.id } })
  const job = await ended(await api.ask(bulkRoutes.close, { body: { ids: [...idsOf(two), centre.boss.tenantId], reasonId: special.id } }))
  assert.deepEqual(figures(job), { state: 'done', total: 3, done: 1, skipped: 0, failed: 2 })
  const failed = await itemsOf(job, 'failed')
  assert.deepEqual(
    failed.map(({ code, contactName }) => [code, contactName]),
    [
      ['closing_reason.unknown', two[1]!.contact.name],
      ['not_found', null],
    ],
  )
  const nobody = await api.refused(422, bulkRoutes.assign, { body: { ids: idsOf(two), userId: centre.boss.tenantId } })
  assert.equal(nobody.code, 'user.unknown')
  await api.refused(404, bulkRoutes.read, { body: { ids: [centre.boss.tenantId] } })
  for (const body of [{}, { ids: [] }, { ids: idsOf(two), matching: {} }]) await api.refused(422, bulkRoutes.read, { body })
  await api.refused(422, bulkRoutes.tag, { body: { ids: idsOf(two) } })
})

test('a job is its maker’s; it does no more than they may at each moment, and ends when they may no longer', async () => {
  const [eva, ivo] = [await centre.agent({ state: 'paused' }), await centre.agent({ state: 'paused' })]
  const quality = await the.addMember(centre.boss.tenantId, 'quality')
  const two = await talks(2)
  await quality.api.refused(403, bulkRoutes.tag, { body: { ids: idsOf(two), add: ['x'] } })
  const job = await ended(await eva.api.ask(bulkRoutes.tag, { body: { ids: idsOf(two), add: ['De Eva'] } }), eva)
  for (const route of [jobRoutes.get, jobRoutes.items, jobRoutes.cancel, jobRoutes.undo]) await ivo.api.refused(404, route, { params: { id: job.id } })
  assert.deepEqual((await ivo.api.ask(jobRoutes.list)).items, [])
  assert.deepEqual(
    (await eva.api.ask(jobRoutes.list, { query: { state: 'ended' } })).items.map(({ id }) => id),
    [job.id],
  )
  await eva.api.refused(403, jobRoutes.list, { query: { everybody: 'true' } })
  assert.ok(
    (await centre.boss.api.ask(jobRoutes.list, { query: { everybody: 'true' } })).items.some(({ id, maker }) => id === job.id && maker.id === eva.userId),
  )
  assert.equal((await undo(job)).maker.id, centre.boss.userId)

  // Begun while she may; her role changes before it is over.
  const stopped = await eva.api.ask(bulkRoutes.tag, { body: { ids: idsOf(two), add: ['Tarde'] } })
  await the.idle()
  /** As if the process had died before the first piece was done. */
  const again = async (jobId: string) => {
    await the.admin.query(`update jobs.job set state = 'running', ended_at = null, code = null, done = 0, skipped = 0, failed = 0 where id = $1`, [jobId])
    await the.admin.query(`update jobs.item set state = 'waiting', code = null where job_id = $1`, [jobId])
    await the.admin.query(`insert into platform.job (tenant_id, queue, key, run_at, payload) values ($1, 'bulk', $2, $3, $4)`, [
      centre.boss.tenantId,
      jobId,
      new Date(0),
      JSON.stringify({ jobId }),
    ])
    await the.admin.query(
      `insert into platform.lane (tenant_id, queue, key, ready_at) values ($1, 'bulk', $2, $3) on conflict (tenant_id, queue, key) do update set ready_at = $3`,
      [centre.boss.tenantId, jobId, new Date(0)],
    )
    await the.idle()
    return centre.boss.api.ask(jobRoutes.get, { params: { id: jobId } })
  }
  await the.admin.query(`update identity.membership set role = 'quality' where user_id = $1`, [eva.userId])
  assert.deepEqual([(await again(stopped.id)).state, (await again(stopped.id)).code], ['failed', 'forbidden'])

  const { key, secret } = await centre.boss.api.ask(apiKeyRoutes.create, { body: { name: 'Programa', scopes: ['conversations.read', 'conversations.tag'] } })
  const program = createApi(the.url, null, secret)
  const byKey = await program.ask(bulkRoutes.tag, { body: { ids: idsOf(two), add: ['Por programa'] } })
  assert.equal(byKey.maker.name, 'Programa')
  await the.idle()
  assert.equal((await program.ask(jobRoutes.get, { params: { id: byKey.id } })).done, 2)
  await centre.boss.api.ask(apiKeyRoutes.revoke, { params: { id: key.id } })
  assert.equal((await again(byKey.id)).code, 'forbidden')
})

test('whoever gives many away beyond their own reach has done it, and sees no more of them', async () => {
  const role = `role-${centre.boss.tenantId.slice(-6)}`
  const eva = await centre.agent({ state: 'paused' })
  const two = await talks(2)
  for (const { id } of two) await centre.boss.api.ask(conversationRoutes.assign, { params: { id }, body: { userId: eva.userId } })
  const { rows } = await the.admin.query<{ id: string }>(
    `insert into identity.role (tenant_id, id, name, description, permissions, reach, hides, created_at, updated_at)
     values ($1, gen_random_uuid(), $2, '', $3, 'own', '{}', now(), now()) returning id`,
    [centre.boss.tenantId, role, ['conversations.read', 'conversations.assign', 'tenant.read']],
  )
  await the.admin.query('update identity.membership set role = $2 where user_id = $1', [eva.userId, rows[0]!.id])
  const narrow = await the.signIn(eva.email)
  const [other] = await talks(1)
  const job = await ended(await narrow.api.ask(bulkRoutes.assign, { body: { ids: [...idsOf(two), other!.id], userId: centre.boss.userId } }), narrow)
  assert.deepEqual(figures(job), { state: 'done', total: 3, done: 2, skipped: 0, failed: 1 })
  for (const { id } of two) assert.equal((await read(id)).assignee?.id, centre.boss.userId)
  assert.equal((await read(other!.id)).assignee, null)
  assert.deepEqual((await narrow.api.ask(jobRoutes.items, { params: { id: job.id } })).items, [])
})

test('a job that is stopped leaves the rest as it was; after thirty days nothing is left of it', async () => {
  const two = await talks(2)
  await the.admin.query(
    `insert into jobs.job (tenant_id, id, maker_id, maker_is_key, author, act, what, state, total, created_at)
    values ($1, '0198c0de-0000-7000-8000-0000000000aa', $2, false, '{"doer":{"kind":"user","id":null,"name":"Jefa"},"onBehalfOf":null}', 'read', '{"act":"read"}', 'running', 2, $3)`,
    [centre.boss.tenantId, centre.boss.userId, await the.clock.now()],
  )
  const id = '0198c0de-0000-7000-8000-0000000000aa'
  for (const [index, talk] of two.entries())
    await the.admin.query(`insert into jobs.item (tenant_id, job_id, position, conversation_id, state) values ($1, $2, $3, $4, 'waiting')`, [
      centre.boss.tenantId,
      id,
      index + 1,
      talk.id,
    ])
  const stopped = await centre.boss.api.ask(jobRoutes.cancel, { params: { id } })
  assert.deepEqual(figures(stopped), { state: 'cancelled', total: 2, done: 0, skipped: 0, failed: 0 })
  await the.idle()
  assert.equal((await read(two[0]!.id)).unread, 1)
  assert.equal((await centre.boss.api.refused(409, jobRoutes.undo, { params: { id } })).code, 'job.nothing')
  await the.clock.advance(31 * 86_400_000)
  const { api } = await the.signIn(centre.boss.email)
  await the.idle()
  await api.refused(404, jobRoutes.get, { params: { id } })
})

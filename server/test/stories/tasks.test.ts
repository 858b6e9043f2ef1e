import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import {
  auditRoutes,
  contactRoutes,
  conversationRoutes,
  taskRoutes as routes,
  userRoutes,
  type BodyInput,
  type QueryInput,
  type Task,
} from '@chasqui/contracts'
import { memberWith } from '../kit/own-role.ts'
import { startProduct, type Person, type RunningProduct } from '../kit/product.ts'
import { openScreen } from '../kit/screen.ts'
import { simulatorOf } from '../kit/simulator.ts'

/** What people have to do for contacts. */
let the: RunningProduct
let boss: Person
let lia: Person
let max: Person
let contactId: string
before(async () => {
  the = await startProduct({ env: { TRUST_PROXY: '127.0.0.1' } })
})
let tests = 0
beforeEach(async () => {
  boss = await the.addTenant(`Tareas ${(tests += 1)}`)
  lia = await the.addMember(boss.tenantId, 'agent')
  max = await the.addMember(boss.tenantId, 'agent')
  contactId = (await boss.api.ask(contactRoutes.create, { body: { name: 'Rosa' } })).id
})

const hour = 3_600_000
const inHours = async (hours: number) => new Date((await the.clock.now()).getTime() + hours * hour).toISOString()
const later = async (hours: number) => {
  await the.clock.advance(hours * hour)
  await the.idle()
  await the.signInAgain(boss, lia, max)
}
const add = (by: Person, title: string, more: Partial<BodyInput<typeof routes.create>> = {}) =>
  by.api.ask(routes.create, { body: { title, contactId, ...more } })
const change = (by: Person, { id }: Pick<Task, 'id'>, body: BodyInput<typeof routes.update>) => by.api.ask(routes.update, { params: { id }, body })
const titles = async (by: Person, query: QueryInput<typeof routes.list> = {}) => (await by.api.ask(routes.list, { query })).items.map(({ title }) => title)
const told = async (type: string) => {
  await the.idle()
  const { rows } = await the.admin.query<{ payload: { taskId: string; at?: string } }>(
    'select payload from platform.event where tenant_id = $1 and type = $2 order by seq',
    [boss.tenantId, type],
  )
  return rows.map(({ payload }) => payload)
}

describe('a task', () => {
  test('is for a contact, of somebody or nobody, and says who made it', async () => {
    const dueAt = await inHours(2)
    const task = await add(lia, 'Mandar presupuesto', { details: 'Con envío', assigneeId: max.userId, dueAt, priority: 'high' })
    assert.deepEqual(
      [task.contact, task.assignee?.id, task.dueAt, task.priority, task.state, task.overdue, task.creator.kind, task.creator.id],
      [{ id: contactId, name: 'Rosa' }, max.userId, dueAt, 'high', 'pending', false, 'agent', lia.userId],
    )
    const plain = await add(lia, 'Llamar')
    assert.deepEqual([plain.assignee, plain.dueAt, plain.priority, plain.details], [null, null, 'medium', ''])
    assert.deepEqual(await boss.api.ask(routes.read, { params: { id: task.id } }), task)
  })

  test('is refused without a title, for nobody, for who is no member, and with a reminder of no time', async () => {
    const refused = async (body: object) => (await lia.api.send<{ code: string; errors?: { path: string }[] }>('POST', '/api/tasks', body)).body
    assert.equal((await refused({ title: ' ', contactId })).errors?.[0]?.path, 'title')
    const nobody = '0198c0de-0000-7000-8000-00000000dead'
    assert.equal((await refused({ title: 'x', contactId: nobody })).code, 'contact.unknown')
    assert.equal((await refused({ title: 'x', contactId, assigneeId: nobody })).code, 'user.unknown')
    assert.equal((await refused({ title: 'x', contactId, remindMinutes: 5 })).code, 'task.reminder_without_time')
  })

  test('becomes overdue by the clock, and is completed, cancelled and reopened, each once', async () => {
    const task = await add(lia, 'Llamar', { assigneeId: lia.userId, dueAt: await inHours(1) })
    assert.deepEqual(await titles(lia, { state: 'overdue' }), [])
    await later(2)
    assert.equal((await lia.api.ask(routes.read, { params: { id: task.id } })).overdue, true)
    assert.deepEqual(await titles(lia, { state: 'overdue' }), ['Llamar'])
    const done = await lia.api.ask(routes.complete, { params: { id: task.id } })
    assert.deepEqual([done.state, done.overdue, done.endedAt !== null], ['completed', false, true])
    assert.deepEqual(await lia.api.ask(routes.complete, { params: { id: task.id } }), done)
    assert.deepEqual([await titles(lia), await titles(lia, { state: 'completed' })], [[], ['Llamar']])
    assert.equal((await lia.api.refused(409, routes.cancel, { params: { id: task.id } })).code, 'task.ended')
    assert.equal((await lia.api.refused(409, routes.update, { params: { id: task.id }, body: { title: 'Otra' } })).code, 'task.ended')
    const again = await lia.api.ask(routes.reopen, { params: { id: task.id } })
    assert.deepEqual([again.state, again.endedAt, again.overdue], ['pending', null, true])
    assert.deepEqual(await lia.api.ask(routes.reopen, { params: { id: task.id } }), again)
    await lia.api.ask(routes.cancel, { params: { id: task.id } })
    assert.deepEqual(await titles(lia, { state: 'cancelled' }), ['Llamar'])
    assert.equal((await told('task.changed')).length, 3, 'what changes nothing is told of to nobody')
  })

  test('has its acts in the trail, with what became different', async () => {
    const task = await add(lia, 'Llamar')
    await change(lia, task, { priority: 'high', state: 'in_progress' })
    await lia.api.ask(routes.complete, { params: { id: task.id } })
    await the.until(async () => (await the.admin.query('select 1 from audit.pending')).rowCount === 0, 'all acts are chained')
    const { items } = await boss.api.ask(auditRoutes.list, { query: { subjectId: task.id } })
    assert.deepEqual(
      items
        .map(({ action, before, after }) => [action, before, after])
        .toReversed()
        .slice(1),
      [
        ['task.changed', { priority: 'medium', state: 'pending' }, { priority: 'high', state: 'in_progress' }],
        ['task.completed', { state: 'in_progress' }, { state: 'completed' }],
      ],
    )
  })
})

describe('whose a task is', () => {
  test('agents take what nobody has and hand on their own; what somebody else has, only who manages tasks gives away', async () => {
    const nobodys = await add(boss, 'De nadie')
    assert.equal((await change(lia, nobodys, { assigneeId: lia.userId })).assignee?.id, lia.userId)
    assert.equal((await max.api.refused(403, routes.update, { params: { id: nobodys.id }, body: { assigneeId: max.userId } })).code, 'task.of_somebody_else')
    assert.equal((await max.api.refused(403, routes.complete, { params: { id: nobodys.id } })).code, 'task.of_somebody_else')
    assert.equal((await change(lia, nobodys, { assigneeId: max.userId })).assignee?.id, max.userId)
    const supervisor = await the.addMember(boss.tenantId, 'supervisor')
    assert.equal((await change(supervisor, nobodys, { assigneeId: null })).assignee, null)
  })

  test('its creator changes it and removes it, and gives it to nobody else once somebody has it', async () => {
    const task = await add(lia, 'Llamar', { assigneeId: max.userId })
    assert.equal((await change(lia, task, { title: 'Llamar hoy' })).title, 'Llamar hoy')
    assert.equal((await lia.api.refused(403, routes.update, { params: { id: task.id }, body: { assigneeId: lia.userId } })).code, 'task.of_somebody_else')
    assert.equal((await max.api.refused(403, routes.remove, { params: { id: task.id } })).code, 'task.of_somebody_else')
    await lia.api.ask(routes.remove, { params: { id: task.id } })
    assert.equal((await lia.api.send('GET', `/api/tasks/${task.id}`)).status, 404)
  })

  test('what a member who leaves still had to do goes where their conversations go, and what they did stays theirs', async () => {
    const [open, done] = [await add(boss, 'Abierta', { assigneeId: max.userId }), await add(boss, 'Hecha', { assigneeId: max.userId })]
    await max.api.ask(routes.complete, { params: { id: done.id } })
    assert.equal((await boss.api.send('DELETE', `/api/users/${max.userId}?reassignTo=${lia.userId}`)).status, 204)
    const read = async ({ id }: Task) => (await boss.api.ask(routes.read, { params: { id } })).assignee?.id
    assert.deepEqual([await read(open), await read(done)], [lia.userId, max.userId])
    assert.ok((await boss.api.ask(userRoutes.list)).items.every(({ id }) => id !== max.userId))
  })

  test('whoever has one sees it, also where the contact is out of their reach, which it then does not name', async () => {
    const near = await memberWith(the, boss, { reach: 'own' })
    const [theirs, other] = [await add(boss, 'Para vos', { assigneeId: near.userId }), await add(boss, 'Para otra', { assigneeId: lia.userId })]
    assert.deepEqual(await titles(near), ['Para vos'])
    assert.deepEqual((await near.api.ask(routes.read, { params: { id: theirs.id } })).contact, { id: contactId, name: null })
    assert.equal((await near.api.send('GET', `/api/tasks/${other.id}`)).status, 404)
    const given = await change(near, theirs, { assigneeId: lia.userId })
    assert.equal(given.assignee?.id, lia.userId, 'who gives it away still gets their answer')
    assert.deepEqual(await titles(near), [])
  })
})

describe('lists', () => {
  test('stand in the order of time, those without one last, page by page, and are narrowed', async () => {
    const [none, late, soon] = [
      await add(lia, 'sin fecha'),
      await add(lia, 'luego', { dueAt: await inHours(5) }),
      await add(lia, 'pronto', { dueAt: await inHours(1) }),
    ]
    const other = await boss.api.ask(contactRoutes.create, { body: { name: 'Otra' } })
    await add(lia, 'de otra', { contactId: other.id, assigneeId: lia.userId, dueAt: await inHours(3) })
    const order = ['pronto', 'de otra', 'luego', 'sin fecha']
    assert.deepEqual(await titles(boss), order)
    const paged: string[] = []
    let cursor: string | undefined
    do {
      const page = await boss.api.ask(routes.list, { query: { limit: 1, ...(cursor && { cursor }) } })
      paged.push(...page.items.map(({ title }) => title))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    assert.deepEqual(paged, order)
    assert.deepEqual(await titles(lia, { assigneeId: 'me' }), ['de otra'])
    assert.deepEqual(await titles(boss, { assigneeId: 'nobody' }), ['pronto', 'luego', 'sin fecha'])
    assert.deepEqual(await titles(boss, { assigneeId: lia.userId }), ['de otra'])
    assert.deepEqual(await titles(boss, { contactId: other.id }), ['de otra'])
    assert.deepEqual(await titles(boss, { dueBefore: await inHours(4) }), ['pronto', 'de otra'])
    for (const task of [late, none, soon]) await lia.api.ask(routes.complete, { params: { id: task.id } })
    await later(0.01)
    assert.deepEqual((await titles(boss, { state: 'completed', limit: 2 })).length, 2)
    const first = await boss.api.ask(routes.list, { query: { state: 'completed', limit: 2 } })
    const second = await boss.api.ask(routes.list, { query: { state: 'completed', limit: 2, cursor: first.nextCursor! } })
    assert.deepEqual([...first.items, ...second.items].map(({ title }) => title).toSorted(), ['luego', 'pronto', 'sin fecha'])
    assert.equal((await boss.api.refused(422, routes.list, { query: { cursor: first.nextCursor! } })).code, 'invalid_cursor')
  })

  test('open screens hear of what is new, changed and gone', async () => {
    const screen = await openScreen(the.url, max.api.token!)
    const task = await add(lia, 'Llamar')
    const heard = () => screen.heard.filter(({ name, message }) => name === 'task.updated' && message.taskId === task.id).length
    await the.until(() => heard() === 1, 'the new task is heard of')
    await change(lia, task, { title: 'Llamar ya' })
    await the.until(() => heard() === 2, 'the change is heard of')
    await lia.api.ask(routes.remove, { params: { id: task.id } })
    await the.until(() => heard() === 3, 'its end is heard of')
    screen.close()
  })
})

describe('a reminder', () => {
  test('comes at its time and so long before as was chosen, once each, to whoever has the task by then', async () => {
    const task = await add(lia, 'Llamar', { assigneeId: lia.userId, dueAt: await inHours(3), remindMinutes: 60 })
    await later(1.9)
    assert.deepEqual(await told('task.due'), [])
    await change(lia, task, { assigneeId: max.userId })
    const screen = await openScreen(the.url, max.api.token!)
    await later(0.2)
    const { assigneeId, at } = await screen.hear('task.due', ({ taskId }) => taskId === task.id)
    assert.deepEqual([assigneeId, at], [max.userId, new Date(Date.parse(task.dueAt!) - hour).toISOString()])
    await later(1)
    assert.deepEqual(
      (await told('task.due')).map((one) => one.at),
      [at, task.dueAt],
    )
    screen.close()
  })

  test('does not come for what is done, was moved, or is nobody’s; one that was moved away and back comes once', async () => {
    const [soon, far] = [await inHours(1), await inHours(9)]
    const mine = { assigneeId: lia.userId, dueAt: soon }
    const [done, moved, back] = [await add(lia, 'hecha', mine), await add(lia, 'movida', mine), await add(lia, 'vuelta', mine)]
    await add(lia, 'de nadie', { dueAt: soon })
    await lia.api.ask(routes.complete, { params: { id: done.id } })
    for (const task of [moved, back]) await change(lia, task, { dueAt: far })
    await change(lia, back, { dueAt: soon })
    await later(2)
    assert.deepEqual(
      (await told('task.due')).map(({ taskId }) => taskId),
      [back.id],
    )
  })
})

test('a task stays with its contact when the conversation that it names is removed', async () => {
  const channelId = await simulatorOf(boss.api)
  const talk = await boss.api.ask(conversationRoutes.create, { body: { channelId, phone: '+5491170000777' } })
  const task = await boss.api.ask(routes.create, { body: { title: 'Llamar', contactId: talk.contact.id, conversationId: talk.id } })
  assert.equal(task.conversationId, talk.id)
  assert.equal((await boss.api.send('DELETE', `/api/conversations/${talk.id}`)).status, 204)
  assert.equal((await boss.api.ask(routes.read, { params: { id: task.id } })).conversationId, null)
})

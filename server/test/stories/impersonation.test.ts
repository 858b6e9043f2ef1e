import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { authRoutes, channelRoutes, conversationRoutes, hostRoutes, simulatorRoutes, tenancyRoutes } from '@chasqui/contracts'
import { createApi } from '../kit/api.ts'
import { absentId } from '../kit/route-table.ts'
import { openScreen } from '../kit/screen.ts'
import { startProduct, type Person, type RunningProduct } from '../kit/product.ts'

/** Somebody of the host helps an organisation from within: seen, for a while, and without touching anything unless asked for. */
let the: RunningProduct
let eva: Person
before(async () => {
  the = await startProduct()
  eva = await the.addTenant('Vecinos')
})
after(() => the.stop())

const enter = async (how: { userId?: string; write?: boolean } = {}) => {
  const made = await the.owner.api.ask(hostRoutes.impersonate, { params: { id: eva.tenantId }, body: { reason: 'No le llega un mensaje', ...how } })
  return { ...made, api: createApi(the.url, made.accessToken) }
}
const eventsOf = async (type: string) =>
  (
    await the.admin.query<{ payload: Record<string, unknown> }>(
      `select payload from platform.event where tenant_id = $1 and type = $2 union all select payload from platform.event_pending where tenant_id = $1 and type = $2`,
      [eva.tenantId, type],
    )
  ).rows.map(({ payload }) => payload)

test('looks without touching, as the first owner, and everybody can tell', async () => {
  const { api, id, userId, expiresIn, write } = await enter()
  assert.deepEqual([userId, expiresIn, write], [eva.userId, 1800, false])
  const me = await api.ask(authRoutes.me)
  assert.deepEqual(
    [me.user.id, me.tenantId, me.isHostAdmin, me.impersonation?.reason, me.impersonation?.write],
    [eva.userId, eva.tenantId, false, 'No le llega un mensaje', false],
  )
  assert.equal((await eva.api.ask(authRoutes.me)).impersonation, null)
  await api.ask(conversationRoutes.list)
  assert.equal((await api.refused(403, tenancyRoutes.updateBusiness, { body: { name: 'Otra' } })).code, 'impersonation.read_only')
  const [started] = await eventsOf('impersonation.started')
  assert.deepEqual([started!.impersonationId, started!.hostUserId, started!.userId], [id, the.owner.userId, eva.userId])
})

test('opens nothing else: no host, no other tenant, nothing that is the person’s own', async () => {
  const { api } = await enter({ write: true })
  await api.refused(403, hostRoutes.tenants)
  assert.equal((await api.refused(403, authRoutes.profile, { body: { name: 'Otra' } })).code, 'impersonation.personal')
  assert.equal((await api.send('POST', '/api/auth/refresh', { tokenDelivery: 'body' })).status, 401)
  assert.equal((await api.ask(tenancyRoutes.updateBusiness, { body: { name: 'Vecinos SA' } })).name, 'Vecinos SA')
})

test('ends at once when it is ended, on every door', async () => {
  const { api, id } = await enter()
  const screen = await openScreen(the.url, api.token!)
  await api.ask(hostRoutes.endImpersonation)
  await screen.hear('session.ended')
  assert.equal((await api.refused(401, conversationRoutes.list)).code, 'auth.session_ended')
  assert.ok((await eventsOf('impersonation.ended')).some(({ impersonationId }) => impersonationId === id))
  assert.equal((await the.owner.api.refused(409, hostRoutes.endImpersonation)).code, 'impersonation.none')
  screen.close()
})

test('leaves no trace of the member: they are not here for it, and what is done is not told as theirs', async () => {
  const { api, id } = await enter()
  const screen = await openScreen(the.url, api.token!)
  screen.close()
  await screen.ended
  // Whoever signs in themselves is here; by then the first has been told, too.
  const other = await the.addMember(eva.tenantId, 'agent')
  const watching = await openScreen(the.url, other.api.token!)
  await the.until(async () => (await eventsOf('agent.status_changed')).some(({ userId }) => userId === other.userId), 'they are here')
  watching.close()
  assert.equal((await api.send('POST', '/api/auth/logout', {})).status, 204)
  assert.equal((await api.refused(401, conversationRoutes.list)).code, 'auth.session_ended')
  assert.ok((await eventsOf('impersonation.ended')).some(({ impersonationId }) => impersonationId === id))
  await the.chained()
  const { rows: records } = await the.admin.query<{ action: string; actor_kind: string; actor_id: string }>(
    'select action, actor_kind, actor_id from audit.record where tenant_id = $1 order by seq desc',
    [eva.tenantId],
  )
  const ended = records.find(({ action }) => action === 'impersonation.ended')!
  assert.deepEqual([ended.actor_kind, ended.actor_id], ['host', the.owner.userId])
  for (const action of ['presence.changed', 'session.ended'])
    assert.ok(!records.some((record) => record.action === action && record.actor_id === eva.userId), action)
})

test('ends when the host admin is none any more', async () => {
  const { api } = await enter()
  await the.admin.query('update identity."user" set is_host_admin = false where id = $1', [the.owner.userId])
  await the.until(async () => (await api.send('GET', '/api/conversations')).status === 401, 'the door closes')
  await the.admin.query('update identity."user" set is_host_admin = true where id = $1', [the.owner.userId])
  await the.until(async () => (await the.owner.api.send('GET', '/api/tenants')).status === 200, 'the host is let in again')
})

test('takes a reason, and members and tenants that exist', async () => {
  const ask = (id: string, body: unknown) => the.owner.api.send('POST', `/api/tenants/${id}/impersonate`, body)
  assert.equal((await ask(eva.tenantId, {})).status, 422)
  assert.equal((await ask(eva.tenantId, { reason: ' ' })).status, 422)
  assert.equal((await ask(absentId, { reason: 'x' })).status, 404)
  assert.equal((await ask(eva.tenantId, { reason: 'x', userId: the.owner.userId })).status, 404)
  assert.equal((await eva.api.send('POST', `/api/tenants/${eva.tenantId}/impersonate`, { reason: 'x' })).status, 403)
})

test('whoever only looks is not seen to look or to write; who may write is, so that nobody answers twice', async () => {
  const vera = await the.addTenant('Mirados')
  const channel = (await vera.api.ask(channelRoutes.list)).items.find(({ kind }) => kind === 'simulator')!
  const watching = await openScreen(the.url, vera.api.token!)
  await vera.api.ask(simulatorRoutes.act, { params: { channelId: channel.id }, body: { from: { phone: '5491177770001', name: 'Rosa' }, text: 'hola' } })
  const { conversation } = await watching.hear('chat.new')
  const said = (name: string) => watching.heard.filter((told) => told.name === name && JSON.stringify(told.message).includes(vera.userId)).length
  const speak = async (write: boolean) => {
    const { accessToken } = await the.owner.api.ask(hostRoutes.impersonate, { params: { id: vera.tenantId }, body: { reason: 'Mira', write } })
    const api = createApi(the.url, accessToken)
    const screen = await openScreen(the.url, accessToken)
    screen.socket.emit('chat.join', { conversationId: conversation.id })
    screen.socket.emit('chat.typing', { conversationId: conversation.id, typing: true })
    return { api, screen }
  }
  const looking = await speak(false)
  // What a member says afterwards has been told: so would have been what was said before it.
  const other = await the.addMember(vera.tenantId, 'agent')
  const others = await openScreen(the.url, other.api.token!)
  others.socket.emit('chat.typing', { conversationId: conversation.id, typing: true })
  await watching.hear('agent.typing', ({ userId }) => userId === other.userId)
  assert.deepEqual([said('agent.typing'), said('agent.viewing')], [0, 0])
  await looking.api.ask(hostRoutes.endImpersonation)
  const working = await speak(true)
  await the.until(() => said('agent.typing') === 1 && said('agent.viewing') > 0, 'who may write is seen')
  for (const screen of [looking.screen, others, working.screen, watching]) screen.close()
  await working.api.ask(hostRoutes.endImpersonation)
})

test('ends by its time, and is recorded as long as it lasted', async () => {
  const { api, id } = await enter()
  await the.clock.advance(31 * 60_000)
  assert.equal((await api.send('GET', '/api/conversations')).status, 401)
  await the.until(async () => (await eventsOf('impersonation.ended')).some(({ impersonationId }) => impersonationId === id), 'its end is told')
  const { rows } = await the.admin.query<{ minutes: number }>(
    'select extract(epoch from ended_at - started_at)::int / 60 as minutes from identity.impersonation where id = $1',
    [id],
  )
  assert.equal(rows[0]!.minutes, 30)
})

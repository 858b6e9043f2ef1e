import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { auditRoutes, conversationRoutes, simulatorRoutes, type RouteContract, fileRoutes } from '@chasqui/contracts'
import { newId } from '#platform/ids'
import { addressWith, everyRoute, soundBody } from '../kit/route-table.ts'
import { startProduct, type RunningProduct } from '../kit/product.ts'
import { threadOf } from '../kit/whatsapp.ts'

/**
 * Every operation that says it leaves a record is done once, for real, and its record looked for by the id of the request. One that somebody adds
 * is done, too: when it cannot be with what stands here, this test fails and asks for what it needs.
 */
let the: RunningProduct
before(async () => {
  the = await startProduct()
  await the.idle()
})
after(() => the.stop())

const say = async (channelId: string, phone: string) => {
  await the.owner.api.ask(simulatorRoutes.act, { params: { channelId }, body: { from: { phone, name: `Clienta ${phone}` }, text: 'hola' } })
  await the.idle()
  return (await the.owner.api.ask(conversationRoutes.list, { query: { channelId, limit: 200 } })).items.find(({ contact }) => contact.phone === `+${phone}`)!
}
const firstId = async (path: string): Promise<string> => (await the.owner.api.send<{ items: { id: string }[] }>('GET', path)).body.items[0]!.id

/** A message of a conversation in the state that an operation asks for. */
const outboundIn = async (conversation: string, state: string): Promise<string> => {
  const sent = (await threadOf(the.owner.api, conversation)).find(({ direction }) => direction === 'out')!
  await the.admin.query('update platform.outbox set state = $2, not_before = $3 where id = $1', [sent.id, state, '2099-01-01'])
  await the.admin.query('update conversations.message set status = $2 where id = $1', [sent.id, state === 'failed' ? 'failed' : 'pending'])
  return sent.id
}

/** A new password ends the sessions there were. */
const newPassword = async (): Promise<string> => {
  const password = await the.product.operations.resetPassword(the.owner.email)
  the.owner = await the.signIn(the.owner.email)
  return password
}

let people = 0
type Prepared = { params: Record<string, string>; body?: unknown }
const prepare = async (route: RouteContract): Promise<Prepared> => {
  people += 1
  // What was replayed into a lane that nobody works on would be due for ever.
  await the.admin.query(`delete from platform.job where queue = 'nowhere'`)
  const { owner } = the
  const channelId = await firstId('/api/channels')
  const conversation = await say(channelId, `54911700${String(people).padStart(5, '0')}`)
  const { id } = conversation
  const flowId = await firstId('/api/flows')
  const body = soundBody(route, { channel: channelId, contact: conversation.contact.id, user: owner.userId })
  const noun = route.path.split('/')[2]!
  if (route.id === 'auth.changePassword') return { params: {}, body: { currentPassword: await newPassword(), newPassword: `another ${newId()}` } }
  if (route.id === 'auth.login') return { params: {}, body: { email: owner.email, password: await newPassword() } }
  if (route.id === 'auth.link') return { params: {}, body: { key: await the.product.operations.createSignInLink(owner.email) } }
  if (route.id === 'conversations.reopen') await owner.api.ask(conversationRoutes.close, { params: { id }, body: {} })
  if (route.id === 'conversations.send') await owner.api.ask(conversationRoutes.assign, { params: { id }, body: {} })
  if (route.id === 'conversations.retry') return { params: { id, messageId: await outboundIn(id, 'failed') }, body }
  if (route.id === 'conversations.react')
    return { params: { id, messageId: (await threadOf(owner.api, id)).find(({ direction }) => direction === 'in')!.id }, body }
  if (noun === 'queue') return { params: { id: await outboundIn(id, route.id === 'queue.retry' ? 'failed' : 'pending') }, body }
  // A channel of its own: one that is disconnected or removed sends nothing for the tests after it.
  if (route.id === 'flows.delete' || (noun === 'channels' && route.path.includes(':id'))) {
    const made = everyRoute.find((one) => one.id === `${noun}.create`)!
    return { params: { id: (await owner.api.send<{ id: string }>('POST', made.path, soundBody(made))).body.id }, body }
  }
  if (noun === 'dead-letters') {
    const letter = newId()
    await the.admin.query(
      `insert into platform.dead_letter (tenant_id, id, queue, key, payload, error, attempts, failed_at) values ($1, $2, 'nowhere', 'k', '{}', 'x', 8, now())`,
      [owner.tenantId, letter],
    )
    return { params: { id: letter }, body }
  }
  if (route.id === 'files.upload') {
    const form = new FormData()
    form.append('file', new Blob(['bytes'], { type: 'text/plain' }), 'nota.txt')
    return { params: {}, body: form }
  }
  const ids: Record<string, string> = { conversations: id, contacts: conversation.contact.id, channels: channelId, flows: flowId }
  return { params: { id: ids[noun] ?? id, channelId }, body }
}

const recorded = everyRoute.filter(({ audit }) => typeof audit === 'string')
assert.ok(recorded.length > 30 && recorded.some(({ id }) => id === fileRoutes.upload.id))

/** What ends the session comes last. */
const order = (route: RouteContract) => (route.id === 'auth.logout' ? 1 : 0)

for (const route of recorded.sort((a, b) => order(a) - order(b)))
  test(`${route.id} leaves a record`, async () => {
    const { params, body } = await prepare(route)
    const requestId = `audit-${newId()}`
    const reply = await the.owner.api.send(route.method, addressWith(route, params), body, { 'x-request-id': requestId })
    assert.equal(reply.status, route.response.status, `${route.id} was not done: ${reply.text.slice(0, 300)}`)
    const found = await the.until(
      async () =>
        (await the.admin.query<{ action: string; actor_id: string }>('select action, actor_id from audit.record where request_id = $1', [requestId])).rows[0],
      `${route.id} has its record`,
    )
    assert.deepEqual(found, { action: route.audit, actor_id: the.owner.userId })
  })

test('whatever changes something has decided', () => {
  for (const route of everyRoute.filter(({ method }) => method !== 'GET')) assert.ok(route.audit, route.id)
  assert.equal(typeof auditRoutes.export.audit, 'string')
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { auditRoutes, channelRoutes, fileRoutes, hostAuditRoutes, type RouteContract } from '@chasqui/contracts'
import { hostTenant, newId } from '#platform/ids'
import { besideFacebook } from '../kit/facebook-login.ts'
import { openDoors, prepareAct, whoeverItMakes } from '../kit/prepare-act.ts'
import { startProduct, type RunningProduct } from '../kit/product.ts'
import { addressWith, everyRoute } from '../kit/route-table.ts'

/**
 * Every operation that says it leaves a record is done once, for real, and its record looked for by the id of the request. One that somebody adds
 * is done, too: when it cannot be with what `prepare-act.ts` has, this test fails and asks for what it needs.
 */
let the: RunningProduct
before(async () => {
  // A mail server that nobody is: links are made, mails are lost.
  the = await startProduct({ env: { ...openDoors, ...(await besideFacebook()).env } })
  await the.idle()
})
after(() => the.stop())

/** Everything that was sent or answered and opens something. */
const secrets = new Set<string>()
const opens = /password|secret|token|^key$|^code$|recoverycodes|signinkey|^link$|^url$/i
const collect = (value: unknown, name = ''): void => {
  if (typeof value === 'string' && opens.test(name) && name !== 'oldSecretUntil' && value.length >= 6)
    secrets.add(name === 'link' || name === 'url' ? value.split(/[/#]/).at(-1)! : value)
  else if (Array.isArray(value)) for (const item of value) collect(item, name)
  else if (typeof value === 'object' && value !== null && !(value instanceof FormData)) for (const [key, field] of Object.entries(value)) collect(field, key)
}

type Found = { tenant_id: string; action: string; actor_id: string | null; on_behalf_of: string | null; address: string | null; agent: string | null }
const recordsOf = async (requestId: string): Promise<Found[]> =>
  (await the.admin.query<Found>('select tenant_id, action, actor_id, on_behalf_of, address, agent from audit.record where request_id = $1', [requestId])).rows

const recorded = everyRoute.filter(({ audit }) => typeof audit === 'string')
assert.ok(recorded.length > 75 && recorded.some(({ id }) => id === fileRoutes.upload.id))

for (const route of recorded)
  test(`${route.id} leaves a record`, async () => {
    const { params, body, api, actor, onBehalfOf = null } = await prepareAct(the, route)
    const requestId = `audit-${newId()}`
    const reply = await api.send<unknown>(route.method, addressWith(route, params), body, { 'x-request-id': requestId })
    assert.equal(reply.status, route.response.status, `${route.id} was not done: ${reply.text.slice(0, 300)}`)
    collect(body)
    collect(reply.body)
    const found = await the.until(async () => {
      const of = (await recordsOf(requestId)).filter(({ action }) => action === route.audit)
      return of.length > 0 && of
    }, `${route.id} has its record`)
    for (const { actor_id, on_behalf_of, address, agent } of found) {
      if (actor === whoeverItMakes) assert.ok(actor_id)
      else assert.equal(actor_id, actor)
      assert.equal(on_behalf_of, onBehalfOf)
      assert.ok(address && agent)
    }
    const inHosts = found.filter(({ tenant_id }) => tenant_id === hostTenant).length
    if (route.permission === 'host') assert.equal(inHosts, 1, 'what the host does stands in its own trail, once')
    assert.equal(new Set(found.map(({ tenant_id }) => tenant_id)).size, found.length, 'once in each trail')
  })

/** Reviewed: what these do is of no consequence to anybody, or is no act of the organisation. */
const unrecorded = [
  'auth.beginPasskey',
  'auth.mailConfirmation',
  'auth.refresh',
  'campaigns.tryHours',
  'channelSignIns.begin',
  'channels.renewChecks',
  'chats.markRead',
  'conversations.markRead',
  'conversations.markUnread',
  'conversations.sawMentions',
  'conversations.typing',
  'flowImports.read',
  'flowTests.run',
  'flows.callHook',
  'live.wall',
  'passkeys.beginToAdd',
  'queues.try',
  'simulator.act',
  'simulator.addPhone',
  'simulator.changePhone',
  'simulator.clear',
  'simulator.look',
  'templates.sync',
  'views.create',
  'views.delete',
  'views.pin',
  'views.restore',
  'views.update',
]

test('whatever changes something has decided, and what leaves no record says why', () => {
  assert.deepEqual(everyRoute.flatMap(({ id, audit }) => (typeof audit === 'object' ? [id] : [])).toSorted(), unrecorded)
  for (const route of everyRoute.filter(({ method }) => method !== 'GET')) assert.ok(route.audit, route.id)
  for (const { id, audit } of everyRoute) if (typeof audit === 'object') assert.ok(audit.none.length > 10, id)
  for (const { audit } of [auditRoutes.export, hostAuditRoutes.export] as RouteContract[]) assert.equal(typeof audit, 'string')
})

test('no record holds a password, a token, a key or a code', async () => {
  const settings = { phoneNumberId: '1055', businessAccountId: '1056', accessToken: `EAAG${newId()}`, appSecret: newId(), verifyToken: newId() }
  const { id } = await the.owner.api.ask(channelRoutes.create, { body: { kind: 'whatsapp-cloud', name: 'Número', settings } })
  const changed = { accessToken: `EAAG${newId()}`, appSecret: newId() }
  await the.owner.api.ask(channelRoutes.update, { params: { id }, body: { settings: changed } })
  collect(settings)
  collect(changed)
  await the.chained()
  assert.ok(secrets.size > 40, `${secrets.size} secrets were met`)
  for (const secret of secrets) {
    // A code of six digits stands in some long number or hash by chance.
    const holds = /^\d{6}$/.test(secret) ? String.raw`r::text ~ ('(?<!\w)' || $1 || '(?!\w)')` : 'strpos(r::text, $1) > 0'
    const { rows } = await the.admin.query<{ action: string }>(`select action from audit.record r where ${holds}`, [secret])
    assert.deepEqual(rows, [], `a record holds ${secret}`)
  }
  const { items } = await the.owner.api.ask(auditRoutes.list, { query: { subjectId: id } })
  assert.deepEqual(items[0]!.after, { secretsGiven: ['accessToken', 'appSecret'] })
})

test('every trail is whole after all of that', async () => {
  assert.ok((await the.owner.api.ask(auditRoutes.verify)).whole)
  assert.ok((await the.owner.api.ask(hostAuditRoutes.verify)).whole)
  assert.ok((await the.product.operations.verifyTrails()).every(({ whole }) => whole))
})

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import {
  apiKeyRoutes,
  auditRoutes as routes,
  authRoutes,
  channelRoutes,
  contactRoutes,
  conversationRoutes,
  hostAuditRoutes,
  hostRoutes,
  presenceRoutes,
  simulatorRoutes,
  tenancyRoutes,
  userRoutes,
  type AuditRecord,
} from '@chasqui/contracts'
import { createApi } from '../kit/api.ts'
import { startProduct, type Person, type RunningProduct } from '../kit/product.ts'

let the: RunningProduct
let neighbour: Person
before(async () => {
  the = await startProduct()
  neighbour = await the.addTenant('Vecinos')
  await the.idle()
})
after(() => the.stop())

/** When everything that was left has its place. */
const records = async (query: Record<string, string | number> = {}, by: Person = the.owner): Promise<AuditRecord[]> => {
  await the.chained()
  return (await by.api.ask(routes.list, { query: { limit: 200, ...query } })).items
}
const talks = async (by: Person) => (await by.api.ask(conversationRoutes.list, { query: { limit: 50 } })).items
const verdict = async (by: Person = the.owner) => {
  await the.chained()
  return by.api.ask(routes.verify)
}

describe('what people do', () => {
  test('a change is told with who, from where, and what became different', async () => {
    const contact = await the.owner.api.ask(contactRoutes.create, { body: { name: 'Rosa', city: 'Lima' } })
    await the.owner.api.ask(contactRoutes.update, { params: { id: contact.id }, body: { name: 'Rosa', city: 'Cusco' } })
    const [changed, created] = await records({ subjectId: contact.id })
    assert.deepEqual([created!.action, changed!.action], ['contact.created', 'contact.changed'])
    assert.deepEqual([changed!.before, changed!.after], [{ city: 'Lima' }, { city: 'Cusco' }])
    assert.deepEqual([changed!.actor.kind, changed!.actor.id, changed!.result], ['user', the.owner.userId, 'done'])
    assert.ok(changed!.actor.name && changed!.address && changed!.agent && changed!.requestId)
    assert.deepEqual(await records({ seq: changed!.seq }), [changed])
  })

  test('a repeated call is one act, a refused one is none', async () => {
    const before = (await records()).length
    const body = { name: 'Una vez' }
    for (let i = 0; i < 2; i++) await the.owner.api.ask(contactRoutes.create, { body, key: 'audit-once-1' })
    await the.owner.api.refused(404, contactRoutes.update, { params: { id: the.owner.userId }, body })
    assert.equal((await records()).length, before + 1)
  })

  test('assigning, tagging and closing a conversation tell its states before and after', async () => {
    const [conversation] = (await talks(the.owner)).filter(({ state }) => state !== 'closed')
    const { id } = conversation!
    await the.owner.api.ask(conversationRoutes.assign, { params: { id }, body: {} })
    await the.owner.api.ask(conversationRoutes.tags, { params: { id }, body: { tags: ['vip-auditada'] } })
    await the.owner.api.ask(conversationRoutes.close, { params: { id }, body: {} })
    const [closed, tagged, assigned] = await records({ subjectId: id })
    assert.deepEqual([assigned!.action, tagged!.action, closed!.action], ['conversation.assigned', 'conversation.tagged', 'conversation.closed'])
    assert.ok((tagged!.after!.tags as string[]).includes('vip-auditada'))
    assert.equal(closed!.after!.state, 'closed')
  })

  test('signing in, failing to and signing out are told; the password is not', async () => {
    const member = await the.addMember(the.owner.tenantId, 'agent')
    await the.anybody.refused(401, authRoutes.login, { body: { email: member.email, password: 'wrong-secret-word' } })
    await member.api.ask(authRoutes.logout, { body: {} })
    const told = await records({ actorId: member.userId })
    assert.deepEqual(
      told.map(({ action, result }) => [action, result]),
      [
        ['session.ended', 'done'],
        ['session.refused', 'refused'],
        ['session.opened', 'done'],
      ],
    )
    assert.doesNotMatch(JSON.stringify(told), /wrong-secret-word/)
  })

  test('failures at unknown accounts are in the trail of the host, without what was typed', async () => {
    await the.anybody.refused(401, authRoutes.login, { body: { email: 'nobody-here@example.com', password: 'x' } })
    await the.chained()
    const { items } = await the.owner.api.ask(hostAuditRoutes.list, { query: { action: 'session.refused' } })
    assert.ok(items.length > 0 && items.every(({ actor }) => actor.kind === 'system'))
    assert.doesNotMatch(JSON.stringify(items), /nobody-here/)
  })
})

describe('who did it', () => {
  test('a program is told by its key', async () => {
    const { key, secret } = await the.owner.api.ask(apiKeyRoutes.create, { body: { name: 'Sincronizador', scopes: ['contacts.write', 'contacts.read'] } })
    const contact = await createApi(the.url, null, secret).ask(contactRoutes.create, { body: { name: 'Por programa' } })
    const [created] = await records({ subjectId: contact.id })
    assert.deepEqual([created!.actor.kind, created!.actor.id, created!.actor.name], ['key', key.id, 'Sincronizador'])
    assert.equal((await records({ actorId: key.id })).length, 1)
  })

  test('somebody of the host who works as a member is told with both names, in what they change and in what they only read', async () => {
    const channelId = (await neighbour.api.ask(channelRoutes.list)).items[0]!.id
    await neighbour.api.ask(simulatorRoutes.act, { params: { channelId }, body: { from: { phone: '5491166600002', name: 'Vecina' }, text: 'hola' } })
    await the.idle()
    const { accessToken, id } = await the.owner.api.ask(hostRoutes.impersonate, { params: { id: neighbour.tenantId }, body: { reason: 'Ayuda', write: true } })
    const api = createApi(the.url, accessToken)
    await api.ask(tenancyRoutes.updateBusiness, { body: { trade: 'salon' } })
    const [conversation] = (await api.ask(conversationRoutes.list)).items
    await api.ask(conversationRoutes.read, { params: { id: conversation!.id } })
    await api.ask(hostRoutes.endImpersonation)
    const told = (await records({ actorId: the.owner.userId }, neighbour)).reverse()
    assert.deepEqual(
      told.map(({ action }) => action),
      ['impersonation.started', 'business.changed', 'conversation.inspected', 'impersonation.ended'],
    )
    assert.equal(told[0]!.after!.reason, 'Ayuda')
    for (const { actor } of told.slice(1)) assert.deepEqual([actor.kind, actor.onBehalfOf?.id], ['host', neighbour.userId])
    const inHosts = await the.owner.api.ask(hostAuditRoutes.list, { query: { subjectId: id } })
    assert.deepEqual(
      inHosts.items.map(({ action }) => action),
      ['impersonation.ended', 'impersonation.started'],
    )
  })

  test('what a flow decides is told as done by the flow, and by nobody whose call woke it', async () => {
    const { items } = await the.owner.api.ask(channelRoutes.list)
    const channelId = items.find(({ kind }) => kind === 'simulator')!.id
    const say = (text: string) =>
      the.owner.api.ask(simulatorRoutes.act, { params: { channelId }, body: { from: { phone: '5491166600001', name: 'Clienta' }, text } })
    await say('hola')
    await the.idle()
    await say('quiero hablar con una persona')
    await the.idle()
    const [handed] = await records({ action: 'conversation.handed_over' })
    assert.deepEqual([handed!.actor.kind, handed!.subject!.kind, handed!.address, handed!.requestId], ['flow', 'conversation', null, null])
    assert.ok(handed!.actor.id)
  })

  test('a change of a person tells what became different, and nothing else', async () => {
    const member = await the.addMember(the.owner.tenantId, 'agent')
    await the.owner.api.ask(userRoutes.update, { params: { id: member.userId }, body: { role: 'supervisor', capacity: 7 } })
    const [changed] = await records({ action: 'member.changed', subjectId: member.userId })
    assert.deepEqual(
      [changed!.before, changed!.after],
      [
        { role: 'agent', capacity: 10 },
        { role: 'supervisor', capacity: 7 },
      ],
    )
  })

  test('presence is told whoever changes it: by hand, by opening a page', async () => {
    const member = await the.addMember(the.owner.tenantId, 'agent')
    await member.api.ask(presenceRoutes.set, { body: { state: 'paused', reason: 'meal' } })
    const [paused] = await records({ action: 'presence.changed', subjectId: member.userId })
    assert.deepEqual([paused!.actor.id, paused!.before, paused!.after], [member.userId, { state: 'offline' }, { state: 'paused', reason: 'meal' }])
    const arrived = (await records({ action: 'presence.changed', subjectId: the.owner.userId })).at(-1)!
    assert.deepEqual([arrived.actor.id, arrived.after], [the.owner.userId, { state: 'available' }])
    assert.ok(arrived.actor.name)
  })

  test('an address that a caller makes up counts only behind a proxy', async () => {
    const act = async (on: RunningProduct) => {
      const headers = { 'x-forwarded-for': '203.0.113.9', 'x-country': 'ar' }
      const { body } = await on.owner.api.send<{ id: string }>('POST', contactRoutes.create.path, { name: 'Lejos' }, headers)
      await on.chained()
      const [record] = (await on.owner.api.ask(routes.list, { query: { subjectId: body.id } })).items
      return [record!.address, record!.country]
    }
    assert.deepEqual(await act(the), ['127.0.0.1', null])
    const behind = await startProduct({ env: { TRUST_PROXY: '127.0.0.1', COUNTRY_HEADER: 'X-Country' } })
    assert.deepEqual(await act(behind), ['203.0.113.9', 'AR'])
    await behind.stop()
  })
})

describe('who may look', () => {
  test('another organisation sees nothing of it', async () => {
    await the.owner.api.ask(contactRoutes.create, { body: { name: 'Solo nuestra' } })
    const ours = await records()
    assert.ok(ours.some(({ action }) => action === 'contact.created'))
    assert.deepEqual(
      (await records({ q: 'Solo nuestra' }, neighbour)).map(({ seq }) => seq),
      [],
    )
    assert.ok((await verdict(neighbour)).whole)
  })

  test('owners and auditors do, others do not', async () => {
    const auditor = await the.addMember(the.owner.tenantId, 'auditor')
    assert.ok((await records({}, auditor)).length > 0)
    for (const role of ['agent', 'supervisor', 'quality'] as const) {
      const person = await the.addMember(the.owner.tenantId, role)
      for (const route of [routes.list, routes.verify, routes.suspicious, routes.settings, routes.export] as const) await person.api.refused(403, route)
      for (const route of [hostAuditRoutes.list, hostAuditRoutes.verify, hostAuditRoutes.export] as const) await person.api.refused(403, route)
    }
  })

  test('who reads a conversation without being able to answer is recorded', async () => {
    const quality = await the.addMember(the.owner.tenantId, 'quality')
    const [conversation] = await talks(quality)
    await quality.api.ask(conversationRoutes.messages, { params: { id: conversation!.id } })
    await quality.api.ask(conversationRoutes.read, { params: { id: conversation!.id } })
    await the.owner.api.ask(conversationRoutes.read, { params: { id: conversation!.id } })
    const told = await records({ action: 'conversation.inspected', subjectId: conversation!.id })
    assert.deepEqual(
      told.map(({ actor }) => actor.id),
      [quality.userId],
    )
  })

  test('so is who finds what was said in it by its words', async () => {
    const quality = await the.addMember(the.owner.tenantId, 'quality')
    const [conversation] = await talks(quality)
    const { text } = await the.owner.api.send('GET', `/api/conversations/${conversation!.id}/messages`)
    const q = /"text":"[^"]*?(\p{L}{4,})/u.exec(text)![1]!
    for (const person of [quality, the.owner]) {
      const { items } = await person.api.ask(conversationRoutes.search, { query: { q, conversationId: conversation!.id } })
      assert.ok(items.length > 0, q)
    }
    const told = await records({ action: 'conversation.inspected', subjectId: conversation!.id, actorId: quality.userId })
    assert.equal(told.length, 1)
    assert.deepEqual(await records({ action: 'conversation.inspected', actorId: the.owner.userId, subjectId: conversation!.id }), [])
  })
})

describe('reading', () => {
  test('filters and pages come together to the same records', async () => {
    const all = await records()
    const paged: AuditRecord[] = []
    let cursor: string | null = null
    do {
      const page: { items: AuditRecord[]; nextCursor: string | null } = await the.owner.api.ask(routes.list, { query: { limit: 3, ...(cursor && { cursor }) } })
      paged.push(...page.items)
      cursor = page.nextCursor
    } while (cursor && paged.length < 200)
    assert.deepEqual(
      paged.slice(0, all.length).map(({ seq }) => seq),
      all.map(({ seq }) => seq),
    )
    assert.ok((await records({ action: 'contact' })).every(({ action }) => action.startsWith('contact.')))
    assert.ok((await records({ result: 'refused' })).every(({ result }) => result === 'refused'))
    assert.deepEqual(await records({ from: '2100-01-01T00:00:00Z' }), [])
    for (const cursor of ['x', btoa('["2026-13-45 99:00:00+00",1]'), btoa('["now()",1]'), btoa('[1,"a"]')])
      await the.owner.api.refused(422, routes.list, { query: { cursor } })
  })

  test('a download has every record, no formula, and is recorded', async () => {
    await the.owner.api.ask(contactRoutes.create, { body: { name: '=HYPERLINK("http://evil")' } })
    await the.chained()
    const csv = await the.owner.api.send('GET', '/api/audit/export?format=csv')
    assert.equal(csv.status, 200)
    assert.match(csv.headers.get('content-disposition') ?? '', /^attachment; filename="audit-.*\.csv"$/)
    assert.doesNotMatch(csv.text, /(^|,)"?\s*[=+@]/m)
    const json = await the.owner.api.send<AuditRecord[]>('GET', '/api/audit/export?format=json&action=contact')
    assert.ok(json.body.length > 0 && json.body.every(({ action }) => action.startsWith('contact.')))
    const told = await records({ action: 'audit.exported' })
    assert.deepEqual([told[0]!.subject!.id, told[0]!.after, told[1]!.subject!.id], ['json', { action: 'contact' }, 'csv'])
  })

  test('guessing at a password is suspicious, with the records behind it', async () => {
    const member = await the.addMember(the.owner.tenantId, 'agent')
    for (let i = 0; i < 5; i++) await the.anybody.send('POST', '/api/auth/login', { email: member.email, password: `guess ${i}` })
    await the.chained()
    const { items } = await the.owner.api.ask(routes.suspicious)
    const found = items.find(({ kind, actor }) => kind === 'failed_sign_ins' && actor.id === member.userId)
    assert.equal(found?.count, 5)
    assert.equal((await records({ seq: found.records[0]! }))[0]!.action, 'session.refused')
  })
})

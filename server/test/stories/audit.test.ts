import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { auditRoutes as routes, authRoutes, contactRoutes, conversationRoutes, tenancyRoutes, type AuditRecord } from '@chasqui/contracts'
import { connectionFor } from '#platform/database/roles'
import { clientTo, databaseSecret } from '../kit/cluster.ts'
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
const chained = () => the.until(async () => (await the.admin.query('select 1 from audit.pending')).rowCount === 0, 'all acts are chained')
const records = async (query: Record<string, string | number> = {}, by: Person = the.owner): Promise<AuditRecord[]> => {
  await chained()
  return (await by.api.ask(routes.list, { query: { limit: 200, ...query } })).items
}
const talks = async (by: Person) => (await by.api.ask(conversationRoutes.list, { query: { limit: 50 } })).items
const verdict = async (by: Person = the.owner) => {
  await chained()
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
    assert.deepEqual(await the.owner.api.ask(routes.read, { params: { seq: changed!.seq } }), changed)
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
    await chained()
    const { rows } = await the.admin.query(`select to_jsonb(r)::text as text from audit.record r where tenant_id = '00000000-0000-0000-0000-000000000000'`)
    assert.ok(rows.length > 0)
    assert.doesNotMatch(JSON.stringify(rows), /nobody-here/)
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
    await neighbour.api.refused(404, routes.read, { params: { seq: ours[0]!.seq } })
    assert.ok((await verdict(neighbour)).whole)
  })

  test('owners and auditors do, others do not', async () => {
    const auditor = await the.addMember(the.owner.tenantId, 'auditor')
    assert.ok((await records({}, auditor)).length > 0)
    for (const role of ['agent', 'supervisor', 'quality'] as const) {
      const person = await the.addMember(the.owner.tenantId, role)
      for (const route of [routes.list, routes.verify, routes.suspicious, routes.export] as const) await person.api.refused(403, route)
    }
  })

  test('who reads a conversation without being able to answer is recorded', async () => {
    const quality = await the.addMember(the.owner.tenantId, 'quality')
    const [conversation] = await talks(quality)
    await quality.api.ask(conversationRoutes.read, { params: { id: conversation!.id } })
    await the.owner.api.ask(conversationRoutes.read, { params: { id: conversation!.id } })
    const told = await records({ action: 'conversation.inspected', subjectId: conversation!.id })
    assert.deepEqual(
      told.map(({ actor }) => actor.id),
      [quality.userId],
    )
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
    await the.owner.api.refused(422, routes.list, { query: { cursor: 'x' } })
  })

  test('a download has every record, no formula, and is recorded', async () => {
    await the.owner.api.ask(contactRoutes.create, { body: { name: '=HYPERLINK("http://evil")' } })
    await chained()
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
    await chained()
    const { items } = await the.owner.api.ask(routes.suspicious)
    const found = items.find(({ kind, actor }) => kind === 'failed_sign_ins' && actor.id === member.userId)
    assert.equal(found?.count, 5)
    assert.equal((await the.owner.api.ask(routes.read, { params: { seq: found.records[0]! } })).action, 'session.refused')
  })
})

describe('the chain', () => {
  const tampered = async (change: string, undo: () => Promise<unknown>) => {
    await the.admin.query(`set session_replication_role = replica`)
    await the.admin.query(change)
    const found = await verdict()
    await undo()
    await the.admin.query(`set session_replication_role = default`)
    assert.ok((await verdict()).whole, 'whole again')
    return found.break
  }
  const mine = () => `tenant_id = '${the.owner.tenantId}'`

  test('many acts at once get numbers without gaps', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, i) => the.owner.api.ask(contactRoutes.create, { body: { name: `Junto ${i}` } })))
    await chained()
    const { rows } = await the.admin.query<{ whole: boolean }>(
      `select count(*) = max(seq) and min(seq) = 1 and count(distinct request_id) filter (where action = 'contact.created' and after is null) >= 40 as whole from audit.record where ${mine()}`,
    )
    assert.ok(rows[0]!.whole)
    assert.ok((await verdict()).whole)
  })

  test('one changed byte is found, with its number', async () => {
    const broken = await tampered(`update audit.record set agent = agent || 'x' where ${mine()} and seq = 3`, () =>
      the.admin.query(`update audit.record set agent = left(agent, -1) where ${mine()} and seq = 3`),
    )
    assert.deepEqual(broken, { seq: 3, why: 'changed' })
  })

  test('so is a missing record, also the last one', async () => {
    await the.admin.query('create temp table kept as select * from audit.record')
    for (const which of ['4', `(select max(seq) from audit.record where ${mine()})`]) {
      const { rows } = await the.admin.query<{ seq: string }>(`select ${which} as seq`)
      const broken = await tampered(`delete from audit.record where ${mine()} and seq = ${rows[0]!.seq}`, () =>
        the.admin.query(`insert into audit.record select * from kept where ${mine()} and seq = ${rows[0]!.seq}`),
      )
      assert.deepEqual(broken, { seq: Number(rows[0]!.seq), why: 'missing' })
    }
  })

  test('so are two that changed places', async () => {
    const swap = (a: number, b: number) => `update audit.record set seq = -${a} where ${mine()} and seq = ${a};
      update audit.record set seq = ${a} where ${mine()} and seq = ${b}; update audit.record set seq = ${b} where ${mine()} and seq = -${a}`
    assert.deepEqual(await tampered(swap(2, 5), () => the.admin.query(swap(2, 5))), { seq: 2, why: 'changed' })
  })

  test('nobody changes or removes a record, the owner of the table neither', async () => {
    for (const text of ['update audit.record set agent = null', 'delete from audit.record', 'truncate audit.record'])
      await assert.rejects(the.admin.query(text), { code: '42501' }, text)
    await clientTo(await connectionFor(the.adminUrl, 'cq_app', databaseSecret), async (app) => {
      await app.query(`set app.tenant_id = '${the.owner.tenantId}'`)
      for (const text of [
        'update audit.record set agent = null',
        'delete from audit.record',
        'insert into audit.record select * from audit.record',
        'select audit.chain(1)',
        `select audit.forget_before('${the.owner.tenantId}', now(), 'x')`,
      ])
        await assert.rejects(app.query(text), { code: '42501' }, text)
    })
  })

  test('retention takes the oldest and leaves an anchor from which the chain goes on', async () => {
    const {
      rows: [fifth],
    } = await the.admin.query<{ at: Date }>(`select at from audit.record where tenant_id = $1 order by seq offset 1 limit 1`, [neighbour.tenantId])
    await the.admin.query('select audit.forget_before($1, $2, $3)', [neighbour.tenantId, fifth?.at ?? new Date(), 'a test'])
    await neighbour.api.ask(tenancyRoutes.updateBusiness, { body: { trade: 'salon' } })
    assert.ok((await verdict(neighbour)).whole)
  })

  test('what was committed and not chained when the process died is chained once by the next one', async () => {
    // Somebody else holds the place of the one who chains, so that this node dies before it got to it.
    const contact = await clientTo({ connectionString: the.adminUrl }, async (other) => {
      await other.query('select pg_advisory_lock(7223846003)')
      const made = await the.owner.api.ask(contactRoutes.create, { body: { name: 'Antes del corte' } })
      assert.equal((await the.admin.query('select 1 from audit.pending where subject_id = $1', [made.id])).rowCount, 1)
      await the.stop()
      return made
    })
    the = await startProduct({ adminUrl: the.adminUrl })
    const told = await records({ subjectId: contact.id })
    assert.deepEqual(
      told.map(({ action }) => action),
      ['contact.created'],
    )
    assert.ok((await verdict()).whole)
  })
})

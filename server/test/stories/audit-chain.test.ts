import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { auditRoutes as routes, contactRoutes, tenancyRoutes, type AuditRecord } from '@chasqui/contracts'
import { connectionFor } from '#platform/database/roles'
import { auditVerify } from '../../src/cli/commands/audit.ts'
import type { Terminal } from '../../src/cli/terminal.ts'
import { clientTo, databaseSecret, jwtSecret } from '../kit/cluster.ts'
import { startProduct, type Person, type RunningProduct } from '../kit/product.ts'

/** Nobody changes the trail unseen, whatever they may do with the database, and nothing that was done is missing in it. */
let the: RunningProduct
before(async () => {
  the = await startProduct()
  await the.idle()
  for (const name of ['Uno', 'Dos', 'Tres', 'Cuatro', 'Cinco']) await the.owner.api.ask(contactRoutes.create, { body: { name } })
})
after(() => the.stop())

/** When everything that was left has its place. */
const records = async (query: Record<string, string | number> = {}, by: Person = the.owner): Promise<AuditRecord[]> => {
  await the.chained()
  return (await by.api.ask(routes.list, { query: { limit: 200, ...query } })).items
}
const verdict = async (by: Person = the.owner) => {
  await the.chained()
  return by.api.ask(routes.verify)
}

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
  const columns =
    'tenant_id, seq, at, actor_kind, actor_id, actor_name, on_behalf_of, on_behalf_name, action, ' +
    'subject_kind, subject_id, subject_name, before, after, address, country, agent, request_id, result, previous_hash, hash'
  const mine = () => `tenant_id = '${the.owner.tenantId}'`

  test('many acts at once get numbers without gaps', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, i) => the.owner.api.ask(contactRoutes.create, { body: { name: `Junto ${i}` } })))
    await the.chained()
    const { rows } = await the.admin.query<{ whole: boolean }>(
      `select count(*) = max(seq) and min(seq) = 1 and count(distinct request_id) filter (where after ->> 'name' like 'Junto %') = 40 as whole from audit.record where ${mine()}`,
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

  test('the command line names it as well, and ends with 1; with 0 when all is whole', async () => {
    const verify = async (): Promise<{ code: number; told: string }> => {
      const told: string[] = []
      const terminal = {
        line: ({ subject, detail }: { subject: string; detail: string }) => told.push(`${subject}: ${detail}`),
        say: () => {},
        event: () => {},
      }
      const keys = `k1:${Buffer.alloc(32, 7).toString('base64')}`
      const env = { DATABASE_URL: the.adminUrl, DATA_DIR: the.dataDir, JWT_SECRET: jwtSecret, ENCRYPTION_KEYS: keys, LOG_LEVEL: 'silent' }
      const code = await auditVerify.run({ env, terminal: terminal as unknown as Terminal, values: { tenant: 'demo' }, arguments: [] })
      return { code, told: told.join() }
    }
    assert.deepEqual((await verify()).code, 0)
    await the.admin.query(`set session_replication_role = replica`)
    await the.admin.query(`update audit.record set agent = agent || 'x' where ${mine()} and seq = 3`)
    assert.deepEqual(await verify(), { code: 1, told: 'demo: broken: record 3 was changed' })
    await the.admin.query(`update audit.record set agent = left(agent, -1) where ${mine()} and seq = 3`)
    await the.admin.query(`set session_replication_role = default`)
  })

  test('so is a missing record, also the last one', async () => {
    await the.admin.query('create temp table kept as select * from audit.record')
    for (const which of ['4', `(select max(seq) from audit.record where ${mine()})`]) {
      const { rows } = await the.admin.query<{ seq: string }>(`select ${which} as seq`)
      const broken = await tampered(`delete from audit.record where ${mine()} and seq = ${rows[0]!.seq}`, () =>
        the.admin.query(`insert into audit.record (${columns}) select ${columns} from kept where ${mine()} and seq = ${rows[0]!.seq}`),
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
        'insert into audit.record (tenant_id, seq) select tenant_id, seq from audit.record',
        'select audit.chain(1)',
        `select audit.forget_before('${the.owner.tenantId}', '2020-01-01')`,
      ])
        await assert.rejects(app.query(text), { code: '42501' }, text)
    })
  })

  test('a record that somebody put in front, behind or into the chain is found', async () => {
    const { rows } = await the.admin.query<{ last: number }>(`select max(seq) as last from audit.record where ${mine()}`)
    for (const [seq, found] of [
      [0, { seq: 0, why: 'inserted' }],
      [-7, { seq: -7, why: 'inserted' }],
      [rows[0]!.last + 1, { seq: rows[0]!.last + 1, why: 'unlinked' }],
    ] as const) {
      const copy = `insert into audit.record (tenant_id, seq, at, actor_kind, action, result, previous_hash, hash)
        select tenant_id, ${seq}, at, actor_kind, action, result, previous_hash, hash from audit.record where ${mine()} and seq = 2`
      const broken = await tampered(copy, () => the.admin.query(`delete from audit.record where ${mine()} and seq = ${seq}`))
      assert.equal(broken?.seq, found.seq)
    }
  })

  test('one changed byte anywhere in a row is found: in each of its columns', async () => {
    const { rows: found } = await the.admin.query<{ name: string; type: string }>(
      `select attname as name, format_type(atttypid, null) as type from pg_attribute where attrelid = 'audit.record'::regclass and attnum > 0 and attname not in ('tenant_id', 'seq') and attgenerated = ''`,
    )
    const other: Record<string, string> = {
      text: `coalesce(NAME, '') || 'x'`,
      jsonb: `coalesce(NAME, '{}') || '{"x": 1}'`,
      bytea: `set_byte(NAME, 0, get_byte(NAME, 0) # 1)`,
      'timestamp with time zone': `NAME + interval '1 microsecond'`,
    }
    await the.admin.query(`create temp table before_change as select * from audit.record where ${mine()} and seq = 4`)
    for (const { name, type } of found) {
      const value = other[type]!.replaceAll('NAME', name)
      const back = () => the.admin.query(`update audit.record r set ${name} = b.${name} from before_change b where r.tenant_id = b.tenant_id and r.seq = b.seq`)
      assert.deepEqual(await tampered(`update audit.record set ${name} = ${value} where ${mine()} and seq = 4`, back), { seq: 4, why: 'changed' }, name)
    }
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

describe('what dies on the way', () => {
  test('connections that are cut at any instant lose no act that was answered, record none twice and break no chain', async () => {
    const name = (index: number) => `Bajo fuego ${index}`
    let [cutting, answered] = [true, 0]
    const cut = async () => {
      while (cutting)
        await the.admin.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename in ('cq_app', 'cq_system') and random() < 0.3`,
        )
    }
    const act = async (index: number) => {
      const reply = await the.owner.api.send('POST', contactRoutes.create.path, { name: name(index) })
      if (reply.status === 201) answered += 1
    }
    const knife = cut()
    for (let round = 0; round < 10; round++) await Promise.all(Array.from({ length: 20 }, (_, index) => act(round * 20 + index)))
    cutting = false
    await knife
    await the.chained()
    const { rows } = await the.admin.query<{ done: number; told: number; twice: number }>(
      `select (select count(*)::int from contacts.contact where name like 'Bajo fuego %') as done, count(*)::int as told, count(*)::int - count(distinct subject_id)::int as twice
       from audit.record where action = 'contact.created' and after ->> 'name' like 'Bajo fuego %'`,
    )
    const { done, told, twice } = rows[0]!
    assert.deepEqual([told, twice], [done, 0])
    assert.ok(done >= answered && answered > 0, `${answered} answered of ${done} done`)
    assert.ok((await verdict()).whole)
  })
})

describe('retention', () => {
  const dayMs = 86_400_000
  /** Begins the round of the night. One that is under way plans the next for its own time, so it is asked for until it came. */
  const pruned = (by: Person) =>
    the.until(async () => {
      await the.admin.query(`update platform.job set run_at = '2000-01-01' where queue = 'rounds'`)
      await the.admin.query(`update platform.lane set ready_at = '2000-01-01' where queue = 'rounds'`)
      await the.clock.advance(1)
      return (await records({ action: 'audit.pruned' }, by))[0]
    }, 'the round has pruned')

  test('takes what is older than two years and leaves an anchor from which the chain goes on', async () => {
    const now = await the.clock.now()
    await the.clock.set(new Date(now.getTime() - 800 * dayMs))
    const person = await the.addTenant('De antes')
    await person.api.ask(tenancyRoutes.updateBusiness, { body: { trade: 'salon' } })
    await the.chained()
    await the.clock.set(now)
    const again = await the.signIn(person.email)
    const old = (await records({}, again)).filter(({ at }) => Date.parse(at) < now.getTime() - 730 * dayMs).length
    assert.ok(old > 1)
    assert.ok((await verdict(again)).whole)
    const { actor, after: told } = await pruned(again)
    assert.deepEqual([actor.kind, told!.removed, told!.lastSeq], ['system', old, old])
    const { whole, firstSeq } = await verdict(again)
    assert.deepEqual([whole, firstSeq], [true, old + 1])
    assert.deepEqual((await again.api.ask(routes.settings)).retentionDays, 730)
  })

  test('is shorter where an organisation wants it so, which is recorded, but never longer than the installation’s', async () => {
    const now = await the.clock.now()
    await the.clock.set(new Date(now.getTime() - 100 * dayMs))
    const [brief, usual] = [await the.addTenant('Poca memoria'), await the.addTenant('Memoria de siempre')]
    for (const { api } of [brief, usual]) await api.ask(tenancyRoutes.updateBusiness, { body: { trade: 'salon' } })
    await the.chained()
    await the.clock.set(now)
    const [own, others] = [await the.signIn(brief.email), await the.signIn(usual.email)]
    const change = (retentionDays: number | null) => own.api.ask(routes.changeSettings, { body: { retentionDays } })
    assert.deepEqual(await change(90), { retentionDays: 90, ownRetentionDays: 90, mostRetentionDays: 730 })
    assert.equal((await own.api.refused(422, routes.changeSettings, { body: { retentionDays: 731 } })).code, 'audit.retention_beyond_host')
    await own.api.refused(422, routes.changeSettings, { body: { retentionDays: 29 } })
    const agent = await the.addMember(own.tenantId, 'agent')
    await agent.api.refused(403, routes.changeSettings, { body: { retentionDays: 30 } })
    await the.chained()
    const told = await records({ action: 'audit.changed' }, own)
    assert.deepEqual(
      told.map(({ before, after }) => [before, after]),
      [[{ retentionDays: 730 }, { retentionDays: 90 }]],
    )
    await pruned(own)
    assert.ok((await verdict(own)).whole)
    assert.deepEqual([(await records({ action: 'business.changed' }, own)).length, (await records({ action: 'business.changed' }, others)).length], [0, 1])
    assert.equal((await others.api.ask(routes.settings)).retentionDays, 730)
    assert.deepEqual(await change(null), { retentionDays: 730, ownRetentionDays: null, mostRetentionDays: 730 })
  })

  test('the last 30 days stay, whoever asks', async () => {
    await assert.rejects(the.admin.query('select audit.forget_before($1, now())', [the.owner.tenantId]), { code: '42501' })
  })

  test('an anchor that the chain does not tell of is found', async () => {
    const neighbour = await the.addTenant('Vecinos')
    for (const name of ['Uno', 'Dos', 'Tres']) await neighbour.api.ask(contactRoutes.create, { body: { name } })
    await the.chained()
    await the.admin.query(`set session_replication_role = replica`)
    await the.admin.query(
      `insert into audit.anchor (tenant_id, seq, hash, removed) select tenant_id, seq, hash, 2 from audit.record where tenant_id = $1 and seq = 2`,
      [neighbour.tenantId],
    )
    await the.admin.query('delete from audit.record where tenant_id = $1 and seq <= 2', [neighbour.tenantId])
    await the.admin.query(`set session_replication_role = default`)
    assert.deepEqual((await verdict(neighbour)).break, { seq: 2, why: 'missing' })
  })
})

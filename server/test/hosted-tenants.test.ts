import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createTenancy } from '#tenancy'
import { setUpIdentity, type IdentitySetUp } from './identity-setup.ts'

/** A large installation: what its host's list costs must not grow by statements, nor read whole tables. */
let the: IdentitySetUp
before(async () => {
  the = await setUpIdentity()
  await the.admin.query(`
    insert into tenancy.tenant (tenant_id, name, slug, created_at, updated_at) select gen_random_uuid(), 'Negocio ' || n, 'n' || n, now(), now() from generate_series(1, 200) n;
    insert into identity."user" (id, email, name, created_at, updated_at) select gen_random_uuid(), n || '@x.example', 'P', now(), now() from generate_series(1, 20) n;
    insert into identity.membership (tenant_id, user_id, role, created_at) select t.tenant_id, u.id, 'agent', now() from tenancy.tenant t, identity."user" u;
    insert into tenancy.message_month (tenant_id, month, sent) select tenant_id, '2026-03-01', 7 from tenancy.tenant;
    update tenancy.tenant set message_limit = 10;
    insert into files.file (tenant_id, id, name, mime, size, sha256, location, created_at) select tenant_id, gen_random_uuid(), 'x', 'x/x', n, '', 'x', now() from generate_series(1, 100) n, tenancy.tenant;
    analyze`)
})
after(() => the.stop())

test('two hundred tenants with twenty people each are one statement', async () => {
  const statements: string[] = []
  const system: typeof the.database.system = { query: (text, values) => (statements.push(text), the.database.system.query(text, values)) }
  const tenancy = createTenancy({ database: { ...the.database, system }, clock: the.clock, hints: the.hints })
  for (const limit of [1, 200]) {
    statements.length = 0
    const { items, nextCursor } = await tenancy.hosted.list({ limit })
    assert.deepEqual([items.length, nextCursor === null, statements.length], [limit, limit === 200, 1])
    assert.ok(items.every(({ usage }) => usage.users === 20 && usage.messages === 7))
  }
})

test('what they use is found by indexes', async () => {
  await the.admin.query('begin')
  await the.admin.query(`select * from tenancy.usage_of(array(select tenant_id from tenancy.tenant limit 50), '2026-03-02T12:00:00Z')`)
  const { rows } = await the.admin.query<{ relname: string; seq_scan: number; idx_scan: number }>(
    `select relname, seq_scan::int, idx_scan::int from pg_stat_xact_user_tables where relname in ('membership', 'message_month', 'file')`,
  )
  await the.admin.query('rollback')
  assert.equal(rows.length, 3)
  for (const { relname, seq_scan, idx_scan } of rows) assert.deepEqual([seq_scan, idx_scan >= 50], [0, true], relname)
})

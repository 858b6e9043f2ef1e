import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type pg from 'pg'
import { connectionFor } from '#platform/database/roles'
import { clientTo, databaseSecret } from '../kit/cluster.ts'
import { startProduct, type RunningProduct } from '../kit/product.ts'

/**
 * What the database itself promises, read from its catalogue: a table that somebody adds without its wall fails here. Two tenants with data
 * exist, so that an empty answer means a wall and not an empty house.
 */
let the: RunningProduct
let admin: pg.Client
before(async () => {
  the = await startProduct()
  admin = the.admin
  await the.addTenant('Vecinos')
  await the.idle()
})
after(() => the.stop())

/** Schemas of the product: all that PostgreSQL itself did not bring. */
const ours = `n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'public') and n.nspname not like 'pg\\_%'`
type Table = { name: string; rls: boolean; has_tenant: boolean; owner: string; kind: string }
const tables = async (): Promise<Table[]> =>
  (
    await admin.query<Table>(
      `select format('%I.%I', n.nspname, c.relname) as name, c.relrowsecurity as rls, c.relkind as kind, pg_get_userbyid(c.relowner) as owner,
       exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped) as has_tenant
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and ${ours} order by 1`,
    )
  ).rows
const names = <Row extends { name: string }>(rows: Row[]) => rows.map((row) => row.name)
const none = async (query: string, why: string) => assert.deepEqual((await admin.query(query)).rows, [], why)

describe('tables', () => {
  test('there are as many as the product has, so that this test looks at something', async () => {
    const found = await tables()
    assert.ok(found.length >= 28, `${found.length} tables`)
    assert.ok(found.filter((table) => table.has_tenant).length >= 22)
  })

  test('each with a tenant has row-level security for reading and for writing', async () => {
    assert.deepEqual(names((await tables()).filter((table) => table.has_tenant && !table.rls)), [])
    await none(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and ${ours} and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
         and has_table_privilege('cq_app', c.oid, 'select') and not exists (
           select 1 from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname and 'cq_app' = any(p.roles) and p.cmd = 'ALL' and p.permissive = 'PERMISSIVE'
             and p.qual like '%tenant_id = platform.current_tenant()%' and p.with_check like '%tenant_id = platform.current_tenant()%')`,
      'a table without the policy that compares its tenant with the session’s, both ways',
    )
  })

  test('no policy lets the application or the auditor past its tenant', async () => {
    await none(
      `select schemaname, tablename, policyname from pg_policies where (roles && array['cq_app', 'cq_auditor', 'public']::name[]) and permissive = 'PERMISSIVE'
       and (coalesce(qual, '') not like '%platform.current_tenant()%' or (cmd in ('ALL', 'INSERT', 'UPDATE') and coalesce(with_check, qual, '') not like '%platform.current_tenant()%'))`,
      'a policy without the tenant',
    )
  })

  test('what speaks of a conversation, a contact or a file is narrowed to the reach of the person', async () => {
    const { rows } = await admin.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and ${ours} and n.nspname <> 'simulator'
         and (c.relname in ('conversation', 'contact', 'file') or exists (
           select 1 from pg_attribute a where a.attrelid = c.oid and not a.attisdropped and a.attname in ('conversation_id', 'contact_id', 'file_id')))
         and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id')
         and not exists (select 1 from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname and p.policyname = 'reach' and p.permissive = 'RESTRICTIVE')
       order by 1`,
    )
    assert.deepEqual(names(rows), [])
    const more = await admin.query(
      `select 1 from pg_policies where policyname = 'reach' and (schemaname, tablename) in (('platform', 'outbox'), ('platform', 'event'))`,
    )
    assert.equal(more.rowCount, 2)
  })

  test('what has no row-level security cannot be reached by the application', async () => {
    const { rows } = await admin.query(
      `select format('%I.%I', n.nspname, c.relname) as name, r.role from pg_class c join pg_namespace n on n.oid = c.relnamespace, (values ('cq_app'), ('cq_system'), ('cq_auditor')) as r (role)
       where c.relkind in ('r', 'p') and not c.relrowsecurity and n.nspname not in ('pg_catalog', 'information_schema')
         and (has_table_privilege(r.role, c.oid, 'select, insert, update, delete, truncate') or has_any_column_privilege(r.role, c.oid, 'select, insert, update'))`,
    )
    assert.deepEqual(rows, [])
  })

  test('no table can be emptied, altered or referenced by the application', async () => {
    const { rows } = await admin.query(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace, (values ('cq_app'), ('cq_system'), ('cq_auditor')) as r (role)
       where c.relkind in ('r', 'p') and ${ours} and has_table_privilege(r.role, c.oid, 'truncate, trigger, references')`,
    )
    assert.deepEqual(rows, [])
  })

  test('the tenant is in every primary key, unique constraint and unique index of its tables', async () => {
    const { rows } = await admin.query<{ index: string }>(
      `select i.indexrelid::regclass::text as index from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
       where i.indisunique and ${ours} and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
         and not exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnum = any(i.indkey))
         and not exists (select 1 from unnest(array['tenancy.tenant_slug_key', 'channels.channel_id', 'identity.refresh_token_pkey']) as known (name) where known.name = i.indexrelid::regclass::text)`,
    )
    assert.deepEqual(rows, [], 'only the short name of a tenant, the address of a channel and the hash of a token are of the whole host')
  })

  test('a foreign key between tables of tenants carries the tenant', async () => {
    await none(
      `select con.conrelid::regclass::text as name, con.conname from pg_constraint con where con.contype = 'f'
         and exists (select 1 from pg_attribute a where a.attrelid = con.conrelid and a.attname = 'tenant_id' and not a.attisdropped)
         and exists (select 1 from pg_attribute a where a.attrelid = con.confrelid and a.attname = 'tenant_id' and not a.attisdropped)
         and not exists (
           select 1 from unnest(con.conkey, con.confkey) as pair (own, other)
           join pg_attribute mine on mine.attrelid = con.conrelid and mine.attnum = pair.own and mine.attname = 'tenant_id'
           join pg_attribute theirs on theirs.attrelid = con.confrelid and theirs.attnum = pair.other and theirs.attname = 'tenant_id')`,
      'a reference that could lead to another tenant',
    )
  })
})

describe('views and functions', () => {
  test('views look with the eyes of whoever asks', async () => {
    const { rows } = await admin.query<{ name: string; options: string[] | null }>(
      `select format('%I.%I', n.nspname, c.relname) as name, c.reloptions as options from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'v' and ${ours}`,
    )
    assert.ok(rows.length >= 5)
    assert.deepEqual(names(rows.filter((row) => !row.options?.includes('security_invoker=true'))), [])
    await none(
      `select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('m', 'f') and ${ours}`,
      'stored views and foreign tables have no row-level security',
    )
  })

  test('functions that run as their owner are the reviewed ones, with a fixed search path, closed to the public', async () => {
    const { rows } = await admin.query<{ name: string; config: string[] | null; open: boolean }>(
      `select format('%I.%I', n.nspname, p.proname) as name, p.proconfig as config, has_function_privilege('public', p.oid, 'execute') as open from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and ${ours}`,
    )
    assert.deepEqual(rows.map(({ name, open }) => `${name} ${open}`).toSorted(), [
      'audit.chain false',
      'audit.forget_before false',
      'contacts.ids_by_stage_fact false',
      'contacts.ids_by_words_fact false',
      'contacts.search_contacts false',
      'contacts.within_reach false',
      'conversations.file_within_reach false',
      'conversations.ids_by_tag_fact false',
      'conversations.open_load_fact false',
      'conversations.search_messages false',
      'conversations.within_reach false',
      'identity.awaited_owner_fact false',
      'platform.beyond_reach false',
      'platform.newest_entries false',
      'tenancy.own_usage false',
      'tenancy.usage_of false',
    ])
    assert.ok(rows.every((row) => row.config?.some((setting) => setting.startsWith('search_path=pg_catalog'))))
  })
})

describe('roles', () => {
  test('none of ours passes row-level security, and only the owner owns', async () => {
    const { rows } = await admin.query(
      `select rolname from pg_roles where rolname like 'cq\\_%' and (rolbypassrls or rolsuper or rolcreaterole or rolcreatedb or rolreplication)`,
    )
    assert.deepEqual(rows, [])
    await none(
      `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ours} and pg_get_userbyid(c.relowner) in ('cq_app', 'cq_system', 'cq_auditor')`,
      'tables of the application',
    )
    await none(
      `select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${ours} and pg_get_userbyid(p.proowner) in ('cq_app', 'cq_system', 'cq_auditor')`,
      'functions of the application',
    )
    await none(`select nspname from pg_namespace where pg_get_userbyid(nspowner) in ('cq_app', 'cq_system', 'cq_auditor')`, 'schemas of the application')
    await none(
      `select m.rolname from pg_auth_members a join pg_roles r on r.oid = a.roleid join pg_roles m on m.oid = a.member where m.rolname in ('cq_app', 'cq_system', 'cq_auditor')`,
      'memberships of the application',
    )
  })

  test('the application cannot make anything', async () => {
    await none(
      `select r.role, n.nspname from pg_namespace n, (values ('cq_app'), ('cq_system'), ('cq_auditor')) as r (role) where n.nspname not like 'pg\\_%' and has_schema_privilege(r.role, n.oid, 'create')`,
      'schemas in which the application may create',
    )
  })
})

describe('as the application', () => {
  const asApplication = async <Result>(work: (app: pg.Client) => Promise<Result>): Promise<Result> => {
    const { connectionString, options } = await connectionFor(the.adminUrl, 'cq_app', databaseSecret)
    return clientTo({ connectionString, options }, work)
  }
  const reachable = async () => {
    const { rows } = await admin.query<{ name: string; has_tenant: boolean }>(
      `select format('%I.%I', n.nspname, c.relname) as name, exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped) as has_tenant
       from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'v') and ${ours} and has_any_column_privilege('cq_app', c.oid, 'select')`,
    )
    return rows
  }
  const count = async (app: pg.Client, name: string) => (await app.query<{ rows: number }>(`select count(*)::int as rows from ${name}`)).rows[0]!.rows

  test('nothing is to be seen without a tenant, in any table or view', async () => {
    await asApplication(async (app) => {
      assert.deepEqual((await app.query('select current_user')).rows, [{ current_user: 'cq_app' }])
      for (const { name } of await reachable()) assert.equal(await count(app, name), 0, name)
    })
  })

  test('with a tenant, only its rows', async () => {
    await asApplication(async (app) => {
      await app.query(`set app.tenant_id = '${the.owner.tenantId}'`)
      let seen = 0
      for (const { name, has_tenant } of await reachable()) {
        seen += await count(app, name)
        if (has_tenant) assert.deepEqual((await app.query(`select distinct tenant_id from ${name} where tenant_id <> $1`, [the.owner.tenantId])).rows, [], name)
      }
      assert.ok(seen > 20)
    })
  })

  test('a row of another tenant can be neither written, moved, changed nor deleted', async () => {
    const {
      rows: [other],
    } = await admin.query<{ tenant_id: string; id: string }>('select tenant_id, id from channels.channel where tenant_id <> $1 limit 1', [the.owner.tenantId])
    await asApplication(async (app) => {
      await app.query(`set app.tenant_id = '${the.owner.tenantId}'`)
      await assert.rejects(
        app.query(`insert into conversations.tag (tenant_id, id, name, color, created_at) values ($1, gen_random_uuid(), 'x', 'blue', now())`, [
          other!.tenant_id,
        ]),
        { code: '42501' },
      )
      await assert.rejects(app.query('update channels.channel set tenant_id = $1', [other!.tenant_id]), { code: '42501' })
      assert.equal((await app.query(`update channels.channel set name = 'x' where id = $1`, [other!.id])).rowCount, 0)
      assert.equal((await app.query('delete from channels.channel where tenant_id = $1', [other!.tenant_id])).rowCount, 0)
    })
  })

  test('search answers for the session’s tenant alone, and nothing without one', async () => {
    const {
      rows: [message],
    } = await admin.query<{ words: string; tenant_id: string }>(`select words, tenant_id from conversations.message where words <> '' limit 1`)
    await asApplication(async (app) => {
      const search = async () => (await app.query('select * from conversations.search_messages($1, null, null, 50)', [message!.words.split(/\s+/)[0]])).rowCount
      assert.equal(await search(), 0)
      await app.query(`set app.tenant_id = '${message!.tenant_id}'`)
      assert.ok((await search())! > 0)
      await app.query(`set app.tenant_id = '0198c0de-0000-7000-8000-000000000000'`)
      assert.equal(await search(), 0)
    })
  })
})

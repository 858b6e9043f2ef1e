import assert from 'node:assert/strict'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { channelRoutes, conversationRoutes, hostAuditRoutes, hostRoutes, ownProfileRoutes, simulatorRoutes } from '@chasqui/contracts'
import { createRemoval } from '../../src/composition/remove-tenant.ts'
import { startProduct, type Person, type RunningProduct } from '../kit/product.ts'
import { upload } from '../kit/upload.ts'

let the: RunningProduct
let eva: Person
before(async () => {
  the = await startProduct()
  eva = await the.addTenant('Se Va')
  const channelId = (await eva.api.ask(channelRoutes.list)).items[0]!.id
  await eva.api.ask(simulatorRoutes.act, { params: { channelId }, body: { from: { phone: '5491170000001', name: 'Cliente' }, text: 'hola' } })
  await the.idle()
  const { items } = await eva.api.ask(conversationRoutes.list)
  await eva.api.ask(conversationRoutes.tags, { params: { id: items[0]!.id }, body: { tags: ['x'] } })
  await upload(eva.api, { bytes: 'bytes' })
  const photo = new FormData()
  photo.append(
    'file',
    new Blob([Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')]),
    'yo.png',
  )
  assert.equal((await eva.api.send(ownProfileRoutes.setPhoto.method, ownProfileRoutes.setPhoto.path, photo)).status, 200)
})
after(() => the.stop())

const remove = (body: { name: string; withoutExport?: boolean }) => ({ params: { id: eva.tenantId }, body })
const folder = () => join(the.dataDir, 'files', eva.tenantId)
const download = async () => {
  const answer = await fetch(`${the.url}/api/tenants/${eva.tenantId}/export`, { headers: { authorization: `Bearer ${the.owner.api.token}` } })
  return Buffer.from(await answer.arrayBuffer())
}
const quoted = `format('%I.%I', n.nspname, c.relname)`
/** Tables of which a row names the tenant anywhere, in a column of its own or within a text or document, whatever tables there are. */
const tablesThatName = async (tenantId: string): Promise<string[]> => {
  const { rows } = await the.admin.query<{ name: string }>(
    `select ${quoted} as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema' order by 1`,
  )
  const found: string[] = []
  for (const { name } of rows)
    if ((await the.admin.query(`select 1 from ${name} t where t::text like '%' || $1 || '%' limit 1`, [tenantId])).rows.length > 0) found.push(name)
  return found
}
/** What the host keeps of it on purpose: its trail, and for some minutes the job that looks whether anything is left. */
const hosts = ['audit.pending', 'audit.record', 'platform.job', 'platform.lane']
const left = async (): Promise<string[]> => {
  const { rows } = await the.admin.query<{ name: string }>(
    `select ${quoted} as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped where c.relkind in ('r', 'p') order by 1`,
  )
  const found: string[] = []
  for (const { name } of rows)
    if ((await the.admin.query(`select 1 from ${name} where tenant_id = $1 limit 1`, [eva.tenantId])).rows.length > 0) found.push(name)
  return found
}
const removal = () => createRemoval({ adminUrl: the.adminUrl, now: () => new Date(), files: noDisk, channelsOf: async () => [], onGone: () => {} })
const noDisk = { removeBytesOf: () => Promise.reject(new Error('killed')) }

test('only a suspended organisation goes, and only when its name is typed', async () => {
  assert.equal((await the.owner.api.refused(409, hostRoutes.removeTenant, remove({ name: 'Se Va' }))).code, 'tenant.not_suspended')
  await download()
  await the.owner.api.ask(hostRoutes.suspendTenant, { params: { id: eva.tenantId } })
  assert.equal((await the.owner.api.refused(422, hostRoutes.removeTenant, remove({ name: 'se va' }))).code, 'tenant.name_mismatch')
  assert.ok((await left()).length > 10)
})

test('an export from before the suspension does not count, and the host has to say so to go without', async () => {
  const { suspendedAt, exportedAt } = await the.owner.api.ask(hostRoutes.tenant, { params: { id: eva.tenantId } })
  assert.ok(exportedAt! <= suspendedAt!)
  assert.equal((await the.owner.api.refused(409, hostRoutes.removeTenant, remove({ name: 'Se Va' }))).code, 'tenant.not_exported')
  assert.ok((await left()).length > 10)
})

test('killed before the commit, everything is still there and can be removed again', async () => {
  const before = await left()
  // The table that is emptied last refuses: all that was done by then is undone with it.
  await the.admin.query(`create function public.killed() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$;
    create trigger killed before delete on tenancy.tenant for each row execute function public.killed()`)
  await assert.rejects(removal().remove({ id: eva.tenantId, name: 'Se Va', slug: 'se-va' }), /killed/)
  await the.admin.query('drop trigger killed on tenancy.tenant; drop function public.killed()')
  assert.deepEqual(await left(), before)
  assert.ok(existsSync(folder()))
})

test('killed after the commit, nobody has to ask again: what is left of it goes by itself, also what others wrote meanwhile', async () => {
  const neighbours = await tablesThatName(the.owner.tenantId)
  await download()
  await assert.rejects(removal().remove({ id: eva.tenantId, name: 'Se Va', slug: 'se-va' }), /killed/)
  await the.owner.api.refused(404, hostRoutes.removeTenant, remove({ name: 'Se Va' }))
  assert.ok(existsSync(folder()), 'its files are there yet')
  mkdirSync(join(folder(), 'late'), { recursive: true })
  writeFileSync(join(folder(), 'late/.half'), 'bytes that no row ever told of')
  const late = `insert into platform.lane (tenant_id, queue, key, ready_at) values ($1, 'inbound', 'late', now() + interval '1 year')`
  await the.admin.query(late, [eva.tenantId])
  await the.clock.advance(6 * 60_000)
  await the.until(async () => !existsSync(folder()), 'its files are gone')
  await the.until(async () => (await left()).length === 0, 'and every row')
  // Somebody wrote after it had gone, so that it is looked at once more; then nothing is planned any longer.
  await the.clock.advance(6 * 60_000)
  await the.until(async () => (await tablesThatName(eva.tenantId)).every((table) => table.startsWith('audit.')), 'the host’s trail alone knows of it')
  assert.deepEqual(await tablesThatName(the.owner.tenantId), neighbours)
})

test('removed in one go, no row of any table and no file names it any more, and the neighbour keeps everything', async () => {
  const other = await the.addTenant('También Se Va')
  const before = await tablesThatName(the.owner.tenantId)
  eva = other
  await the.owner.api.ask(hostRoutes.suspendTenant, { params: { id: other.tenantId } })
  await the.owner.api.ask(hostRoutes.removeTenant, remove({ name: 'También Se Va', withoutExport: true }))
  assert.deepEqual(await left(), [])
  assert.deepEqual(
    (await tablesThatName(other.tenantId)).filter((table) => !hosts.includes(table)),
    [],
  )
  assert.equal(existsSync(folder()), false)
  assert.deepEqual(await tablesThatName(the.owner.tenantId), before)
  await the.owner.api.refused(404, hostRoutes.tenant, { params: { id: other.tenantId } })
  assert.ok([401, 403].includes((await other.api.send('GET', '/api/conversations')).status))
})

test('the host’s trail says whether a copy is outside', async () => {
  const { items } = await the.owner.api.ask(hostAuditRoutes.list, { query: { action: 'tenant.removed' } })
  assert.deepEqual(
    items.map(({ subject, before }) => [subject?.name, before && 'exportedAt' in before && before.exportedAt]),
    [
      ['También Se Va', null],
      ['Se Va', null],
    ],
  )
})

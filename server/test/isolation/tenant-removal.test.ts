import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { channelRoutes, conversationRoutes, fileRoutes, hostRoutes, simulatorRoutes } from '@chasqui/contracts'
import { startProduct, type Person, type RunningProduct } from '../kit/product.ts'

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
  const form = new FormData()
  form.append('file', new Blob(['bytes'], { type: 'text/plain' }), 'nota.txt')
  await eva.api.send('POST', fileRoutes.upload.path, form)
})
after(() => the.stop())

const remove = (body: { name: string }) => ({ params: { id: eva.tenantId }, body })
/** Tables with rows of a tenant, whatever tables there are. */
const tablesWithRows = async (tenantId: string): Promise<string[]> => {
  const { rows } = await the.admin.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped where c.relkind in ('r', 'p') order by 1`,
  )
  const found: string[] = []
  for (const { name } of rows) if ((await the.admin.query(`select 1 from ${name} where tenant_id = $1 limit 1`, [tenantId])).rows.length > 0) found.push(name)
  return found
}

test('everything leaves as JSON lines first, without anything secret', async () => {
  // Looked at before: what is counted meanwhile comes with the next export.
  const filled = await tablesWithRows(eva.tenantId)
  const { status, text, headers } = await the.owner.api.send('GET', `/api/tenants/${eva.tenantId}/export`)
  assert.equal(status, 200)
  assert.match(headers.get('content-disposition') ?? '', /se-va\.jsonl/)
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { table: string; row: Record<string, unknown> })
  const shown = new Set(lines.map(({ table }) => table))
  // Acts on their way into the trail are there by the time of the export.
  for (const table of filled) if (!['platform.idempotency', 'audit.pending'].includes(table)) assert.ok(shown.has(table), table)
  assert.ok(lines.every(({ row }) => row.tenant_id === eva.tenantId))
  assert.ok(lines.every(({ row }) => Object.keys(row).every((name) => !/secret|hash|token|password/.test(name))))
  const member = lines.find(({ table, row }) => table === 'identity.member_card' && row.id === eva.userId)
  assert.deepEqual([member?.row.email, member?.row.role], [eva.email, 'owner'], 'who its people are, whose accounts are the host’s')
  assert.ok(!text.includes(the.owner.tenantId))
})

test('only a suspended organisation goes, and only when its name is typed', async () => {
  assert.equal((await the.owner.api.refused(409, hostRoutes.removeTenant, remove({ name: 'Se Va' }))).code, 'tenant.not_suspended')
  await the.owner.api.ask(hostRoutes.suspendTenant, { params: { id: eva.tenantId } })
  assert.equal((await the.owner.api.refused(422, hostRoutes.removeTenant, remove({ name: 'se va' }))).code, 'tenant.name_mismatch')
  assert.ok((await tablesWithRows(eva.tenantId)).length > 10)
})

test('no row of any table and no file stays behind, and the neighbour keeps everything', async () => {
  const before = await tablesWithRows(the.owner.tenantId)
  await the.owner.api.ask(hostRoutes.removeTenant, remove({ name: 'Se Va' }))
  assert.deepEqual(await tablesWithRows(eva.tenantId), [])
  assert.equal(existsSync(join(the.dataDir, 'files', eva.tenantId)), false)
  assert.deepEqual(await tablesWithRows(the.owner.tenantId), before)
  await the.owner.api.refused(404, hostRoutes.tenant, { params: { id: eva.tenantId } })
  assert.ok([401, 403].includes((await eva.api.send('GET', '/api/conversations')).status))
})

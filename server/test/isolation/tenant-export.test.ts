import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { channelRoutes, conversationRoutes, hostRoutes, apiKeyRoutes, simulatorRoutes } from '@chasqui/contracts'
import { startProduct, type Person, type RunningProduct } from '../kit/product.ts'
import { readZip } from '../kit/read-zip.ts'
import { upload } from '../kit/upload.ts'

/** What an organisation takes along when it leaves, read back from the archive and compared with the database. */
let the: RunningProduct
let eva: Person
let secret: string
/** What the first download held. */
let all: { answer: Response; found: Map<string, Buffer> }
const large = randomBytes(50 * 1024 * 1024)
before(async () => {
  the = await startProduct()
  eva = await the.addTenant('Se Va')
  const channelId = (await eva.api.ask(channelRoutes.list)).items[0]!.id
  await eva.api.ask(simulatorRoutes.act, { params: { channelId }, body: { from: { phone: '5491170000001', name: 'Cliente' }, text: 'hola\n«"ñ"» 🙌' } })
  await the.idle()
  const { items } = await eva.api.ask(conversationRoutes.list)
  await eva.api.ask(conversationRoutes.tags, { params: { id: items[0]!.id }, body: { tags: ['x'] } })
  await keep('nota.txt', Buffer.from('bytes'))
  await keep('../..', Buffer.from('a name that would lead elsewhere'))
  await keep('copia.bin', large)
  secret = (await eva.api.ask(apiKeyRoutes.create, { body: { name: 'Llave', scopes: ['contacts.read'] } })).secret
  all = await download()
})
after(() => the.stop())

const keep = async (name: string, bytes: Buffer) => assert.equal((await upload(eva.api, { bytes, type: 'application/octet-stream', name })).status, 201)
const address = () => `${the.url}/api/tenants/${eva.tenantId}/export`
const begin = (signal?: AbortSignal) => fetch(address(), { headers: { authorization: `Bearer ${the.owner.api.token}` }, ...(signal && { signal }) })
type Row = Record<string, unknown>
type FileLine = { path: string; id: string; name: string; type: string; size: number; sha256: string }
const linesOf = <Line = Row>(bytes: Buffer | undefined): Line[] => {
  assert.ok(bytes)
  return bytes
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line)
}
const download = async () => {
  const answer = await begin()
  assert.equal(answer.status, 200)
  return { answer, found: readZip(Buffer.from(await answer.arrayBuffer())) }
}
const exportedAt = async () => (await the.owner.api.ask(hostRoutes.tenant, { params: { id: eva.tenantId } })).exportedAt

/** Columns that leave with nobody: what opens a door, what is of this installation's disk, and what the search makes of words. */
const withheld = [
  'channels.channel.secrets',
  'conversations.message.search',
  'files.file.location',
  'files.file.thumbnail_location',
  'identity.api_key_secret.secret_hash',
  'identity.invitation.key_hash',
  'identity.refresh_token.successor_hash',
  'identity.refresh_token.token_hash',
]

test('every table with rows of tenants is there with all its rows and columns, but for those that open doors', async () => {
  const { answer, found } = all
  assert.match(answer.headers.get('content-disposition') ?? '', /se-va\.zip/)
  assert.equal(answer.headers.get('content-type'), 'application/zip')
  const tables = await the.admin.query<{ name: string; columns: string[] }>(
    `select format('%s.%s', n.nspname, c.relname) as name, array_agg(a.attname::text order by a.attnum) as columns from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped where c.relkind in ('r', 'p') and not c.relispartition
     group by 1 having bool_or(a.attname = 'tenant_id') order by 1`,
  )
  const summary = linesOf<{ tables: Record<string, number>; files: number; missingFiles: string[] }>(found.get('summary.json'))[0]!
  const hidden: string[] = []
  let filled = 0
  for (const { name, columns } of tables.rows) {
    if (['platform.idempotency', 'channels.session_key'].includes(name)) continue
    const rows = linesOf(found.get(`tables/${name}.ndjson`))
    const counted = await the.admin.query<{ count: number }>(`select count(*)::int as count from ${name} where tenant_id = $1`, [eva.tenantId])
    assert.equal(rows.length, counted.rows[0]!.count, name)
    assert.ok(rows.every((row) => row.tenant_id === eva.tenantId))
    if (rows.length === 0) continue
    filled++
    assert.equal(summary.tables[name], rows.length)
    hidden.push(...columns.filter((column) => !(column in rows[0]!)).map((column) => `${name}.${column}`))
  }
  assert.ok(filled > 15, `${filled} tables with rows`)
  assert.deepEqual(
    hidden.filter((column) => !withheld.includes(column)),
    [],
  )
  const messages = linesOf(found.get('tables/conversations.message.ndjson'))
  assert.ok(messages.some(({ content }) => (content as { text?: string }).text === 'hola\n«"ñ"» 🙌'))
  const people = linesOf(found.get('tables/identity.member_card.ndjson'))
  assert.deepEqual([people[0]?.email, people[0]?.role], [eva.email, 'owner'], 'who its people are, whose accounts are the host’s')
  assert.equal(linesOf(found.get('about.json'))[0]!.format, 1)
})

test('nothing that opens a door, and nothing of the neighbour, is in it', async () => {
  const text = [...all.found]
    .filter(([path]) => !path.startsWith('files/'))
    .map(([, bytes]) => bytes.toString('utf8'))
    .join('\n')
  assert.ok(!text.includes(secret))
  const secrets = await the.admin.query<{ secret: string }>(
    `select encode(secrets, 'hex') as secret from channels.channel where tenant_id = $1 and secrets is not null
     union all select encode(secret_hash, 'hex') from identity.api_key_secret where tenant_id = $1 union all select encode(token_hash, 'hex') from identity.refresh_token
     union all select password_hash from identity."user" where password_hash is not null`,
    [eva.tenantId],
  )
  assert.ok(secrets.rows.length > 2)
  for (const { secret } of secrets.rows) assert.ok(!text.includes(secret))
  assert.ok(!text.includes(the.owner.tenantId))
})

test('files are there byte for byte under harmless paths, with a manifest of what they were called', async () => {
  const { found } = all
  const manifest = linesOf<FileLine>(found.get('files/manifest.ndjson'))
  const { rows } = await the.admin.query<Row>(
    `select id, name, mime as type, size::int as size, encode(sha256, 'hex') as sha256 from files.file where tenant_id = $1 order by id`,
    [eva.tenantId],
  )
  assert.deepEqual(
    manifest.map(({ id, name, type, size, sha256 }) => ({ id, name, type, size, sha256 })),
    rows,
  )
  assert.equal(manifest.length, 3)
  for (const { path, size, sha256 } of manifest) {
    assert.match(path, /^files\/[0-9a-f-]{36}(\.[a-z0-9]+)?$/)
    const bytes = found.get(path)!
    assert.deepEqual([bytes.length, createHash('sha256').update(bytes).digest('hex')], [size, sha256])
  }
  assert.ok(manifest.some(({ size }) => size === large.length))
})

test('bytes that the disk has lost are named, and all the rest comes', async () => {
  const location = (
    await the.admin.query<{ location: string; id: string }>(`select location, id from files.file where tenant_id = $1 and name = 'nota.txt'`, [eva.tenantId])
  ).rows[0]!
  const path = join(the.dataDir, 'files', location.location)
  const bytes = readFileSync(path)
  rmSync(path)
  const { found } = await download()
  writeFileSync(path, bytes)
  const { files, missingFiles } = linesOf<{ files: number; missingFiles: string[] }>(found.get('summary.json'))[0]!
  assert.deepEqual([files, missingFiles], [2, [`files/${location.id}.txt`]])
})

test('what is only just being made of a file is neither promised nor missed', async () => {
  const { rows } = await the.admin.query<{ id: string }>(
    `insert into files.file (tenant_id, id, name, mime, size, sha256, location, created_by, created_at, state, source_id, recipe)
     select tenant_id, gen_random_uuid(), 'nota.ogg', 'audio/ogg', 0, '', location || '-made', created_by, created_at, 'making', id, 'voice'
     from files.file where tenant_id = $1 and name = 'nota.txt' returning id`,
    [eva.tenantId],
  )
  const { found } = await download()
  await the.admin.query('delete from files.file where id = $1', [rows[0]!.id])
  const { files, missingFiles } = linesOf<{ files: number; missingFiles: string[] }>(found.get('summary.json'))[0]!
  assert.deepEqual([linesOf(found.get('files/manifest.ndjson')).length, files, missingFiles], [3, 3, []])
})

test('its trail proves itself by the words of the guide alone, and a changed byte is named', async () => {
  const { found } = all
  const guide = readFileSync(join(import.meta.dirname, '../../../docs/guides/leaving.md'), 'utf8')
  const program = /```js\n([\s\S]*?)```/.exec(guide)?.[1]
  assert.ok(program)
  const folder = join(the.dataDir, 'unpacked')
  mkdirSync(join(folder, 'tables'), { recursive: true })
  const check = () => execFileSync(process.execPath, ['--input-type=module', '-e', program], { cwd: folder, encoding: 'utf8' }).trim()
  for (const table of ['record', 'head', 'anchor']) writeFileSync(join(folder, `tables/audit.${table}.ndjson`), found.get(`tables/audit.${table}.ndjson`)!)
  const trail = found.get('tables/audit.record.ndjson')!.toString('utf8')
  const count = trail.trim().split('\n').length
  assert.ok(
    linesOf(Buffer.from(trail)).some(({ action }) => action === 'tenant.exported'),
    'the export itself is in it',
  )
  assert.equal(check(), `whole: ${count} records, up to number ${count}`)
  writeFileSync(join(folder, 'tables/audit.record.ndjson'), trail.replace('"tenant.created\\"', '"tenant.changed\\"'))
  assert.equal(check(), 'record 1 is not as it was written')
})

test('a caller who goes away lets go of everything, and what they left is no export', async () => {
  const before = await exportedAt()
  const leaving = new AbortController()
  const answer = await begin(leaving.signal)
  const reader = answer.body!.getReader()
  let taken = 0
  while (taken < 1_000_000) taken += (await reader.read()).value!.length
  leaving.abort()
  const open = `select count(*)::int as count from pg_stat_activity where datname = current_database() and query like '%export%' and pid <> pg_backend_pid()`
  await the.until(async () => (await the.admin.query<{ count: number }>(open)).rows[0]!.count === 0, 'no connection is held for it')
  assert.ok(before, 'the ones before had reached their end')
  assert.equal(await exportedAt(), before)
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Id, route, type Problem } from '@chasqui/contracts'
import pg from 'pg'
import { z } from 'zod'
import { migrate } from '#platform/database/migrate'
import { openDatabase, type Database } from '#platform/database/open'
import { ensureRoles } from '#platform/database/roles'
import { createHints } from '#platform/events/hints'
import { Failure } from '#platform/failure'
import { createHttp, type Actor, type Http } from '#platform/http/server'
import { newId } from '#platform/ids'
import { silentLog } from '#platform/log'
import { createMetrics } from '#platform/metrics'
import { startTestDatabase } from './kit/test-database.ts'

const secret = 'a secret of the test installation'
const now = () => new Date('2026-03-02T12:00:00Z')
const Note = z.object({ id: Id, text: z.string() })
const common = { permission: 'contacts.write', tenant: 'member', rate: 'write', idempotency: true, params: null, query: null } as const
const addNote = route({
  ...common,
  id: 'notes.add',
  method: 'POST',
  audit: { none: 'of a test' },
  path: '/api/notes',
  summary: 'Adds a dead letter, the plainest table there is',
  body: z.object({ text: z.string() }),
  response: { status: 201, body: Note },
})
const dropNotes = route({
  ...common,
  id: 'notes.drop',
  method: 'DELETE',
  audit: { none: 'of a test' },
  path: '/api/notes',
  summary: 'Drops all',
  body: null,
  response: { status: 204, body: null },
})

const actorOf = (tenantId: string): Actor => ({
  userId: newId(),
  keyId: null,
  tenantId,
  sessionId: newId(),
  role: 'owner',
  permissions: new Set(['contacts.write']),
  reach: 'all',
  hides: [],
})
const [ana, beto, carla] = [actorOf(newId()), actorOf(newId()), actorOf(newId())]
const actors = new Map([
  ['ana', ana],
  ['beto', { ...beto, tenantId: ana.tenantId }],
  ['carla', { ...carla, userId: ana.userId }],
])

let database: Database
let admin: pg.Client
let http: Http
let fails = false
let stopCluster = async () => {}

before(async () => {
  const cluster = await startTestDatabase()
  stopCluster = cluster.stop
  admin = new pg.Client({ connectionString: cluster.adminUrl })
  await admin.connect()
  await ensureRoles(admin, secret)
  await migrate(cluster.adminUrl)
  database = await openDatabase({ adminUrl: cluster.adminUrl, connections: 16, secret, ports: { now, hints: createHints() } })
  http = createHttp({
    authenticate: async ({ headers }) => actors.get(String(headers.authorization)) ?? null,
    inTenant: database.inTenant,
    now,
    log: silentLog(),
    metrics: createMetrics(),
    rateLimits: { write: Infinity },
    health: async () => Promise.reject(new Error('not asked here')),
    config: { version: '0', publicUrl: null, corsOrigins: [], trustProxy: false, webRoot: '/nowhere', metricsToken: null },
  })
  http.route(addNote, async ({ tx, body }) => {
    const id = newId()
    await tx.query(
      `insert into platform.dead_letter (tenant_id, id, queue, key, payload, error, attempts, failed_at) values ($1, $2, 'notes', 'k', '{}', $3, 1, $4)`,
      [tx.tenantId, id, body.text, now()],
    )
    if (fails) throw new Failure('conflict', 'notes.full', 'No more notes.')
    return { id, text: body.text }
  })
  http.route(dropNotes, async ({ tx }) => void (await tx.query('delete from platform.dead_letter where tenant_id = $1', [tx.tenantId])))
  await http.ready()
})

after(async () => {
  await http.close()
  await database.close()
  await admin.end()
  await stopCluster()
})

const add = (text: string, key: string | undefined, who = 'ana') =>
  http.app.inject({
    method: 'POST',
    url: '/api/notes',
    payload: { text },
    headers: { authorization: who, ...(key !== undefined && { 'idempotency-key': key }) },
  })
const notes = async (text: string) =>
  (await admin.query<{ count: number }>('select count(*)::int as count from platform.dead_letter where error = $1', [text])).rows[0]!.count

test('a repeated request has one effect and gets the same answer, marked as repeated', async () => {
  const [first, second] = [await add('once', 'key-1'), await add('once', 'key-1')]
  assert.deepEqual([first.statusCode, second.statusCode], [201, 201])
  assert.equal(second.body, first.body)
  assert.deepEqual([first.headers['idempotency-replayed'], second.headers['idempotency-replayed']], [undefined, 'true'])
  assert.equal(second.headers['content-type'], first.headers['content-type'])
  assert.equal(await notes('once'), 1)
})

test('twenty at the same time have one effect and one answer', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => add('crowd', 'key-2')))
  assert.deepEqual(new Set(answers.map(({ statusCode }) => statusCode)), new Set([201]))
  assert.equal(new Set(answers.map(({ body }) => body)).size, 1)
  assert.equal(answers.filter(({ headers }) => headers['idempotency-replayed'] === 'true').length, 19)
  assert.equal(await notes('crowd'), 1)
})

test('the same key for something else is refused', async () => {
  await add('one', 'key-3')
  const other = await add('two', 'key-3')
  assert.deepEqual([other.statusCode, other.json<Problem>().code], [422, 'idempotency.mismatch'])
  const elsewhere = await http.app.inject({ method: 'DELETE', url: '/api/notes', headers: { authorization: 'ana', 'idempotency-key': 'key-3' } })
  assert.equal(elsewhere.json<Problem>().code, 'idempotency.mismatch')
  assert.deepEqual([await notes('one'), await notes('two')], [1, 0])
})

test("another person's or another tenant's equal key is another key", async () => {
  for (const who of ['ana', 'beto', 'carla']) assert.equal((await add('shared', 'key-4', who)).headers['idempotency-replayed'], undefined)
  assert.equal(await notes('shared'), 3)
})

test('an answer that was given to other eyes is told to none that see less, and nothing happens twice', async () => {
  const first = await add('whole', 'key-7')
  for (const less of [{ hides: ['phone'] }, { reach: 'own' }] as const) {
    actors.set('ana', { ...ana, ...less })
    const again = await add('whole', 'key-7')
    assert.deepEqual([again.statusCode, again.json<Problem>().code], [422, 'idempotency.mismatch'])
  }
  actors.set('ana', ana)
  assert.equal((await add('whole', 'key-7')).body, first.body)
  assert.equal(await notes('whole'), 1)
})

test('a failure stores nothing: the same request may succeed later', async () => {
  fails = true
  const refused = await add('later', 'key-5')
  fails = false
  assert.deepEqual([refused.statusCode, await notes('later')], [409, 0])
  assert.equal((await add('later', 'key-5')).statusCode, 201)
  assert.equal(await notes('later'), 1)
})

test('an answer without a body is repeated as one', async () => {
  const drop = () => http.app.inject({ method: 'DELETE', url: '/api/notes', headers: { authorization: 'carla', 'idempotency-key': 'key-6' } })
  const [first, second] = [await drop(), await drop()]
  assert.deepEqual([first.statusCode, second.statusCode, second.body, second.headers['idempotency-replayed']], [204, 204, '', 'true'])
})

test('keys that are empty, too long or not printable are refused; without a key everything happens each time', async () => {
  for (const key of ['', ' ', 'x'.repeat(256), 'ñ']) {
    const refused = await add('bad key', key)
    assert.deepEqual([refused.statusCode, refused.json<Problem>().errors?.[0]?.path], [422, 'Idempotency-Key'], key)
  }
  await add('plain', undefined)
  await add('plain', undefined)
  assert.deepEqual([await notes('bad key'), await notes('plain')], [0, 2])
})

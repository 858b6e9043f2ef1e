import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Id, PageQuery, page, route, type Problem } from '@chasqui/contracts'
import { z } from 'zod'
import type { Tx } from '../database/transaction.ts'
import { Failure, absent } from '../failure.ts'
import { newId } from '../ids.ts'
import { silentLog } from '../log.ts'
import { createMetrics } from '../metrics.ts'
import { createHttp, type Actor, type HttpOptions } from './server.ts'

const tenantId = newId()
const known = newId()
const agent: Actor = {
  userId: newId(),
  keyId: null,
  tenantId,
  sessionId: newId(),
  role: 'agent',
  permissions: new Set(['contacts.read', 'contacts.write']),
  reach: 'all',
  hides: [],
}
const noTenant: Actor = { ...agent, tenantId: null, role: null }

/** Accepts two tokens; anything else is refused as the real one does. */
const authenticate: HttpOptions['authenticate'] = async ({ headers }) => {
  if (headers.authorization === undefined) return null
  if (headers.authorization === 'Bearer agent') return agent
  if (headers.authorization === 'Bearer homeless') return noTenant
  const [, name = '', person = '', tenant = ''] = /^Bearer (person|key) (\S+) of (\S+)$/.exec(headers.authorization) ?? []
  if (name) return { ...agent, userId: person, keyId: name === 'key' ? person : null, tenantId: tenant }
  throw new Failure('unauthenticated', 'unauthenticated', 'This access token is not valid.')
}

/** The tenant's transaction without a database: these routes keep their state in memory. */
const inTenant: HttpOptions['inTenant'] = (tenant, work) => work({ tenantId: tenant } as Tx)

const webRoot = mkdtempSync(join(tmpdir(), 'chasqui-web-'))
const optionsWith = (change: Partial<HttpOptions> = {}): HttpOptions => ({
  authenticate,
  inTenant,
  now: () => new Date('2026-03-01T12:00:00Z'),
  log: silentLog(),
  metrics: createMetrics(),
  health: async () => ({ database: { status: 'ok' }, cache: { status: 'off' }, jobs: { status: 'ok' }, channels: { status: 'ok' } }),
  config: { version: '1.2.3', publicUrl: null, corsOrigins: ['https://app.example'], trustProxy: false, webRoot, metricsToken: null },
  ...change,
})

const Thing = z.object({ id: Id, name: z.string(), size: z.number() }).meta({ id: 'Thing' })
const common = { tenant: 'member', params: null, query: null, body: null, idempotency: false } as const
const things = {
  list: route({
    ...common,
    id: 'things.list',
    method: 'GET',
    path: '/api/things',
    summary: 'Things',
    permission: 'contacts.read',
    rate: 'read',
    query: PageQuery.extend({ q: z.string().optional() }),
    response: { status: 200, body: page(z.object({ q: z.string().nullable(), limit: z.number() })) },
  }),
  create: route({
    ...common,
    id: 'things.create',
    method: 'POST',
    audit: { none: 'of a test' },
    path: '/api/things',
    summary: 'New thing',
    permission: 'contacts.write',
    rate: 'write',
    body: z.object({ name: z.string().min(1), size: z.number().int().default(1), free: z.unknown().optional() }),
    response: { status: 201, body: Thing },
  }),
  read: route({
    ...common,
    id: 'things.read',
    method: 'GET',
    path: '/api/things/:id',
    summary: 'One thing',
    permission: 'contacts.read',
    rate: 'read',
    params: z.object({ id: Id }),
    response: { status: 200, body: Thing },
  }),
  remove: route({
    ...common,
    id: 'things.remove',
    method: 'DELETE',
    audit: { none: 'of a test' },
    path: '/api/things/:id',
    summary: 'No thing',
    permission: 'channels.manage',
    rate: 'write',
    params: z.object({ id: Id }),
    response: { status: 204, body: null },
  }),
  fail: route({
    ...common,
    id: 'things.fail',
    method: 'POST',
    audit: { none: 'of a test' },
    path: '/api/things/fail',
    summary: 'Fails as told',
    permission: 'contacts.write',
    rate: 'write',
    body: z.object({ how: z.string() }),
    response: { status: 200, body: z.object({ count: z.number() }) },
  }),
  open: route({
    ...common,
    tenant: 'none',
    id: 'things.open',
    method: 'POST',
    audit: { none: 'of a test' },
    path: '/api/open',
    summary: 'For everybody',
    permission: 'public',
    rate: 'auth',
    body: z.object({ a: z.string().optional() }).default({}),
    response: { status: 204, body: null },
  }),
  stream: route({
    ...common,
    tenant: 'none',
    id: 'things.stream',
    method: 'GET',
    path: '/api/stream',
    summary: 'Bytes',
    permission: 'public',
    rate: 'read',
    response: { status: 200, body: null },
  }),
  upload: route({
    ...common,
    tenant: 'none',
    id: 'things.upload',
    method: 'POST',
    audit: { none: 'of a test' },
    path: '/api/upload',
    summary: 'Bytes in',
    permission: 'contacts.write',
    rate: 'upload',
    response: { status: 201, body: z.object({ bytes: z.number() }) },
  }),
}

const databaseError = (code: string) => Object.assign(new Error('secret table name'), { code })
let attempts = 0
const fail = (how: string): { count: number } => {
  attempts++
  if (how === 'bug') throw new Error('secret detail')
  if (how === 'wrong answer') return { count: 'secret' as unknown as number }
  if (how === '40001 once' && attempts > 1) return { count: attempts }
  throw databaseError(how.slice(0, 5))
}

const start = async (change: Partial<HttpOptions> = {}) => {
  const http = createHttp(optionsWith(change))
  http.route(things.list, ({ query }) => ({ items: [{ q: query.q ?? null, limit: query.limit }], nextCursor: null }))
  http.route(things.create, ({ body }) => ({ id: known, name: body.name, size: body.size, internal: 'must not leave' }))
  http.route(things.read, ({ params, tx }) => {
    if (params.id !== known || tx.tenantId !== tenantId) throw absent('thing')
    return { id: known, name: 'one', size: 1 }
  })
  http.route(things.remove, () => {})
  http.route(things.fail, ({ body }) => fail(body.how))
  http.route(things.open, () => {})
  http.route(things.stream, ({ reply }) => void reply.type('text/plain').send('bytes'))
  http.route(things.upload, async ({ request }) => ({ bytes: (await (await request.file())!.toBuffer()).length }))
  http.webhook('/api/webhooks/:name', {
    GET: (request) => String(request.query.challenge),
    POST: ({ body, params }) => JSON.stringify({ name: params.name, bytes: body.length, raw: Buffer.isBuffer(body) }),
  })
  await http.ready()
  return http
}

const http = await start()
after(() => http.close())

type Sent = {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS'
  url: string
  body?: string | Buffer | object
  token?: string | null
  headers?: Record<string, string>
  address?: string
}
const send = (call: Sent, on = http) => {
  const { method = 'GET', url, body, token = 'agent', headers = {}, address = '127.0.0.1' } = call
  return on.app.inject({
    method,
    url,
    remoteAddress: address,
    ...(body !== undefined && { payload: body }),
    headers: { ...(token && { authorization: `Bearer ${token}` }), ...headers },
  })
}
const json = { 'content-type': 'application/json' }
const post = (url: string, body: string | object, more: Partial<Sent> = {}) => send({ method: 'POST', url, body, headers: json, ...more })

const problem = (response: Awaited<ReturnType<typeof send>>, status: number, code: string): Problem => {
  assert.equal(response.statusCode, status, response.body)
  assert.match(String(response.headers['content-type']), /^application\/problem\+json/)
  const told = response.json<Problem>()
  assert.equal(told.code, code)
  assert.equal(told.status, status)
  assert.equal(told.requestId, response.headers['x-request-id'])
  assert.equal(response.headers['www-authenticate'], status === 401 ? 'Bearer' : undefined)
  return told
}

test('an answer carries what the contract names and nothing else', async () => {
  const response = await post('/api/things', { name: 'one' })
  assert.equal(response.statusCode, 201)
  assert.deepEqual(response.json(), { id: known, name: 'one', size: 1 })
  assert.equal(response.headers['cache-control'], 'no-store')
})

test('who is not signed in, signed in wrongly, not allowed or without a tenant is told so', async () => {
  problem(await send({ url: '/api/things', token: null }), 401, 'unauthenticated')
  problem(await send({ url: '/api/things', token: 'forged' }), 401, 'unauthenticated')
  problem(await send({ url: '/api/things', token: 'homeless' }), 403, 'tenant.none')
  const told = problem(await send({ method: 'DELETE', url: `/api/things/${known}` }), 403, 'forbidden')
  assert.match(told.detail ?? '', /channels\.manage/)
})

test('an id that cannot exist, one that does not exist: the same answer', async () => {
  const bodies = await Promise.all(
    [newId(), '1', 'null', '%00', '..%2f..', 'x'.repeat(300), '%F0%9F%98%80'].map(async (id) => {
      const { requestId: _, ...told } = problem(await send({ url: `/api/things/${id}` }), 404, 'not_found')
      return told
    }),
  )
  for (const told of bodies) assert.deepEqual(told, bodies[0])
})

test("bad input is the caller's, with the field named", async () => {
  const invalid = problem(await post('/api/things', { name: '', size: 'big' }), 422, 'invalid')
  assert.deepEqual(
    invalid.errors?.map(({ path, code }) => [path, code]),
    [
      ['name', 'too_small'],
      ['size', 'invalid_type'],
    ],
  )
  problem(await post('/api/things', '[1]'), 422, 'invalid')
  problem(await post('/api/things', ''), 422, 'invalid')
  problem(await post('/api/things', '{"name": '), 400, 'malformed_json')
  problem(await post('/api/things', '['.repeat(100_000)), 400, 'malformed_json')
  problem(await post('/api/things', '{"name":"a","size":1e400}'), 422, 'invalid')
  problem(await post('/api/things', { name: 'a', size: 2 ** 60 }), 422, 'invalid')
  problem(await post('/api/things', `{"name":"${'x'.repeat(2_100_000)}"}`), 413, 'too_large')
  problem(await post('/api/things', 'name=a', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }), 415, 'unsupported_media_type')
  problem(await post('/api/things', '--x--', { headers: { 'content-type': 'multipart/form-data; boundary=x' } }), 415, 'unsupported_media_type')
  problem(await post('/api/things', 'x', { headers: { 'content-type': 'nonsense' } }), 415, 'unsupported_media_type')
})

test('bad queries: duplicates, wrong numbers, broken percent signs', async () => {
  problem(await send({ url: '/api/things?limit=1&limit=2' }), 422, 'invalid')
  problem(await send({ url: '/api/things?limit=0' }), 422, 'invalid')
  problem(await send({ url: '/api/things?limit=1e9' }), 422, 'invalid')
  problem(await send({ url: '/api/things?q=a&q=b' }), 422, 'invalid')
  assert.equal((await send({ url: '/api/things?q=%E0%A4%A&__proto__=1&constructor=2' })).statusCode, 200)
  problem(await send({ url: '/api/things/%E0%A4%A' }), 400, 'malformed_url')
})

test('text that PostgreSQL cannot store is cleaned on its way in', async () => {
  const made = await post('/api/things', '{"name":"a\\u0000b\\ud800c","__proto__":{"size":5}}')
  assert.deepEqual(made.json(), { id: known, name: 'ab\ufffdc', size: 1 })
  const listed = await send({ url: '/api/things?q=a%00b' })
  assert.equal(listed.json<{ items: { q: string }[] }>().items[0]!.q, 'ab')
})

test('a POST without body works where the body has a default', async () => {
  for (const headers of [{}, json] as Record<string, string>[])
    assert.equal((await send({ method: 'POST', url: '/api/open', headers, token: null })).statusCode, 204)
})

test('unknown addresses are 404, known ones with another method 405', async () => {
  problem(await send({ url: '/api/nothing' }), 404, 'not_found')
  problem(await send({ url: '/docs/nothing' }), 404, 'not_found')
  const told = await send({ method: 'PUT', url: `/api/things/${known}` })
  problem(told, 405, 'method_not_allowed')
  assert.equal(told.headers.allow, 'GET, DELETE')
})

test('a bug is a 500 that tells nothing but the request id', async () => {
  for (const how of ['bug', 'wrong answer', '42P01']) {
    const response = await post('/api/things/fail', { how })
    assert.equal(problem(response, 500, 'internal').detail, undefined)
    assert.doesNotMatch(response.body, /secret/)
  }
})

test('what the database says becomes what a caller can act on', async () => {
  for (const [state, status, code] of [
    ['23505', 409, 'conflict'],
    ['23503', 409, 'conflict'],
    ['23P01', 409, 'conflict'],
    ['22021', 422, 'invalid'],
    ['57P01', 503, 'unavailable'],
    ['57014', 503, 'unavailable'],
  ] as const) {
    const response = await post('/api/things/fail', { how: state })
    problem(response, status, code)
    assert.doesNotMatch(response.body, /secret/)
  }
})

test('a serialization failure or deadlock is repeated once, then told as 503', async () => {
  attempts = 0
  assert.deepEqual((await post('/api/things/fail', { how: '40001 once' })).json(), { count: 2 })
  attempts = 0
  const response = await post('/api/things/fail', { how: '40P01' })
  problem(response, 503, 'unavailable')
  assert.equal(response.headers['retry-after'], '1')
  assert.equal(attempts, 2)
})

test('request ids: a sane one is kept, a strange one replaced', async () => {
  assert.equal((await send({ url: '/api/things', headers: { 'x-request-id': 'trace-0001' } })).headers['x-request-id'], 'trace-0001')
  for (const strange of ['short', 'with space inside', 'x'.repeat(200)])
    assert.notEqual((await send({ url: '/api/things', headers: { 'x-request-id': strange } })).headers['x-request-id'], strange)
})

test('a stream is sent by its handler', async () => {
  const response = await send({ url: '/api/stream', token: null })
  assert.deepEqual([response.statusCode, response.body], [200, 'bytes'])
})

test('one file is taken as multipart, a larger one than allowed is refused', async () => {
  const small = await start({ config: { ...optionsWith().config, uploadBytes: 1000 } })
  after(() => small.close())
  const form = (bytes: number) => ({
    method: 'POST' as const,
    url: '/api/upload',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: `--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\n${'a'.repeat(bytes)}\r\n--x--\r\n`,
  })
  assert.deepEqual((await send(form(900), small)).json(), { bytes: 900 })
  problem(await send(form(1100), small), 413, 'too_large')
  problem(await send({ ...form(1), headers: json, body: '{}' }, small), 415, 'unsupported_media_type')
})

test('calls beyond the limit are told when to come back; another user is not affected', async () => {
  const limited = await start({ rateLimits: { read: 3, auth: 2 } })
  after(() => limited.close())
  const read = () => send({ url: '/api/things' }, limited)
  assert.deepEqual([(await read()).headers['ratelimit-remaining'], (await read()).headers['ratelimit-remaining']], ['2', '1'])
  await read()
  const response = await read()
  problem(response, 429, 'limited')
  assert.equal(response.headers['retry-after'], '60')
  const open = (address: string, forwarded: string) =>
    send({ method: 'POST', url: '/api/open', token: null, address, headers: { 'x-forwarded-for': forwarded } }, limited)
  assert.deepEqual(
    [(await open('10.0.0.1', '1.1.1.1')).statusCode, (await open('10.0.0.1', '2.2.2.2')).statusCode, (await open('10.0.0.1', '3.3.3.3')).statusCode],
    [204, 204, 429],
    'a forwarded address is believed only from a trusted proxy',
  )
  assert.equal((await open('10.0.0.2', '1.1.1.1')).statusCode, 204)
  assert.deepEqual(
    [(await open('2001:db8::1', '')).statusCode, (await open('2001:db8::2', '')).statusCode, (await open('2001:db8:0:0:5::', '')).statusCode],
    [204, 204, 429],
    'one IPv6 network is one address',
  )
  for (const one of ['::ffff:10.0.0.8', '::ffff:10.0.0.9']) assert.equal((await open(one, '')).statusCode, 204, 'an IPv4 address written as IPv6 is itself')
})

test('an organisation has an allowance of its own, ten times that of one person or key; so has an address behind which many are signed in', async () => {
  const limited = await start({ rateLimits: { read: 2 } })
  after(() => limited.close())
  const read = async (token: string, address = '10.0.0.1') => (await send({ url: '/api/things', token, address }, limited)).statusCode
  const twice = async (token: string, address?: string) => [await read(token, address), await read(token, address)]
  for (let person = 0; person < 9; person++) assert.deepEqual(await twice(`person p${person} of north`, `10.0.1.${person}`), [200, 200])
  assert.deepEqual(await twice('key k of north', '10.0.1.9'), [200, 200])
  assert.equal(await read('key k of north', '10.0.1.9'), 429, 'a key has its own allowance')
  assert.equal(await read('person p10 of north', '10.0.1.10'), 429, 'the organisation has used its allowance')
  assert.equal(await read('person s of south', '10.0.1.10'), 200, 'a neighbour is not affected')
  for (let person = 0; person < 10; person++) assert.deepEqual(await twice(`person q${person} of t${person}`), [200, 200])
  assert.equal(await read('person q of t'), 429, 'the address has used its allowance')
  assert.equal(await read('person q of t', '10.0.0.2'), 200)
})

test('credentials that do not hold count for their address, so that they are not tried without end', async () => {
  const limited = await start({ rateLimits: { read: 2 } })
  after(() => limited.close())
  const guess = (token: string) => send({ url: '/api/things', token, address: '10.0.0.1' }, limited)
  for (const token of ['a', 'b']) problem(await guess(token), 401, 'unauthenticated')
  assert.ok(Number(problem(await guess('c'), 429, 'limited') && (await guess('d')).headers['retry-after']) > 0)
  assert.equal((await guess('agent')).statusCode, 200, 'who is known at that address goes on')
})

test('behind so many proxies the address that the outermost one saw counts, whatever the client claims before it', async () => {
  const proxied = await start({ rateLimits: { auth: 2 }, config: { ...optionsWith().config, trustProxy: 2 } })
  after(() => proxied.close())
  const open = async (forwarded: string) =>
    (await send({ method: 'POST', url: '/api/open', token: null, address: '10.0.0.1', headers: { 'x-forwarded-for': forwarded } }, proxied)).statusCode
  const rotated = ['', '9.9.9.9, ', '8.8.8.8, 7.7.7.7, ', 'unknown, '].map((claimed) => `${claimed}1.1.1.1, 10.0.0.2`)
  assert.deepEqual([await open(rotated[0]!), await open(rotated[1]!), await open(rotated[2]!), await open(rotated[3]!)], [204, 204, 429, 429])
  assert.equal(await open('1.1.1.1, 2.2.2.2, 10.0.0.2'), 204)
})

test('a proxy that writes the port beside the address hides nobody: each connection has another one', async () => {
  for (const trustProxy of [1, ['10.0.0.0/8']]) {
    const proxied = await start({ rateLimits: { auth: 1 }, config: { ...optionsWith().config, trustProxy } })
    const open = async (forwarded: string) =>
      (await send({ method: 'POST', url: '/api/open', token: null, address: '10.0.0.1', headers: { 'x-forwarded-for': forwarded } }, proxied)).statusCode
    assert.deepEqual([await open('1.1.1.1:4711'), await open('1.1.1.1:4712'), await open('1.1.1.1')], [204, 429, 429])
    assert.deepEqual([await open('[2001:db8::1]:4711'), await open('[2001:db8::1]'), await open('2001:db8::2')], [204, 429, 429])
    await proxied.close()
  }
})

test('behind a trusted proxy the forwarded address counts', async () => {
  const proxied = await start({ rateLimits: { auth: 1 }, config: { ...optionsWith().config, trustProxy: ['10.0.0.0/8'] } })
  after(() => proxied.close())
  const open = (forwarded: string) =>
    send({ method: 'POST', url: '/api/open', token: null, address: '10.0.0.1', headers: { 'x-forwarded-for': forwarded } }, proxied)
  assert.deepEqual([(await open('1.1.1.1')).statusCode, (await open('1.1.1.1')).statusCode, (await open('2.2.2.2')).statusCode], [204, 429, 204])
  // The nearest address that is no proxy: what stands before it is the client's own word.
  assert.deepEqual([(await open('3.3.3.3, 2.2.2.2')).statusCode, (await open('4.4.4.4, 2.2.2.2, 10.0.0.7')).statusCode], [429, 429])
})

test('webhooks get the raw bytes of any content type and none of the page headers', async () => {
  for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded', 'odd/type; x=y']) {
    const response = await send({ method: 'POST', url: '/api/webhooks/w', body: '{"a": 1}', headers: { 'content-type': type }, token: null })
    assert.deepEqual(response.json(), { name: 'w', bytes: 8, raw: true })
    assert.equal(response.headers['content-security-policy'], undefined)
  }
  assert.deepEqual((await send({ method: 'POST', url: '/api/webhooks/w', token: null })).json(), { name: 'w', bytes: 0, raw: true }, 'without a body')
  assert.equal((await send({ url: '/api/webhooks/w?challenge=42', token: null })).body, '42')
  assert.deepEqual(
    (await send({ method: 'POST', url: '/api/webhooks/w', body: Buffer.from('ab'), token: null })).json(),
    { name: 'w', bytes: 2, raw: true },
    'without a content type',
  )
  const large = await send({ method: 'POST', url: '/api/webhooks/w', body: Buffer.alloc(4_000_001), headers: json, token: null })
  assert.equal(large.statusCode, 413)
  assert.equal(large.json<Problem>().code, 'too_large')
})

test('pages cannot be framed, scripts come from here only, and only listed origins may read', async () => {
  const { headers } = await send({ url: '/api/things', headers: { origin: 'https://app.example' } })
  assert.match(String(headers['content-security-policy']), /script-src 'self';/)
  assert.match(String(headers['content-security-policy']), /frame-ancestors 'none'/)
  assert.doesNotMatch(String(headers['content-security-policy']), /upgrade-insecure-requests/)
  assert.equal(headers['x-content-type-options'], 'nosniff')
  assert.match(String(headers['permissions-policy']), /camera=\(\).*microphone=\(self\)/)
  assert.match(String(headers.vary), /Origin/i)
  assert.equal(headers['access-control-allow-origin'], 'https://app.example')
  assert.equal((await send({ url: '/api/things', headers: { origin: 'https://evil.example' } })).headers['access-control-allow-origin'], undefined)
  const preflight = await send({
    method: 'OPTIONS',
    url: '/api/things',
    token: null,
    headers: { origin: 'https://app.example', 'access-control-request-method': 'POST' },
  })
  assert.equal(preflight.headers['access-control-allow-origin'], 'https://app.example')
  assert.ok((await send({ url: '/api/nothing' })).headers['content-security-policy'], 'also when there is nothing')
  // The answer of a preflight names only what is listed, whoever asks.
  const evil = await send({
    method: 'OPTIONS',
    url: '/api/things',
    token: null,
    headers: { origin: 'https://evil.example', 'access-control-request-method': 'DELETE', 'access-control-request-headers': 'authorization' },
  })
  assert.equal(evil.headers['access-control-allow-origin'], undefined)
  for (const strange of ['null', 'https://app.example.evil.example', 'http://app.example', 'https://app.example:444'])
    assert.equal((await send({ url: '/api/things', headers: { origin: strange } })).headers['access-control-allow-origin'], undefined, strange)
})

test('a wildcard lets everybody read, but nobody with their cookies', async () => {
  const open = await start({ config: { ...optionsWith().config, corsOrigins: ['*'] } })
  after(() => open.close())
  const { headers } = await send({ url: '/api/things', headers: { origin: 'https://any.example' } }, open)
  assert.deepEqual([headers['access-control-allow-origin'], headers['access-control-allow-credentials']], ['*', undefined])
})

test('a contract that leaves something open, contradicts itself or repeats another stops the start', () => {
  const http = createHttp(optionsWith())
  http.route(things.read, () => ({ id: known, name: 'one', size: 1 }))
  const refused = (change: object, why: RegExp) => assert.throws(() => http.route({ ...things.list, ...change }, () => undefined as never), why)
  for (const field of Object.keys(things.list)) refused({ [field]: undefined }, new RegExp(`"${field}"|things`))
  refused({ id: 'things.read' }, /id is taken/)
  refused({ path: '/api/things/:other', params: z.object({ other: Id }) }, /is taken/)
  refused({ path: '/api/more/:id' }, /parameters of its path/)
  refused({ permission: 'public' }, /has a tenant/)
  refused({ tenant: 'none', idempotency: true }, /idempotency/)
  refused({ permission: 'everything' }, /"permission"/)
  refused({ response: { status: 200, body: null } }, /stream/)
})

test('JSON is compressed for who asks, and small answers are left alone', async () => {
  const document = await send({ url: '/api/openapi.json', token: null, headers: { 'accept-encoding': 'gzip' } })
  assert.equal(document.headers['content-encoding'], 'gzip')
  assert.equal((await send({ url: '/api/things', headers: { 'accept-encoding': 'gzip' } })).headers['content-encoding'], undefined)
})

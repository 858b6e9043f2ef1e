import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import type { Problem, RouteContract } from '@chasqui/contracts'
import { contactRoutes, conversationRoutes, flowRoutes, simulatorRoutes } from '@chasqui/contracts'
import { newId } from '#platform/ids'
import type { Reply } from '../kit/api.ts'
import { addressWith, everyRoute, lightSearch, soundBody } from '../kit/route-table.ts'
import { startProduct, type Person, type RunningProduct } from '../kit/product.ts'
import { simulatorOf } from '../kit/simulator.ts'
import { isWholeRun } from '../kit/thoroughness.ts'
import { threadOf } from '../kit/whatsapp.ts'

/** Whatever comes in, the answer is one of the product's own: never a 5xx, and every refusal a problem with a stable code. */
let the: RunningProduct
/** Calls are limited per person, so that several share the work. */
let owners: Person[]
let real: Record<string, Record<string, string>>
/** Statuses that the OpenAPI document tells of each operation. */
const told: Record<string, string[]> = {}
type Document = { paths: Record<string, Record<string, { operationId: string; responses: object }>> }
before(async () => {
  the = await startProduct({ env: { LOG_LEVEL: 'error', TRUST_PROXY: '127.0.0.1' } })
  owners = [the.owner]
  while (owners.length < 10) owners.push(await the.addMember(the.owner.tenantId, 'owner'))
  // So that what is asked of the host gets past the door, whoever of them asks; what a session may is held for a moment, so they sign in anew.
  await the.admin.query('update identity."user" set is_host_admin = true where id = any($1)', [owners.map(({ userId }) => userId)])
  owners = await Promise.all(owners.map(({ email }) => the.signIn(email)))
  const { api } = the.owner
  const channelId = await simulatorOf(api)
  await api.ask(simulatorRoutes.act, { params: { channelId }, body: { from: { phone: '5491199990000' }, text: 'hola' } })
  await the.idle()
  const id = (await api.ask(conversationRoutes.list, { query: { channelId, limit: 200 } })).items.find(({ contact }) => contact.phone === '+5491199990000')!.id
  const messageId = (await threadOf(api, id))[0]!.id
  real = {
    conversations: { id, messageId },
    channels: { id: channelId },
    sessions: { id: channelId },
    messages: { sessionId: channelId, chatId: '5491199990000@c.us' },
    simulator: { channelId, phone: '5491199990000' },
    contacts: { id: (await api.ask(contactRoutes.list)).items[0]!.id },
    flows: { id: (await api.ask(flowRoutes.list)).items[0]!.id },
  }
  const { paths } = (await the.anybody.send<Document>('GET', '/api/openapi.json')).body
  for (const { operationId, responses } of Object.values(paths).flatMap((methods) => Object.values(methods))) told[operationId] = Object.keys(responses)
})
after(() => the.stop())

let calls = 0
let limited = 0
type Fuzzed = { path?: string; query?: string; body?: unknown; headers?: Record<string, string> }
const send = (route: RouteContract, { path = addressWith(route, paramsOf(route), ''), query = '', body, headers }: Fuzzed): Promise<Reply<Problem>> => {
  const sent = route.body === null && (route.method === 'GET' || route.method === 'DELETE') ? undefined : body
  calls += 1
  // Signing out is one of the operations: nobody signed in may be lost to it.
  const api = route.permission === 'public' ? the.anybody : owners[calls % owners.length]!.api
  return api.send(route.method, `${path}${query}`, sent, { 'x-forwarded-for': `10.${calls >> 16}.${(calls >> 8) & 255}.${calls & 255}`, ...headers })
}
/** Ids that exist, so that what is wrong meets the operation itself; what would remove them is asked of nobody's. */
const paramsOf = (route: RouteContract): Record<string, string> => (route.method === 'DELETE' ? {} : (real[route.path.split('/')[2]!] ?? {}))

const undocumented = new Set<string>()

const assertSound = (route: RouteContract, reply: Reply<Problem>, what: unknown) => {
  const said = () => `${route.id} ${(JSON.stringify(what) as string | undefined)?.slice(0, 300)} → ${reply.status} ${reply.text.slice(0, 300)}`
  assert.ok(reply.status >= 200 && reply.status < 500, said())
  if (reply.status < 400) return
  assert.match(reply.headers.get('content-type') ?? '', /^application\/problem\+json/, said())
  assert.equal(reply.body.status, reply.status, said())
  assert.match(reply.body.code, /^[a-z][a-zA-Z_]*(\.[a-z_]+)*$/, said())
  assert.ok(reply.body.title && reply.body.requestId, said())
}
const tryAll = async (route: RouteContract, inputs: Fuzzed[], expected?: (reply: Reply<Problem>, input: Fuzzed) => void) => {
  for (let start = 0; start < inputs.length; start += 16) {
    await Promise.all(
      inputs.slice(start, start + 16).map(async (input) => {
        const reply = await send(route, input)
        assertSound(route, reply, input)
        if (input.path === undefined && !told[route.id]!.includes(String(reply.status))) undocumented.add(`${route.id} ${reply.status}`)
        if (reply.status === 429) limited += 1
        else expected?.(reply, input)
      }),
    )
  }
}

const withBody = everyRoute.filter((route) => route.body !== null)
const withParams = everyRoute.filter((route) => route.path.includes(':'))
const withQuery = everyRoute.filter((route) => route.query !== null)

/** Every so many of the items, from another one at each turn: all of them are tried, and not all everywhere. */
const everyNth = <Item>(items: Item[], nth: number, turn: number): Item[] => items.filter((_, index) => (index + turn) % nth === 0)

describe('bodies', () => {
  test('that are no JSON, too deep, too large or of another kind are told apart', async () => {
    const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`
    const cases: [unknown, Record<string, string>, number[]][] = [
      ['{"a":', {}, [400]],
      ['{a:1}', {}, [400]],
      ["{'a':1}", {}, [400]],
      ['\u0000', {}, [400]],
      ['{"a":1}}', {}, [400]],
      [deep, {}, [400]],
      [`{"a":${deep}}`, {}, [400]],
      [Buffer.from([0xff, 0xfe, 0x7b]), {}, [400]],
      [Buffer.from('{"name":"ni\u00f1o"}', 'latin1'), {}, [400]],
      [Buffer.from('{}', 'utf16le'), {}, [400]],
      ['NaN', {}, [400]],
      [`"${'x'.repeat(2_100_000)}"`, {}, [413]],
      ['a=1', { 'content-type': 'application/x-www-form-urlencoded' }, [415]],
      ['<a/>', { 'content-type': 'text/xml' }, [415]],
      ['{}', { 'content-type': 'text/plain' }, [415]],
      ['{}', { 'content-type': 'nonsense' }, [415]],
    ]
    // One door reads the bodies of all operations, so that these take turns.
    for (const [turn, route] of withBody.entries())
      await tryAll(
        route,
        everyNth(cases, 4, turn).map(([body, headers]) => ({ body, headers })),
        ({ status }, input) =>
          assert.ok(cases.find(([body]) => body === input.body)![2].includes(status), `${route.id} ${String(input.body).slice(0, 40)} ${status}`),
      )
  })

  test('of a wrong shape are invalid, with the fields at fault', async () => {
    for (const route of withBody) {
      await tryAll(
        route,
        ['[]', '"x"', '7', 'true', '[[{}]]'].map((body) => ({ body })),
        ({ status, body }) => {
          assert.equal(status, 422, route.id)
          assert.ok(body.errors?.length, route.id)
        },
      )
    }
  })

  test('a message of blanks alone, or whose words are those of another kind, is none', async () => {
    const route = everyRoute.find(({ id }) => id === 'conversations.send')!
    const bodies = [
      { text: ' \n\t\u00a0' },
      { text: '\u0000' },
      { content: { type: 'text', text: ' ' } },
      { type: 'image', content: 'x' },
      { type: 'image', text: 'x' },
    ]
    await tryAll(
      route,
      bodies.map((body) => ({ body })),
      ({ status }, { body }) => assert.equal(status, 422, JSON.stringify(body)),
    )
  })

  const odd: unknown[] = [
    null,
    true,
    -1,
    0,
    1e308,
    2 ** 53,
    '',
    'x'.repeat(70_000),
    'a\u0000b',
    '\ud800',
    "'; drop table x; --",
    '__proto__',
    '0198c0de-0000-7000-8000-00000000dead',
    '2026-13-45T99:99:99Z',
    '+275760-09-13T00:00:00Z',
    '9999-12-31T23:59:59-23:59',
    '0000-01-01T00:00:00+23:59',
    [],
    [[]],
    {},
    { type: 'text' },
    { constructor: 1 },
  ]
  test('with one field of a wrong kind, at any depth', async () => {
    for (const [turn, route] of withBody.entries()) {
      const sound = soundBody(route) as Record<string, unknown>
      const places = placesIn(sound)
      await tryAll(
        route,
        places.flatMap((place, index) => everyNth(odd, isWholeRun ? 3 : 11, turn + index).map((value) => ({ body: withValue(sound, place, value) }))),
      )
    }
  })

  test('of anything at all under the names that the operation knows', async () => {
    const anything = fc.jsonValue({ maxDepth: 4 })
    for (const route of withBody) {
      const names = Object.keys((soundBody(route) as object | undefined) ?? {})
      const bodies = fc.sample(
        fc.record(Object.fromEntries([...names, 'type', 'text', 'content', 'until'].map((name) => [name, anything])), { requiredKeys: [] }),
        { numRuns: isWholeRun ? 6 : 2, seed: 20_260_302 },
      )
      await tryAll(
        route,
        bodies.map((body) => ({ body })),
      )
    }
  })
})

/** Every place of a JSON object, as the path to it. */
const placesIn = (value: unknown, path: string[] = []): string[][] =>
  typeof value === 'object' && value !== null
    ? [...(path.length > 0 ? [path] : []), ...Object.entries(value).flatMap(([key, item]) => placesIn(item, [...path, key]))]
    : [path]
const withValue = (value: unknown, [key, ...rest]: string[], replacement: unknown): unknown => {
  if (key === undefined) return replacement
  const copy = structuredClone(value) as Record<string, unknown>
  copy[key] = withValue(copy[key], rest, replacement)
  return copy
}

test('ids that are none are absent, whatever they look like', async () => {
  const ids = [
    'x',
    '0',
    '-1',
    "'",
    '%00',
    '%F0%9F%92%A9',
    '%ff',
    '%',
    '..',
    '..%2F..%2Fetc%2Fpasswd',
    'a'.repeat(480),
    'a'.repeat(3000),
    'null',
    'undefined',
    '[object Object]',
    '{}',
    '0198c0de-0000-7000-8000',
    '00000000-0000-0000-0000-000000000000',
    newId().toUpperCase(),
    `${newId()}%20`,
    '%E2%80%AE',
  ]
  for (const [turn, route] of withParams.filter(({ path }) => !path.includes('/phones/:phone')).entries()) {
    const asked = lightSearch(route)
    const query = route.permission === 'public' ? '?t=x' : asked && `?${asked}`
    const spoilt = everyNth(ids, isWholeRun ? 1 : 4, turn).map((id) => ({ path: route.path.replaceAll(/:\w+/g, id), body: soundBody(route), query }))
    await tryAll(route, spoilt, ({ status }, { path }) =>
      // Two dots lead to the address above, which may be one that asks who is calling, or another operation (`messages/../contacts` is `contacts`).
      assert.ok(
        [404, 400, 405, 414, ...(path?.endsWith('/..') ? [401] : []), ...(path?.includes('/../') ? [200] : [])].includes(status),
        `${route.id} ${path?.slice(0, 80)} ${status}`,
      ),
    )
  }
})

test('queries of odd values, repeated, unknown and endless', async () => {
  const values = ['', '-1', '1e9', '99999999999999999999', 'x%00', '%ff', "'%25_%5C", 'a'.repeat(3000), newId(), '2026-01-01_x', 'true', ':*%26|!()']
  for (const [turn, route] of withQuery.entries()) {
    const names = Object.keys(route.query!.shape)
    const queries = names.flatMap((name, index) => [
      ...everyNth(values, isWholeRun ? 2 : 12, turn + index).map((value) => `?${name}=${value}`),
      ...everyNth([`?${name}=1&${name}=2`, `?${name}[]=1`, `?${name}[a][b]=1`], isWholeRun ? 1 : 3, turn + index),
    ])
    await tryAll(
      route,
      [...queries, ...['?', '?&&&=', '?__proto__=1&constructor=2', `?${'a=1&'.repeat(2000)}`].map((query) => `${query}&${lightSearch(route)}`)].map(
        (query) => ({
          query,
          body: soundBody(route),
        }),
      ),
    )
  }
})

test('keys, tokens and other headers of any form', async () => {
  const headers: Record<string, string>[] = [
    { 'idempotency-key': '' },
    { 'idempotency-key': 'x'.repeat(300) },
    { 'idempotency-key': 'ñ' },
    { 'idempotency-key': 'a b' },
    { authorization: 'Bearer' },
    { authorization: 'Basic eDp5' },
    { 'x-api-key': 'x' },
    { cookie: 'chasqui_refresh=%%%; a=b=c' },
    { 'accept-encoding': 'br, x' },
    { accept: 'text/xml' },
    { 'x-forwarded-for': 'x' },
    { 'x-request-id': '\t"' },
  ]
  // One door stands before all operations: some of each kind are enough.
  const some = ['conversations.list', 'conversations.send', 'contacts.create', 'channels.read', 'auth.me', 'auth.refresh', 'simulator.act', 'files.content']
  for (const route of everyRoute.filter(({ id }) => some.includes(id)))
    await tryAll(
      route,
      headers.map((header) => ({ headers: header, body: soundBody(route) })),
    )
})

test('uploads that are none', async () => {
  const route = everyRoute.find(({ id }) => id === 'files.upload')!
  const multipart = { 'content-type': 'multipart/form-data; boundary=x' }
  const part = (head: string, body = 'data') => `--x\r\n${head}\r\n\r\n${body}\r\n--x--\r\n`
  await tryAll(
    route,
    [
      { body: '{}' },
      { body: '', headers: multipart },
      { body: 'x', headers: multipart },
      { body: '--x--', headers: multipart },
      { body: '--x\r\n', headers: multipart },
      { body: 'x', headers: { 'content-type': 'multipart/form-data' } },
      { body: part('Content-Disposition: form-data; name="other"'), headers: multipart },
      { body: part('Content-Disposition: form-data; name="file"; filename="a.txt"', ''), headers: multipart },
      { body: part('Content-Disposition: form-data; name="file"'), headers: multipart },
    ],
    ({ status }) => assert.ok([400, 415, 422].includes(status), `${status}`),
  )
  for (const name of ['../../x', '..', '', '\u0000', 'a\u202eexe.png', 'x'.repeat(5000), '<svg onload=x>.svg', 'CON']) {
    const form = new FormData()
    form.append('file', new Blob(['<html><script>alert(1)</script>'], { type: 'text/html' }), name)
    const reply = await the.owner.api.send<Problem & { name: string; mime: string; url: string }>('POST', route.path, form)
    assertSound(route, reply, name)
    if (reply.status !== 201) continue
    assert.ok(reply.body.name.length > 0 && reply.body.name.length <= 200 && !/[/\\\u0000\u202e<>]/.test(reply.body.name), reply.body.name)
    const opened = await fetch(`${the.url}${reply.body.url}`)
    assert.match(opened.headers.get('content-disposition') ?? '', /^attachment/)
    assert.ok(!/html|svg|script/.test(opened.headers.get('content-type')!))
  }
})

test('addresses and methods that are none', async () => {
  for (const [method, path] of [
    ['GET', '/api'],
    ['GET', '/api/nope'],
    ['GET', '/api/%'],
    ['GET', '/api/conversations/%'],
    ['GET', '//api/conversations'],
    ['GET', '/api/../../etc/passwd'],
    ['POST', '/api/home'],
    ['DELETE', '/api/conversations'],
    ['PUT', '/api/auth/me'],
    ['PATCH', '/health'],
    ['OPTIONS', '/api/channels'],
    ['TRACE', '/api/channels'],
    ['GET', '/api//conversations'],
    ['GET', `/api/conversations/${'a'.repeat(10_000)}`],
    ['GET', `/${'a'.repeat(10_000)}.js`],
    ['GET', '/a%00.js'],
  ] as const) {
    const reply = await the.owner.api.send(method, path).catch(() => null)
    if (reply) assert.ok(reply.status < 500, `${method} ${path} ${reply.status}`)
    if (reply && reply.status >= 400) assert.match(reply.body.code, /^[a-z_]+$/, `${method} ${path}`)
  }
})

test('every answer was one that the OpenAPI document tells', () => assert.deepEqual([...undocumented], []))

test('few of these calls were turned away for being too many', () => assert.ok(limited < calls / 20, `${limited} of ${calls}`))

test('after all that, the product is well and nothing died', async () => {
  await the.idle()
  const { status, body } = await the.anybody.send<{ status: string }>('GET', '/health')
  assert.deepEqual([status, body.status], [200, 'ok'])
  const { rows } = await the.admin.query('select queue, error from platform.dead_letter')
  assert.deepEqual(rows, [])
})

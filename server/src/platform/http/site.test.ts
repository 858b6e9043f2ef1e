import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, test } from 'node:test'
import * as contracts from '@chasqui/contracts'
import type { Problem, RouteContract } from '@chasqui/contracts'
import { silentLog } from '../log.ts'
import { createMetrics } from '../metrics.ts'
import { createHttp, type HealthParts, type HttpOptions } from './server.ts'

const healthy: HealthParts = {
  database: { status: 'ok', version: '18' },
  cache: { status: 'off' },
  jobs: { status: 'ok', oldest: 0 },
  channels: { status: 'ok' },
}
const home = mkdtempSync(join(tmpdir(), 'chasqui-site-'))
after(() => rmSync(home, { recursive: true, force: true }))

const built = join(home, 'dist')
mkdirSync(join(built, 'assets'), { recursive: true })
writeFileSync(join(built, 'index.html'), '<!doctype html><title>app</title>')
writeFileSync(join(built, 'favicon.svg'), '<svg/>')
writeFileSync(join(built, 'assets', 'main-abc123.js'), 'start()')
writeFileSync(join(home, 'secret.txt'), 'secret')

const start = async (change: Partial<HttpOptions> = {}, config: Partial<HttpOptions['config']> = {}) => {
  const http = createHttp({
    authenticate: async () => null,
    inTenant: async () => Promise.reject(new Error('not called here')),
    now: () => new Date(),
    log: silentLog(),
    metrics: createMetrics(),
    health: async () => healthy,
    config: { version: '1.2.3', publicUrl: 'https://chat.example', corsOrigins: [], trustProxy: false, webRoot: built, metricsToken: null, ...config },
    ...change,
  })
  const groups = Object.entries(contracts)
    .filter(([name]) => name.endsWith('Routes'))
    .map(([, group]) => Object.values(group as unknown as Record<string, RouteContract>))
  for (const contract of groups.flat()) http.route(contract, () => undefined as never)
  http.webhook('/api/webhooks/whatsapp/:channelId', { GET: () => 'x', POST: () => 'x' })
  await http.ready()
  after(() => http.close())
  return http
}
const http = await start()
const get = (url: string, headers: Record<string, string> = {}, on = http, remoteAddress = '127.0.0.1') => on.app.inject({ url, headers, remoteAddress })

test('every page address of the web app gets its index, which no cache keeps', async () => {
  for (const url of ['/', '/inbox', '/inbox/0199?tab=open', '/welcome', '/documents']) {
    const response = await get(url)
    assert.deepEqual([response.statusCode, response.headers['cache-control']], [200, 'no-store'], url)
    assert.match(response.body, /<title>app/)
  }
})

test('hashed assets are kept for a year, other files are asked for again, missing ones are no page', async () => {
  const asset = await get('/assets/main-abc123.js')
  assert.deepEqual([asset.statusCode, asset.headers['cache-control']], [200, 'public, max-age=31536000, immutable'])
  assert.equal((await get('/favicon.svg')).headers['cache-control'], 'no-cache')
  for (const url of ['/assets/gone.js', '/robots.txt', '/api/nothing', '/health/nothing', '/socket.io/', '/metrics/x']) {
    const response = await get(url)
    assert.deepEqual([response.statusCode, response.json<Problem>().code], [404, 'not_found'], url)
  }
})

test('nothing outside of the web folder can be read', async () => {
  for (const url of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/assets/..%5c..%5csecret.txt', '/assets/%2e%2e/%2e%2e/secret.txt'])
    assert.doesNotMatch((await get(url)).body, /^secret/, url)
})

test('without a built web app a person reads what to do, and the API works', async () => {
  const bare = await start({}, { webRoot: join(home, 'nothing') })
  const response = await get('/', {}, bare)
  assert.equal(response.statusCode, 503)
  assert.match(response.body, /npm run build/)
  assert.equal((await get('/health', {}, bare)).statusCode, 200)
})

test('health tells each part; without the database the product cannot serve', async () => {
  const response = await get('/health')
  assert.equal(response.statusCode, 200)
  const { uptime, ...told } = response.json<Record<string, unknown>>()
  assert.equal(typeof uptime, 'number')
  assert.deepEqual(told, { status: 'ok', version: '1.2.3', ...healthy })
  const states = async (health: HttpOptions['health']) => {
    const server = await start({ health })
    return [
      (await get('/health', {}, server)).json<{ status: string }>().status,
      ...(await Promise.all(['/health', '/health/ready', '/health/live'].map(async (url) => (await get(url, {}, server)).statusCode))),
    ]
  }
  assert.deepEqual(await states(async () => ({ ...healthy, channels: { status: 'degraded' } })), ['degraded', 200, 200, 200])
  assert.deepEqual(await states(async () => ({ ...healthy, database: { status: 'down' } })), ['down', 503, 503, 200])
  assert.deepEqual(await states(() => Promise.reject(new Error('broken'))), ['down', 503, 503, 200])
})

test('metrics are for this machine or for who has the token; anybody else finds nothing', async () => {
  const guarded = await start({}, { metricsToken: 'scrape-me' })
  const ok = await get('/metrics')
  assert.equal(ok.statusCode, 200)
  assert.match(ok.body, /chasqui_http_request_seconds/)
  assert.equal((await get('/metrics', {}, http, '10.0.0.9')).statusCode, 404)
  assert.equal((await get('/metrics', { 'x-forwarded-for': '127.0.0.1' })).statusCode, 404, 'a proxy on this machine is not this machine')
  assert.equal((await get('/metrics', { authorization: 'Bearer scrape-me' }, guarded, '10.0.0.9')).statusCode, 200)
  for (const authorization of ['Bearer wrong', 'Bearer ', '', 'scrape-me', 'Bearer null'])
    assert.equal((await get('/metrics', { authorization }, guarded, '10.0.0.9')).statusCode, 404)
  assert.equal((await get('/metrics', { authorization: 'Bearer null' }, http, '10.0.0.9')).statusCode, 404)
})

type Document = {
  openapi: string
  paths: Record<
    string,
    Record<
      string,
      {
        operationId: string
        security: unknown[]
        parameters: Record<string, unknown>[]
        responses: Record<string, unknown>
        requestBody?: { required?: boolean }
      }
    >
  >
  components: { schemas: Record<string, Record<string, unknown>> }
}

test('the OpenAPI document has every operation, and every reference in it leads somewhere', async () => {
  const response = await get('/api/openapi.json')
  const document = response.json<Document>()
  assert.equal(document.openapi, '3.1.1')
  for (const { method, path, id } of http.table) assert.equal(document.paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]?.operationId, id)
  for (const path of ['/health', '/api/webhooks/whatsapp/{channelId}']) assert.ok(document.paths[path], path)
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods))
  assert.equal(new Set(operations.map(({ operationId }) => operationId)).size, operations.length)
  for (const [, reference] of response.body.matchAll(/"\$ref":"([^"]+)"/g)) {
    const target = reference!
      .slice(2)
      .split('/')
      .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document)
    assert.ok(target, reference)
  }
})

test('the document says who may call, which ids are ids and what can go wrong', async () => {
  const document = (await get('/api/openapi.json')).json<Document>()
  const read = document.paths['/api/conversations/{id}']!.get!
  assert.deepEqual(read.parameters, [{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid', description: 'UUIDv7' } }])
  assert.deepEqual(Object.keys(read.responses), ['200', '401', '403', '404', '429', '500', '503'])
  assert.deepEqual(document.paths['/api/auth/login']!.post!.security, [])
  assert.equal(document.paths['/api/auth/login']!.post!.requestBody?.required, true)
  assert.equal(document.paths['/api/auth/logout']!.post!.requestBody?.required, false)
  const listed = document.paths['/api/conversations']!.get!.parameters.find(({ name }) => name === 'limit')
  assert.deepEqual(listed, { name: 'limit', in: 'query', required: false, schema: { default: 50, type: 'integer', minimum: 1, maximum: 200 } })
})

test('the documentation page and all that it loads come from here', async () => {
  const page = await get('/docs')
  assert.equal(page.statusCode, 200)
  const loaded = [...page.body.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((match) => match[1]!)
  const scripts = (await Promise.all(loaded.filter((url) => url.endsWith('.js')).map((url) => get(url)))).flatMap(({ body }) =>
    [...body.matchAll(/from '\.\/([\w-]+\.js)'/g)].map((match) => `/docs/${match[1]}`),
  )
  for (const url of [...loaded, ...scripts]) assert.equal((await get(url)).statusCode, 200, url)
  assert.doesNotMatch(page.body, /<script(?![^>]*src=)|https?:\/\//)
  assert.equal((await get('/docs/')).statusCode, 200)
})

test('no page brings a script of its own that the policy would have to allow', () => {
  for (const page of ['../../../../web/index.html', 'docs/index.html']) {
    const html = readFileSync(join(import.meta.dirname, page), 'utf8')
    const scripts = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)]
    assert.ok(scripts.length > 0)
    for (const [whole, attributes, inside] of scripts) assert.ok(/\ssrc="\//.test(attributes!) && inside!.trim() === '', whole)
    assert.doesNotMatch(html, /\son\w+=|javascript:/i)
  }
})

test('https turns on strict transport, and sockets of the public address are allowed', async () => {
  const { headers } = await get('/')
  assert.match(String(headers['strict-transport-security']), /max-age/)
  assert.match(String(headers['content-security-policy']), /connect-src 'self' ws:\/\/chat\.example wss:\/\/chat\.example/)
})

test('over a real connection: what is no HTTP is answered as a problem, unknown methods too', async () => {
  const server = await start()
  const port = await server.listen(0, '127.0.0.1')
  const raw = async (bytes: string) => {
    const socket = connect(port, '127.0.0.1')
    socket.write(bytes)
    return text(socket)
  }
  const nonsense = await raw('NONSENSE\r\n\r\n')
  assert.match(nonsense, /^HTTP\/1\.1 400 Bad Request\r\n[\s\S]*application\/problem\+json[\s\S]*"code":"malformed"/)
  assert.match(await raw(`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`), /^HTTP\/1\.1 431 /)
  assert.match(
    await raw('POST /api/auth/login HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 7\r\n\r\n{"a":1}'),
    /^HTTP\/1\.1 422 /,
  )
  const traced = await new Promise<number>((resolve) =>
    request({ port, host: '127.0.0.1', method: 'TRACE', path: '/api/auth/login' }, (response) => resolve(response.resume().statusCode!)).end(),
  )
  assert.ok([400, 404, 405].includes(traced), String(traced))
})

test('addresses outside of the table know their methods too; the metrics do not tell that they are there', async () => {
  const call = (method: 'POST' | 'PUT' | 'DELETE', url: string) => http.app.inject({ method, url })
  for (const [method, url, allow] of [
    ['POST', '/health', 'GET'],
    ['DELETE', '/health/ready', 'GET'],
    ['PUT', '/docs', 'GET'],
    ['POST', '/api/openapi.json', 'GET'],
    ['PUT', '/api/webhooks/whatsapp/0199', 'GET, POST'],
  ] as const) {
    const response = await call(method, url)
    assert.deepEqual([response.statusCode, response.json<Problem>().code, response.headers.allow], [405, 'method_not_allowed', allow], url)
  }
  assert.equal((await call('POST', '/metrics')).statusCode, 404)
})

test('strange addresses are not there, whatever the file system would say of them', async () => {
  for (const url of [
    '/api//channels',
    '//api/channels',
    `/api/channels/${'a'.repeat(9000)}`,
    `/${'a'.repeat(9000)}.js`,
    '/assets//main-abc123.js',
    '/a\\b.js',
  ]) {
    const response = await get(url)
    assert.deepEqual([response.statusCode, response.json<Problem>().code], [404, 'not_found'], url.slice(0, 40))
  }
})

test('a client that offers HTTP/2 gets its answer', async () => {
  const served = await start()
  // As the sockets do, which have nothing to say to such a client.
  served.app.server.on('upgrade', (_request, socket) => socket.destroy())
  await served.listen(0, '127.0.0.1')
  const { port } = served.app.server.address() as { port: number }
  const headers = { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAMAAABkAAQAoAAAAAIAAAAA' }
  const status = await new Promise((resolve, reject) => {
    const call = request({ port, host: '127.0.0.1', path: '/health/live', headers }, (response) => resolve(response.resume().statusCode))
    call.on('error', reject).end()
  })
  assert.equal(status, 200)
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { authRoutes } from '@chasqui/contracts'
import { startRedisDouble, type RedisDouble } from '../doubles/redis/server.ts'
import { startProduct, type RunningProduct } from '../kit/product.ts'

/** A node that shares its limits of calls with others through Redis. */
let redis: RedisDouble
let the: RunningProduct
before(async () => {
  redis = await startRedisDouble()
  the = await startProduct({ env: { REDIS_URL: redis.url, TRUST_PROXY: '1' } })
})
after(async () => {
  await the.stop()
  await redis.stop()
})

type Health = { status: string; cache: { status: string; kind: string } }
const health = async () => (await the.anybody.send<Health>('GET', '/health')).body
/** Metrics are for the machine itself, without a proxy in between. */
const gauge = async () => /^chasqui_limits_shared (\d)$/m.exec(await (await fetch(`${the.url}/metrics`)).text())?.[1]

test('counts there, says so, goes on alone when it is gone, and returns to it by itself', async () => {
  await the.until(async () => (await health()).cache.kind === 'redis', 'the limits are shared')
  await the.owner.api.ask(authRoutes.me)
  for (const subject of ['user', 'tenant', 'address'])
    assert.ok(
      redis.keys().some((key) => key.includes(` ${subject} `)),
      subject,
    )
  assert.equal(await gauge(), '1')

  await redis.stop()
  await the.owner.api.ask(authRoutes.me)
  const { status, cache } = await health()
  assert.deepEqual([status, cache.status, cache.kind, await gauge()], ['degraded', 'degraded', 'memory', '0'])
  assert.equal((await the.anybody.send('GET', '/health/ready')).status, 200)

  redis = await startRedisDouble({ port: redis.port })
  await the.until(async () => (await health()).cache.kind === 'redis', 'the limits are shared again')
  assert.equal(await gauge(), '1')
})

const guess = (email: string, forwarded: string) =>
  the.anybody.send('POST', '/api/auth/login', { email, password: 'wrong password' }, { 'x-forwarded-for': forwarded })

test('guesses at passwords are limited by the address that the proxy saw, whatever the client claims, with the time to wait', async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => guess(`nobody-${index}@example.com`, `198.51.100.${index}, 203.0.113.9`)))
  const refused = answers.filter(({ status }) => status === 429)
  assert.ok(refused.length >= 9, `${refused.length} of 40 were refused`)
  for (const { body, headers } of refused) {
    assert.equal(body.code, 'limited')
    const seconds = Number(headers.get('retry-after'))
    assert.ok(seconds >= 1 && seconds <= 60, headers.get('retry-after') ?? 'none')
    assert.deepEqual([headers.get('ratelimit-limit'), headers.get('ratelimit-remaining')], ['30', '0'])
  }
  assert.equal((await guess('nobody@example.com', '203.0.113.9, 203.0.113.10')).status, 401, 'another address is not affected')
})

test('guesses at one account are limited from however many addresses they come, by the same answer for an account that there is not', async () => {
  for (const email of [the.owner.email, 'nobody-at-all@example.com']) {
    const answers: string[] = []
    for (let index = 0; index < 8; index++) answers.push((await guess(email, `192.0.2.${index}`)).body.code)
    assert.deepEqual(answers, [...Array<string>(5).fill('auth.invalid_credentials'), ...Array<string>(3).fill('auth.locked')], email)
  }
})

test('two nodes of one installation count together: what was used up on one is used up on the other', async () => {
  const other = await startProduct({ adminUrl: the.adminUrl, env: { REDIS_URL: redis.url, TRUST_PROXY: '1' } })
  await the.until(async () => (await other.anybody.send<Health>('GET', '/health')).body.cache.kind === 'redis', 'the other node shares')
  const tryKey = async (node: RunningProduct, index: number) =>
    (await node.anybody.send('POST', '/api/auth/link', { key: `AAAA-${index}` }, { 'x-forwarded-for': '203.0.113.77' })).status
  const answers: number[] = []
  for (let index = 0; index < 40; index++) answers.push(await tryKey(index % 2 === 0 ? the : other, index))
  assert.deepEqual(
    answers.map((status) => status === 429),
    Array.from({ length: 40 }, (_, index) => index >= 30),
  )
  const linkKey = await the.product.operations.createSignInLink(the.owner.email)
  let { refreshToken } = await the.anybody.ask(authRoutes.link, { body: { key: linkKey, tokenDelivery: 'body' } })
  const renewed: number[] = []
  for (let index = 0; index < 62; index++) {
    const { status, body } = await (index % 2 === 0 ? the : other).anybody.send<{ refreshToken: string }>('POST', '/api/auth/refresh', { refreshToken })
    renewed.push(status)
    if (status === 200) refreshToken = body.refreshToken
  }
  assert.deepEqual(renewed, [...Array<number>(60).fill(200), 429, 429], 'renewals of one session')
  await other.stop()
})

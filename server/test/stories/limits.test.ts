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
  the = await startProduct({ env: { REDIS_URL: redis.url } })
})
after(async () => {
  await the.stop()
  await redis.stop()
})

type Health = { status: string; cache: { status: string; kind: string } }
const health = async () => (await the.anybody.send<Health>('GET', '/health')).body
const gauge = async () => /^chasqui_limits_shared (\d)$/m.exec((await the.anybody.send('GET', '/metrics')).text)?.[1]

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

test('guesses at passwords are limited by address, with the time to wait', async () => {
  const guess = (index: number) => the.anybody.send('POST', '/api/auth/login', { email: `nobody-${index}@example.com`, password: 'wrong password' })
  const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => guess(index)))
  const refused = answers.filter(({ status }) => status === 429)
  assert.ok(refused.length >= 9, `${refused.length} of 40 were refused`)
  for (const { body, headers } of refused) {
    assert.equal(body.code, 'limited')
    const seconds = Number(headers.get('retry-after'))
    assert.ok(seconds >= 1 && seconds <= 60, headers.get('retry-after') ?? 'none')
    assert.deepEqual([headers.get('ratelimit-limit'), headers.get('ratelimit-remaining')], ['30', '0'])
  }
})

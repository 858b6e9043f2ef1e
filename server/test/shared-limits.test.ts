import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createSharedLimiter } from '#platform/limits/shared-limiter'
import type { Limiter } from '#platform/limits/limiter'
import { silentLog } from '#platform/log'
import { startRedisDouble, type RedisDouble } from './doubles/redis/server.ts'
import { createUntil } from './kit/until.ts'

/** Nodes of one installation that share their limits of calls through Redis, and what they do when it is not there. */
const endings: (() => Promise<void>)[] = []
after(async () => {
  for (const end of endings.toReversed()) await end()
})
const until = createUntil(() => () => {})
const startRedis = async (options?: { port?: number; password?: string }): Promise<RedisDouble> => {
  const redis = await startRedisDouble(options)
  endings.push(() => redis.stop())
  return redis
}
type Node = Limiter & { told: boolean[]; logged: string[] }
const startNode = (url: string, now?: () => number, patience?: number): Node => {
  const [told, logged]: [boolean[], string[]] = [[], []]
  const note = (_facts: unknown, text: string) => void logged.push(text)
  const log = { ...silentLog(), warn: note, info: note } as unknown as ReturnType<typeof silentLog>
  const limiter = createSharedLimiter({ url, log, shared: (yes) => told.push(yes), ...(now && { now }), ...(patience && { patience }) })
  endings.push(() => limiter.close())
  return { ...limiter, told, logged }
}
const isShared = (node: Node) => until(async () => (await node.health()).kind === 'redis', 'the limits are shared')
const isAlone = (node: Node) => until(async () => (await node.health()).kind === 'memory', 'the node counts alone')
const per = (limit: number, key: string, windowMs = 60_000) => [{ key, limit, windowMs }]
const portOfNobody = async (): Promise<number> => {
  const redis = await startRedisDouble()
  await redis.stop()
  return redis.port
}

test('what one node let in counts on the other; what is refused costs nothing; room comes back with the window', async () => {
  const redis = await startRedis()
  let at = 1_000_000
  const [one, other] = [startNode(redis.url, () => at), startNode(redis.url, () => at)]
  await Promise.all([isShared(one), isShared(other)])
  assert.deepEqual([(await one.take(per(3, 'a'))).remaining, (await other.take(per(3, 'a'))).remaining], [2, 1])
  at += 20_000
  assert.equal((await other.take(per(3, 'a'))).remaining, 0)
  for (const node of [one, other, one, other]) {
    const { allowed, retryAfterMs, resetMs } = await node.take(per(3, 'a'))
    assert.deepEqual([allowed, retryAfterMs, resetMs], [false, 40_000, 60_000])
  }
  assert.equal((await one.take(per(3, 'b'))).allowed, true)
  at += 40_000
  assert.deepEqual([(await one.take(per(3, 'a'))).remaining, (await other.take(per(3, 'a'))).remaining], [1, 0])
  assert.equal((await one.take(per(3, 'a'))).allowed, false)
})

test('of many calls at once on several nodes exactly the limit gets in', async () => {
  const redis = await startRedis()
  // However busy the machine is, what is asked here is what Redis counts.
  const nodes = Array.from({ length: 3 }, () => startNode(redis.url, undefined, 30_000))
  await Promise.all(nodes.map(isShared))
  const verdicts = await Promise.all(Array.from({ length: 90 }, (_, index) => nodes[index % 3]!.take(per(20, 'a'))))
  assert.equal(verdicts.filter(({ allowed }) => allowed).length, 20)
})

test('a call that its organisation has no room for costs the person nothing, on any node', async () => {
  const redis = await startRedis()
  const [one, other] = [startNode(redis.url), startNode(redis.url)]
  await Promise.all([isShared(one), isShared(other)])
  const ask = (person: string) => [...per(2, person), ...per(2, 'tenant')]
  for (const node of [one, other]) assert.equal((await node.take(ask('ana'))).allowed, true)
  assert.equal((await other.take(ask('eva'))).allowed, false)
  // Taking back is not waited for: what was taken back is seen by the next who looks.
  await until(async () => (await one.take(per(2, 'eva'))).remaining === 1, 'eva has all of hers')
})

test('a node that finds no Redis at its start counts alone, says so, and shares as soon as there is one', async () => {
  const port = await portOfNobody()
  const node = startNode(`redis://127.0.0.1:${port}`)
  await isAlone(node)
  assert.equal((await node.health()).status, 'degraded')
  assert.deepEqual([(await node.take(per(1, 'a'))).allowed, (await node.take(per(1, 'a'))).allowed], [true, false])
  await until(() => node.logged.some((text) => /cannot be reached/.test(text)), 'it is in the log')
  const redis = await startRedis({ port })
  await isShared(node)
  await node.take(per(1, 'b'))
  assert.ok(redis.keys().some((key) => key.endsWith(':b')))
  assert.deepEqual(node.told, [false, true])
  assert.equal(node.logged.length, 2)
})

test('when Redis goes, nobody gets a second allowance on the node that served them; when it comes back, all share again', async () => {
  const first = await startRedis()
  const node = startNode(first.url)
  await isShared(node)
  for (let call = 0; call < 3; call++) assert.equal((await node.take(per(3, 'a'))).allowed, true)
  await first.stop()
  assert.equal((await node.take(per(3, 'a'))).allowed, false)
  assert.equal((await node.take(per(3, 'b'))).allowed, true)
  await isAlone(node)
  await startRedis({ port: first.port })
  await isShared(node)
  assert.equal((await node.take(per(3, 'c'))).allowed, true)
})

test('a Redis that takes calls and never answers holds nobody up', async () => {
  const redis = await startRedis()
  const node = startNode(redis.url)
  await isShared(node)
  redis.fallSilent()
  assert.equal((await node.take(per(1, 'a'))).allowed, true)
  assert.equal((await node.health()).status, 'degraded')
  assert.equal((await node.take(per(1, 'a'))).allowed, false)
  redis.speak()
  await isShared(node)
})

test('a password is given; a wrong one leaves the node alone and serving', async () => {
  const redis = await startRedis({ password: 'sesame' })
  await isShared(startNode(redis.url))
  const wrong = startNode(redis.url.replace('sesame', 'other'))
  await isAlone(wrong)
  assert.equal((await wrong.take(per(1, 'a'))).allowed, true)
})

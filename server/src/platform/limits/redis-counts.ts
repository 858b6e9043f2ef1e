import type { createClient } from '@redis/client'
import { isPast, judge, sliceOf, tightest, type Ask, type Slice, type Verdict } from './sliding-window.ts'

export type RedisClient = ReturnType<typeof createClient>

/** A window is one hash: `<slice>` → calls in it, `<slice>:at` → instant of the last one (epoch ms by the clock of the node that counted it). */
const keyOf = ({ key }: Ask): string => `chasqui:limit:${key}`
const atOf = (field: string): string => `${field}:at`

type Fields = Record<string, string>
type NumberedSlice = Slice & { field: string }

const slicesIn = (fields: Fields): NumberedSlice[] =>
  Object.keys(fields)
    .filter((field) => !field.includes(':'))
    .map((field) => ({ field, count: Number(fields[field]), lastAt: Number(fields[atOf(field)] ?? 0) }))
    .toSorted((a, b) => Number(a.field) - Number(b.field))

/** Counts the call, then looks: whoever comes at the same time is told after it, so that never more than the limit are let in. */
const countAndRead = async (client: RedisClient, ask: Ask, at: number): Promise<Fields> => {
  const field = String(sliceOf(at, ask.windowMs))
  const [, , fields] = await client
    .multi()
    .hIncrBy(keyOf(ask), field, 1)
    .hSet(keyOf(ask), atOf(field), at)
    .hGetAll(keyOf(ask))
    .pExpire(keyOf(ask), 2 * ask.windowMs)
    .exec()
  return fields as unknown as Fields
}

const judgeOne = (ask: Ask, fields: Fields, at: number): { verdict: Verdict; old: string[] } => {
  const mine = String(sliceOf(at, ask.windowMs))
  const slices = slicesIn(fields).map((slice) => (slice.field === mine ? { ...slice, count: slice.count - 1 } : slice))
  const old = slices.filter((slice) => isPast(slice, at, ask.windowMs)).flatMap(({ field }) => [field, atOf(field)])
  return {
    verdict: judge(
      slices.filter((slice) => slice.count > 0 && !isPast(slice, at, ask.windowMs)),
      at,
      ask,
    ),
    old,
  }
}

/**
 * Counts one call under all of its keys in Redis, in one round trip, and takes it back when one of them has no room. Plain commands, no script:
 * they work on every server that speaks the protocol.
 */
export const countInRedis = async (client: RedisClient, asks: readonly Ask[], at: number): Promise<Verdict> => {
  const read = await Promise.all(asks.map((ask) => countAndRead(client, ask, at)))
  const judged = asks.map((ask, index) => ({ ask, ...judgeOne(ask, read[index]!, at) }))
  const before = tightest(judged.map(({ verdict }) => verdict))
  const tidying = judged.filter(({ old }) => old.length > 0).map(({ ask, old }) => client.hDel(keyOf(ask), old))
  const undoing = before.allowed ? [] : asks.map((ask) => client.hIncrBy(keyOf(ask), String(sliceOf(at, ask.windowMs)), -1))
  // Nobody waits for these: what is lost of them counts a call too many, for a window at most.
  for (const work of [...tidying, ...undoing]) work.catch(() => {})
  if (!before.allowed) return before
  return { ...before, remaining: before.remaining - 1, resetMs: Math.max(...asks.map(({ windowMs }) => windowMs)) }
}

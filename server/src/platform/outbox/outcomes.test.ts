import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createBreaker } from './breaker.ts'
import type { ClaimedEntry } from './entry.ts'
import { settlementOf } from './outcomes.ts'

test('what was taken may still ask for a rest, and is sent all the same', () => {
  const until: number[] = []
  const ports = { breaker: createBreaker(), slowDown: (instant: number) => void until.push(instant), now: 1000, random: () => 0.5 }
  const entry: ClaimedEntry = { id: 'e', recipient: 'r', subject: null, kind: 'message', payload: null, attempts: 1, fence: 1 }
  const accepted = { result: 'accepted' as const, providerMessageId: 'm', aliases: [] }
  assert.equal(settlementOf(entry, { ...accepted, restSeconds: 30 }, ports).state, 'sent')
  assert.equal(settlementOf(entry, accepted, ports).state, 'sent')
  assert.deepEqual(until, [31_000])
})

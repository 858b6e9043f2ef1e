import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupOf } from './when.ts'

/** Noon of 12 March, on a calendar in UTC. */
const now = Date.parse('2026-03-12T12:00:00Z')
const dayOf = (at: number) => Math.floor(at / 86_400_000)
const calendar = {
  secondsSince: (at: string) => Math.max(0, Math.floor((now - Date.parse(at)) / 1000)),
  daysAgo: (at: string) => dayOf(now) - dayOf(Date.parse(at)),
}

test('a task is overdue once its time has passed, else of today, of later, or of no time', () => {
  const groupAt = (dueAt: string | null) => groupOf({ dueAt }, calendar)
  assert.deepEqual(
    ['2026-03-11T23:00:00Z', '2026-03-12T11:59:00Z', '2026-03-12T12:00:00Z', '2026-03-12T23:59:59Z', '2026-03-13T00:00:00Z', null].map(groupAt),
    ['overdue', 'overdue', 'today', 'today', 'later', 'none'],
  )
})

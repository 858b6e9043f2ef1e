import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dueStanding } from './due-standing.ts'

const at = (clock: string) => `2026-03-02T${clock}:00.000Z`
const due = { metric: 'first_response', at: at('10:10'), warnAt: at('10:08'), remainingSeconds: null } as const
const standing = (clock: string) => dueStanding(due, Date.parse(at(clock)))

test('what is owed is fine, then soon, then late', () => {
  assert.deepEqual(standing('10:00'), { look: 'fine', seconds: 600 })
  assert.deepEqual(standing('10:08'), { look: 'soon', seconds: 120 })
  assert.deepEqual(standing('10:10'), { look: 'soon', seconds: 0 })
  assert.deepEqual(standing('10:15'), { look: 'late', seconds: -300 })
})

test('what stands still neither warns nor is late', () => {
  assert.deepEqual(dueStanding({ metric: 'resolution', at: null, warnAt: null, remainingSeconds: 90 }, Date.parse(at('10:15'))), {
    look: 'paused',
    seconds: 90,
  })
})

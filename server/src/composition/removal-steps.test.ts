import assert from 'node:assert/strict'
import { test } from 'node:test'
import { removalSteps } from './removal-steps.ts'

test('what refers to something goes before it', () => {
  const steps = removalSteps(
    ['tenant', 'message', 'conversation'],
    [
      { from: 'message', to: 'conversation', nullable: [] },
      { from: 'conversation', to: 'tenant', nullable: [] },
      { from: 'message', to: 'message', nullable: [] },
      { from: 'message', to: 'elsewhere', nullable: [] },
    ],
  )
  assert.deepEqual(steps, [{ table: 'message' }, { table: 'conversation' }, { table: 'tenant' }])
})

test('a circle is opened where a column may be null', () => {
  const steps = removalSteps(
    ['flow', 'version'],
    [
      { from: 'flow', to: 'version', nullable: ['published'] },
      { from: 'version', to: 'flow', nullable: [] },
    ],
  )
  assert.deepEqual(steps, [{ table: 'flow', unset: ['published'] }, { table: 'version' }, { table: 'flow' }])
})

test('a circle that cannot be opened is told and not turned in for ever', () => {
  const circle = [
    { from: 'a', to: 'b', nullable: [] },
    { from: 'b', to: 'a', nullable: [] },
  ]
  assert.throws(() => removalSteps(['a', 'b'], circle), /a, b/)
})

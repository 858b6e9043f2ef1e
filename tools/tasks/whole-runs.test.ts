import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filesOf, leftToWholeRuns } from './whole-runs.ts'

test('what is left to whole runs is there, and is in no usual run', () => {
  const usual = filesOf(['server/test/**/*.test.ts', 'e2e/tests/*.test.ts'], { isWhole: false })
  const whole = filesOf(['server/test/**/*.test.ts', 'e2e/tests/*.test.ts'], { isWhole: true })
  for (const pattern of leftToWholeRuns) {
    const files = filesOf([pattern], { isWhole: true })
    assert.ok(
      files.every((file) => whole.includes(file) && !usual.includes(file)),
      pattern,
    )
  }
  assert.ok(usual.length > whole.length / 2)
})

test('a file that is not there is told', () => {
  assert.throws(() => filesOf(['server/test/no-such.test.ts'], { isWhole: true }), /no-such/)
})

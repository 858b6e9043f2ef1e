import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filesOf, leftToCi, leftToWholeRuns, type Run } from './whole-runs.ts'

const every = ['server/test/**/*.test.ts', 'e2e/tests/*.test.ts']

const assertLeftOut = (patterns: string[], { of, until }: { of: Run; until: Run }) => {
  const fewer = filesOf(every, of)
  const more = filesOf(every, until)
  for (const pattern of patterns) {
    const files = filesOf([pattern], 'whole')
    assert.ok(
      files.every((file) => more.includes(file) && !fewer.includes(file)),
      pattern,
    )
  }
  assert.ok(fewer.length > more.length / 2)
}

test('what is left to CI is there, and is in no quick run', () => assertLeftOut(leftToCi, { of: 'quick', until: 'ci' }))

test('what is left to whole runs is there, and is in no run of CI', () => assertLeftOut(leftToWholeRuns, { of: 'ci', until: 'whole' }))

test('a file that is not there is told', () => {
  assert.throws(() => filesOf(['server/test/no-such.test.ts'], 'quick'), /no-such/)
})

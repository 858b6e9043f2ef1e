import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shareOut } from './test-groups.ts'

const filesOf = (weights: number[]) => weights.map((weight, index) => ({ file: `${index}.test.ts`, weight }))

test('every file is in one group, no group is too large, and the heaviest comes first', () => {
  for (const [weights, most] of [
    [[], 3],
    [[5], 3],
    [[1, 2, 3, 4, 5, 6, 7], 3],
    [[900, 1, 1, 1, 1, 1], 2],
    [[0, 0, 0, 0], 3],
  ] as const) {
    const files = filesOf([...weights])
    const groups = shareOut(files, most)
    assert.deepEqual(groups.flat().toSorted(), files.map(({ file }) => file).toSorted())
    assert.ok(groups.every((group) => group.length > 0 && group.length <= most))
    const sums = groups.map((group) => files.filter(({ file }) => group.includes(file)).reduce((sum, { weight }) => sum + weight, 0))
    assert.deepEqual(
      sums,
      sums.toSorted((a, b) => b - a),
    )
  }
})

test('what is heavy is spread', () => {
  assert.deepEqual(
    shareOut(filesOf([90, 80, 10, 20]), 2).map((group) => group.length),
    [2, 2],
  )
  assert.ok(!shareOut(filesOf([90, 80, 10, 20]), 2).some((group) => group.includes('0.test.ts') && group.includes('1.test.ts')))
})

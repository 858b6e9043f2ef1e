import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Live } from '@chasqui/contracts'
import { boardsOf } from './boards-of.ts'

const live = (queues: number, states: string[]) =>
  ({
    queues: Array.from({ length: queues }, (_, at) => ({ id: `q${at}` })),
    agents: states.map((state, at) => ({ id: `a${at}`, state })),
  }) as unknown as Live

test('on a phone there is one queue per screen, on a wall several', () => {
  assert.deepEqual(
    boardsOf(live(2, []), 1).map(({ key }) => key),
    ['totals', 'q0', 'q1'],
  )
  assert.deepEqual(
    boardsOf(live(4, []), 3).map(({ key }) => key),
    ['totals', 'q0', 'q3'],
  )
})

test('people who are not here are not shown', () => {
  const [, people] = boardsOf(live(0, ['offline', 'paused', 'available']), 3)
  assert.ok(people?.kind === 'agents')
  assert.deepEqual(
    people.agents.map(({ id }) => id),
    ['a1', 'a2'],
  )
})

test('with nothing there is still the whole', () =>
  assert.deepEqual(
    boardsOf(live(0, []), 3).map(({ kind }) => kind),
    ['totals'],
  ))

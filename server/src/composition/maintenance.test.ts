import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maintenanceHandler } from './maintenance.ts'

const roundOf = (parts: Record<string, () => Promise<unknown>>) => {
  const told: string[] = []
  const log = { error: ({ part }: { part: string }) => void told.push(part) }
  const { outside } = maintenanceHandler({ clock: { now: () => new Date() }, log: log as never, parts })
  return { told, round: (attempts: number) => outside!('host', [{ id: 1, attempts, payload: { name: 'sweep' } }]) }
}

test('a part of the round that fails keeps back none of the others, and is tried again', async () => {
  const done: string[] = []
  const { round, told } = roundOf({
    first: async () => done.push('first'),
    broken: () => Promise.reject(new Error('the store is away')),
    last: async () => done.push('last'),
  })
  await assert.rejects(round(0), AggregateError)
  assert.deepEqual([done, told], [['first', 'last'], ['broken']])
})

test('what fails again and again is left to the next round, which comes', async () => {
  const { round } = roundOf({ broken: () => Promise.reject(new Error('the store is away')) })
  for (const attempts of [0, 1, 2, 3]) await assert.rejects(round(attempts))
  await round(4)
})

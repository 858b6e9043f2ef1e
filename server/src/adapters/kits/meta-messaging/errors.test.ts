import assert from 'node:assert/strict'
import { test } from 'node:test'
import { messagingErrors } from './errors.ts'

const read = messagingErrors({ code: 'messenger', name: 'Messenger' })

for (const [error, unreachable] of [
  [{ code: 551 }, 'unavailable'],
  [{ code: 100, error_subcode: 1545041 }, 'unavailable'],
  [{ code: 100, error_subcode: 2018001 }, 'no_account'],
  [{ code: 2018108 }, 'undeliverable'],
  [{ code: 10, error_subcode: 2018108 }, 'undeliverable'],
] as const)
  test(`${JSON.stringify(error)} is about the person: ${unreachable}`, () => {
    assert.deepEqual(read(error).verdict, { then: 'fail', unreachable })
  })

for (const error of [{ code: 100 }, { code: 190 }, { code: 10, error_subcode: 2018278 }, { code: 100, error_subcode: 2018218 }, { code: 999_999 }])
  test(`${JSON.stringify(error)} says nothing of the person`, () => {
    assert.ok(!('unreachable' in read(error).verdict))
  })

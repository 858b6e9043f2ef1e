import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { retagged, tagsOnlyIn } from './tag-names.ts'

const name = fc.constantFrom('vip', 'VIP', 'Nuevo', 'nuevo', 'reclamo', 'é', 'e\u0301')
const distinct = fc.uniqueArray(name, { selector: (one) => one.normalize('NFC').toLowerCase() })
const lower = (names: string[]) => names.map((one) => one.normalize('NFC').toLowerCase()).toSorted()

test('what is put on is on once, what is taken off is off, and all else stays as it was spelt', () => {
  fc.assert(
    fc.property(distinct, distinct, distinct, (before, add, remove) => {
      const after = retagged(before, { add, remove })
      const kept = before.filter((one) => !lower(remove).includes(lower([one])[0]!) || lower(add).includes(lower([one])[0]!))
      assert.deepEqual(after.slice(0, kept.length), kept)
      assert.deepEqual(lower(after), [...new Set([...lower(kept), ...lower(add)])].toSorted())
    }),
  )
})

test('what was put on and taken off is taken back by its differences', () => {
  fc.assert(
    fc.property(distinct, distinct, distinct, (before, add, remove) => {
      const after = retagged(before, { add, remove })
      const back = retagged(after, { add: tagsOnlyIn(before, after), remove: tagsOnlyIn(after, before) })
      assert.deepEqual(lower(back), lower(before))
    }),
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { paint, slotAt, slotsInDay, troubleIn, withOneMore } from './intervals.ts'

const office = [
  { from: '09:00', to: '13:00' },
  { from: '14:00', to: '18:15' },
]

test('painting joins what touches, and cuts what is closed', () => {
  assert.deepEqual(paint(office, [26, 27], true), [{ from: '09:00', to: '18:15' }])
  assert.deepEqual(paint(office, [20, 19], false), [
    { from: '09:00', to: '09:30' },
    { from: '10:30', to: '13:00' },
    { from: '14:00', to: '18:15' },
  ])
  assert.deepEqual(paint([], [46, 47], true), [{ from: '23:00', to: '24:00' }])
})

test('a half hour is open, closed, or partly open', () => {
  assert.deepEqual([slotAt(office, 18), slotAt(office, 26), slotAt(office, 36)], ['open', 'closed', 'partly'])
})

test('one more interval goes where there is room', () => {
  assert.deepEqual(withOneMore([]), [{ from: '09:00', to: '18:00' }])
  assert.equal(troubleIn(withOneMore(office)!), null)
  assert.deepEqual(withOneMore([{ from: '08:00', to: '24:00' }]), [
    { from: '04:00', to: '07:00' },
    { from: '08:00', to: '24:00' },
  ])
  assert.equal(withOneMore([{ from: '00:00', to: '24:00' }]), null)
})

test('property: what was painted is as it was painted, the rest as it was, and always in order', () => {
  const slot = fc.integer({ min: 0, max: slotsInDay - 1 })
  fc.assert(
    fc.property(fc.array(fc.tuple(slot, slot, fc.boolean()), { maxLength: 5 }), (strokes) => {
      const slots = Array.from({ length: slotsInDay }, () => false)
      let day: { from: string; to: string }[] = []
      for (const [one, other, open] of strokes) {
        day = paint(day, [one, other], open)
        for (let at = Math.min(one, other); at <= Math.max(one, other); at += 1) slots[at] = open
        assert.equal(troubleIn(day), null)
      }
      assert.deepEqual(
        slots.map((_, at) => slotAt(day, at)),
        slots.map((open) => (open ? 'open' : 'closed')),
      )
    }),
  )
})

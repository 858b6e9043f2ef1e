import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Value } from '../engine/run-state.ts'
import { longestFormula } from './formula.ts'
import { functionNames } from './functions.ts'
import { readFormula, variablesIn } from './read-formula.ts'
import { reckon } from './reckon.ts'

/** Whatever is written as a formula, and whatever its variables hold. */
const values: fc.Arbitrary<Value | undefined> = fc.oneof(
  fc.constantFrom<Value | undefined>(undefined, '', 'José', '2026-02-28', '2026-03-02T17:00:00-03:00', '1.500,50', true, 0, -1.5, 1e15),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.double(),
)
const readings = fc.record({
  now: fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
  timeZone: fc.constantFrom('America/Sao_Paulo', 'America/New_York', 'UTC'),
  locale: fc.constantFrom('es-AR', 'es-MX', 'en', ''),
  value: values,
})
const isKept = (value: Value | null): boolean => value === null || (typeof value === 'number' ? Number.isFinite(value) && !Object.is(value, -0) : true)

const { formulas } = fc.letrec<{ formulas: string; sums: string; calls: string; atoms: string }>((tie) => ({
  atoms: fc.oneof(fc.constantFrom('{{x}}', '"2026-01-31"', "'días'", '""', '1.5', '0'), fc.nat(999).map(String)),
  sums: fc.tuple(tie('formulas'), fc.constantFrom('+', '-', '*', '/', '×'), tie('formulas')).map(([left, sign, right]) => `(${left} ${sign} -${right})`),
  calls: fc.tuple(fc.constantFrom(...functionNames), fc.array(tie('formulas'), { maxLength: 3 })).map(([name, of]) => `${name}(${of.join(', ')})`),
  formulas: fc.oneof({ depthSize: 'small', withCrossShrink: true }, tie('atoms'), tie('sums'), tie('calls')),
}))

const pieces = fc.array(
  fc.oneof(
    fc.constantFrom('(', ')', ',', '+', '-', '*', '/', '"', "'", '{{', '}}', '{{x}}', 'round(', 'date_add(', 'e', '.', ' '),
    fc.string({ unit: 'binary', maxLength: 6 }),
  ),
  { maxLength: 80 },
)

test('nothing that is written breaks it, and what it gives can be kept', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        formulas,
        pieces.map((each) => each.join('')),
      ),
      readings,
      (written, { value, ...reading }) => {
        const result = reckon(written, { ...reading, valueOf: () => value })
        assert.ok(isKept(result) || (typeof value === 'number' && Object.is(result, value)), String(result))
        const read = readFormula(written)
        if ('unreadable' in read) assert.equal(result, null)
        else assert.ok(variablesIn(read.formula).every((name) => written.includes(name)))
      },
    ),
    { numRuns: 2000 },
  )
})

test('sums of whole numbers come to what they come to in a language that reckons', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('+', '-', '*'), fc.integer({ min: -99, max: 99 })), { minLength: 1, maxLength: 5 }), (parts) => {
      const reckoned = parts.reduce(
        (so, [sign, number]) =>
          sign === '+'
            ? { done: so.done + so.last, last: number }
            : sign === '-'
              ? { done: so.done + so.last, last: -number }
              : { ...so, last: so.last * number },
        { done: 0, last: 1 },
      )
      const written = `1 ${parts.map(([sign, number]) => `${sign} (${number})`).join(' ')}`
      const world = { now: new Date(0), timeZone: 'UTC', locale: 'en', valueOf: () => undefined }
      assert.equal(reckon(written, world), reckoned.done + reckoned.last + 0)
    }),
  )
})

test('the longest and deepest formulas are read in the time of any other', () => {
  const long = [
    `1${'+1'.repeat(499)}`,
    '('.repeat(longestFormula),
    '"'.repeat(longestFormula),
    '{{x'.repeat(300),
    ' '.repeat(longestFormula - 1) + '1',
    'a'.repeat(longestFormula),
  ]
  for (const written of long) assert.ok(readFormula(written))
  assert.equal(reckon(long[0]!, { now: new Date(0), timeZone: 'UTC', locale: 'en', valueOf: () => undefined }), 500)
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Value } from '../engine/run-state.ts'
import { readFormula } from './read-formula.ts'
import { reckon } from './reckon.ts'

const known: Record<string, Value> = {
  price: 1500,
  written: '1.500,50',
  count: '3',
  name: 'José',
  blank: '',
  day: '2026-01-31',
  moment: '2026-03-02T17:00:00-03:00',
  yes: true,
  small: 100.125,
}
const comesTo = (written: string, locale = 'es-AR'): Value | null =>
  reckon(written, {
    now: new Date('2026-03-02T01:30:00.000Z'),
    timeZone: 'America/Argentina/Buenos_Aires',
    locale,
    valueOf: (name) => (Object.hasOwn(known, name) ? known[name] : undefined),
  })
const refusedAs = (written: string): string | null => {
  const read = readFormula(written)
  return 'unreadable' in read ? read.unreadable.code : null
}

describe('a formula', () => {
  const cases: [written: string, result: Value | null][] = [
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 2 - 3', 5],
    ['12 / 3 / 2', 2],
    ['-2 * -(3 - 1)', 4],
    ['0.1 + 0.2', 0.3],
    ['3 × 4 ÷ 2 − 1', 5],
    ['{{price}} * 1.21', 1815],
    ['{{ written }} + {{count}}', 1503.5],
    ['round({{price}} / 7, 2)', 214.29],
    ['round(2.5) + round(-2.5)', 0],
    ['round(1.005; 2)', 1.01],
    ['floor(2.9) + ceil(2.1)', 5],
    ['min(3, {{count}}, 1) + max(2, 5)', 6],
    ['length({{name}})', 4],
    ['length("👍🏽a")', 3],
    ['length({{nobody}})', 0],
    ['UPPER({{name}})', 'JOSÉ'],
    ["lower('ÁRBOL')", 'árbol'],
    ['default({{blank}}, 1) + 1', 2],
    ['default({{nobody}}, "nadie")', 'nadie'],
    ['default({{small}}, 0) * 1', 100.125],
    ['date_add({{day}}, 1, "month")', '2026-02-28'],
    ['date_add({{day}}, -1, "días")', '2026-01-30'],
    ['date_add({{day}}, 2, "semanas")', '2026-02-14'],
    ['date_add({{moment}}, 90, "minutos")', '2026-03-02T18:30:00-03:00'],
    ['date_add({{moment}}, 1, "ano")', '2027-03-02T17:00:00-03:00'],
    ['date_add({{day}}, 5, "hours")', '2026-01-31T05:00:00-03:00'],
    ['date_add(today(), {{count}}, "days")', '2026-03-04'],
    ['now()', '2026-03-01T22:30:00-03:00'],
  ]
  for (const [written, result] of cases) test(`${written} is ${result}`, () => assert.equal(comesTo(written), result))

  test('reads numbers of customers as they write them where they live', () => {
    assert.equal(reckon('{{n}} * 1', { now: new Date(0), timeZone: 'UTC', locale: 'es-MX', valueOf: () => '1,500.50' }), 1500.5)
  })

  const nothing = [
    '1 / 0',
    '{{name}} * 2',
    '{{nobody}} + 1',
    '{{yes}} + 1',
    'round(1, 20)',
    'round(1, 0.5)',
    '9999999999999999999 * 10',
    'date_add("mañana", 1, "days")',
    'date_add({{day}}, 1.5, "days")',
    'date_add({{day}}, 20000, "years")',
    'date_add("2026-02-31", 1, "days")',
    'date_add({{day}}, 1, {{name}})',
  ]
  for (const written of nothing) test(`${written} comes to nothing`, () => assert.equal(comesTo(written), null))
})

describe('what cannot be read is told', () => {
  const cases: [written: string, code: string][] = [
    [' ', 'formula_empty'],
    ['1 +', 'formula_unfinished'],
    ['(1 + 2', 'formula_unfinished'],
    ['round(1', 'formula_unfinished'],
    ['1 2', 'formula_unexpected'],
    ['* 2', 'formula_unexpected'],
    ['1 + )', 'formula_unexpected'],
    ['"abc', 'formula_unexpected'],
    ['1 % 2', 'formula_unexpected'],
    ['total * 2', 'formula_word'],
    ['eval("1")', 'formula_function_unknown'],
    ['constructor(1)', 'formula_function_unknown'],
    ['round()', 'formula_arguments'],
    ['length(1, 2)', 'formula_arguments'],
    ['today(1)', 'formula_arguments'],
    ['"a" * 2', 'formula_not_number'],
    ['1 + upper({{name}})', 'formula_not_number'],
    ['round("x")', 'formula_not_number'],
    ['date_add({{day}}, 1, "lustros")', 'formula_unit_unknown'],
    ['1+'.repeat(600), 'formula_too_long'],
    [`${'('.repeat(60)}1${')'.repeat(60)}`, 'formula_too_deep'],
    [`${'-'.repeat(60)}1`, 'formula_too_deep'],
  ]
  for (const [written, code] of cases) test(`${written.slice(0, 40)}: ${code}`, () => assert.equal(refusedAs(written), code))
})

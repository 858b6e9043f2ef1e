import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Comparison } from '../definition.ts'
import { holds } from './compare.ts'
import type { Value } from './run-state.ts'
import { context } from '../../test/world.ts'

const cases: [Value | undefined, Comparison['operator'], Comparison['value'], boolean][] = [
  ['Córdoba', 'equals', 'cordoba', true],
  ['Córdoba', 'not_equals', 'CORDOBA', false],
  ['10,50', 'equals', 10.5, true],
  ['1.500', 'equals', '1500', true],
  ['👍', 'equals', '👍', true],
  ['👍', 'equals', '👎', false],
  [undefined, 'equals', '', true],
  [undefined, 'is_set', undefined, false],
  ['', 'is_set', undefined, false],
  [0, 'is_set', undefined, true],
  [undefined, 'is_not_set', undefined, true],
  [true, 'equals', true, true],
  [true, 'equals', 'true', true],
  ['Hola, Ñandú', 'contains', 'nandu', true],
  ['capacitación', 'contains', 'cita', true],
  ['capacitación', 'has_words', 'cita', false],
  ['una cita, por favor', 'has_words', ['turno', 'cita'], true],
  ['x', 'contains', '', false],
  ['Buenos Aires', 'starts_with', 'buenos', true],
  [5, 'greater_than', 4, true],
  ['5', 'greater_than', '10', false],
  ['9', 'less_than', '10', true],
  ['calle 9', 'less_than', 10, false],
  [undefined, 'less_than', 1, false],
  ['ABC', 'matches', '^[A-Z]+$', true],
  ['ABC', 'matches', '(', false],
  ['São Paulo', 'one_of', ['Rio', 'sao paulo'], true],
  ['b', 'one_of', 'a, b', true],
  ['c', 'one_of', 'a, b', false],
  ['Ana', 'equals', '{{other}}', true],
]
for (const [value, operator, other, expected] of cases)
  test(`${value} ${operator} ${other}: ${expected}`, () =>
    assert.equal(
      holds({ variable: 'v', operator, value: other }, { value, fill: (template) => template.replace('{{other}}', 'ana'), context: context() }),
      expected,
    ))

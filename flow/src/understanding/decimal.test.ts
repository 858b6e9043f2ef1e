import assert from 'node:assert/strict'
import { test } from 'node:test'
import { numberIn, roughNumberIn, showNumber } from './decimal.ts'

const cases: [string, string, number | null][] = [
  ['3', 'es-AR', 3],
  [' -3 ', 'es-AR', -3],
  ['2,5', 'es-AR', 2.5],
  ['2.5', 'es-AR', 2.5],
  ['1.500', 'es-AR', 1500],
  ['1.234,56', 'es-AR', 1234.56],
  ['1,234.56', 'es-AR', 1234.56],
  ['0.500', 'es-AR', 0.5],
  ['1.234.567', 'es-AR', 1234567],
  ['$ 1.500,50', 'es-AR', 1500.5],
  ['tengo 34 años', 'es-AR', 34],
  ['30kg', 'es', 30],
  ['dos', 'es', 2],
  ['dois', 'pt-BR', 2],
  ['three', 'en', 3],
  ['1.500', 'pt-BR', 1500],
  ['R$ 12,90', 'pt-BR', 12.9],
  ['1.500', 'en', 1.5],
  ['1,500', 'en', 1500],
  ['1,500', 'es-MX', 1500],
  ['1.500', 'es-MX', 1.5],
  ['2️⃣', 'es', 2],
  ['-0', 'es', 0],
  ['entre 2 y 3', 'es', null],
  ['12/05', 'es', null],
  ['1.2.3', 'es', null],
  ['nada', 'es', null],
  ['', 'es', null],
  ['9'.repeat(20), 'es', null],
  ['1,2,3.4', 'en', null],
]
for (const [text, locale, expected] of cases) test(`«${text}» in ${locale} is ${expected}`, () => assert.ok(Object.is(numberIn(text, locale), expected)))

test('a number that is only about right, or a bound, is never certain', () => {
  const said = [
    'hasta 4',
    'máximo 4',
    '4 o algo así',
    '4 y algo',
    'até 4',
    'no máximo 4',
    'up to 4',
    'max 4',
    '4ish',
    '4 something',
    '4 or so',
    '4 or so people',
    '4 máximo',
  ]
  for (const words of said) assert.deepEqual([numberIn(words, 'es-AR'), roughNumberIn(words, 'es-AR')], [null, 4], words)
  assert.deepEqual([numberIn('menos 4', 'es-AR'), roughNumberIn('menos 4', 'es-AR')], [null, -4])
  assert.deepEqual([numberIn('thirty something', 'en'), roughNumberIn('thirty something', 'en')], [null, 30])
})

test('a number is shown with the sign that people there use', () => {
  assert.equal(showNumber(2.5, 'es-AR'), '2,5')
  assert.equal(showNumber(2.5, 'en'), '2.5')
})

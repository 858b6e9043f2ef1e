import assert from 'node:assert/strict'
import { test } from 'node:test'
import { directionOf, withFigures } from './text-direction.ts'

for (const [text, direction] of [
  ['Hola, ¿qué tal?', 'ltr'],
  ['مرحبا، هل يمكنني حجز موعد؟', 'rtl'],
  ['10:00 😀 שלום', 'rtl'],
  ['*Hola* مرحبا', 'ltr'],
  ['12:30 👍', null],
  ['', null],
] as const)
  test(`«${text}» runs ${direction ?? 'either way'}`, () => assert.equal(directionOf(text), direction))

test('groups of figures among right-to-left words are cut out, so that they keep their order', () => {
  const arabic = 'رقمي +54 9 11 2345-6789 شكرا'
  assert.deepEqual(
    withFigures(arabic).map(({ text, figures }) => (figures ? `<${text}>` : text)),
    ['رقمي ', '<+54 9 11 2345-6789>', ' شكرا'],
  )
  assert.equal(
    withFigures(arabic)
      .map(({ text }) => text)
      .join(''),
    arabic,
  )
  assert.deepEqual(withFigures('Mi número es +54 9 11 2345-6789'), [{ text: 'Mi número es +54 9 11 2345-6789', figures: false }])
  assert.deepEqual(withFigures('الساعة 10:00'), [{ text: 'الساعة 10:00', figures: false }])
})

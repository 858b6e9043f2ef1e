import assert from 'node:assert/strict'
import { test } from 'node:test'
import { directionOf } from './text-direction.ts'

for (const [text, direction] of [
  ['Hola, ¿qué tal?', 'ltr'],
  ['مرحبا، هل يمكنني حجز موعد؟', 'rtl'],
  ['10:00 😀 שלום', 'rtl'],
  ['*Hola* مرحبا', 'ltr'],
  ['12:30 👍', null],
  ['', null],
] as const)
  test(`«${text}» runs ${direction ?? 'either way'}`, () => assert.equal(directionOf(text), direction))

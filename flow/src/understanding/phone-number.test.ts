import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { Language } from './language.ts'
import { phoneIn } from './phone-number.ts'

/** "=" before what is kept as it is, "?" before what is read back, "-" for what is not understood. */
const read = (said: string, language: Language = 'es', readPhone?: (digits: string) => string | null): string => {
  const reading = phoneIn(said, language, readPhone)
  if (reading.outcome === 'understood') return `= ${reading.value}`
  return reading.outcome === 'unsure' ? `? ${reading.candidates.join(' | ')}` : '-'
}

describe('without the numbers of a country', () => {
  const cases: [Language, string, string][] = [
    ['es', '+54 9 11 5544-3322', '= +5491155443322'],
    ['es', '(011) 5544-3322', '= 01155443322'],
    ['es', 'mi número es 1155443322, gracias', '= 1155443322'],
    ['es', '1️⃣1️⃣5️⃣5️⃣4️⃣4️⃣3️⃣3️⃣', '= 11554433'],
    ['es', '１１５５４４３３２２', '= 1155443322'],
    ['es', 'once, cincuenta y cinco, cuarenta y cuatro, treinta y tres, veintidós', '? 1155443322'],
    ['es', 'anotá: uno uno, cinco cinco cuatro cuatro, tres tres dos dos', '? 1155443322'],
    ['es', 'once doble cinco doble cuatro doble tres doble dos', '? 1155443322'],
    ['es', 'más cincuenta y cuatro nueve once cincuenta y cinco cuarenta y cuatro treinta y tres veintidós', '? +5491155443322'],
    ['es', '11 cincuenta y cinco 44 33 22', '? 1155443322'],
    ['es', 'cero once quince cincuenta y cinco cuarenta y cuatro treinta y tres veintidós', '? 0111555443322'],
    ['pt', 'onze nove oito sete meia cinco quatro três dois um', '? 11987654321'],
    ['pt', 'é o onze, nove meia meia cinco, quarenta e três vinte e um', '? 1196654321'],
    ['en', 'four one five, double five five, two six seven one', '? 4155552671'],
    ['en', "it's four one five five five five oh one two three", '? 4155550123'],
    ['es', '11 5544 3322 o 11 5544 3323', '? 1155443322 | 1155443323'],
    ['es', 'tengo dos hijos y tres perros', '-'],
    ['es', 'cuarenta y cuatro', '-'],
    ['es', '5544', '-'],
    ['es', '1234567890123456', '-'],
    ['en', 'call me once', '-'],
    ['es', '', '-'],
  ]
  for (const [language, said, meant] of cases) test(`«${said}» is ${meant}`, () => assert.equal(read(said, language), meant))
})

test('with the numbers of a country only what is one there counts', () => {
  const argentine = (digits: string) => (/^11\d{8}$/.test(digits) ? `+54${digits}` : null)
  assert.equal(read('1155443322', 'es', argentine), '= +541155443322')
  assert.equal(read('dni 30123456, cel 1155443322', 'es', argentine), '= +541155443322')
  assert.equal(read('30123456', 'es', argentine), '-')
  assert.equal(read('once cincuenta y cinco cuarenta y cuatro treinta y tres veintidós', 'es', argentine), '? +541155443322')
})

test('whatever is written is no number or one of 7 to 15 digits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.constantFrom<Language>('es', 'pt', 'en'), (said, language) =>
      assert.match(read(said, language), /^(?:-|= \+?\d{7,15}|\? \+?\d{7,15}(?: \| \+?\d{7,15}){0,2})$/),
    ),
  )
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { MessageContent } from '@chasqui/contracts/content'
import { FlowNode } from '../definition.ts'
import { checkAnswer } from './check-answer.ts'
import { heard } from '../engine/heard.ts'
import type { InputNode } from '../engine/nodes.ts'
import { context, photo, press, text } from '../../test/world.ts'

const input = (more: Partial<InputNode>) => FlowNode.parse({ type: 'input', text: '?', expect: 'text', saveAs: 'x', next: null, ...more }) as InputNode
const answer = (more: Partial<InputNode>, content: MessageContent) => {
  const reading = checkAnswer(input(more), heard(content), context())
  return reading.outcome === 'value' ? reading.value : null
}

const cases: [string, Partial<InputNode>, string, string | number | boolean | null][] = [
  ['text', {}, '  Hola  ', 'Hola'],
  ['text', { min: 3 }, 'ab', null],
  ['text', { max: 3 }, 'abcd', null],
  ['text', {}, '   ', null],
  ['name', { saveToContact: 'name' }, 'Hola, me llamo Ana  Pérez.', 'Ana Pérez'],
  ['name', { saveToContact: 'name' }, 'soy Ana', 'Ana'],
  ['name', { saveToContact: 'name' }, 'meu nome é João', 'João'],
  ['name', { saveToContact: 'name' }, "I'm Ann", 'Ann'],
  ['name', { saveToContact: 'name' }, '12345', null],
  ['name', { saveToContact: 'name' }, 'Soy', 'Soy'],
  ['email', { expect: 'email' }, 'ana@ejemplo.com', 'ana@ejemplo.com'],
  ['email', { expect: 'email' }, 'mi correo es Ana.P@Ejemplo.COM.AR.', 'Ana.P@ejemplo.com.ar'],
  ['email', { expect: 'email' }, '<ana@ejemplo.com>', 'ana@ejemplo.com'],
  ['email', { expect: 'email' }, 'ana@', null],
  ['email', { expect: 'email' }, 'ana@ejemplo', null],
  ['email', { expect: 'email' }, 'ana @ejemplo.com', null],
  ['email', { expect: 'email' }, 'a..b@ejemplo.com', null],
  ['email', { expect: 'email' }, 'a@b.com o c@d.com', null],
  ['email', { expect: 'email' }, 'peña@ejemplo.com', null],
  ['email', { expect: 'email' }, '@usuario', null],
  ['phone', { expect: 'phone' }, '+54 9 11 2233-4455', '+5491122334455'],
  ['phone', { expect: 'phone' }, 'es (011) 4123 4567', '01141234567'],
  ['phone', { expect: 'phone' }, '123', null],
  ['phone', { expect: 'phone' }, '1234567890123456', null],
  ['phone', { expect: 'phone' }, 'no tengo', null],
  ['number', { expect: 'number' }, '2,5', 2.5],
  ['number', { expect: 'number', min: 1, max: 10 }, '11', null],
  ['number', { expect: 'number' }, 'muchos', null],
  ['rating', { expect: 'rating' }, '4/5', 4],
  ['rating', { expect: 'rating' }, '4 de 5', 4],
  ['rating', { expect: 'rating' }, '4/10', null],
  ['rating', { expect: 'rating' }, '4 de 10', null],
  ['rating', { expect: 'rating', scale: 10 }, '4 de 10', 4],
  ['rating', { expect: 'rating' }, '⭐⭐⭐', 3],
  ['consent', { expect: 'consent' }, 'acepto', true],
  ['consent', { expect: 'consent' }, '¿sí?', null],
  ['consent', { expect: 'consent' }, 'ok?', null],
  ['document', { expect: 'document' }, '30123468', null],
  ['document', { expect: 'document', documents: ['dni'] }, '30123468', '30123468'],
  ['pattern', { pattern: '^[A-Z]{3}\\d{3}$' }, 'ABC123', 'ABC123'],
  ['pattern', { pattern: '^[A-Z]{3}\\d{3}$' }, 'abc', null],
  ['unreadable pattern', { pattern: '(' }, 'abc', null],
  ['any', { expect: 'any' }, 'lo que sea', 'lo que sea'],
]
for (const [what, more, said, expected] of cases) test(`${what}: «${said}» gives ${expected}`, () => assert.equal(answer(more, text(said)), expected))

test('a file or an old button is no text, unless anything goes', () => {
  for (const content of [photo('Ana'), press('old', 'Horarios')]) assert.equal(answer({}, content), null)
  assert.equal(answer({ expect: 'any' }, photo()), '[image]')
  assert.equal(answer({ expect: 'any' }, photo('mi receta')), 'mi receta')
})

test('a shared contact card answers a question for a phone number', () => {
  const card = { type: 'contacts', contacts: [{ name: 'Ana', phones: [{ phone: '+54 11 4123-4567' }], emails: [], own: true }] } satisfies MessageContent
  assert.equal(answer({ expect: 'phone' }, card), '+541141234567')
})

test('what may be one number or another, or one document or another, is offered as both', () => {
  const offered = (more: Partial<InputNode>, said: string) => {
    const reading = checkAnswer(input(more), heard(text(said)), context())
    return reading.outcome === 'unsure' ? reading.candidates.map(({ label, text: words }) => label ?? words) : []
  }
  assert.deepEqual(offered({ expect: 'number' }, 'tres cuartos'), ['0,75', '3'])
  assert.deepEqual(offered({ expect: 'document' }, '30123468'), ['RUT 3.012.346-8', 'DNI 30.123.468'])
})

test('what is kept of an answer is bounded', () => assert.equal(String(answer({}, text('x'.repeat(20_000)))).length, 4096))

test('a document that is wrong is refused by the name of what it is meant to be', () => {
  const refused = (said: string, country?: string) => {
    const world = context({ business: { name: 'Vet', ...(country !== undefined && { country }) } })
    const reading = checkAnswer(input({ expect: 'document' }), heard(text(said)), world)
    return reading.outcome === 'invalid' ? (/CUIT|CPF|RUT|DNI|NIF/.exec(reading.hint ?? '')?.[0] ?? 'no name') : 'read'
  }
  assert.equal(refused('20-12345678-5'), 'CUIT')
  assert.equal(refused('20123456785', 'AR'), 'CUIT')
  assert.equal(refused('mi cuit es 20123456785'), 'CUIT')
  assert.equal(refused('529.982.247-26'), 'CPF')
  assert.equal(refused('52998224726', 'BR'), 'CPF')
  assert.equal(refused('123456780', 'PT'), 'NIF')
  assert.equal(refused('123456780', 'UY'), 'no name')
})

describe('what the question says of an answer', () => {
  const answers: [question: string, said: string, expected: boolean | null][] = [
    ['¿Tenés obra social?', 'si tengo obra social', true],
    ['¿Tenés obra social?', 'no tengo obra social', false],
    ['¿Tenés obra social?', 'si tengo tiempo', null],
    ['¿Los datos son correctos?', 'si son correctos', true],
    ['¿Ya viniste antes?', 'si ya fui antes', true],
    ['¿Ya viniste antes?', 'ya fui', true],
    ['¿Ya viniste antes?', 'es mi primera vez', false],
    ['¿Es tu primera vez con nosotros?', 'si es mi primera vez', true],
    ['¿Es tu primera vez con nosotros?', 'no ya fui', false],
    ['Is this your first visit?', 'first time', true],
    ['¿Confirmás tu turno del viernes a las 10?', 'si no llueve', null],
    ['¿Confirmás tu turno del viernes a las 10?', 'si puedo voy', null],
    ['¿Confirmás tu turno del viernes a las 10?', 'si a las 11', null],
  ]
  for (const [question, said, expected] of answers)
    test(`${question} «${said}» gives ${expected}`, () => assert.equal(answer({ expect: 'yes_no', text: question }, text(said)), expected))
})

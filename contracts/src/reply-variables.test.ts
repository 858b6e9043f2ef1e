import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fillReply, firstNameOf, piecesOf, unknownVariables } from './reply-variables.ts'

test('variables become what is known, or what stands in for it; what is missing stays written', () => {
  const values = { 'contact.first_name': 'Ana', 'agent.name': ' Diego ' }
  const cases: [string, string][] = [
    ['Hola {{contact.first_name}}', 'Hola Ana'],
    ['{{ contact.first_name }}, soy {{agent.name}}', 'Ana, soy Diego'],
    ['Hola {{contact.phone|tu número}}', 'Hola tu número'],
    ['Hola {{contact.phone}}', 'Hola {{contact.phone}}'],
    ['Hola {{contact.first_name|amiga}}', 'Hola Ana'],
    ['{{nada}} y {llaves} y {{}}', '{{nada}} y {llaves} y {{}}'],
  ]
  for (const [text, said] of cases) assert.equal(fillReply(text, values), said)
  assert.deepEqual(
    piecesOf('A {{contact.phone}}!', {}).map(({ kind }) => kind),
    ['text', 'missing', 'text'],
  )
})

test('a value is never read as a variable, and text without variables stays as it is', () => {
  for (const value of ['{{contact.phone}}', '$1 $& \\', '}} {{', 'ñandú 👍'])
    assert.equal(fillReply('{{contact.name}}', { 'contact.name': value, 'contact.phone': '1' }), value)
  for (const text of ['', '{ {contact.name} }', '{contact.name}', '}}{{', '{{', '{{contact.name'])
    assert.equal(fillReply(text, { 'contact.name': 'Ana' }), text)
})

test('names that nobody knows are told, each once', () => {
  assert.deepEqual(unknownVariables('{{contact.name}} {{contacto}} {{contacto}} {{}} {{agent.name|x}}'), ['contacto', ''])
  assert.deepEqual(unknownVariables('nada { {x} }'), [])
})

test('a number is no first name', () => {
  assert.equal(firstNameOf(' María José '), 'María')
  assert.equal(firstNameOf('+54 9 11'), '')
  assert.equal(firstNameOf(''), '')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isFillable, missingVariables, templateComponents, type TemplateParts, templatePreview, templateValue, templateVariables } from './template-filling.ts'

const parts: TemplateParts = {
  header: { format: 'text', text: 'Turno de {{1}}' },
  body: 'Hola {{nombre}}, te esperamos a las {{hora}}. {{nombre}}!',
  footer: 'Clínica',
  buttons: [
    { type: 'quick_reply', text: 'Sí', url: null },
    { type: 'url', text: 'Ver', url: 'https://example.com/{{1}}' },
  ],
}
const values = { 'header.1': 'mañana', 'body.nombre': 'Ana', 'body.hora': '15:00', 'button.1.1': 'a1' }
const said = (some: TemplateParts, given: Record<string, string>) =>
  templatePreview(some, given)
    .map(({ text }) => text)
    .join('')

test('each variable is asked for once, wherever it stands', () => {
  assert.deepEqual(
    templateVariables(parts).map(({ key }) => key),
    ['header.1', 'body.nombre', 'body.hora', 'button.1.1'],
  )
  assert.deepEqual(
    missingVariables(parts, { ...values, 'body.hora': ' \n ' }).map(({ key }) => key),
    ['body.hora'],
  )
})

test('named values go by their names, numbered ones by their numbers', () => {
  assert.equal(said(parts, values), 'Turno de mañana\nHola Ana, te esperamos a las 15:00. Ana!\nClínica')
  assert.deepEqual(templateComponents(parts, values), [
    { type: 'header', parameters: [{ type: 'text', text: 'mañana' }] },
    {
      type: 'body',
      parameters: [
        { type: 'text', parameter_name: 'nombre', text: 'Ana' },
        { type: 'text', parameter_name: 'hora', text: '15:00' },
      ],
    },
    { type: 'button', sub_type: 'url', index: '1', parameters: [{ type: 'text', text: 'a1' }] },
  ])
  const numbered = { header: null, body: '{{2}} {{1}}', footer: null, buttons: [] }
  assert.deepEqual(templateComponents(numbered, { 'body.1': 'uno', 'body.2': 'dos' }), [
    {
      type: 'body',
      parameters: [
        { type: 'text', text: 'uno' },
        { type: 'text', text: 'dos' },
      ],
    },
  ])
  assert.deepEqual(templateComponents({ header: null, body: 'Hola', footer: null, buttons: [] }, {}), [])
})

test('what needs a file, a coupon or a form cannot be sent with texts alone', () => {
  assert.equal(isFillable(parts), true)
  assert.equal(isFillable({ ...parts, header: { format: 'image', text: null } }), false)
  assert.equal(isFillable({ ...parts, buttons: [{ type: 'copy_code', text: 'x', url: null }] }), false)
})

test('a value never holds what providers refuse', () => {
  const values = ['a\nb', 'a\r\n\tb', 'a          b', '  a     \n     b ', '\n', 'a    b', 'a     b']
  for (const value of values) assert.doesNotMatch(templateValue(value), /[\n\r\t]| {5}|^ | $/, JSON.stringify(value))
  assert.equal(templateValue('uno\ndos'), 'uno dos')
})

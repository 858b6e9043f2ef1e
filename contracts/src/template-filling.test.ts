import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  missingVariables,
  templateComponents,
  templateFile,
  templateObstacle,
  type TemplateParts,
  templatePreview,
  templateValue,
  templateValuesIn,
  templateVariables,
} from './template-filling.ts'

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

test('a file, a place, a coupon and a form can be filled in; for the rest there is a reason', () => {
  const button = (type: string) => ({ ...parts, buttons: [{ type, text: 'x', url: null }] })
  const header = (format: string) => ({ ...parts, header: { format, text: null } })
  for (const fine of [
    parts,
    ...['image', 'video', 'document', 'location'].map(header),
    ...['copy_code', 'flow', 'voice_call', 'request_contact_info'].map(button),
  ])
    assert.equal(templateObstacle(fine), null, JSON.stringify(fine))
  assert.deepEqual([header('image'), header('location'), parts].map(templateFile), ['image', null, null])
  assert.deepEqual(
    [button('catalog'), button('mpm'), button('otp'), button('new'), header('gif'), header('product'), { ...parts, others: ['carousel'] }].map(
      templateObstacle,
    ),
    ['catalog', 'catalog', 'one_time_code', 'button', 'header', 'catalog', 'carousel'],
  )
  assert.deepEqual(
    [
      { ...parts, others: ['limited_time_offer'] },
      { ...parts, others: ['new'] },
    ].map(templateObstacle),
    ['offer_that_ends', 'part'],
  )
})

test('a coupon is asked for, and a form opens where it begins', () => {
  const offer = {
    header: null,
    body: 'Para vos',
    footer: null,
    buttons: [
      { type: 'flow', text: 'Contar', url: null },
      { type: 'copy_code', text: 'Copiar', url: null },
    ],
  }
  assert.deepEqual(missingVariables(offer, {}), [{ key: 'coupon.1', place: 'coupon', name: '', button: 1 }])
  assert.deepEqual(missingVariables(offer, { 'coupon.1': 'A1' }), [])
  assert.deepEqual(templateComponents(offer, { 'coupon.1': 'A1' }, 'token'), [
    { type: 'button', sub_type: 'flow', index: '0', parameters: [{ type: 'action', action: { flow_token: 'token' } }] },
    { type: 'button', sub_type: 'copy_code', index: '1', parameters: [{ type: 'coupon_code', coupon_code: 'A1' }] },
  ])
})

test('a value never holds what providers refuse', () => {
  const values = ['a\nb', 'a\r\n\tb', 'a          b', '  a     \n     b ', '\n', 'a    b', 'a     b']
  for (const value of values) assert.doesNotMatch(templateValue(value), /[\n\r\t]| {5}|^ | $/, JSON.stringify(value))
  assert.equal(templateValue('uno\ndos'), 'uno dos')
})

test('what was sent for its variables can be read back and changed', () => {
  assert.deepEqual(templateValuesIn(parts, templateComponents(parts, values)), values)
  const coupon: TemplateParts = { header: null, body: 'Hola {{1}} {{2}}', footer: null, buttons: [{ type: 'copy_code', text: 'Copiar', url: null }] }
  const given = { 'body.1': '{{contact.name}}', 'body.2': '', 'coupon.0': 'VERANO' }
  assert.deepEqual(templateValuesIn(coupon, templateComponents(coupon, given)), given)
  assert.deepEqual(templateValuesIn(parts, [{ type: 'body', parameters: 'nonsense' }]), {})
})

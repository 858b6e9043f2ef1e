import assert from 'node:assert/strict'
import { test } from 'node:test'
import { problemsIn } from '../../index.ts'
import { context, flow, rich, talk } from '../../../test/world.ts'

const components = [
  {
    type: 'body',
    parameters: [
      { type: 'text', text: '{{contact.name}}' },
      { type: 'text', text: '{{contact.city}}' },
    ],
  },
]
const chosen = { name: 'recordatorio', language: 'es_AR' }
const remind = (more: object = {}) =>
  flow({
    remind: { type: 'template', template: chosen, components, text: 'Te esperamos.', next: 'sent', ...more },
    sent: { type: 'message', text: 'Listo.', next: null },
    other: { type: 'message', text: 'Sin plantilla.', next: null },
  })
const able = context({ abilities: { ...rich, templates: true }, contact: { name: 'Ana', phone: null, email: null, language: null } })

test('values are filled in, and an empty one is a dash', () => {
  const [effect] = talk(remind(), [], able).effects
  assert.deepEqual(effect, {
    type: 'say',
    content: {
      type: 'template',
      ...chosen,
      components: [
        {
          type: 'body',
          parameters: [
            { type: 'text', text: 'Ana' },
            { type: 'text', text: '-' },
          ],
        },
      ],
    },
  })
})

test('a channel without templates gets the text, and its own way if one is drawn', () => {
  assert.deepEqual(talk(remind(), []).said, ['Te esperamos.', 'Listo.'])
  assert.deepEqual(talk(remind({ otherwise: 'other' }), []).said, ['Te esperamos.', 'Sin plantilla.'])
})

test('a step without a template and a value that no step sets are told', () => {
  assert.ok(problemsIn(remind({ template: null, otherwise: 'other' })).some(({ code }) => code === 'flow.template_missing'))
  const unknown = remind({ components: [{ type: 'body', parameters: [{ type: 'text', text: '{{day}}' }] }] })
  assert.ok(problemsIn(unknown).some(({ code, nodeId }) => code === 'flow.variable_unknown' && nodeId === 'remind'))
})

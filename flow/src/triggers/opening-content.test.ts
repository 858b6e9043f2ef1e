import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openingContent } from './opening-content.ts'

test('a template is filled in from what the run knows, on one line and with nothing empty', () => {
  const values = ['{{contact.name}}', 'Pedido {{order}}\nlisto', '{{nothing}}', '{{constructor}}']
  assert.deepEqual(openingContent({ name: 'aviso', language: 'es', values }, { 'contact.name': 'Ana', order: 7 }), {
    type: 'template',
    name: 'aviso',
    language: 'es',
    components: [{ type: 'body', parameters: ['Ana', 'Pedido 7 listo', '–', '–'].map((text) => ({ type: 'text', text })) }],
  })
  assert.deepEqual(openingContent({ name: 'a', language: 'es', values: [] }, {}), { type: 'template', name: 'a', language: 'es', components: [] })
})

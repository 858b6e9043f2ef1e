import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readFlowFile } from './flow-file.ts'

const definition = { schema: 1, start: 'a', nodes: {} }

void test('a file holds a flow with its name, or a definition by itself', () => {
  assert.deepEqual(readFlowFile(JSON.stringify({ chasqui: 'flow', schema: 1, name: 'Turnos', definition })), { name: 'Turnos', definition })
  assert.deepEqual(readFlowFile(JSON.stringify(definition)), { name: null, definition })
})

void test('anything else is no flow', () => {
  for (const text of ['', 'hola', 'null', '[]', '3', '{}', '{"chasqui":"flow"}', '{"nodes":[]}']) assert.equal(readFlowFile(text), null)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readDefinition } from '../definition.ts'
import { welcomeFlow } from '../gallery/welcome/flow.ts'
import { currentSchema, migrate, migrateDefinition, UnknownSchema } from './migrate.ts'

/** Schemas that never were: 2 calls what 1 called `text` words, 3 keeps words as a list. */
const forward = {
  1: ({ text, ...rest }: Record<string, unknown>) => ({ ...rest, words: text }),
  2: ({ words, ...rest }: Record<string, unknown>) => ({ ...rest, words: [words] }),
}

test('a definition goes forward through every schema between its own and the current one', () => {
  assert.deepEqual(migrate({ schema: 1, text: 'hola' }, 3, forward), { schema: 3, words: ['hola'] })
  assert.deepEqual(migrate({ schema: 2, words: 'hola' }, 3, forward), { schema: 3, words: ['hola'] })
  assert.deepEqual(migrate({ schema: 3, words: ['hola'] }, 3, forward), { schema: 3, words: ['hola'] })
})

test('what is stored is left alone', () => {
  const stored = Object.freeze({ schema: 1, text: 'hola' })
  migrate(stored, 3, forward)
  assert.deepEqual(stored, { schema: 1, text: 'hola' })
})

test('a schema of tomorrow, or of nobody, is named and not guessed at', () => {
  for (const schema of [4, 0, -1, 1.5, '1', null, 'constructor', {}])
    assert.throws(
      () => migrate({ schema }, 3, forward),
      (error) => error instanceof UnknownSchema && error.schema === schema,
    )
  assert.throws(() => readDefinition({ schema: currentSchema + 1, start: 'a', nodes: {} }), UnknownSchema)
})

test('what is no definition is left to whoever judges shapes', () => {
  fc.assert(
    fc.property(
      fc.anything().filter((value) => !(typeof value === 'object' && value !== null && 'schema' in value)),
      (value) => assert.equal(migrateDefinition(value), value),
    ),
  )
})

test('definitions of today stay as they are, and older ones of their schema get the defaults of what came since', () => {
  const today = readDefinition(welcomeFlow('es', 'clinic'))
  assert.deepEqual(readDefinition(structuredClone(today)), today)
  const old = { schema: 1, start: 'a', nodes: { a: { type: 'menu', text: '¿Qué?', options: [{ id: 'x', label: 'X', next: null }] } } }
  const { nodes, triggers, onError } = readDefinition(old)
  assert.deepEqual(
    [nodes['a'], triggers, onError],
    [
      { type: 'menu', text: '¿Qué?', style: 'auto', options: [{ id: 'x', label: 'X', words: [], next: null }], retries: 2, onInvalid: null },
      [{ type: 'any' }],
      null,
    ],
  )
})

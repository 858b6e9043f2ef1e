import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FlowDraft } from '@chasqui/contracts'
import { FlowDefinition } from '@chasqui/contracts'
import { compareDefinitions } from './compare-definitions.ts'

const flow = (nodes: FlowDraft['nodes'], more: Partial<FlowDraft> = {}): FlowDefinition => FlowDefinition.parse({ schema: 1, start: 'a', nodes, ...more })
const menu = (...labels: string[]) => ({ type: 'menu', text: '¿Qué?', options: labels.map((label) => ({ id: label, label, next: null })) }) as const

test('the same says nothing, wherever its steps stand', () => {
  const one = flow({ a: { type: 'message', text: 'x', next: null } })
  const other = flow({ a: { next: null, text: 'x', type: 'message', position: { x: 1, y: 1 } } })
  assert.deepEqual(compareDefinitions(one, other), { added: [], removed: [], changed: [{ id: 'a', type: 'message', moved: true, fields: [] }], settings: [] })
  assert.deepEqual(compareDefinitions(one, one), { added: [], removed: [], changed: [], settings: [] })
})

test('steps that came and went, and each field that changed, by its path', () => {
  const before = flow({ a: menu('Sí', 'No'), gone: { type: 'close' } })
  const after = flow({ a: { ...menu('Sí', 'Nunca', 'Quizás'), retries: 5 }, came: { type: 'close' } }, { start: 'came', always: { human: ['persona'] } })
  const { added, removed, changed, settings } = compareDefinitions(before, after)
  assert.deepEqual([added.map(({ id }) => id), removed.map(({ id }) => id)], [['came'], ['gone']])
  assert.deepEqual(
    changed.map(({ id, fields }) => [id, fields]),
    [
      [
        'a',
        [
          { path: 'options.1.id', before: 'No', after: 'Nunca' },
          { path: 'options.1.label', before: 'No', after: 'Nunca' },
          { path: 'options.2', after: { id: 'Quizás', label: 'Quizás', words: [], next: null } },
          { path: 'retries', before: 2, after: 5 },
        ],
      ],
    ],
  )
  assert.deepEqual(
    settings.toSorted((one, other) => one.path.localeCompare(other.path)),
    [
      { path: 'always.human', before: [], after: ['persona'] },
      { path: 'start', before: 'a', after: 'came' },
    ],
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FlowDefinition, FlowNode } from '@chasqui/contracts'
import fc from 'fast-check'
import { blankFlow } from '../language/blank-flow.ts'
import { startId } from '../language/outputs.ts'
import { addStep, connect, editStep, moveSteps, removeSteps } from './definition-edits.ts'
import { createEditor } from './editor.ts'
import { stepBeside } from './step-beside.ts'
import { actBetween } from './what-changed.ts'

const message = (next: string | null = null, text = 'hola'): FlowNode => ({ type: 'message', text, next })
const flowOf = (nodes: Record<string, FlowNode>, start: string): FlowDefinition => ({ ...blankFlow(), nodes, start })
const three = flowOf({ a: message('b'), b: message('c'), c: message() }, 'a')

const deeds = fc.array(fc.oneof(fc.constantFrom('pick' as const, 'settle' as const, 'again' as const), fc.record({ text: fc.string({ minLength: 1 }) })), {
  maxLength: 40,
})

void test('as many acts are taken back as were done: looking, picking and leaving a field are none', () => {
  fc.assert(
    fc.property(deeds, (list) => {
      const editor = createEditor(three)
      let acts = 0
      let isRun = false
      for (const [at, deed] of list.entries()) {
        if (deed === 'pick') editor.pick([['a', 'b', 'c'][at % 3]!])
        else if (deed === 'settle') editor.settle()
        else if (deed === 'again') editor.edit((definition) => definition, 'text')
        else {
          // Each text is another one, so that each is a change.
          editor.edit((definition) => editStep(definition, 'a', { text: `${at} ${deed.text}` }), 'text')
          if (!isRun) acts += 1
        }
        if (deed === 'settle') isRun = false
        else if (deed === 'pick') isRun = editor.store.get().history.mark !== null
        else if (typeof deed === 'object') isRun = true
      }
      for (let count = 0; count < acts; count++) {
        assert.notEqual(editor.definition(), three, 'not yet')
        editor.undo()
      }
      assert.equal(editor.definition(), three)
    }),
  )
})

void test('what comes back is picked, what goes leaves what was picked before it', () => {
  const editor = createEditor(three)
  editor.pick(['a'])
  editor.edit((definition) => addStep(definition, 'd', message()))
  editor.pick(['d'])
  editor.undo()
  assert.deepEqual(editor.store.get().picked, ['a'])
  editor.redo()
  assert.deepEqual(editor.store.get().picked, ['d'])
  editor.edit((definition) => removeSteps(definition, ['b', 'c']))
  editor.undo()
  assert.deepEqual(editor.store.get().picked, ['b', 'c'])
  editor.pick(['a'])
  editor.edit((definition) => editStep(definition, 'c', { text: 'chau' }))
  editor.undo()
  assert.deepEqual(editor.store.get().picked, ['a'], 'a change elsewhere picks nothing else')
})

void test('an act is told by what it did, not by what followed from it', () => {
  const act = (change: (definition: FlowDefinition) => FlowDefinition) => actBetween(three, change(three))
  assert.deepEqual(
    act((flow) => connect(addStep(flow, 'd', message()), { from: 'c', output: 'next' }, 'd')),
    { what: 'added', ids: ['d'] },
  )
  assert.deepEqual(
    act((flow) => removeSteps(flow, ['b'])),
    { what: 'removed', ids: ['b'] },
  )
  assert.deepEqual(
    act((flow) => moveSteps(flow, { a: { x: 1, y: 2 }, c: { x: 3, y: 4 } })),
    { what: 'moved', ids: ['a', 'c'] },
  )
  assert.deepEqual(
    act((flow) => editStep(flow, 'a', { text: 'buenas' })),
    { what: 'changed', ids: ['a'] },
  )
  assert.deepEqual(
    act((flow) => ({ ...flow, priority: 3 })),
    { what: 'changed', ids: [startId] },
  )
})

void test('whoever removes steps stands at what led to them, else at what they led to, else at the start', () => {
  assert.equal(stepBeside(three, ['b']), 'a')
  assert.equal(stepBeside(three, ['b', 'c']), 'a')
  assert.equal(stepBeside(three, ['a']), startId)
  assert.equal(stepBeside(three, ['a', 'b', 'c']), startId)
  const loose = flowOf({ a: message(), b: message('a') }, 'a')
  assert.equal(stepBeside(loose, ['b']), 'a')
})

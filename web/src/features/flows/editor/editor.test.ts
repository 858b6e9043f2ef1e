import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FlowDefinition, FlowNode } from '@chasqui/contracts'
import fc from 'fast-check'
import { entriesOf, outputsOf, startId } from '../language/outputs.ts'
import { freshStep, stepTypes } from '../language/step-types.ts'
import { clip, paste, readClipping } from './clipping.ts'
import { addStep, connect, editStep, moveOnto, moveSteps, outputsAt, putOnto, removeSteps } from './definition-edits.ts'
import { begin, type History, record, redo, settle, undo } from './history.ts'

const empty: FlowDefinition = {
  schema: 1,
  start: 'begin',
  triggers: [{ type: 'any' }],
  always: { human: [], restart: [], stop: [], menu: [], cancel: [], humanNode: null, menuNode: null, cancelNode: null, stopNode: null },
  onError: null,
  priority: 0,
  once: null,
  abTest: null,
  handlers: { onInvalid: null },
  nodes: {},
}
const message = (next: string | null = null, text = 'hola'): FlowNode => ({ type: 'message', text, next })
const flowOf = (nodes: Record<string, FlowNode>, start: string): FlowDefinition => ({ ...empty, nodes, start })

/** Outputs that lead to a step which is not there. */
const dangling = (definition: FlowDefinition): string[] =>
  [...entriesOf(definition), ...Object.values(definition.nodes).flatMap(outputsOf)].flatMap(({ next }) =>
    next !== null && !Object.hasOwn(definition.nodes, next) ? [next] : [],
  )

/** One thing that somebody does, drawn by numbers that mean something only in the flow as it then is. */
type Deed = {
  what: 'add' | 'insert' | 'remove' | 'connect' | 'move' | 'place' | 'edit' | 'paste' | 'undo' | 'redo' | 'settle'
  a: number
  b: number
  c: number
}
const deeds = fc.array(
  fc.record({
    what: fc.constantFrom<Deed['what']>('add', 'add', 'insert', 'remove', 'connect', 'connect', 'move', 'place', 'edit', 'paste', 'undo', 'redo', 'settle'),
    a: fc.nat(1000),
    b: fc.nat(1000),
    c: fc.nat(1000),
  }),
  { maxLength: 120 },
)
const pick = <Value>(values: readonly Value[], number: number): Value | undefined => values[number % Math.max(1, values.length)]

const perform = (history: History, { what, a, b, c }: Deed, count: () => number): History => {
  const flow = history.now
  const ids = Object.keys(flow.nodes)
  const id = pick(ids, a)
  const from = pick([startId, ...ids], b)!
  const way = { from, output: pick(outputsAt(flow, from), c)?.id ?? 'none' }
  const fresh = (): [string, FlowNode] => {
    const name = `step_${count()}`
    return [name, freshStep(pick(stepTypes, a)!, Object.hasOwn(flow.nodes, flow.start) ? flow.start : name, String)]
  }
  switch (what) {
    case 'add':
      return record(history, addStep(flow, ...fresh()))
    case 'insert': {
      const [name, node] = fresh()
      return record(history, putOnto(addStep(flow, name, node), way, name))
    }
    case 'remove':
      return record(
        history,
        removeSteps(
          flow,
          ids.filter((_, index) => (index + a) % 3 === 0),
        ),
      )
    case 'connect':
      return record(history, connect(flow, way, a % 4 === 0 ? null : (id ?? null)))
    case 'move':
      return id ? record(history, moveOnto(flow, id, way)) : history
    case 'place':
      return id ? record(history, moveSteps(flow, { [id]: { x: b, y: c } })) : history
    case 'edit':
      return id ? record(history, editStep(flow, id, { label: `${b}` }), `label ${id}`) : history
    case 'paste': {
      const read = readClipping(
        JSON.stringify(
          clip(
            flow,
            ids.filter((_, index) => (index + b) % 2 === 0),
          ),
        ),
      )
      let asked = 0
      // The first name tried is often taken.
      return read ? record(history, paste(flow, read, () => `step_${(asked += 1) === 1 ? a % 20 : count()}`).definition) : history
    }
    case 'undo':
      return undo(history)
    case 'redo':
      return redo(history)
    case 'settle':
      return settle(history)
  }
}
const played = (list: Deed[], watch: (history: History) => void = () => undefined): History => {
  let counter = 0
  return list.reduce((history, deed) => {
    const after = perform(history, deed, () => (counter += 1))
    watch(after)
    return after
  }, begin(empty))
}

void test('whatever is done, no output leads to a step that is not there, and the flow begins with one that is', () => {
  fc.assert(
    fc.property(deeds, (list) => {
      played(list, ({ now }) => {
        assert.deepEqual(dangling(now), [])
        assert.ok(Object.keys(now.nodes).length === 0 || Object.hasOwn(now.nodes, now.start))
      })
    }),
  )
})

void test('taking everything back gives the flow as it was, and doing it again the flow as it became', () => {
  fc.assert(
    fc.property(deeds, (list) => {
      const done = played(list)
      let back = done
      while (back.past.length > 0) back = undo(back)
      assert.deepEqual(back.now, empty)
      while (back.future.length > 0) back = redo(back)
      assert.deepEqual(redoAll(done).now, back.now)
    }),
  )
})
const redoAll = (history: History): History => (history.future.length > 0 ? redoAll(redo(history)) : history)

void test('adding and pasting never takes a step that was there', () => {
  fc.assert(
    fc.property(deeds, (list) => {
      let before: FlowDefinition = empty
      let counter = 0
      list.reduce((history, deed) => {
        before = history.now
        const after = perform(history, deed, () => (counter += 1))
        if (deed.what === 'add' || deed.what === 'paste') for (const id of Object.keys(before.nodes)) assert.equal(after.now.nodes[id], before.nodes[id])
        return after
      }, begin(empty))
    }),
  )
})

void test('at least a hundred edits can be taken back', () => {
  const edited = Array.from({ length: 150 }, (_, index) => index).reduce(
    (history, index) => record(history, addStep(history.now, `s${index}`, message())),
    begin(empty),
  )
  assert.ok(edited.past.length >= 100)
})

void test('what is typed in one go is one step back', () => {
  const flow = flowOf({ a: message() }, 'a')
  const type = (history: History, text: string) => record(history, editStep(history.now, 'a', { text }), 'text a')
  const typed = ['h', 'ho', 'hol'].reduce(type, begin(flow))
  assert.equal(undo(typed).now, flow)
  assert.equal(type(settle(typed), 'hola').past.length, 2)
})

void test('a step put between two others leads on to the second', () => {
  const flow = addStep(flowOf({ a: message('b'), b: message() }, 'a'), 'c', message())
  assert.deepEqual(putOnto(flow, { from: 'a', output: 'next' }, 'c').nodes, { a: message('c'), b: message(), c: message('b') })
})

void test('a step that is moved leaves no gap behind it', () => {
  const flow = flowOf({ a: message('b'), b: message('c'), c: message() }, 'a')
  assert.deepEqual(moveOnto(flow, 'b', { from: 'c', output: 'next' }).nodes, { a: message('c'), b: message(), c: message('b') })
  assert.equal(moveOnto(flow, 'a', { from: 'c', output: 'next' }).start, 'b')
})

void test('without its first step a flow begins with the one after it; jumps to what is gone go too', () => {
  const flow = flowOf({ a: message('b'), other: message(), b: message(), jump: { type: 'go_to', node: 'a' } }, 'a')
  assert.deepEqual(removeSteps(flow, ['a']), flowOf({ other: message(), b: message() }, 'b'))
})

void test('steps pasted into another flow keep the ways among them and lose the others', () => {
  const copied = clip(flowOf({ a: message('b'), b: message('c'), c: message() }, 'a'), ['a', 'b'])
  let count = 0
  const { definition, ids } = paste(empty, copied, () => `n${(count += 1)}`)
  assert.deepEqual(ids, ['n1', 'n2'])
  assert.equal(definition.start, 'n1')
  assert.deepEqual(
    Object.values(definition.nodes).map((node) => node.type === 'message' && node.next),
    ['n2', null],
  )
})

void test('a text that holds no steps pastes nothing', () => {
  for (const text of [
    '',
    'hola',
    '{}',
    '[]',
    'null',
    '{"chasqui":"flow-steps","nodes":{"a":{"type":"rocket"}}}',
    '{"chasqui":"flow-steps","nodes":{"a":{"type":"menu","options":3}}}',
  ])
    assert.equal(readClipping(text), null)
})

void test('where words and rules of the flow lead is left with the step that goes', () => {
  const definition: FlowDefinition = {
    ...flowOf({ a: message('b'), b: message() }, 'a'),
    always: { ...empty.always, menu: ['menu'], cancel: ['cancelar'], menuNode: 'b', cancelNode: 'b', humanNode: 'b', stopNode: 'b' },
    onError: 'b',
    handlers: { onInvalid: 'b', onSilence: { seconds: 60, next: 'b' }, onMedia: { do: 'go', next: 'b' } },
  }
  const after = removeSteps(definition, ['b'])
  assert.deepEqual(dangling(after), [])
  assert.deepEqual(after.handlers, { onInvalid: null, onSilence: { seconds: 60, next: null } })
  assert.deepEqual(
    [after.always.menuNode, after.always.cancelNode, after.always.humanNode, after.always.stopNode, after.onError],
    [null, null, null, null, null],
  )
})

void test('every entry of the flow leads where it is told to', () => {
  const definition: FlowDefinition = {
    ...flowOf({ a: message(), b: message() }, 'a'),
    always: { ...empty.always, menu: ['menu'], cancel: ['cancelar'] },
    handlers: { onInvalid: null, onSilence: { seconds: 60, next: null }, onMedia: { do: 'go', next: 'a' } },
  }
  for (const { id } of entriesOf(definition))
    assert.equal(entriesOf(connect(definition, { from: startId, output: id }, 'b')).find((entry) => entry.id === id)?.next, 'b', id)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FlowNode } from '@chasqui/contracts'
import { FlowDefinition } from '@chasqui/contracts'
import fc from 'fast-check'
import { mergeDraft, type Draft, type DraftChange } from './merge-draft.ts'

const step = (text: string): FlowNode => ({ type: 'message', text, next: null })
const definition = (steps: Record<string, string>, start = 'a'): FlowDefinition =>
  FlowDefinition.parse({ schema: 1, start, nodes: Object.fromEntries(Object.entries(steps).map(([id, text]) => [id, step(text)])) })
const draftOf = (steps: Record<string, string>): Draft => ({ definition: definition(steps), revision: 1, changedAt: { steps: {}, settings: {} } })
const merged = (draft: Draft, change: DraftChange): Draft => {
  const result = mergeDraft(draft, change)
  assert.ok(result.ok, JSON.stringify(result))
  return result.draft
}
const textsOf = ({ definition: { nodes } }: Draft) => Object.fromEntries(Object.entries(nodes).map(([id, node]) => [id, 'text' in node ? node.text : '']))

test('two people who change other steps both keep what they did', () => {
  const start = draftOf({ a: 'A', b: 'B', c: 'C' })
  const first = merged(start, { revision: 1, steps: { a: step('A1') } })
  const second = merged(first, { revision: 1, steps: { b: step('B1'), c: null, d: step('D') }, settings: { start: 'b' } })
  assert.deepEqual([textsOf(second), second.revision, second.definition.start], [{ a: 'A1', b: 'B1', d: 'D' }, 3, 'b'])
})

test('the same step changed twice is named, and nothing is changed', () => {
  const draft = merged(draftOf({ a: 'A', b: 'B' }), { revision: 1, steps: { a: step('A1') }, settings: { start: 'b' } })
  assert.deepEqual(mergeDraft(draft, { revision: 1, steps: { a: step('A2'), b: step('B2') }, settings: { start: 'c' } }), {
    ok: false,
    steps: ['a'],
    settings: ['start'],
  })
  assert.deepEqual(mergeDraft(draft, { revision: 1, steps: { a: null } }), { ok: false, steps: ['a'], settings: [] })
})

test('what somebody else has removed does not come back unasked', () => {
  const draft = merged(draftOf({ a: 'A', b: 'B' }), { revision: 1, steps: { b: null } })
  assert.deepEqual(mergeDraft(draft, { revision: 1, steps: { b: step('B2') } }), { ok: false, steps: ['b'], settings: [] })
  assert.deepEqual(mergeDraft(draft, { revision: 1, definition: definition({ a: 'A', b: 'B' }) }), { ok: false, steps: ['b'], settings: [] })
  assert.deepEqual(textsOf(merged(draft, { revision: 2, steps: { b: step('again') } })), { a: 'A', b: 'again' })
})

test('what is as wanted already collides with nobody and makes no revision', () => {
  const draft = merged(draftOf({ a: 'A' }), { revision: 1, steps: { a: step('A1') } })
  assert.equal(merged(draft, { revision: 1, steps: { a: step('A1') } }), draft)
  assert.equal(merged(draft, { steps: { nobody: null } }), draft)
})

test('moving steps on the canvas collides with nobody and hides nobody’s change', () => {
  const moved = merged(draftOf({ a: 'A', b: 'B' }), { revision: 1, positions: { a: { x: 1, y: 2 }, gone: { x: 0, y: 0 } } })
  assert.deepEqual([moved.revision, moved.definition.nodes.a!.position, Object.keys(moved.definition.nodes)], [2, { x: 1, y: 2 }, ['a', 'b']])
  assert.deepEqual(textsOf(merged(moved, { revision: 1, steps: { a: step('A1') } })), { a: 'A1', b: 'B' })
})

const ids = ['a', 'b', 'c', 'constructor', '__proto__']
const anyChange = fc.record({
  behind: fc.nat(4),
  steps: fc.uniqueArray(fc.tuple(fc.constantFrom(...ids), fc.option(fc.constantFrom('1', '2', '3'), { nil: null })), { selector: ([id]) => id, maxLength: 3 }),
})

test('whatever is merged in whatever order: who is told that it is done finds it done, and nothing of others is lost without a word', () => {
  fc.assert(
    fc.property(fc.array(anyChange, { maxLength: 30 }), (changes) => {
      let draft = draftOf({ a: 'A', b: 'B' })
      const lastBy = new Map<string, number>()
      for (const { behind, steps } of changes) {
        const revision = Math.max(1, draft.revision - behind)
        const wanted = Object.fromEntries(steps.map(([id, text]) => [id, text === null ? null : step(text)] as const))
        const result = mergeDraft(draft, { revision, steps: wanted })
        if (!result.ok) {
          for (const id of result.steps) assert.ok((lastBy.get(id) ?? 0) > revision, `${id} was not changed since`)
          continue
        }
        for (const [id, node] of Object.entries(wanted)) {
          const now: FlowNode | undefined = Object.hasOwn(result.draft.definition.nodes, id) ? result.draft.definition.nodes[id] : undefined
          assert.deepEqual(now ?? null, node)
          if (result.draft.changedAt.steps[id] === result.draft.revision && result.draft !== draft) lastBy.set(id, result.draft.revision)
        }
        const untouched = Object.keys(draft.definition.nodes).filter((id) => !Object.hasOwn(wanted, id))
        for (const id of untouched) assert.equal(result.draft.definition.nodes[id], draft.definition.nodes[id])
        draft = result.draft
      }
    }),
  )
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { context, flow, text } from '../../test/world.ts'
import type { FlowDefinition, FlowNode } from '../definition.ts'
import { freshRun, heard, step, type Happening, type RunState, type Stepped } from '../index.ts'
import { bridgeTo } from './move-on.ts'

const saidIn = ({ effects }: Stepped) => effects.flatMap((effect) => (effect.type === 'say' ? [JSON.stringify(effect.content)] : []))
const crossing = (from: FlowDefinition, to: FlowDefinition, state: RunState, happening: Happening) => {
  const bridge = bridgeTo(from, to, state)
  return bridge.land(step(bridge.definition, state, happening, context()))
}
const says = (words: string): Happening => ({ type: 'message', message: heard(text(words)) })

const menu = (words: string, ...options: [string, string][]) =>
  ({ type: 'menu', text: words, retries: 3, options: options.map(([label, next]) => ({ id: label, label, next })) }) as const
const before = flow({
  menu: menu('¿Qué? (v1)', ['Otra vez', 'menu'], ['Correo', 'mail'], ['Chau', 'end']),
  mail: { type: 'input', text: '¿Correo? (v1)', expect: 'email', saveAs: 'mail', next: 'thanks' },
  thanks: { type: 'message', text: 'Gracias (v1)', next: 'menu' },
  end: { type: 'close' },
})
const after = flow({
  menu: menu('¿Qué? (v2)', ['Otra vez', 'menu'], ['Teléfono', 'phone']),
  phone: { type: 'input', text: '¿Teléfono? (v2)', expect: 'phone', saveAs: 'phone', next: null },
})
const asked = step(before, freshRun(), { type: 'start' }, context()).state

describe('people inside an earlier version', () => {
  test('answer what they were asked, and come along at the next question that the later version has, in its words', () => {
    const mail = crossing(before, after, asked, says('correo'))
    assert.deepEqual([mail.moved, mail.stepped.state.node], [false, 'mail'])
    const thanked = crossing(before, after, mail.stepped.state, says('ana@example.com'))
    assert.deepEqual([thanked.moved, thanked.stepped.state.node], [true, 'menu'])
    const said = saidIn(thanked.stepped).join()
    assert.ok(said.includes('Gracias (v1)') && said.includes('¿Qué? (v2)') && !said.includes('¿Qué? (v1)'), said)
    assert.equal(step(after, thanked.stepped.state, says('teléfono'), context()).state.node, 'phone')
  })

  test('at the very question where they stand, once it is asked anew', () => {
    const again = crossing(before, after, asked, says('otra vez'))
    assert.deepEqual([again.moved, again.stepped.state.node], [true, 'menu'])
    assert.ok(saidIn(again.stepped).join().includes('(v2)'))
    assert.deepEqual(
      again.stepped.trace.map(({ step: id }) => id),
      ['menu', 'menu'],
    )
  })

  test('not by an answer that nobody understands: the same question is put again', () => {
    const puzzled = crossing(before, after, asked, says('xyzzy'))
    assert.deepEqual([puzzled.moved, puzzled.stepped.state.attempts], [false, 1])
    assert.ok(saidIn(puzzled.stepped).every((words) => !words.includes('(v2)')))
  })

  test('finish where they are when the later version has none of their questions', () => {
    const other = flow({ else: { type: 'message', text: 'x', next: null } })
    const done = crossing(before, other, asked, says('chau'))
    assert.deepEqual([done.moved, done.stepped], [false, step(before, asked, says('chau'), context())])
  })
})

const ids = ['a', 'b', 'c', 'd']
const anyNext = fc.option(fc.constantFrom(...ids), { nil: null })
const anyStep = (version: string): fc.Arbitrary<FlowNode> =>
  fc.oneof(
    anyNext.map((next): FlowNode => ({ type: 'message', text: `said ${version}`, next })),
    fc.tuple(anyNext, anyNext).map(([one, other]) => flow({ m: menu(`asked ${version}`, ['uno', one as never], ['dos', other as never]) }).nodes.m!),
    anyNext.map((next) => flow({ i: { type: 'input', text: `asked ${version}`, expect: 'number', saveAs: 'n', next } }).nodes.i!),
  )
const anyFlow = (version: string) =>
  fc.record({ a: anyStep(version), b: anyStep(version), c: fc.option(anyStep(version), { nil: undefined }) }).map(({ a, b, c }) => ({
    ...flow({ a: { type: 'message', text: 'x', next: null } }),
    nodes: { a, b, ...(c && { c }) },
  }))

test('whatever both versions are: who does not come along is told what the earlier one says, who does is asked by the later one and stands in it', () => {
  fc.assert(
    fc.property(anyFlow('v1'), anyFlow('v2'), fc.array(fc.constantFrom('uno', 'dos', '7', 'xyzzy'), { maxLength: 12 }), (from, to, words) => {
      let state = step(from, freshRun(), { type: 'start' }, context()).state
      for (const word of words) {
        if (state.status === 'finished') return
        const plain = step(from, state, says(word), context())
        const { stepped, moved } = crossing(from, to, state, says(word))
        assert.equal(stepped.state.status, plain.state.status)
        assert.equal(stepped.state.node, plain.state.node)
        if (!moved) {
          assert.deepEqual(stepped, plain)
          state = stepped.state
          continue
        }
        assert.ok(Object.hasOwn(to.nodes, stepped.state.node!))
        assert.equal(stepped.state.status, 'waiting')
        assert.ok(saidIn(stepped).at(-1)!.includes('asked v2'))
        return
      }
    }),
    { numRuns: 2000 },
  )
})

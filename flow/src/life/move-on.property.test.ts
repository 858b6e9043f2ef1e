import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { context, flow, photo, text } from '../../test/world.ts'
import type { FlowDefinition, FlowDraft, FlowNode } from '../definition.ts'
import { freshRun, heard, step, type Happening, type RunState, type Stepped } from '../index.ts'
import { bridgeTo } from './move-on.ts'

const wordsIn = ({ effects }: Stepped) =>
  effects.flatMap((effect) =>
    effect.type === 'say' ? ['body' in effect.content ? effect.content.body : 'text' in effect.content ? effect.content.text : ''] : [],
  )
const faultsIn = ({ effects }: Stepped) => effects.filter(({ type }) => type === 'fault')
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

describe('what a flow has for every step, where people come along', () => {
  const topics = (version: string, more: Partial<FlowDraft> = {}, nodes: FlowDraft['nodes'] = {}): FlowDefinition =>
    flow(
      {
        menu: { type: 'menu', text: `¿Qué? (${version})`, retries: 0, options: [{ id: 'bye', label: 'Chau', next: 'end' }] },
        help: { type: 'message', text: `Ayuda (${version})`, next: 'menu' },
        end: { type: 'close', text: `Adiós (${version})` },
        ...nodes,
      },
      more,
    )
  const toHelp: Partial<FlowDraft> = {
    always: { menu: ['menú'], menuNode: 'help' },
    handlers: { onInvalid: 'help', onSilence: { seconds: 60, next: 'help' }, onMedia: { do: 'go', next: 'help' } },
  }
  const occasions: Record<string, (state: RunState) => Happening> = {
    'an always-on word': () => says('menú'),
    'an answer that nobody understands': () => says('xyzzy'),
    silence: ({ wait }) => ({ type: 'due', token: wait!.token }),
    'a picture': () => ({ type: 'message', message: heard(photo()) }),
  }
  const earlier = topics('v1', toHelp)
  const standing = step(earlier, freshRun(), { type: 'start' }, context()).state
  /** The later version, and what it says of each occasion once they are in it; null: it has no word of silence. */
  const laters: [what: string, later: FlowDefinition, said: Record<string, string[] | null>][] = [
    ['is there', topics('v2', toHelp), Object.fromEntries(Object.keys(occasions).map((occasion) => [occasion, ['Ayuda (v2)', '¿Qué? (v2)']]))],
    [
      'was removed',
      flow({ menu: topics('v2').nodes.menu!, end: topics('v2').nodes.end! }, { always: { menu: ['menú'] } }),
      {
        'an always-on word': ['¿Qué? (v2)'],
        'an answer that nobody understands': ['Enseguida continúa la conversación una persona del equipo.'],
        silence: null,
        'a picture': ['Enseguida continúa la conversación una persona del equipo.'],
      },
    ],
    [
      'is of another type',
      topics('v2', toHelp, { help: { type: 'input', text: '¿En qué ayudo? (v2)', expect: 'text', saveAs: 'topic', next: 'menu' } }),
      Object.fromEntries(Object.keys(occasions).map((occasion) => [occasion, ['¿En qué ayudo? (v2)']])),
    ],
  ]
  for (const [what, later, told] of laters)
    for (const [occasion, happens] of Object.entries(occasions))
      test(`by ${occasion}, whose step ${what}: told once by the earlier version, asked once by the later one, and met by that from then on`, () => {
        const { stepped, moved } = crossing(earlier, later, standing, happens(standing))
        assert.deepEqual([moved, wordsIn(stepped)], [true, ['Ayuda (v1)', '¿Qué? (v2)']])
        const { state } = stepped
        const waits = later.handlers.onSilence !== undefined
        assert.deepEqual([state.status, state.node, state.wait!.dueAt !== null], ['waiting', 'menu', waits])
        assert.equal(stepped.effects.filter(({ type }) => type === 'wake').length, waits ? 1 : 0)
        const wanted = told[occasion]!
        const next = step(later, state, happens(state), context())
        if (wanted === null) assert.deepEqual(next, { state, effects: [], trace: [] })
        else assert.deepEqual([wordsIn(next), faultsIn(next)], [wanted, []])
        assert.deepEqual(wordsIn(step(later, state, says('chau'), context())), ['Adiós (v2)'])
      })

  test('silence is as long as the later version has it, also where the earlier one knew none', () => {
    const dueAt = (from: Partial<FlowDraft>, to: Partial<FlowDraft>) =>
      crossing(topics('v1', { ...toHelp, ...from }), topics('v2', to), standing, says('menú')).stepped.state.wait!.dueAt
    const silence = (seconds: number) => ({ handlers: { onSilence: { seconds, next: 'help' } } })
    assert.equal(dueAt({ handlers: {} }, silence(300)), '2026-03-02T12:05:00.000Z')
    assert.equal(dueAt(silence(60), silence(300)), '2026-03-02T12:05:00.000Z')
    assert.equal(dueAt(silence(60), {}), null)
  })

  test('what was written while a result was awaited is answered as the earlier version has it, and loses nobody', () => {
    const call = { type: 'api_call' as const, url: 'https://shop.example/', next: 'menu', onError: 'menu' }
    const [from, to] = [
      topics('v1', {}, { call }),
      topics('v2', {}, { call, menu: menu('¿Qué? (v2)', ['Chau', 'new']), new: { type: 'close', text: 'Nuevo' } }),
    ]
    const calling = step({ ...from, start: 'call' }, freshRun(), { type: 'start' }, context()).state
    const waiting = step(from, calling, says('chau'), context()).state
    assert.equal(waiting.kept?.length, 1)
    const { stepped, moved } = crossing(from, to, waiting, { type: 'returned', token: waiting.wait!.token, result: { status: 200, body: {} } })
    assert.deepEqual([moved, wordsIn(stepped), faultsIn(stepped)], [false, ['¿Qué? (v1)', 'Adiós (v1)'], []])
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
  fc
    .record({
      a: anyStep(version),
      b: anyStep(version),
      c: fc.option(anyStep(version), { nil: undefined }),
      word: fc.option(anyNext, { nil: undefined }),
      onInvalid: anyNext,
      onSilence: fc.option(fc.record({ seconds: fc.constantFrom(60, 300), next: anyNext }), { nil: undefined }),
      onMedia: fc.option(fc.constantFrom(...ids), { nil: undefined }),
    })
    .map(({ a, b, c, word, onInvalid, onSilence, onMedia }) => {
      const plain = flow({ a: { type: 'message', text: 'x', next: null } })
      return {
        ...plain,
        always: { ...plain.always, ...(word !== undefined && { menu: ['menú'], menuNode: word }) },
        handlers: { onInvalid, ...(onSilence && { onSilence }), ...(onMedia && { onMedia: { do: 'go' as const, next: onMedia } }) },
        nodes: { a, b, ...(c && { c }) },
      }
    })
/** How long a question of a flow waits, in seconds; null: for ever. */
const patienceAt = ({ nodes, handlers }: FlowDefinition, id: string): number | null => {
  const node = nodes[id]!
  return (('timeout' in node && node.timeout) || handlers.onSilence)?.seconds ?? null
}
const anyWord = fc.constantFrom('uno', 'dos', '7', 'xyzzy', 'menú', 'a picture', 'silence')
const happening = (word: string, { wait }: RunState): Happening => {
  if (word === 'silence') return { type: 'due', token: wait!.token }
  return word === 'a picture' ? { type: 'message', message: heard(photo()) } : says(word)
}

test('whatever both versions are: who does not come along is told what the earlier one says, who does is asked by the later one and stands in it', () => {
  fc.assert(
    fc.property(anyFlow('v1'), anyFlow('v2'), fc.array(anyWord, { maxLength: 12 }), (from, to, words) => {
      let state = step(from, freshRun(), { type: 'start' }, context()).state
      for (const word of words) {
        if (state.status === 'finished') return
        const happens = happening(word, state)
        const plain = step(from, state, happens, context())
        const { stepped, moved } = crossing(from, to, state, happens)
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
        assert.equal(saidIn(stepped).length, saidIn(plain).length, 'nothing is said twice')
        const patience = patienceAt(to, stepped.state.node!)
        assert.equal(stepped.state.wait!.dueAt, patience === null ? null : new Date(context().now.getTime() + patience * 1000).toISOString())
        return
      }
    }),
    { numRuns: 3000 },
  )
})

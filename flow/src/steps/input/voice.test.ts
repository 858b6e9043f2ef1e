import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MessageContent } from '@chasqui/contracts/content'
import type { FlowDraft } from '../../definition.ts'
import { context, flow, talk, text, turn } from '../../../test/world.ts'
import { heard } from '../../index.ts'

const recording: MessageContent = {
  type: 'audio',
  voice: true,
  file: { fileId: null, state: 'pending', mime: 'audio/ogg', name: null, size: null, providerMediaId: 'media-1' },
}
const definition = (more: object = {}, whole: Partial<FlowDraft> = {}) =>
  flow(
    {
      ask: {
        type: 'input',
        text: '¿Cuántos son?',
        expect: 'number',
        saveAs: 'many',
        voice: true,
        retries: 1,
        next: 'done',
        timeout: { seconds: 600, next: null },
        ...more,
      },
      done: { type: 'message', text: 'Son {{many}}', next: null },
      person: { type: 'transfer_to_agent' },
    },
    { always: { human: ['quiero una persona'], humanNode: 'person' }, ...whole },
  )
const world = context({ transcribes: true })
const returned = (token: number, result: unknown) => ({ type: 'returned', token, result }) as const

test('a recording is written down, and its words are the answer', () => {
  const { state, effects, trace } = talk(definition(), [recording], world)
  assert.deepEqual(effects.at(-1), { type: 'transcribe', token: state.token, ref: 'media-1', language: 'es' })
  assert.deepEqual([trace, state.wait?.kind], [[], 'result'])
  const after = turn(definition(), state, returned(state.token, { text: 'Somos cuatro.' }), world)
  assert.deepEqual([after.said, after.state.outcome], [['Son 4'], 'finished'])
  assert.deepEqual(after.trace[0], { step: 'ask', cause: 'answered', answer: 'Somos cuatro.', set: { many: 4 }, output: 'next' })
})

test('words that call a person are heard in a recording, too', () => {
  const { state } = talk(definition(), [recording], world)
  assert.equal(turn(definition(), state, returned(state.token, { text: 'Quiero una persona' }), world).state.outcome, 'transferred')
})

test('what cannot be written down, in time or at all, counts as a recording where nobody writes them down', () => {
  const own = { handlers: { onMedia: { do: 'say' as const, text: 'No escucho audios.' } } }
  const plain = talk(definition({}, own), [recording])
  const { state } = talk(definition({}, own), [recording], world)
  for (const happening of [returned(state.token, { error: 'lost' }), { type: 'due' as const, token: state.token }]) {
    const after = turn(definition({}, own), state, happening, world)
    assert.deepEqual([after.said, after.state.attempts, after.state.wait?.kind], [plain.said, 1, 'reply'])
  }
  assert.deepEqual(plain.said, ['No escucho audios.'])
})

test('what is written meanwhile is heard after it', () => {
  const { state } = talk(definition(), [recording], world)
  const meanwhile = turn(definition(), state, { type: 'message', message: heard(text('5')) }, world)
  assert.deepEqual(meanwhile.said, [])
  assert.deepEqual(turn(definition(), meanwhile.state, returned(state.token, { text: 'no sé bien' }), world).said.at(-1), 'Son 5')
})

test('without a transcriber, or where the author does not want it, nothing is different', () => {
  assert.equal(talk(definition(), [recording]).state.wait?.kind, 'reply')
  assert.equal(talk(definition({ voice: undefined }), [recording], world).state.wait?.kind, 'reply')
})

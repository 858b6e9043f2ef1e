import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { context, flow, talk, turn, type Talk } from '../../test/world.ts'
import type { FlowDraft } from '../definition.ts'

/** What a flow does by itself where messages do not reach the customer. */
const unreached = context({ isUnreachable: true })
const message = (text: string, next: string | null = null) => ({ type: 'message' as const, text, next })
const tag = (name: string, next: string | null = null) => ({ type: 'tag' as const, add: [name], next })
const ask = (next: string | null, more: object = {}) => ({
  type: 'input' as const,
  text: '¿Nombre?',
  expect: 'text' as const,
  saveAs: 'name',
  next: null,
  timeout: { seconds: 60, next },
  ...more,
})

/** A question, and what comes of silence while nothing reaches them. */
const silence = (nodes: FlowDraft['nodes'], more: object = {}): Talk => {
  const definition = flow({ ask: ask(Object.keys(nodes)[0] ?? null, more), ...nodes })
  return turn(definition, talk(definition, []).state, { type: 'due', token: 1 }, unreached)
}
const ended = ({ state }: Talk) => [state.status, state.outcome, state.node, state.wait]

describe('somebody whom messages do not reach', () => {
  test('is told nothing: the run ends at the first step with words, and what comes after them is not done', () => {
    const after = silence({
      old: tag('callado', 'again'),
      again: message('¿Seguís ahí?', 'reminded'),
      reminded: tag('recordado', 'last'),
      last: message('Chau.'),
    })
    assert.deepEqual(ended(after), ['finished', 'unreachable', 'again', null])
    assert.deepEqual(after.effects, [
      { type: 'tag', add: ['callado'], remove: [] },
      { type: 'ended', outcome: 'unreachable' },
    ])
    assert.deepEqual(after.trace.at(-1), { step: 'again', cause: 'went_on' })
  })

  test('is asked nothing either: no question, no file and no reaction, and nothing is waited for', () => {
    const asked = silence({ wish: ask(null) })
    assert.deepEqual([ended(asked), asked.effects], [['finished', 'unreachable', 'wish', null], [{ type: 'ended', outcome: 'unreachable' }]])
    const reacted = turn(
      flow({ a: { type: 'delay', seconds: 60, next: 'b' }, b: { type: 'react', emoji: '👍', next: null } }),
      talk(flow({ a: { type: 'delay', seconds: 60, next: null } }), []).state,
      { type: 'due', token: 1 },
      context({ isUnreachable: true, abilities: { ...unreached.abilities, reactions: true } }),
    )
    assert.deepEqual(reacted.effects, [{ type: 'ended', outcome: 'unreachable' }])
  })

  test('is handed over all the same, without a word, and so the conversation is closed', () => {
    const handed = silence({ bye: message('Te paso con una persona.', 'person'), person: { type: 'transfer_to_agent', note: 'Llamar.' } })
    assert.deepEqual([handed.said, handed.effects.map(({ type }) => type), handed.state.outcome], [[], ['transfer', 'ended'], 'transferred'])
    const closed = silence({ bye: message('Cierro por ahora.', 'end'), end: { type: 'close', text: 'Hasta luego.', reason: 'sin respuesta' } })
    assert.deepEqual(closed.effects, [
      { type: 'close', reason: 'sin respuesta' },
      { type: 'ended', outcome: 'closed' },
    ])
  })

  test('does not hold up a run that has nothing to say: it waits on, and shows nobody typing', () => {
    const after = silence({ old: tag('callado', 'rest'), rest: { type: 'delay', seconds: 60, typing: true, next: 'words' }, words: message('Hola.') })
    assert.deepEqual([after.state.status, after.effects.map(({ type }) => type)], ['waiting', ['tag', 'wake']])
  })

  test('ends it as its author drew it where nothing was to be said', () => {
    assert.equal(silence({}, { timeout: { seconds: 60, next: null } }).state.outcome, 'silent')
    assert.equal(silence({ old: tag('callado') }).state.outcome, 'finished')
  })
})

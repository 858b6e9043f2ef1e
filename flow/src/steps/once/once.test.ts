import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holdTalk } from '../../tests/hold-talk.ts'
import { freshRun, step } from '../../index.ts'
import { context, flow, talk } from '../../../test/world.ts'

const say = (text: string, next: string | null = null) => ({ type: 'message' as const, text, next })
const once = (days?: number) => ({ type: 'once' as const, first: 'hello', again: 'back', ...(days !== undefined && { days }) })
const definition = flow({ once: once(30), hello: say('Bienvenida'), back: say('Qué bueno verte') })

test('the first time goes one way and is told, so that it is kept; every further time the other', () => {
  const first = step(definition, freshRun(), { type: 'start' }, context())
  assert.deepEqual(first.effects[0], { type: 'once', step: 'once', days: 30 })
  assert.deepEqual(talk(definition, []).said, ['Bienvenida'])
  assert.deepEqual(talk(definition, [], context({ again: new Set([' once']) })).said, ['Qué bueno verte'])
  assert.equal(step(definition, freshRun(), { type: 'start' }, context({ again: new Set([' once']) })).effects.filter(({ type }) => type === 'once').length, 0)
})

test('who comes by twice in one turn comes the second time again', () => {
  const ring = flow({
    once: { ...once(), first: 'count', again: 'back' },
    count: { type: 'variable', set: [{ name: 'came', value: 'yes' }], next: 'once' },
    back: say('Otra vez'),
  })
  const { effects } = step(ring, freshRun(), { type: 'start' }, context())
  assert.equal(effects.filter(({ type }) => type === 'once').length, 1)
  assert.deepEqual(talk(ring, []).said, ['Otra vez'])
})

test('in a kept talk the days that pass count', () => {
  const asking = flow({
    once: { ...once(2), first: 'first', again: 'again' },
    first: { type: 'input', text: 'Primera', expect: 'text', saveAs: 'a', next: 'once' },
    again: { type: 'input', text: 'Otra vez', expect: 'text', saveAs: 'b', next: 'once' },
  })
  const { matches, abilities, business, locale, timeZone } = context()
  const writes = (text: string, replies: string[]) => ({ does: { type: 'writes' as const, text }, replies })
  const differences = holdTalk(
    asking,
    {
      at: '2026-05-04T12:00:00Z',
      contact: { name: null, phone: null, language: null, tags: [] },
      turns: [
        writes('hola', ['Primera']),
        writes('uno', ['Otra vez']),
        { does: { type: 'waits', seconds: 2 * 86_400 }, replies: [] },
        writes('dos', ['Primera']),
        writes('tres', ['Otra vez']),
      ],
    },
    { matches, abilities, business, locale, timeZone },
  )
  assert.deepEqual(differences, [])
})

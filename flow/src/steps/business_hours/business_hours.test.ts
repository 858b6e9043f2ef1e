import assert from 'node:assert/strict'
import { test } from 'node:test'
import { context, flow, talk } from '../../../test/world.ts'

const say = (text: string) => ({ type: 'message' as const, text, next: null })
const definition = flow({ hours: { type: 'business_hours', open: 'open', closed: 'closed' }, open: say('Estamos.'), closed: say('Volvemos a las 9.') })

test('the hour decides; without hours somebody is always there', () => {
  assert.deepEqual(talk(definition, [], context({ isOpen: true })).said, ['Estamos.'])
  assert.deepEqual(talk(definition, [], context({ isOpen: false })).said, ['Volvemos a las 9.'])
  assert.deepEqual(talk(definition, []).said, ['Estamos.'])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { problemsIn } from '../../index.ts'
import { context, flow, talk } from '../../../test/world.ts'

test('tags are put on and taken off in one act', () => {
  const { effects } = talk(flow({ mark: { type: 'tag', add: ['venta'], remove: ['duda'], next: null } }), [])
  assert.deepEqual(effects[0], { type: 'tag', add: ['venta'], remove: ['duda'] })
})

test('a step without a tag is told', () => {
  assert.ok(problemsIn(flow({ mark: { type: 'tag', next: null } })).some(({ code, nodeId }) => code === 'flow.tags_missing' && nodeId === 'mark'))
})

test('the tags of the customer can be asked for, with those that were put on and taken off just now', () => {
  const definition = flow({
    mark: { type: 'tag', add: ['Venta'], remove: ['DUDA'], next: 'asks' },
    asks: { type: 'condition', all: [{ variable: 'contact.tags', operator: 'has_words', value: 'vip' }], then: 'tell', otherwise: null },
    tell: { type: 'message', text: '{{contact.tags}}', next: null },
  })
  const tagged = (tags: string[]) => talk(definition, [], context({ contact: { ...context().contact, tags } })).said
  assert.deepEqual(tagged(['vip', 'duda']), ['Venta, vip'])
  assert.deepEqual(tagged(['duda']), [])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { quickRepliesOf } from './quick-replies.ts'

test('quick replies of a template are pressed by their payloads; links and broken parts are no buttons', () => {
  const components = [
    { type: 'body', parameters: [{ type: 'text', text: 'María' }] },
    { type: 'button', sub_type: 'quick_reply', index: '0', parameters: [{ type: 'payload', payload: 'confirmar' }] },
    { type: 'button', sub_type: 'url', index: '1', parameters: [{ type: 'text', text: 'abc' }] },
    { type: 'button', sub_type: 'quick_reply', index: '2', parameters: [] },
    { type: 'button', sub_type: 'quick_reply', index: '3' },
  ]
  assert.deepEqual(quickRepliesOf(components), [{ id: 'confirmar', title: 'confirmar' }])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { failureReason } from './failure-words.ts'

test('codes of the provider and of the server lead to the same plain reasons', () => {
  assert.equal(failureReason('whatsapp.131047'), 'window')
  assert.equal(failureReason('simulator.131026'), 'invalid_number')
  assert.equal(failureReason('conversation.window_closed'), 'window')
  assert.equal(failureReason('whatsapp.132001'), 'template')
  assert.equal(failureReason('contact.opted_out'), 'opted_out')
  assert.equal(failureReason('whatsapp.131050'), 'opted_out')
  assert.equal(failureReason('whatsapp.210'), 'account')
  assert.equal(failureReason('file.too_large'), 'file')
  assert.equal(failureReason('file.voice_not_convertible'), 'voice')
  assert.equal(failureReason('limit.storage'), 'storage')
  assert.equal(failureReason('limit.messages'), 'month_limit')
  assert.equal(failureReason('mention.unreachable'), 'no_sight')
  assert.equal(failureReason('telegram.blocked'), 'not_reached')
  assert.equal(failureReason('contact.blocked'), 'unknown', 'it is we who blocked them')
  assert.equal(failureReason('messenger.551'), 'not_reached')
})

test('a code nobody knows is still an answer', () => {
  assert.equal(failureReason('whatsapp.unknown'), 'unknown')
  assert.equal(failureReason(''), 'unknown')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { triggerIn } from './trigger.ts'

const called = (mode: 'reply' | 'note', text: string) => {
  const found = triggerIn(mode, text, text.length)
  return found && `${found.sign}${found.query} at ${found.start}`
}

test('a slash calls for quick replies only as the first sign of an answer, and as long as one word follows', () => {
  assert.equal(called('reply', '/'), '/ at 0')
  assert.equal(called('reply', '/mañana'), '/mañana at 0')
  for (const text of ['', 'hola /', ' /hola', '/ hola', '/hola amiga', '/home/x', '\\', '@', '#', '{{', '[x]', 'ñ'])
    assert.equal(called('reply', text), null, text)
  assert.equal(called('note', '/hola'), null)
})

test('an at sign calls for people only in a note, where a word may begin', () => {
  assert.equal(called('note', '@'), '@ at 0')
  assert.equal(called('note', 'mirá (@José'), '@José at 6')
  assert.equal(called('note', 'mirá @José Lu'), '@José Lu at 5')
  for (const text of ['ana@example', '@José Luis mirá esto', 'x', '']) assert.equal(called('note', text), null, text)
  assert.equal(called('reply', '@Ana'), null)
  assert.deepEqual(triggerIn('note', 'a @Di esto', 5), { sign: '@', start: 2, query: 'Di' })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Failure } from './failure.ts'
import { cleanText, parseJson } from './json.ts'

const isMalformed = (error: unknown) => error instanceof Failure && error.code === 'malformed_json' && error.status === 400

test('any JSON of clean strings is read exactly as JSON.parse reads it', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      fc.pre(!/__proto__|\\u0000|\\ud|\u0000/i.test(text))
      assert.deepEqual(parseJson(Buffer.from(text)), JSON.parse(text))
    }),
  )
})

test('whatever the strings hold, the result can be stored: no U+0000, no lone surrogate, in keys and values', () => {
  const dirty = fc.string({ unit: fc.constantFrom('\u0000', '\ud800', '\udc00', '😀', 'ñ', 'a', '_', '"', '\\') })
  fc.assert(
    fc.property(fc.dictionary(dirty, fc.array(dirty)), (value) => {
      const seen = JSON.stringify(parseJson(JSON.stringify(value)))
      assert.doesNotMatch(seen, /\\u0000|\\ud[89a-f]/i)
    }),
  )
})

test('an emoji written as two escapes stays one emoji', () => {
  assert.deepEqual(parseJson('{"text":"hola \\ud83d\\ude00"}'), { text: 'hola 😀' })
})

test('a raw lone surrogate in a string argument is replaced', () => {
  assert.deepEqual(parseJson('{"text":"a\ud800b"}'), { text: 'a\ufffdb' })
})

test('__proto__ members vanish, however they are spelt', () => {
  for (const text of ['{"__proto__":{"admin":true},"a":1}', '{"\\u005f_proto__":{"admin":true},"a":1}', '{"\\u0000__proto__":{"admin":true},"a":1}']) {
    const value = parseJson(text) as Record<string, unknown>
    assert.deepEqual(Object.keys(value), ['a'])
    assert.equal(value.admin, undefined)
  }
})

test('nesting up to 64 is read, deeper is refused, brackets in strings do not count', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
  assert.doesNotThrow(() => parseJson(nested(64)))
  assert.throws(() => parseJson(nested(65)), isMalformed)
  assert.throws(() => parseJson('['.repeat(200_000)), isMalformed)
  const quoted = JSON.stringify({ text: `\\"${'['.repeat(500)}\\` })
  assert.deepEqual(parseJson(quoted), JSON.parse(quoted))
})

test('broken JSON, an empty body and bytes that are no UTF-8 are told apart from bugs', () => {
  for (const text of ['', '{', '{"a":}', 'undefined', '{"a":1}x']) assert.throws(() => parseJson(text), isMalformed, text)
  assert.deepEqual(parseJson(Buffer.from([0xef, 0xbb, 0xbf, 0x7b, 0x7d])), {}, 'a byte order mark is skipped')
  assert.deepEqual(parseJson(Buffer.from([0x22, 0xff, 0x22])), '\ufffd')
})

test('clean text is the same text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => assert.equal(cleanText(text), text.replaceAll('\u0000', '').toWellFormed())))
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MessageContent } from '@chasqui/contracts'
import fc from 'fast-check'
import { interpretEvent } from './interpret.ts'

const from = { phone: '5491123456789', name: 'María' }
const at = '2026-03-02T09:00:00-03:00'

test('a message with number and user id can be answered at the number', () => {
  assert.deepEqual(
    interpretEvent({ type: 'message', id: 'm1', from: { ...from, userId: 'AR.x' }, at, quotes: 'm0', content: { type: 'text', text: 'hola' } }),
    [
      {
        type: 'message',
        providerMessageId: 'm1',
        from: [
          { kind: 'phone', value: '5491123456789' },
          { kind: 'bsuid', value: 'AR.x' },
        ],
        profileName: 'María',
        at: '2026-03-02T12:00:00.000Z',
        content: { type: 'text', text: 'hola' },
        quotes: 'm0',
        context: null,
        origin: 'contact',
      },
    ],
  )
})

test('a receipt gives the reference of the sender back; a failed one says why', () => {
  assert.deepEqual(
    interpretEvent({ type: 'status', messageId: 'o1', clientRef: 'ref', status: 'failed', at, to: from, error: { code: 131026, title: 'Undeliverable' } }),
    [
      {
        type: 'status',
        providerMessageId: 'o1',
        clientRef: 'ref',
        status: 'failed',
        at: '2026-03-02T12:00:00.000Z',
        error: { code: 'simulator.131026', title: 'Undeliverable', retryable: false },
        unreachable: 'undeliverable',
        recipient: [{ kind: 'phone', value: '5491123456789' }],
      },
    ],
  )
})

test('an empty reaction takes the reaction back', () => {
  const [happening] = interpretEvent({ type: 'reaction', id: 'r', from, at, messageId: 'm1', emoji: '' })
  assert.ok(happening?.type === 'reaction')
  assert.deepEqual([happening.providerMessageId, happening.emoji], ['m1', null])
})

test('an event cannot point at files of our own store', () => {
  const file = {
    fileId: '0198c0de-0000-7000-8000-000000000000',
    state: 'stored',
    mime: 'image/png',
    name: null,
    size: 1,
    url: 'https://elsewhere.example/x',
    providerMediaId: 'media-1',
  }
  const [happening] = interpretEvent({ type: 'message', id: 'm1', from, at, content: { type: 'image', file } })
  assert.ok(happening?.type === 'message' && happening.content.type === 'image')
  assert.deepEqual(
    [happening.content.file.fileId, happening.content.file.state, happening.content.file.url, happening.content.file.providerMediaId],
    [null, 'pending', undefined, 'media-1'],
  )
})

test('what is not understood is shown or noted, never dropped', () => {
  const unknownContent = interpretEvent({ type: 'message', id: 'm1', from, at, content: { type: 'hologram', size: 3 } })[0]
  assert.ok(unknownContent?.type === 'message' && unknownContent.content.type === 'unsupported')
  assert.deepEqual([unknownContent.content.providerType, unknownContent.content.raw], ['hologram', { type: 'hologram', size: 3 }])
  const crippled = interpretEvent({ type: 'message', id: 'm1', from, at: 'yesterday', content: { type: 'text', text: 'hola' } })[0]
  assert.ok(crippled?.type === 'message' && crippled.content.type === 'unsupported')
  assert.equal(crippled.at, '1970-01-01T00:00:00.000Z')
  assert.equal(interpretEvent({ type: 'poll', id: 'p1', from })[0]?.type, 'notice')
  assert.deepEqual(interpretEvent(7), [{ type: 'ignored', reason: 'Not an event' }])
})

const almostAnEvent = fc.record(
  {
    type: fc.oneof(fc.constantFrom('message', 'reaction', 'edit', 'delete', 'typing', 'status'), fc.jsonValue()),
    id: fc.oneof(fc.string(), fc.jsonValue()),
    messageId: fc.oneof(fc.string(), fc.jsonValue()),
    from: fc.oneof(fc.constant(from), fc.jsonValue()),
    to: fc.oneof(fc.constant(from), fc.jsonValue()),
    at: fc.oneof(fc.constant(at), fc.jsonValue()),
    status: fc.oneof(fc.constantFrom('sent', 'read'), fc.jsonValue()),
    emoji: fc.jsonValue(),
    content: fc.oneof(fc.record({ type: fc.constantFrom('text', 'image', 'location', 'choice'), text: fc.jsonValue(), file: fc.jsonValue() }), fc.jsonValue()),
  },
  { requiredKeys: [] },
)

test('any JSON has one meaning, the same each time, that can be stored and answered', () => {
  fc.assert(
    fc.property(fc.oneof(almostAnEvent, fc.jsonValue()), (payload) => {
      const [happening, ...more] = interpretEvent(payload)
      assert.equal(JSON.stringify([happening, ...more]), JSON.stringify(interpretEvent(structuredClone(payload))))
      assert.equal(more.length, 0)
      if (happening && 'at' in happening) assert.ok(!Number.isNaN(Date.parse(happening.at)))
      if (happening && 'from' in happening && Array.isArray(happening.from)) assert.ok(happening.from.length > 0)
      if (happening && 'content' in happening) MessageContent.parse(happening.content)
    }),
    { numRuns: 500 },
  )
})

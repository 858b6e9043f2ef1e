import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Opened } from '#channels'
import type { SimulatorSettings } from './settings.ts'
import { openWebhook } from './webhook.ts'

const settings: SimulatorSettings = { secret: 'a secret for this test', profile: 'cloud' }
const signatureOf = (body: Buffer, secret = settings.secret) => `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
const open = (text: string, signature?: string | string[]): Opened => {
  const body = Buffer.from(text)
  return openWebhook({ headers: { 'x-simulator-signature': signature ?? signatureOf(body) }, query: {}, body }, settings)
}
const itemsOf = (events: unknown[]) => {
  const opened = open(JSON.stringify({ events }))
  assert.ok(opened.result === 'items')
  return opened.items
}

test('only the right signature of exactly these bytes opens a webhook', () => {
  const text = '{"events":[]}'
  const right = signatureOf(Buffer.from(text))
  assert.equal(open(text, right).result, 'items')
  assert.equal(openWebhook({ headers: {}, query: {}, body: Buffer.from(text) }, settings).result, 'unsigned')
  for (const wrong of [
    signatureOf(Buffer.from(`${text} `)),
    signatureOf(Buffer.from(text), 'another secret of somebody'),
    right.slice(7),
    right.slice(0, -1),
    `${right}0`,
    [right, right],
    'sha256=',
  ])
    assert.equal(open(text, wrong).result, 'forged', String(wrong))
})

test('a signed body of another shape is malformed', () => {
  for (const text of ['', '{', '[]', 'null', '{"events":{}}', '{"object":"whatsapp_business_account"}']) assert.equal(open(text).result, 'malformed', text)
})

test('a batch becomes one item per event: customers in order per number, receipts in bulk per message', () => {
  const from = { phone: '5491123456789' }
  const items = itemsOf([
    { type: 'message', id: 'm1', from },
    { type: 'reaction', id: 'r1', from, messageId: 'm0' },
    { type: 'message', id: 'm2', from: { userId: 'AR.x' } },
    { type: 'status', messageId: 'out1', status: 'read', to: from },
  ])
  assert.deepEqual(
    items.map(({ eventId, orderKey, bulk }) => [eventId, orderKey, bulk]),
    [
      ['m1', '5491123456789', false],
      ['r1', '5491123456789', false],
      ['m2', 'AR.x', false],
      ['out1:read', 'out1', true],
    ],
  )
})

test('what has no id is known by its content; ids and keys stay short', () => {
  const [one, same, other] = itemsOf([
    { type: 'new thing', n: 1 },
    { type: 'new thing', n: 1 },
    { type: 'new thing', n: 2 },
  ])
  assert.equal(one!.eventId, same!.eventId)
  assert.notEqual(one!.eventId, other!.eventId)
  const [long] = itemsOf([{ type: 'message', id: 'x'.repeat(5000), from: { phone: '9'.repeat(5000) } }])
  assert.ok(long!.eventId.length <= 400 && long!.orderKey.length <= 400)
})

test('any signed JSON is taken apart without failing', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), (events) => {
      const items = itemsOf(events)
      assert.equal(items.length, events.length)
      for (const item of items) assert.ok(item.eventId.length > 0 && item.orderKey.length > 0)
    }),
  )
})

import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { describe, it } from 'node:test'
import type { InboundItem } from '#channels'
import { CloudSettings } from './settings.ts'
import { openWebhook } from './webhook.ts'

const settings = CloudSettings.parse({ phoneNumberId: '106', businessAccountId: '102', accessToken: 't', appSecret: 's', verifyToken: 'v' })

const open = (body: unknown): InboundItem[] => {
  const bytes = Buffer.from(JSON.stringify(body))
  const opened = openWebhook(
    { body: bytes, query: {}, headers: { 'x-hub-signature-256': `sha256=${createHmac('sha256', 's').update(bytes).digest('hex')}` } },
    settings,
  )
  assert.equal(opened.result, 'items')
  return opened.result === 'items' ? opened.items : []
}

const change = (phoneNumberId: string, value: object) => ({
  field: 'messages',
  value: { metadata: { phone_number_id: phoneNumberId, display_phone_number: '+1 555' }, ...value },
})
const text = (id: string, from: string) => ({ id, from, type: 'text', timestamp: '1760000000', text: { body: 'hola' } })
const account = (...changes: object[]) => ({ object: 'whatsapp_business_account', entry: [{ id: '102', time: 1_760_000_000, changes }] })

describe('Cutting a webhook into items', () => {
  it('routes each item of a batch to its own number', () => {
    const items = open({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: '102',
          changes: [
            change('106', { messages: [text('wamid.1', '5491122334455'), text('wamid.2', '34600111222')], statuses: [{ id: 'wamid.3', status: 'read' }] }),
          ],
        },
        {
          id: '103',
          changes: [change('107', { messages: [text('wamid.4', '5491122334455')] }), change('106', { statuses: [{ id: 'wamid.3', status: 'delivered' }] })],
        },
      ],
    })
    assert.deepEqual(
      items.map((item) => [item.eventId, item.account, item.orderKey, item.bulk]),
      [
        ['wamid.1', '106', '541122334455', false],
        ['wamid.2', '106', '34600111222', false],
        ['wamid.3:read', '106', 'wamid.3', true],
        ['wamid.4', '107', '541122334455', false],
        ['wamid.3:delivered', '106', 'wamid.3', true],
      ],
    )
  })

  it('gives each message only the contacts about its sender', () => {
    const contacts = [
      { wa_id: '34600111222', profile: { name: 'Eva' } },
      { wa_id: '5491122334455', profile: { name: 'Ana' } },
    ]
    const [first] = open(account(change('106', { contacts, messages: [text('wamid.1', '5491122334455')] })))
    assert.deepEqual((first!.payload as { contacts: unknown }).contacts, [contacts[1]])
  })

  it('keeps account-level news and unknown fields as one item each, without a number', () => {
    const items = open(
      account(
        { field: 'account_update', value: { event: 'ACCOUNT_VIOLATION' } },
        { field: 'field_of_2031', value: [1, 2] },
        { value: 7 },
        { field: 'messages', value: { metadata: {}, holograms: [1] } },
      ),
    )
    assert.equal(items.length, 4)
    assert.deepEqual(
      items.map((item) => [item.account, item.orderKey]),
      Array.from({ length: 4 }, () => [null, 'waba:102']),
    )
    assert.equal(new Set(items.map((item) => item.eventId)).size, 4)
    assert.equal((items[0]!.payload as { waba: string }).waba, '102')
  })

  it('tells the same news at another time from a repeated delivery', () => {
    const news = (time: number) =>
      open({ object: 'whatsapp_business_account', entry: [{ id: '102', time, changes: [{ field: 'security', value: { event: 'PIN_CHANGED' } }] }] })[0]!.eventId
    assert.equal(news(1_760_000_000), news(1_760_000_000))
    assert.notEqual(news(1_760_000_000), news(1_760_000_001))
  })

  it('orders echoes of the handset with the customer they went to', () => {
    const echo = { from: '15550000000', to: '5491122334455', id: 'wamid.E', timestamp: '1760000000', type: 'text', text: { body: 'sí' } }
    const [item] = open(account({ field: 'smb_message_echoes', value: { metadata: { phone_number_id: '106' }, message_echoes: [echo] } }))
    assert.deepEqual([item!.eventId, item!.orderKey, item!.account], ['wamid.E', '541122334455', '106'])
  })

  it('puts where a person moved to before their words, wherever in the batch it stands', () => {
    const words = { id: 'wamid.1', from_user_id: 'AR.2', type: 'text', timestamp: '1760000000', text: { body: 'soy yo' } }
    const moved = { id: 'wamid.2', from_user_id: 'AR.1', type: 'system', system: { type: 'user_changed_user_id', previous_user_id: 'AR.1', user_id: 'AR.2' } }
    const news = { field: 'user_id_update', value: { user_id_update: [{ user_id: { previous: 'AR.1', current: 'AR.2' } }] } }
    for (const told of [change('106', { messages: [moved] }), news]) {
      const items = open(account(change('106', { messages: [words] }), told))
      assert.deepEqual([items[1]!.eventId, items.map((item) => item.orderKey)], ['wamid.1', ['AR.2', 'AR.2']])
    }
  })

  it('puts what was said from the former number before the new number', () => {
    const moved = { id: 'wamid.2', from: '34600111222', type: 'system', system: { type: 'user_changed_number', wa_id: '34600333444' } }
    const items = open(account(change('106', { messages: [text('wamid.3', '34600333444'), moved, text('wamid.1', '34600111222')] })))
    assert.deepEqual(
      items.map((item) => item.eventId),
      ['wamid.1', 'wamid.2', 'wamid.3'],
    )
  })

  it('is not upset by holes: null entries, missing changes, numbers for objects', () => {
    for (const body of [
      {},
      { object: 'page' },
      account(),
      { object: 'whatsapp_business_account', entry: [null, 3, { changes: null }, { changes: [null, {}] }] },
      account(change('106', { messages: [null, 3, {}], statuses: 'x' })),
    ])
      open(body)
  })

  it('shortens ids that no index takes, and keeps them different', () => {
    const long = 'w'.repeat(5000)
    const items = open(account(change('106', { messages: [text(`${long}1`, long), text(`${long}2`, long)], statuses: [{ id: long, status: long }] })))
    assert.ok(items.every((item) => item.eventId.length <= 400 && item.orderKey.length <= 400))
    assert.equal(new Set(items.map((item) => item.eventId)).size, 3)
  })
})

import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { channelRoutes } from '@chasqui/contracts'
import * as inbound from '../doubles/graph-api/inbound.ts'
import type { Shape } from '../doubles/graph-api/shape-checks.ts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import type { RunningProduct } from '../kit/product.ts'
import { connectNumber, conversationsOf, threadOf, type Number } from '../kit/whatsapp.ts'

/** Every payload of Meta with each of its fields replaced by something else: all are taken, nothing dies, and the sound ones among them arrive. */
let the: RunningProduct
let number: Number
before(async () => {
  ;({ the } = await startBesideGraph({ env: { LOG_LEVEL: 'error' } }))
  number = await connectNumber(the.url, the.owner.api, { flow: false })
})

const ana = { phone: '5491122334455', userId: 'AR.1000', name: 'Ana', username: 'ana.p' }
const file = { id: '1', mime_type: 'image/jpeg', sha256: 'x=', caption: 'c', filename: 'f', voice: true, animated: true, url: 'https://a.b' }
const messages: Shape[] = [
  inbound.text(ana, 'hola', {
    quotes: 'wamid.Q',
    forwarded: true,
    referral: { source_type: 'ad', ctwa_clid: 'c', welcome_message: { text: 'x' } },
    more: { identity: { hash: 'h' }, group_id: '', errors: [{ code: 1, title: 't', error_data: { details: 'd' } }] },
  }),
  ...(['audio', 'document'] as const).map((kind) => inbound.media(ana, kind, file)),
  inbound.message(ana, 'location', { location: { latitude: 1, longitude: 2, name: 'n', address: 'a', url: 'u' } }),
  inbound.contactCards(ana, [
    {
      origin: 'contact_request',
      name: { formatted_name: 'A' },
      phones: [{ phone: '+54', wa_id: '54', type: 'HOME' }],
      emails: [{ email: 'e' }],
      org: { company: 'o' },
    },
  ]),
  inbound.buttonReply(ana, 'b', 'B'),
  inbound.message(ana, 'interactive', { interactive: { type: 'list_reply', list_reply: { id: 'l', title: 'L', description: 'd' } } }),
  inbound.formReply(ana, '{"a":1}'),
  inbound.message(ana, 'interactive', { interactive: { type: 'call_permission_reply', call_permission_reply: { response: 'accept' } } }),
  inbound.templateButton(ana, 'p', 'P'),
  inbound.order(ana, [{ product_retailer_id: 'p', quantity: 1, item_price: 2, currency: 'ARS' }]),
  inbound.reaction(ana, 'wamid.Q', '👍'),
  inbound.edit(ana, 'wamid.Q', 'otra'),
  inbound.revoke(ana, 'wamid.Z'),
  inbound.system(ana, { type: 'user_changed_number', wa_id: '34600', user_id: 'AR.2', previous_user_id: 'AR.3', body: 'x' }),
  inbound.unsupported(ana, 'poll'),
]
const changes: Shape[] = [
  ...messages.map((message) => inbound.change({ number: {}, contacts: [ana], messages: [message] })),
  inbound.change({
    statuses: [
      inbound.status('wamid.S', 'failed', {
        recipient_id: '549',
        recipient_user_id: 'AR.1',
        biz_opaque_callback_data: '0198c0de-0000-7000-8000-000000000000',
        pricing: { billable: true, category: 'service' },
        conversation: { id: 'c', origin: { type: 'service' } },
        errors: [{ code: 131_026, title: 't', message: 'm', error_data: { details: 'd' } }],
      }),
    ],
    errors: [{ code: 131_000, title: 't' }],
  }),
  { field: 'smb_message_echoes', value: { metadata: { phone_number_id: '' }, message_echoes: [{ ...inbound.text(ana, 'eco'), to: '5491155556666' }] } },
  {
    field: 'calls',
    value: { metadata: { phone_number_id: '' }, calls: [{ id: 'c', from: '549', event: 'connect', direction: 'USER_INITIATED', timestamp: 1 }] },
  },
  inbound.accountChange('user_preferences', {
    user_preferences: [{ wa_id: '549', user_id: 'AR.1', category: 'marketing_messages', value: 'stop', timestamp: 1_760_000_000 }],
  }),
  inbound.accountChange('user_id_update', {
    user_id_update: [{ wa_id: '549', user_id: { previous: 'AR.1', current: 'AR.2' }, parent_user_id: null, timestamp: 1 }],
  }),
  inbound.accountChange('message_template_status_update', {
    event: 'REJECTED',
    message_template_id: 1,
    message_template_name: 'n',
    reason: 'NONE',
    rejection_info: { reason: 'r' },
  }),
  inbound.accountChange('phone_number_quality_update', { event: 'DOWNGRADE', display_phone_number: '1', current_limit: 'TIER_1K' }),
  inbound.accountChange('account_alerts', { alert_severity: 'HIGH', alert_info: { a: 1 } }),
]

const places = (value: unknown, path: string[] = []): string[][] =>
  typeof value === 'object' && value !== null ? [path, ...Object.entries(value).flatMap(([key, item]) => places(item, [...path, key]))] : [path]
const spoilt = (value: unknown, [key, ...rest]: string[], by: unknown): unknown => {
  if (key === undefined) return by
  const copy = structuredClone(value) as Record<string, unknown>
  copy[key] = spoilt(copy[key], rest, by)
  return copy
}
const odd = [null, -1e308, 'a\u0000\ud800', 'é'.repeat(3000), [[null]], { id: {} }]

let serial = 0
/** Each variant is somebody's, and none repeats another one's id. */
const ownIds = (value: unknown): unknown => {
  serial += 1
  return JSON.parse(
    JSON.stringify(value)
      .replaceAll('5491122334455', `5491${String(serial).padStart(9, '0')}`)
      .replaceAll('AR.1000', `AR.${serial}`)
      .replaceAll(/"wamid\.[\w-]{20,}"/g, `"wamid.${serial}"`),
  ) as unknown
}

test('whatever stands in a field, Meta hears 200', async () => {
  const variants = changes.flatMap((change) => places(change).flatMap((path) => odd.map((by) => spoilt(ownIds(change), path, by))))
  const here = (change: unknown) => {
    const metadata = ((change as Shape | null)?.['value'] as Shape | null)?.['metadata'] as Shape | undefined
    if (typeof metadata?.['phone_number_id'] === 'string') metadata['phone_number_id'] = number.phoneNumberId
    return change as Shape
  }
  for (let start = 0; start < variants.length; start += 100)
    assert.equal(await number.post(inbound.webhookBody(variants.slice(start, start + 100).map(here), number.waba)), 200, `${start}`)
  const envelope = inbound.webhookBody([here(structuredClone(changes[0]))], number.waba)
  for (const path of places(envelope).filter((one) => one.length > 0 && one.length < 5))
    for (const by of odd) assert.equal(await number.post(spoilt(ownIds(envelope), path, by)), 200, `${path.join('.')} ${JSON.stringify(by)}`)
})

test('nothing died of it, every thread can be read, and what comes next arrives', async () => {
  assert.equal(await number.say({ phone: '5491199990000' }, 'sigo acá'), 200)
  await the.idle()
  const { rows } = await the.admin.query('select queue, error, payload from platform.dead_letter')
  assert.deepEqual(rows, [])
  const conversations = await conversationsOf(the.owner.api, number.channelId)
  assert.ok(conversations.some(({ contact }) => contact.phone === '+5491199990000'))
  for (const { id } of conversations) await threadOf(the.owner.api, id)
  assert.equal((await the.owner.api.ask(channelRoutes.read, { params: { id: number.channelId } })).state, 'connected')
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Happening } from '#channels'
import { MessageContent } from '@chasqui/contracts'
import { interpretPayload } from './interpret.ts'

type Shape = Record<string, unknown>

const slice = (message: Shape, more: Shape = {}) => ({
  kind: 'message',
  waba: '102',
  time: 1_760_000_500,
  metadata: { phone_number_id: '106' },
  contacts: [],
  errors: [],
  message: { from: '5491122334455', id: 'wamid.1', timestamp: '1760000000', ...message },
  ...more,
})

const only = (payload: unknown): Happening => {
  const happenings = interpretPayload(payload)
  assert.equal(happenings.length, 1, JSON.stringify(happenings))
  return happenings[0]!
}
const heard = (message: Shape, more: Shape = {}) => {
  const happening = only(slice(message, more))
  assert.equal(happening.type, 'message', JSON.stringify(happening))
  return happening
}
const content = (message: Shape, more: Shape = {}) => {
  const found = heard(message, more).content
  assert.deepEqual(MessageContent.parse(found), found, 'the content has the shape of the contract')
  return found
}
const file = (more: Shape) => ({ fileId: null, state: 'pending', name: null, size: null, ...more })

describe('Content of an inbound message', () => {
  const cases: [name: string, message: Shape, expected: Shape][] = [
    ['text', { type: 'text', text: { body: ' 👋 ' } }, { type: 'text', text: ' 👋 ' }],
    [
      'image with caption',
      { type: 'image', image: { id: '9', mime_type: 'image/jpeg', sha256: 'x=', caption: 'mirá' } },
      { type: 'image', file: file({ mime: 'image/jpeg', providerMediaId: '9' }), caption: 'mirá' },
    ],
    [
      'voice note',
      { type: 'audio', audio: { id: '9', mime_type: 'audio/ogg; codecs=opus', voice: true } },
      { type: 'audio', file: file({ mime: 'audio/ogg; codecs=opus', providerMediaId: '9' }), voice: true },
    ],
    [
      'audio file',
      { type: 'audio', audio: { id: '9', mime_type: 'audio/mpeg' } },
      { type: 'audio', file: file({ mime: 'audio/mpeg', providerMediaId: '9' }), voice: false },
    ],
    [
      'animated sticker',
      { type: 'sticker', sticker: { id: '9', mime_type: 'image/webp', animated: true } },
      { type: 'sticker', file: file({ mime: 'image/webp', providerMediaId: '9' }), animated: true },
    ],
    [
      'document with a wicked name',
      { type: 'document', document: { id: '9', mime_type: 'application/pdf', filename: '../../etc/\u202efdp.exe' } },
      { type: 'document', file: file({ mime: 'application/pdf', name: 'fdp.exe', providerMediaId: '9' }) },
    ],
    [
      'document without a name',
      { type: 'document', document: { id: 9001, mime_type: 'application/pdf' } },
      { type: 'document', file: file({ mime: 'application/pdf', providerMediaId: '9001' }) },
    ],
    [
      'media that Meta could not download',
      { type: 'video', errors: [{ code: 131052, title: 'Media download error', error_data: { details: 'Failed to download' } }] },
      { type: 'video', file: { ...file({ mime: 'video/mp4', providerMediaId: null }), state: 'failed', failure: 'Failed to download' } },
    ],
    [
      'location with strings',
      { type: 'location', location: { latitude: '-34.6', longitude: '-58.38', name: 'Obelisco' } },
      { type: 'location', latitude: -34.6, longitude: -58.38, name: 'Obelisco' },
    ],
    [
      'contact without a name',
      { type: 'contacts', contacts: [{ phones: [{ phone: '+54 11', wa_id: '5411' }] }] },
      { type: 'contacts', contacts: [{ name: '+54 11', phones: [{ phone: '+54 11', whatsappId: '5411' }], emails: [], own: false }] },
    ],
    [
      'contact without phones',
      { type: 'contacts', contacts: [{ name: { formatted_name: 'Ana' }, org: { company: 'Acme' }, emails: [{ email: 'a@b.c' }] }] },
      { type: 'contacts', contacts: [{ name: 'Ana', phones: [], emails: ['a@b.c'], own: false, organisation: 'Acme' }] },
    ],
    [
      'contact of which only the address book’s own card came',
      { type: 'contacts', contacts: [{ vcard: 'BEGIN:VCARD\nFN:Beto Sosa\nORG:Acme\nTEL;type=CELL;waid=5411:+54 11\nEMAIL:b@c.d\nEND:VCARD' }] },
      {
        type: 'contacts',
        contacts: [
          {
            name: 'Beto Sosa',
            phones: [{ phone: '+54 11', whatsappId: '5411', type: 'CELL' }],
            emails: ['b@c.d'],
            own: false,
            organisation: 'Acme',
          },
        ],
      },
    ],
    [
      'button',
      { type: 'interactive', interactive: { type: 'button_reply', button_reply: { id: 'yes', title: 'Sí' } } },
      { type: 'choice', id: 'yes', title: 'Sí', via: 'button' },
    ],
    [
      'row',
      { type: 'interactive', interactive: { type: 'list_reply', list_reply: { id: 'slot:1', title: '15:00', description: 'Dra. Paz' } } },
      { type: 'choice', id: 'slot:1', title: '15:00', description: 'Dra. Paz', via: 'list' },
    ],
    [
      'template button without context',
      { type: 'button', button: { payload: 'appt:42:yes', text: 'Confirmo' } },
      { type: 'choice', id: 'appt:42:yes', title: 'Confirmo', via: 'template' },
    ],
    [
      'form',
      { type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply: { name: 'flow', body: 'Sent', response_json: '{"flow_token":"ft","rating":"5"}' } } },
      { type: 'form_reply', name: 'flow', body: 'Sent', data: { flow_token: 'ft', rating: '5' }, raw: '{"flow_token":"ft","rating":"5"}' },
    ],
    [
      'form whose answers are no longer in a string',
      { type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply: { name: 'flow', response_json: { rating: '5' } } } },
      { type: 'form_reply', name: 'flow', data: { rating: '5' } },
    ],
    [
      'form with broken JSON',
      { type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply: { name: 'flow', response_json: '{"a":' } } },
      { type: 'form_reply', name: 'flow', data: null, raw: '{"a":' },
    ],
    [
      'order',
      {
        type: 'order',
        order: { catalog_id: 'c', text: '', product_items: [{ product_retailer_id: 'p', quantity: '2', item_price: 9.5, currency: 'ARS' }, {}] },
      },
      {
        type: 'order',
        catalogId: 'c',
        text: '',
        items: [
          { productId: 'p', quantity: 2, price: 9.5, currency: 'ARS' },
          { productId: '', quantity: 1, price: null, currency: '' },
        ],
      },
    ],
  ]
  for (const [name, message, expected] of cases) it(`reads ${name}`, () => assert.deepEqual(content(message), expected))

  const strange: [name: string, message: Shape, type: string][] = [
    ['a future type', { type: 'hologram', hologram: { depth: 3 } }, 'hologram'],
    ['a type that is a word of JavaScript', { type: 'constructor' }, 'constructor'],
    ['no type', {}, 'unknown'],
    ['text without a body', { type: 'text' }, 'text'],
    ['an empty text', { type: 'text', text: { body: '' } }, 'text'],
    ['a place off the earth', { type: 'location', location: { latitude: 91, longitude: 0 } }, 'location'],
    ['an interactive answer of the future', { type: 'interactive', interactive: { type: 'gaze' } }, 'interactive'],
    ['an edit without its target', { type: 'edit', edit: {} }, 'edit'],
    ['a reaction without its target', { type: 'reaction', reaction: { emoji: '👍' } }, 'reaction'],
    ['an empty contact list', { type: 'contacts', contacts: [] }, 'contacts'],
  ]
  for (const [name, message, type] of strange) {
    it(`shows ${name} as unsupported and keeps it`, () =>
      assert.partialDeepStrictEqual(content(message), { type: 'unsupported', providerType: type, raw: message }))
  }

  it('names what Meta does not hand over, and why', () => {
    assert.partialDeepStrictEqual(
      content({ type: 'unsupported', unsupported: { type: 'poll' }, errors: [{ code: 131051, title: 'Unknown', error_data: { details: 'Not supported' } }] }),
      { providerType: 'poll', reason: 'Not supported' },
    )
    assert.partialDeepStrictEqual(content({ type: 'interactive' }, { errors: [{ code: 131000, title: 'Something went wrong' }] }), {
      providerType: 'interactive',
      reason: 'Something went wrong',
    })
  })
})

describe('Author of an inbound message', () => {
  const ana = { wa_id: '5491122334455', user_id: 'AR.1000', parent_user_id: 'AR.ENT.5', profile: { name: ' Ana\u202e ', username: 'ana.p' } }

  it('has all identifiers that came together, the number first', () => {
    const message = heard({ type: 'text', text: { body: 'x' }, from_user_id: 'AR.1000' }, { contacts: [ana] })
    assert.deepEqual(message.from, [
      { kind: 'phone', value: '5491122334455' },
      { kind: 'bsuid', value: 'AR.1000' },
      { kind: 'bsuid', value: 'AR.ENT.5' },
    ])
    assert.deepEqual([message.profileName, message.context], ['Ana', { username: 'ana.p' }])
  })

  it('may hide the number', () => {
    const message = heard(
      { from: undefined, from_user_id: 'AR.1000', type: 'text', text: { body: 'x' } },
      { contacts: [{ user_id: 'AR.1000', wa_id: '', profile: {} }] },
    )
    assert.deepEqual([message.from, message.profileName], [[{ kind: 'bsuid', value: 'AR.1000' }], null])
  })

  it('gains the number on giving it at our request, and is still answered at the scoped id', () => {
    const contacts = [{ origin: 'contact_request', name: { formatted_name: 'Ana' }, phones: [{ phone: '+54 9 11', wa_id: '5491122334455' }] }]
    const message = heard({ from: '', from_user_id: 'AR.1000', type: 'contacts', contacts })
    assert.deepEqual(message.from, [
      { kind: 'bsuid', value: 'AR.1000' },
      { kind: 'phone', value: '5491122334455' },
    ])
    assert.equal(message.content.type === 'contacts' && message.content.contacts[0]!.own, true)
    const friend = heard({ from: '', from_user_id: 'AR.1000', type: 'contacts', contacts: [{ ...contacts[0], origin: 'other' }] })
    assert.equal(friend.from.length, 1, 'a friend’s card is not the author’s number')
  })

  it('when unknown, leaves a line in the channel’s log', () => {
    assert.partialDeepStrictEqual(only(slice({ from: '', type: 'text', text: { body: 'x' } })), { type: 'notice', event: 'message.unattributed', pause: false })
  })

  it('is the customer it went to, for what the business wrote on its handset', () => {
    const echo = only({ ...slice({ from: '15550000000', to: '5491122334455', to_user_id: 'AR.1000', type: 'text', text: { body: 'sí' } }), kind: 'echo' })
    assert.partialDeepStrictEqual(echo, {
      type: 'message',
      origin: 'handset',
      from: [
        { kind: 'phone', value: '5491122334455' },
        { kind: 'bsuid', value: 'AR.1000' },
      ],
    })
  })
})

describe('Around an inbound message', () => {
  it('keeps what it answers, forwarding marks, the advertisement and the product asked about', () => {
    const referral = { source_url: 'https://fb.me/x', source_type: 'ad', ctwa_clid: 'c' }
    const message = heard({
      type: 'text',
      text: { body: 'x' },
      referral,
      context: { from: '1', id: 'wamid.OUT', frequently_forwarded: true, referred_product: { catalog_id: 'c' } },
    })
    assert.equal(message.quotes, 'wamid.OUT')
    assert.deepEqual(message.context, { referral, forwarded: true, frequentlyForwarded: true, referredProduct: { catalog_id: 'c' } })
  })

  it('takes seconds as text or number, and the entry’s time when the message has none that can be', () => {
    const at = (timestamp: unknown, time: unknown = 1_760_000_500) => heard({ type: 'text', text: { body: 'x' }, timestamp }, { time }).at
    assert.deepEqual(
      [at('1760000000'), at(1_760_000_000), at('0'), at('soon'), at(undefined, null)],
      ['2025-10-09T08:53:20.000Z', '2025-10-09T08:53:20.000Z', '2025-10-09T09:01:40.000Z', '2025-10-09T09:01:40.000Z', '1970-01-01T00:00:00.000Z'],
    )
  })

  it('ignores groups', () => assert.equal(only(slice({ group_id: 'g1', type: 'text', text: { body: 'x' } })).type, 'ignored'))
})

describe('Acts on earlier messages', () => {
  it('edits, with a new id of its own', () => {
    assert.partialDeepStrictEqual(
      only(slice({ type: 'edit', edit: { original_message_id: 'wamid.0', message: { type: 'text', text: { body: 'corregido' } } } })),
      { type: 'edit', providerMessageId: 'wamid.0', content: { type: 'text', text: 'corregido' } },
    )
  })
  it('deletes', () =>
    assert.partialDeepStrictEqual(only(slice({ type: 'revoke', revoke: { original_message_id: 'wamid.0' } })), {
      type: 'delete',
      providerMessageId: 'wamid.0',
    }))
  it('reacts, and takes it back in both ways', () => {
    const emoji = (reaction: Shape) =>
      (only(slice({ type: 'reaction', reaction: { message_id: 'wamid.0', ...reaction } })) as Extract<Happening, { type: 'reaction' }>).emoji
    assert.deepEqual([emoji({ emoji: '👍🏽' }), emoji({ emoji: '' }), emoji({})], ['👍🏽', null, null])
  })
  it('opens the chat', () => assert.equal(only(slice({ type: 'request_welcome' })).type, 'typing'))
})

describe('Moves of a person', () => {
  it('to another number, in both spellings of the protocol', () => {
    for (const system of [
      { type: 'user_changed_number', wa_id: '34600111222' },
      { type: 'customer_changed_number', new_wa_id: '34600111222' },
    ]) {
      const moved = only(slice({ type: 'system', system: { body: 'Ana changed', ...system } }))
      assert.partialDeepStrictEqual(moved, {
        type: 'readdress',
        from: { kind: 'phone', value: '5491122334455' },
        to: { kind: 'phone', value: '34600111222' },
        eventId: 'wamid.1',
        notice: { type: 'system', event: 'number_changed', text: 'Ana changed' },
      })
    }
  })

  it('to another scoped id, also as an account-level field', () => {
    const told = slice({ from: undefined, type: 'system', system: { type: 'user_changed_user_id', user_id: 'AR.2', previous_user_id: 'AR.1' } })
    const field = {
      kind: 'user_id_update',
      waba: '102',
      time: 1,
      metadata: {},
      update: { wa_id: '549', user_id: { previous: 'AR.1', current: 'AR.2' }, timestamp: 1_760_000_000 },
    }
    for (const payload of [told, field])
      assert.partialDeepStrictEqual(only(payload), { type: 'readdress', from: { kind: 'bsuid', value: 'AR.1' }, to: { kind: 'bsuid', value: 'AR.2' } })
  })

  it('shows a changed security code in the thread', () => {
    assert.partialDeepStrictEqual(content({ type: 'system', system: { type: 'customer_identity_changed', body: 'x' }, identity: { hash: 'h' } }), {
      type: 'system',
      event: 'identity_changed',
      data: { identity: { hash: 'h' } },
    })
  })
})

describe('Statuses', () => {
  const status = (more: Shape) =>
    interpretPayload({
      kind: 'status',
      waba: '102',
      time: null,
      metadata: {},
      contacts: [],
      status: { id: 'wamid.1', status: 'sent', timestamp: '1760000000', ...more },
    })

  it('carry our own id back and every address of the recipient', () => {
    assert.deepEqual(status({ recipient_id: '549', recipient_user_id: 'AR.1', biz_opaque_callback_data: 'm-7' }), [
      {
        type: 'status',
        providerMessageId: 'wamid.1',
        clientRef: 'm-7',
        status: 'sent',
        at: '2025-10-09T08:53:20.000Z',
        error: null,
        recipient: [
          { kind: 'phone', value: '549' },
          { kind: 'bsuid', value: 'AR.1' },
        ],
      },
    ])
  })

  it('know played and failed; others and groups are ignored', () => {
    assert.partialDeepStrictEqual(status({ status: 'played' })[0], { status: 'played' })
    assert.partialDeepStrictEqual(
      status({ status: 'failed', errors: [{ code: 131047, title: 'Re-engagement message', error_data: { details: 'More than 24 hours' } }] })[0],
      { status: 'failed', error: { code: 'whatsapp.131047', detail: 'More than 24 hours', retryable: false } },
    )
    assert.partialDeepStrictEqual(status({ status: 'failed' })[0], { status: 'failed', error: { code: 'whatsapp.unknown' } })
    for (const more of [{ status: 'deleted' }, { status: 'warning' }, { status: 'constructor' }, { recipient_type: 'group' }, { id: '' }])
      assert.equal(status(more)[0]!.type, 'ignored')
  })

  it('that fail because the person stopped marketing are also that preference', () => {
    assert.partialDeepStrictEqual(status({ status: 'failed', recipient_id: '549', errors: [{ code: 131050 }] })[1], {
      type: 'preference',
      allowed: false,
      from: [{ kind: 'phone', value: '549' }],
    })
    const [unnamed, ...more] = status({ status: 'failed', recipient_id: undefined, errors: [{ code: 131050 }] })
    assert.deepEqual([unnamed!.type === 'status' && unnamed.optedOut, more], [true, []], 'the message tells whose it is')
  })
})

describe('Account-level news', () => {
  const news = (field: string, value: unknown) => interpretPayload({ kind: 'account', waba: '102', time: 1, metadata: {}, field, value })
  const notice = (field: string, value: unknown) => news(field, value).find(({ type }) => type === 'notice')!
  const cases: [field: string, value: unknown, expected: Shape][] = [
    [
      'account_update',
      { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'DISABLE' } },
      { level: 'error', pause: false, event: 'account_update.disabled_update' },
    ],
    ['account_update', { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'REINSTATE' } }, { level: 'info', pause: false }],
    ['account_update', { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'SCHEDULE_FOR_DISABLE' } }, { level: 'error', pause: false }],
    ['account_update', { event: 'ACCOUNT_VIOLATION', violation_info: { violation_type: 'SCAM' } }, { level: 'error', pause: false }],
    [
      'account_update',
      { event: 'ACCOUNT_RESTRICTION', restriction_info: [{ restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING' }] },
      { level: 'error', pause: false },
    ],
    [
      'account_update',
      { event: 'ACCOUNT_RESTRICTION', restriction_info: [{ restriction_type: 'RESTRICTED_CUSTOMER_INITIATED_MESSAGING', expiration: 1_760_000_000 }] },
      { level: 'error', pause: false },
    ],
    [
      'account_update',
      { event: 'ACCOUNT_RESTRICTION', restriction_info: [{ restriction_type: 'RESTRICTED_ADD_PHONE_NUMBER_ACTION' }] },
      { level: 'error', pause: false },
    ],
    ['account_update', { event: 'ACCOUNT_DELETED' }, { level: 'error', pause: true }],
    ['account_update', { event: 'PARTNER_REMOVED', waba_info: { waba_id: '1' } }, { level: 'error', pause: false }],
    ['account_update', { event: 'ACCOUNT_OFFBOARDED' }, { level: 'error', pause: false }],
    ['account_update', { event: 'ACCOUNT_RECONNECTED' }, { level: 'info', pause: false }],
    ['account_update', { event: 'AD_ACCOUNT_LINKED' }, { level: 'info', pause: false }],
    ['account_update', { event: null }, { level: 'info', pause: false, event: 'account_update' }],
    ['template_category_update', { new_category: 'MARKETING', message_template_id: 1234567 }, { level: 'warn' }],
    ['message_template_quality_update', { new_quality_score: 'RED' }, { level: 'warn' }],
    ['account_review_update', { decision: 'REJECTED' }, { level: 'error' }],
    ['standby', { messages: [{ id: 'x' }] }, { level: 'info', pause: false }],
    ['message_template_status_update', { event: 'PAUSED', message_template_id: 12 }, { level: 'warn', event: 'message_template_status_update.paused' }],
    ['phone_number_quality_update', { event: 'FLAGGED' }, { level: 'warn' }],
    ['security', { event: 'PIN_CHANGED' }, { level: 'warn' }],
    ['errors', { code: 131031, title: 'Locked' }, { level: 'error', pause: true, event: 'whatsapp.131031' }],
    ['errors', { code: 131000 }, { level: 'warn', pause: false }],
    ['field_of_2031', [1, 'x'], { level: 'info', pause: false, event: 'field_of_2031', detail: { value: [1, 'x'] } }],
    ['constructor', null, { level: 'info', event: 'constructor' }],
  ]
  for (const [field, value, expected] of cases)
    it(`${field} ${JSON.stringify(value)}`, () => assert.partialDeepStrictEqual(notice(field, value), { type: 'notice', ...expected }))

  it('what they mean for what may be sent', () => {
    const sanctions = (field: string, value: unknown) => news(field, value).filter(({ type }) => type === 'sanction')
    const restriction = (...types: string[]) =>
      sanctions('account_update', {
        event: 'ACCOUNT_RESTRICTION',
        restriction_info: types.map((restriction_type) => ({ restriction_type, expiration: 1_760_000_000 })),
      })
    const until = '2025-10-09T08:53:20.000Z'
    const type = 'sanction'
    assert.deepEqual(restriction('RESTRICTED_ADD_PHONE_NUMBER_ACTION'), [])
    assert.deepEqual(restriction('RESTRICTED_BIZ_INITIATED_MESSAGING', 'RESTRICTED_CUSTOMER_INITIATED_MESSAGING'), [
      { type, number: null, begins: 'begun_restricted', until },
      { type, number: null, begins: 'answers_restricted', until },
    ])
    const ban = (waba_ban_state: string) => sanctions('account_update', { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state } })
    assert.deepEqual(ban('DISABLE'), [{ type, number: null, begins: 'account_banned', until: null }])
    assert.deepEqual(ban('SCHEDULE_FOR_DISABLE'), [])
    assert.deepEqual(ban('REINSTATE'), [{ type, number: null, ends: ['account_banned', 'answers_restricted', 'begun_restricted'] }])
    const quality = (event: string) => sanctions('phone_number_quality_update', { event, display_phone_number: '16505551111' })
    assert.deepEqual(quality('FLAGGED'), [{ type, number: '16505551111', begins: 'quality_flagged', until: null }])
    assert.deepEqual(quality('UNFLAGGED'), [{ type, number: '16505551111', ends: ['quality_flagged'] }])
    assert.deepEqual(quality('DOWNGRADE'), [])
    for (const alert_severity of ['CRITICAL', 'INFORMATIONAL']) assert.deepEqual(sanctions('account_alerts', { alert_info: { alert_severity } }), [])
    const said = { code: 'whatsapp.131048', title: 'Sending is limited because of spam reports' }
    assert.deepEqual(sanctions('errors', { code: 131048 }), [{ type, number: null, begins: 'spam_limited', until: null, said }])
    assert.deepEqual(sanctions('errors', { code: 131031 }), [])
    const [, failed] = interpretPayload({ kind: 'status', status: { id: 'w', status: 'failed', errors: [{ code: 131048 }] }, time: 1 })
    assert.partialDeepStrictEqual(failed, { type, begins: 'spam_limited' })
  })

  it('a preference is one, whatever the type of its time', () => {
    const said = (value: string) => only({ kind: 'preference', preference: { wa_id: '549', value, category: 'marketing_messages', timestamp: 1_760_000_000 } })
    assert.partialDeepStrictEqual(said('stop'), { type: 'preference', allowed: false, at: '2025-10-09T08:53:20.000Z' })
    assert.partialDeepStrictEqual(said('resume'), { type: 'preference', allowed: true })
    assert.equal(said('maybe').type, 'notice')
  })

  it('a call of the customer opens the window, one of ours and its end do not', () => {
    const types = (call: Shape) =>
      interpretPayload({ kind: 'call', waba: '102', time: 1, metadata: {}, call: { from: '549', id: 'c', ...call } }).map(({ type }) => type)
    assert.deepEqual(types({ event: 'connect', timestamp: '1760000000' }), ['notice', 'active'])
    assert.deepEqual(types({ event: 'terminate' }), ['notice'])
    assert.deepEqual(types({ event: 'connect', direction: 'BUSINESS_INITIATED' }), ['notice'])
    assert.deepEqual(types({ event: 'connect', from: null }), ['notice'])
  })

  it('imports of old chats are left out', () => assert.equal(news('history', { history: [] })[0]!.type, 'ignored'))
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Happening, InboundItem } from '#channels'
import { metaJson, signWebhook } from '../../../../test/doubles/graph-api/signed-webhook.ts'
import { interpretPayload } from './interpret.ts'
import { instagramNetwork, messengerNetwork, type Network } from './network.ts'
import { accountsInWebhook, openWebhook } from './webhook.ts'

const PAGE = '100000000000001'
const ANA = '7000000000000221'
const secret = 'app-secret'

const itemsOf = (network: Network, body: unknown): InboundItem[] => {
  const { headers, body: bytes } = signWebhook(Buffer.from(metaJson(body)), secret)
  const opened = openWebhook(network, { headers, body: bytes, query: {} }, secret)
  assert.equal(opened.result, 'items')
  return opened.result === 'items' ? opened.items : []
}
const heard = (network: Network, entry: object): Happening[] =>
  itemsOf(network, { object: network.object, entry: [{ id: PAGE, time: 1, ...entry }] }).flatMap((item) => interpretPayload(network, item.payload))
const event = (body: object, timestamp: unknown = 1_760_000_000_123) => ({ sender: { id: ANA }, recipient: { id: PAGE }, timestamp, ...body })
const told = (body: object, network = messengerNetwork): Happening[] => heard(network, { messaging: [event(body)] })
const contents = (message: object) => told({ message: { mid: 'm_1', ...message } }).map((one) => (one.type === 'message' ? one.content : one))
const file = (type: string, url: string, more: object = {}) => ({ type, payload: { url, ...more } })
const pending = (mime: string, url: string, name: string | null = null) => ({
  fileId: null,
  state: 'pending',
  mime,
  name,
  size: null,
  providerMediaId: url,
})
const CDN = 'https://cdn.fbsbx.com/v/f.bin?oh=1'

describe('Messages of people', () => {
  it('reads the documented batch: a text that answers another, and what was read before an instant', () => {
    const happenings = heard(messengerNetwork, {
      messaging: [
        event({ message: { mid: 'm_AG5Hz2U', text: '¿Tienen turno?', reply_to: { mid: 'm_prev' } } }),
        event({ read: { watermark: 1_760_000_000_900 } }),
      ],
    })
    assert.deepEqual(happenings, [
      {
        type: 'message',
        providerMessageId: 'm_AG5Hz2U',
        from: [{ kind: 'psid', value: ANA }],
        profileName: null,
        at: '2025-10-09T08:53:20.123Z',
        content: { type: 'text', text: '¿Tienen turno?' },
        quotes: 'm_prev',
        context: null,
        origin: 'contact',
      },
      { type: 'status_until', status: 'read', until: '2025-10-09T08:53:20.900Z', recipient: [{ kind: 'psid', value: ANA }] },
    ])
  })

  const shown: [name: string, message: object, expected: unknown[]][] = [
    ['a quick reply by its payload', { text: 'Sí', quick_reply: { payload: 'yes' } }, [{ type: 'choice', id: 'yes', title: 'Sí', via: 'button' }]],
    ['a picture', { attachments: [file('image', CDN)] }, [{ type: 'image', file: pending('image/jpeg', CDN) }]],
    [
      'words with a picture stand under it',
      { text: 'mirá', attachments: [file('image', CDN)] },
      [{ type: 'image', file: pending('image/jpeg', CDN), caption: 'mirá' }],
    ],
    [
      'several at once, one bubble each',
      { attachments: [file('image', CDN), file('video', CDN)] },
      [
        { type: 'image', file: pending('image/jpeg', CDN) },
        { type: 'video', file: pending('video/mp4', CDN) },
      ],
    ],
    [
      'the thumb, which is a sticker',
      { attachments: [file('image', CDN, { sticker_id: 369239263222822 })] },
      [{ type: 'sticker', file: pending('image/png', CDN) }],
    ],
    ['a sticker of the new type', { attachments: [file('sticker', CDN)] }, [{ type: 'sticker', file: pending('image/png', CDN) }]],
    ['a recording', { attachments: [file('audio', CDN)] }, [{ type: 'audio', file: pending('audio/mp4', CDN), voice: true }]],
    [
      'words under a picture behind a recording, which an edit finds at the first bubble',
      { text: 'mirá', attachments: [file('audio', CDN), file('image', CDN)] },
      [
        { type: 'image', file: pending('image/jpeg', CDN), caption: 'mirá' },
        { type: 'audio', file: pending('audio/mp4', CDN), voice: true },
      ],
    ],
    [
      'a file with its name',
      { attachments: [file('file', 'https://cdn.fbsbx.com/v/presupuesto%20final.pdf?oh=1')] },
      [{ type: 'document', file: pending('application/octet-stream', 'https://cdn.fbsbx.com/v/presupuesto%20final.pdf?oh=1', 'presupuesto final.pdf') }],
    ],
    [
      'a place',
      { attachments: [{ type: 'location', title: 'Obelisco', url: 'https://maps.example/1', payload: { coordinates: { lat: -34.6, long: -58.38 } } }] },
      [{ type: 'location', latitude: -34.6, longitude: -58.38, name: 'Obelisco', url: 'https://maps.example/1' }],
    ],
    [
      'a link whose title the text repeats',
      { text: 'Casa en venta https://a.example/1', attachments: [{ type: 'fallback', payload: { url: 'https://a.example/1', title: 'Casa en venta' } }] },
      [{ type: 'text', text: 'Casa en venta https://a.example/1' }],
    ],
    [
      'a link with its title at the attachment and no payload',
      { attachments: [{ type: 'fallback', payload: null, title: 'Casa', url: 'https://a.example/1' }] },
      [{ type: 'text', text: 'Casa\nhttps://a.example/1' }],
    ],
    [
      'a link of which no more is told than its text',
      { text: 'mirá https://a.example/1', attachments: [{ type: 'fallback', payload: null, url: '' }] },
      [{ type: 'text', text: 'mirá https://a.example/1' }],
    ],
    ['a post', { attachments: [file('post', 'https://a.example/p', { title: 'Oferta' })] }, [{ type: 'text', text: 'Oferta\nhttps://a.example/p' }]],
    ['a reel', { attachments: [file('ig_reel', 'https://a.example/r', { reel_video_id: '1' })] }, [{ type: 'text', text: 'https://a.example/r' }]],
    ['a story that mentions us', { attachments: [file('story_mention', 'https://a.example/s')] }, [{ type: 'text', text: 'https://a.example/s' }]],
  ]
  for (const [name, message, expected] of shown) it(name, () => assert.deepEqual(contents(message), expected))

  const lost: [name: string, message: object, type: string][] = [
    ['a share without an address', { attachments: [{ type: 'share', payload: {} }] }, 'share'],
    ['a fallback of nothing', { attachments: [{ type: 'fallback', payload: null, url: '' }] }, 'fallback'],
    ['a type of tomorrow', { attachments: [{ type: 'hologram', payload: { depth: 3 } }] }, 'hologram'],
    ['a type that is a word of the language', { attachments: [{ type: 'constructor', payload: {} }] }, 'constructor'],
    ['what the vendor does not hand over', { is_unsupported: true }, 'unsupported'],
    ['nothing at all', {}, 'empty'],
  ]
  for (const [name, message, type] of lost)
    it(`${name} keeps its place as unsupported`, () => {
      const [content] = contents(message) as { type: string; providerType: string; raw: unknown }[]
      assert.deepEqual([content!.type, content!.providerType], ['unsupported', type])
      assert.notEqual(content!.raw, undefined)
    })

  it('names each bubble after the first by its place, so that none is taken for another', () => {
    const happenings = told({ message: { mid: 'm_1', text: 'hola', attachments: [file('audio', CDN), { type: 'hologram' }] } })
    assert.deepEqual(
      happenings.map((one) => one.type === 'message' && [one.providerMessageId, one.context]),
      ['m_1', 'm_1#1', 'm_1#2'].map((id) => [id, { album: 'm_1' }]),
    )
  })

  it('keeps the story that is answered, and the advertisement that led here', () => {
    const [reply] = told({ message: { mid: 'a', text: 'Qué lindo', reply_to: { story: { id: '1802', url: CDN } } } }, instagramNetwork)
    assert.deepEqual(reply!.type === 'message' && [reply.context, reply.quotes, reply.from], [
      { story: { id: '1802', url: CDN } },
      null,
      [{ kind: 'igsid', value: ANA }],
    ])
    const [mention] = told({ message: { mid: 'c', attachments: [file('story_mention', CDN)] } }, instagramNetwork)
    assert.deepEqual(mention!.type === 'message' && mention.context, { story: { mention: true, url: CDN } })
    const [bare] = told({ message: { mid: 'd', attachments: [{ type: 'story_mention', payload: null }] } }, instagramNetwork)
    assert.deepEqual(bare!.type === 'message' && bare.context, { story: { mention: true } })
    const referral = { source: 'ADS', type: 'OPEN_THREAD', ad_id: '77', ref: 'promo' }
    const [led] = told({ message: { mid: 'b', text: 'hola', referral } })
    assert.deepEqual(led!.type === 'message' && led.context, { referral })
  })

  it('takes a pressed button as an answer, by its payload or else its title', () => {
    const [pressed] = told({ postback: { mid: 'm_9', title: 'Empezar', payload: 'GET_STARTED', referral: { ref: 'x' } } })
    assert.partialDeepStrictEqual(pressed, {
      type: 'message',
      providerMessageId: 'm_9',
      content: { type: 'choice', id: 'GET_STARTED', title: 'Empezar', via: 'button' },
      context: { referral: { ref: 'x' } },
    })
    const [bare] = told({ postback: { title: 'Empezar' } })
    assert.ok(bare!.type === 'message' && bare.content.type === 'choice' && bare.content.id === 'Empezar' && bare.providerMessageId !== '')
  })
})

describe('What the business itself did', () => {
  const echo = (message: object) =>
    heard(messengerNetwork, {
      messaging: [{ sender: { id: PAGE }, recipient: { id: ANA }, timestamp: 1_760_000_002_100, message: { is_echo: true, ...message } }],
    })

  it('is for the recipient, and not a contact of its own page', () => {
    const [written] = echo({ mid: 'm_2', text: 'Respondido desde el teléfono', app_id: 263902037430900 })
    assert.partialDeepStrictEqual(written, { type: 'message', origin: 'handset', from: [{ kind: 'psid', value: ANA }], content: { type: 'text' } })
  })

  it('settles our own send by the reference that we gave along', () => {
    const clientRef = '01900000-0000-7000-8000-00000000abcd'
    assert.partialDeepStrictEqual(echo({ mid: 'm_3', text: 'hola', metadata: `chasqui:${clientRef}` }), [
      { type: 'status', status: 'sent', providerMessageId: 'm_3', clientRef },
    ])
    const [other] = echo({ mid: 'm_4', text: 'hola', metadata: clientRef })
    assert.equal(other!.type, 'message', 'a reference of another program is none of ours')
  })

  it('shows the words of cards that another program sent', () => {
    const [card] = echo({
      mid: 'm_5',
      attachments: [{ type: 'template', payload: { template_type: 'generic', elements: [{ title: 'Remera', subtitle: '$ 10' }] } }],
    })
    assert.deepEqual(card!.type === 'message' && card.content, { type: 'text', text: 'Remera\n$ 10' })
  })
})

describe('What happens to messages', () => {
  it('edits, unsends (also in the old spelling) with every bubble, reacts and takes it back', () => {
    assert.partialDeepStrictEqual(told({ message_edit: { mid: 'm_1', text: 'corregido', num_edit: 1 } }), [
      { type: 'edit', providerMessageId: 'm_1', content: { type: 'text', text: 'corregido' } },
    ])
    for (const is_deleted of [true, 'true']) {
      const [removal] = told({ message: { mid: 'm_1', is_deleted } }, instagramNetwork)
      assert.ok(removal!.type === 'delete' && removal.providerMessageId === 'm_1' && removal.parts!.includes('m_1#1'))
    }
    const reactions = [
      { mid: 'm_1', action: 'react', reaction: 'love', emoji: '❤️' },
      { mid: 'm_1', action: 'react', reaction: 'like' },
      { mid: 'm_1', action: 'unreact' },
    ].flatMap((reaction) => told({ reaction }))
    assert.deepEqual(
      reactions.map((one) => one.type === 'reaction' && [one.emoji, one.opensWindow]),
      [
        ['❤️', false],
        ['👍', false],
        [null, false],
      ],
    )
  })

  it('tells delivered by ids and by an instant, and seen by one id', () => {
    const kinds = told({ delivery: { mids: ['m_1', 'm_2'], watermark: 1_760_000_000_900 } }).map((one) => one.type)
    assert.deepEqual(kinds, ['status', 'status', 'status_until'])
    assert.deepEqual(
      told({ delivery: { watermark: 1_760_000_000_900 } }).map((one) => one.type),
      ['status_until'],
    )
    assert.partialDeepStrictEqual(told({ read: { mid: 'aWd' } }, instagramNetwork), [{ type: 'status', status: 'read', providerMessageId: 'aWd' }])
  })

  it('notes a handover, keeps quiet about threads of others, and never loses an unknown event', () => {
    assert.partialDeepStrictEqual(told({ take_thread_control: { previous_owner_app_id: '1', metadata: 'x' } }), [
      { type: 'notice', event: 'handover', pause: false },
    ])
    assert.partialDeepStrictEqual(heard(messengerNetwork, { standby: [event({ message: { mid: 'm_1', text: 'hola' } })] }), [{ type: 'ignored' }])
    assert.partialDeepStrictEqual(told({ future_event: { a: 1 } }), [{ type: 'notice', event: 'unknown_event' }])
    assert.partialDeepStrictEqual(told({ referral: { ref: 'x', source: 'SHORTLINK', type: 'OPEN_THREAD' } }), [
      { type: 'message', content: { type: 'system', event: 'referral' }, context: { referral: { ref: 'x' } } },
      { type: 'active', from: [{ kind: 'psid', value: ANA }] },
    ])
    assert.equal(told({ optin: { type: 'notification_messages', payload: 'x' } }).length, 1, 'agreeing to news opens no window')
  })
})

describe('How a batch is cut', () => {
  it('reads all entries and all events, each for its account', () => {
    const items = itemsOf(messengerNetwork, {
      object: 'page',
      entry: [
        { id: '1', messaging: [event({ message: { mid: 'm_1', text: 'a' } }), event({ message: { mid: 'm_2', text: 'b' } })] },
        { id: '2', messaging: [event({ message: { mid: 'm_3', text: 'c' } })] },
      ],
    })
    assert.deepEqual(
      items.map(({ account, eventId, orderKey }) => [account, eventId, orderKey]),
      [
        ['1', 'm_1', ANA],
        ['1', 'm_2', ANA],
        ['2', 'm_3', ANA],
      ],
    )
  })

  it('hears an account that is connected by both logins once', () => {
    const one = (account: string) =>
      itemsOf(instagramNetwork, {
        object: 'instagram',
        entry: [{ id: account, time: account, messaging: [event({ message: { mid: 'aWd', text: 'a' } })] }],
      })[0]!.eventId
    assert.equal(one('1'), one('2'))
  })

  it('takes the test event of the dashboard without making a person of it', () => {
    const value = { sender: { id: '12334' }, recipient: { id: '23245' }, timestamp: '1527459824', message: { mid: 'random_mid', text: 'random_text' } }
    const body = { object: 'instagram', entry: [{ id: '0', time: 1, changes: [{ field: 'messages', value }] }] }
    const [item] = itemsOf(instagramNetwork, body)
    assert.equal(item!.account, null)
    assert.partialDeepStrictEqual(interpretPayload(instagramNetwork, item!.payload), [{ type: 'notice', level: 'info', event: 'change.messages' }])
    const { headers, body: bytes } = signWebhook(Buffer.from(metaJson(body)), secret)
    assert.deepEqual(accountsInWebhook(instagramNetwork, { headers, body: bytes, query: {} }), { result: 'accounts', accounts: [], groups: [] })
  })
})

import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { channelRoutes, type Conversation, type Message } from '@chasqui/contracts'
import * as inbound from '../doubles/graph-api/inbound.ts'
import type { GraphApi } from '../doubles/graph-api/server.ts'
import type { Shape } from '../doubles/graph-api/shape-checks.ts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import type { RunningProduct } from '../kit/product.ts'
import { connectNumber, conversationsOf, threadOf, type Number } from '../kit/whatsapp.ts'

/** Meta's payloads as they really come: fields missing, null, retyped, endless. Each is answered by the welcome flow, once. */
let graph: GraphApi
let the: RunningProduct
let number: Number
before(async () => {
  ;({ graph, the } = await startBesideGraph())
  number = await connectNumber(the.url, the.owner.api)
})

let people = 0
const somebody = () => ({ phone: `54911700${String((people += 1)).padStart(5, '0')}`, name: `Persona ${people}` })
const post = async (...messages: [inbound.Customer, Shape][]): Promise<void> => {
  for (const [customer, message] of messages) assert.equal(await number.write(customer, [message]), 200)
  await the.idle()
}
type Seen = { conversation: Conversation | undefined; thread: Message[]; replies: number }
const seen = async ({ phone }: { phone: string }): Promise<Seen> => {
  const conversation = (await conversationsOf(the.owner.api, number.channelId)).find(({ contact }) => contact.phone === `+${phone}`)
  const thread = conversation ? await threadOf(the.owner.api, conversation.id) : []
  return { conversation, thread, replies: graph.ledger.received.filter(({ to }) => to === phone).length }
}

describe('what says something is shown and answered once', () => {
  const huge = 'x'.repeat(70_000)
  /** Long and without repetition, so that no index can compress it. */
  const endlessId = `wamid.${Array.from({ length: 1000 }, (_, index) => (index * 2_654_435_761).toString(36)).join('')}`
  const cases: [name: string, message: Shape, type: Message['type']][] = [
    ['a text of 240,000 units', { type: 'text', text: { body: 'ñ👋'.repeat(80_000) } }, 'text'],
    ['a text from right to left', { type: 'text', text: { body: '\u202eשלום مرحبا' } }, 'text'],
    ['a number as text', { type: 'text', text: { body: 12_345 } }, 'text'],
    ['halves of characters', { type: 'text', text: { body: '\ud83d x \udc4b' } }, 'text'],
    ['nothing but NUL', { type: 'text', text: { body: '\u0000' } }, 'unsupported'],
    ['null for the object', { type: 'text', text: null }, 'unsupported'],
    [
      'null for everything optional',
      { type: 'text', text: { body: 'x' }, context: null, referral: null, identity: null, errors: null, group_id: null },
      'text',
    ],
    ['a product asked about, without a quoted id', { type: 'text', text: { body: 'x' }, context: { referred_product: { catalog_id: 'c' } } }, 'text'],
    ['an endless quoted id', { type: 'text', text: { body: 'x' }, context: { id: endlessId } }, 'text'],
    ['an endless id', { type: 'text', text: { body: 'x' }, id: endlessId }, 'text'],
    ['a number as id', { type: 'text', text: { body: 'x' }, id: 123_456_789 }, 'text'],
    ['a number as time', { type: 'text', text: { body: 'x' }, timestamp: Math.floor(Date.now() / 1000) }, 'text'],
    [
      'an advertisement with a picture',
      { type: 'image', image: { caption: 'hola' }, referral: { source_type: 'ad', ctwa_clid: 'c', image_url: null, welcome_message: { text: 'x' } } },
      'image',
    ],
    ['an animated sticker', { type: 'sticker', sticker: { id: '1', animated: true, mime_type: 'image/webp', sha256: null } }, 'sticker'],
    ['a voice note without a type', { type: 'audio', audio: { id: 1, voice: true, mime_type: null } }, 'audio'],
    ['an endless media id', { type: 'video', video: { id: endlessId } }, 'video'],
    ['a document without anything', { type: 'document', document: {} }, 'document'],
    ['a place with endless names', { type: 'location', location: { latitude: '1', longitude: 2, name: huge, address: null, url: 5 } }, 'location'],
    [
      'a card with everything',
      {
        type: 'contacts',
        contacts: [
          {
            name: { formatted_name: 'A B', first_name: 'A', last_name: 'B', prefix: 'Dra.' },
            birthday: '2000-01-01',
            phones: [{ phone: '+54 9 11', type: 'HOME', wa_id: '54911' }, null, 5],
            emails: [{ email: 'a@b.c', type: 'WORK' }, null],
            urls: [{ url: 'https://a.b' }],
            addresses: [{ city: 'Rosario', country_code: 'ar' }],
            org: { company: 'C', department: 'D', title: 'T' },
            vcard: 'BEGIN:VCARD',
          },
          null,
        ],
      },
      'contacts',
    ],
    ['a card of nulls', { type: 'contacts', contacts: [{ name: null, phones: null, org: null, emails: null }] }, 'contacts'],
    [
      'an order in other types',
      { type: 'order', order: { catalog_id: 5, text: null, product_items: [{ product_retailer_id: 7, quantity: '3', item_price: '9.5' }, null] } },
      'order',
    ],
    ['an order without items', { type: 'order', order: { catalog_id: 'c', product_items: [] } }, 'order'],
    ['a button without its payload', { type: 'button', button: { payload: '', text: 'Sí' } }, 'choice'],
    ['an endless choice', { type: 'interactive', interactive: { type: 'list_reply', list_reply: { id: huge, title: huge, description: huge } } }, 'choice'],
    [
      'an address with NUL and a half character in its JSON',
      {
        type: 'interactive',
        interactive: { type: 'nfm_reply', nfm_reply: { name: 'address_message', body: huge, response_json: JSON.stringify({ a: huge, '\u0000': '\ud800' }) } },
      },
      'form_reply',
    ],
    [
      'the permission to call',
      { type: 'interactive', interactive: { type: 'call_permission_reply', call_permission_reply: { response: 'accept', expiration_timestamp: 1 } } },
      'form_reply',
    ],
    ['an interactive answer without its object', { type: 'interactive' }, 'unsupported'],
    [
      'something to be seen once',
      { type: 'unsupported', errors: [{ code: 131051, title: 'Unsupported', href: null }], unsupported: { type: 'view_once' } },
      'unsupported',
    ],
    ['nothing but that it is unsupported', { type: 'unsupported' }, 'unsupported'],
    ['a deep hologram', { type: 'hologram', hologram: JSON.parse('['.repeat(200) + ']'.repeat(200)) as unknown }, 'unsupported'],
    [
      'an edit of something that never came',
      { type: 'edit', edit: { original_message_id: endlessId.slice(0, 3000), message: { type: 'text', text: { body: 'x' } } } },
      'text',
    ],
  ]
  for (const [name, message, type] of cases) {
    test(name, async () => {
      const customer = somebody()
      await post([customer, { ...inbound.message(customer, 'text', {}), ...message }])
      const { thread, replies, conversation } = await seen(customer)
      assert.deepEqual([thread.map((one) => one.type)[0], thread.filter((one) => one.direction === 'in').length, replies], [type, 1, 1])
      assert.equal(conversation!.unread, 1)
    })
  }

  test('the same message twice in one body, and again later, is one', async () => {
    const customer = somebody()
    const message = inbound.text(customer, 'una vez', { id: 'wamid.TWICE' })
    const body = inbound.webhookBody([inbound.change({ number, contacts: [customer], messages: [message, message] })], number.waba)
    assert.deepEqual([await number.post(body), await number.post(body)], [200, 200])
    await post([customer, message])
    const { thread, replies } = await seen(customer)
    assert.deepEqual([thread.filter((one) => one.direction === 'in').length, replies], [1, 1])
  })

  test('messages, statuses and errors in one value are each heard', async () => {
    const customer = somebody()
    await post([customer, inbound.text(customer, 'hola')])
    const reply = (await seen(customer)).thread.find((one) => one.direction === 'out')!
    const value = {
      number,
      contacts: [customer],
      messages: [inbound.text(customer, 'otra')],
      statuses: [
        inbound.status(reply.providerMessageId!, 'read', {
          pricing: { billable: false, pricing_model: 'PMP' },
          conversation: { id: 'c', origin: { type: 'service' } },
        }),
      ],
      errors: [{ code: 131_000, title: 'Something went wrong' }],
    }
    assert.equal(await number.post(inbound.webhookBody([inbound.change(value)], number.waba)), 200)
    await the.idle()
    const { thread } = await seen(customer)
    assert.deepEqual([thread.filter((one) => one.direction === 'in').length, thread.find((one) => one.id === reply.id)!.status], [2, 'read'])
  })

  test('a message without metadata is for the number whose address was called, not for its siblings', async () => {
    const sibling = await connectNumber(the.url, the.owner.api, { waba: number.waba })
    const customer = somebody()
    const change = { field: 'messages', value: { messaging_product: 'whatsapp', messages: [inbound.text(customer, 'hola')] } }
    assert.equal(await number.post(inbound.webhookBody([change], number.waba)), 200)
    await the.idle()
    assert.deepEqual([(await seen(customer)).replies, (await conversationsOf(the.owner.api, sibling.channelId)).length], [1, 0])
  })
})

describe('what says nothing is not answered', () => {
  const cases: [name: string, message: Shape][] = [
    ['an opened chat', { type: 'request_welcome' }],
    ['a reaction to something unknown', { type: 'reaction', reaction: { message_id: 'wamid.UNKNOWN', emoji: '👍' } }],
    ['a deletion of something unknown', { type: 'revoke', revoke: { original_message_id: 'wamid.UNKNOWN' } }],
    ['a new number of somebody unknown', { type: 'system', system: { type: 'user_changed_number', wa_id: '34600111222' } }],
    ['a new security code', { type: 'system', system: { type: 'customer_identity_changed' }, identity: { hash: 'h', created_timestamp: 1 } }],
    ['a group', { type: 'text', text: { body: 'x' }, group_id: 'g1' }],
  ]
  for (const [name, message] of cases) {
    test(name, async () => {
      const customer = somebody()
      await post([customer, { ...inbound.message(customer, 'text', {}), ...message }])
      assert.equal((await seen(customer)).replies, 0)
    })
  }
})

describe('edits of files', () => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
  const image = (id: string | undefined, caption: string) => ({ type: 'image', image: { ...(id && { id }), mime_type: 'image/png', caption } })
  const picture = async (customer: inbound.Customer & { phone: string }) => {
    const found = (await seen(customer)).thread[0]!
    assert.ok(found.content.type === 'image')
    return found.content
  }

  test('a new caption keeps the picture, whether or not it is named again; a new picture is fetched', async () => {
    const customer = somebody()
    const [first, second] = [graph.media.add(png, 'image/png'), graph.media.add(png, 'image/png')]
    const id = 'wamid.PICTURE'
    const edit = (message: Shape) => inbound.message(customer, 'edit', { edit: { original_message_id: id, message } })
    await post([customer, { ...inbound.message(customer, 'image', image(first.id, 'antes')), id }])
    const before = await picture(customer)
    assert.equal(before.file.state, 'stored')
    await post([customer, edit(image(undefined, 'sin nombrarla'))])
    assert.deepEqual([(await picture(customer)).caption, (await picture(customer)).file.fileId], ['sin nombrarla', before.file.fileId])
    await post([customer, edit(image(first.id, 'la misma'))])
    assert.deepEqual([(await picture(customer)).caption, (await picture(customer)).file.fileId], ['la misma', before.file.fileId])
    await post([customer, edit(image(second.id, 'otra'))])
    const other = await picture(customer)
    assert.equal(other.file.state, 'stored')
    assert.notEqual(other.file.fileId, before.file.fileId)
  })

  test('a picture whose caption changed before it came is not lost', async () => {
    const customer = somebody()
    const { id } = graph.media.add(png, 'image/png')
    await post([
      customer,
      inbound.message(customer, 'edit', { edit: { original_message_id: 'wamid.LATE', message: { type: 'image', image: { caption: 'después' } } } }),
    ])
    await post([customer, { ...inbound.message(customer, 'image', image(id, 'antes')), id: 'wamid.LATE' }])
    const { caption, file } = await picture(customer)
    assert.deepEqual([caption, file.state], ['después', 'stored'])
    assert.equal((await seen(customer)).thread.filter(({ direction }) => direction === 'in').length, 1)
  })

  test('the newest edit wins whatever the order, and what was deleted stays deleted', async () => {
    const customer = somebody()
    const at = (second: number) => new Date(Date.now() - 60_000 + second * 1000)
    const edit = (words: string, second: number) => inbound.edit(customer, 'wamid.REORDERED', words, { at: at(second) })
    await post(
      [customer, inbound.text(customer, 'original', { id: 'wamid.REORDERED', at: at(0) })],
      [customer, edit('segunda', 20)],
      [customer, edit('primera', 10)],
    )
    assert.partialDeepStrictEqual((await seen(customer)).thread[0]!.content, { text: 'segunda' })
    await post([customer, inbound.revoke(customer, 'wamid.REORDERED', { at: at(30) })], [customer, edit('secreto', 25)])
    const { thread, conversation } = await seen(customer)
    assert.ok(!JSON.stringify([thread, conversation]).includes('secreto'))
  })

  test('the newest reaction wins whatever the order, also where it was taken back', async () => {
    const customer = somebody()
    const react = (emoji: string | null, second: number): [inbound.Customer, Shape] => [
      customer,
      inbound.reaction(customer, 'wamid.LIKED', emoji, { at: new Date(Date.now() - 60_000 + second * 1000) }),
    ]
    const shown = async () => (await seen(customer)).thread[0]!.reactions.map(({ emoji }) => emoji)
    await post([customer, inbound.text(customer, 'hola', { id: 'wamid.LIKED' })], react('❤️', 20), react('👍', 10))
    assert.deepEqual(await shown(), ['❤️'])
    await post(react(null, 40), react('🔥', 30))
    assert.deepEqual(await shown(), [])
    await post(react('👏', 50))
    assert.deepEqual(await shown(), ['👏'])
  })
})

describe('what the business does on its own handset', () => {
  const echo = (customer: { phone: string }, type: string, content: Shape) =>
    number.post(
      inbound.webhookBody(
        [
          {
            field: 'smb_message_echoes',
            value: {
              metadata: { phone_number_id: number.phoneNumberId },
              message_echoes: [{ ...inbound.message({ phone: '15550000000' }, type, content), to: customer.phone }],
            },
          },
        ],
        number.waba,
      ),
    )

  test('an edit changes its message, a deletion takes it, a reaction is its own', async () => {
    const customer = somebody()
    await post([customer, inbound.text(customer, 'hola', { id: 'wamid.THEIRS' })])
    await echo(customer, 'text', { text: { body: 'del celular' }, id: 'wamid.OURS' })
    await echo(customer, 'edit', { edit: { original_message_id: 'wamid.OURS', message: { type: 'text', text: { body: 'corregido' } } } })
    await echo(customer, 'reaction', { reaction: { message_id: 'wamid.THEIRS', emoji: '👍' } })
    await the.idle()
    const { thread } = await seen(customer)
    assert.partialDeepStrictEqual(thread.find((one) => one.providerMessageId === 'wamid.OURS')!.content, { text: 'corregido' })
    assert.deepEqual(thread[0]!.reactions, [{ actor: 'agent', emoji: '👍' }])
  })

  test('an edit of something that never came is its message, and the bot does not answer it', async () => {
    const customer = somebody()
    await echo(customer, 'edit', { edit: { original_message_id: 'wamid.LOST', message: { type: 'text', text: { body: 'del celular' } } } })
    await the.idle()
    const { thread, replies } = await seen(customer)
    assert.deepEqual([thread.map((one) => one.direction), replies], [['out'], 0])
  })
})

describe('news of an account', () => {
  test('a ban holds the numbers of its business account and no other; a warning holds nothing', async () => {
    const banned = await connectNumber(the.url, the.owner.api, { waba: '102777', appSecret: number.appSecret })
    const held = async ({ channelId }: Number) =>
      (await the.owner.api.ask(channelRoutes.standing, { params: { id: channelId } })).holds.map(({ cause }) => cause)
    const news = (value: Shape) => number.post(inbound.webhookBody([inbound.accountChange('account_update', value)], banned.waba))
    await news({ event: 'ACCOUNT_VIOLATION', violation_info: { violation_type: 'SPAM' } })
    await news({ event: 'ACCOUNT_RESTRICTION', restriction_info: [{ restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', expiration: 1 }] })
    await the.idle()
    assert.deepEqual([await held(banned), await held(number)], [[], []])
    await news({ event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'DISABLE', waba_ban_date: 'April 17, 2025' } })
    await the.idle()
    assert.deepEqual([await held(banned), await held(number)], [['account_banned'], []])
    const standing = async ({ channelId }: Number) => (await the.owner.api.ask(channelRoutes.standing, { params: { id: channelId } })).standing
    assert.deepEqual((await standing(banned))?.troubles.map(({ trouble }) => trouble).toSorted(), ['banned', 'violation'], 'the restriction is over')
    assert.deepEqual((await standing(number))?.troubles, [])
  })
})

test('nothing died of any of it', async () => {
  await the.idle()
  const { rows } = await the.admin.query('select queue, error from platform.dead_letter')
  assert.deepEqual(rows, [])
})

import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { channelRoutes, chatRoutes, contactRoutes, conversationRoutes, operationRoutes, type Conversation, type Message } from '@chasqui/contracts'
import * as inbound from '../doubles/graph-api/inbound.ts'
import type { GraphApi } from '../doubles/graph-api/server.ts'
import type { Shape } from '../doubles/graph-api/shape-checks.ts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import { memberWith } from '../kit/own-role.ts'
import type { RunningProduct } from '../kit/product.ts'
import { connectNumber, conversationsOf, threadOf, type Number } from '../kit/whatsapp.ts'

let graph: GraphApi
let the: RunningProduct
let number: Number
before(async () => {
  ;({ graph, the } = await startBesideGraph())
  number = await connectNumber(the.url, the.owner.api, { flow: false })
})

let people = 0
/** Somebody who has not written before. */
const somebody = (more: Partial<inbound.Customer> = {}): inbound.Customer & { phone: string } => ({
  phone: `54911300${String((people += 1)).padStart(5, '0')}`,
  name: `Persona ${people}`,
  ...more,
})

/** Posts messages of one person and answers their conversation and thread when all is done. */
const receive = async (customer: inbound.Customer, messages: Shape[], post = () => number.write(customer, messages)) => {
  assert.equal(await post(), 200)
  return seen(customer)
}
const seen = async (customer: inbound.Customer): Promise<{ conversation: Conversation | undefined; thread: Message[] }> => {
  await the.idle()
  const all = await conversationsOf(the.owner.api, number.channelId)
  const conversation = all.find(({ contact }) => (customer.phone ? contact.phone === `+${customer.phone}` : contact.profileName === customer.name))
  return { conversation, thread: conversation ? await threadOf(the.owner.api, conversation.id) : [] }
}
const only = async (type: string, object: Shape, common: inbound.Common = {}): Promise<Message> => {
  const customer = somebody()
  const { thread } = await receive(customer, [inbound.message(customer, type, object, common)])
  assert.equal(thread.length, 1, `${type} makes one message`)
  assert.equal(thread[0]!.direction, 'in')
  return thread[0]!
}

describe('what customers send', () => {
  test('text, also of blanks, signs and 4,096 characters', async () => {
    for (const body of ['Hola', '👋', ' ', 'ñandú\u202e\nsegunda línea', 'x'.repeat(4096)])
      assert.partialDeepStrictEqual((await only('text', { text: { body } })).content, { type: 'text', text: body })
  })

  test('NUL and half characters are made storable', async () => {
    assert.partialDeepStrictEqual((await only('text', { text: { body: 'a\u0000b\ud83d' } })).content, { type: 'text', text: 'ab\ufffd' })
  })

  test('location, with numbers or strings; an impossible place is kept as not shown', async () => {
    assert.partialDeepStrictEqual((await only('location', { location: { latitude: -34.6, longitude: '-58.4', name: 'Obelisco' } })).content, {
      type: 'location',
      latitude: -34.6,
      longitude: -58.4,
      name: 'Obelisco',
    })
    assert.equal((await only('location', { location: { latitude: 934.6, longitude: 1 } })).type, 'unsupported')
  })

  test('contact cards, with and without names and phones', async () => {
    const cards = [
      { name: { formatted_name: 'Ana Paz' }, phones: [{ phone: '+54 11 2233-4455', wa_id: '5491122334455' }] },
      { phones: [] },
      { name: { first_name: 'Beto' } },
    ]
    const { content } = await only('contacts', { contacts: cards })
    assert.deepEqual(content.type === 'contacts' && content.contacts.map((card) => card.name), ['Ana Paz', '', 'Beto'])
  })

  test('pressed buttons, rows and template replies: the id decides', async () => {
    assert.partialDeepStrictEqual((await only('interactive', { interactive: { type: 'button_reply', button_reply: { id: 'yes', title: 'Sí' } } })).content, {
      type: 'choice',
      id: 'yes',
      title: 'Sí',
      via: 'button',
    })
    assert.partialDeepStrictEqual(
      (await only('interactive', { interactive: { type: 'list_reply', list_reply: { id: 'slot:15', title: '15:00', description: 'Dra. Paz' } } })).content,
      { type: 'choice', id: 'slot:15', via: 'list', description: 'Dra. Paz' },
    )
    assert.partialDeepStrictEqual((await only('button', { button: { payload: 'appt:42:yes', text: 'Confirmo' } })).content, {
      type: 'choice',
      id: 'appt:42:yes',
      title: 'Confirmo',
      via: 'template',
    })
  })

  test('filled forms, also when their answers are no JSON', async () => {
    const form = (response_json: unknown) =>
      only('interactive', { interactive: { type: 'nfm_reply', nfm_reply: { name: 'flow', body: 'Sent', response_json } } })
    assert.partialDeepStrictEqual((await form('{"flow_token":"ft-77","rating":"5"}')).content, { type: 'form_reply', data: { rating: '5' } })
    for (const broken of ['{"rating":', '[1]', '"x"', '', 5, undefined])
      assert.partialDeepStrictEqual((await form(broken)).content, { type: 'form_reply', data: null })
  })

  test('an order with an empty note', async () => {
    const { content } = await only('order', {
      order: { catalog_id: 'c1', text: '', product_items: [{ product_retailer_id: 'p1', quantity: '2', item_price: 9.5, currency: 'ARS' }] },
    })
    assert.deepEqual(content, { type: 'order', catalogId: 'c1', text: '', items: [{ productId: 'p1', quantity: 2, price: 9.5, currency: 'ARS' }] })
  })

  test('types that nobody knows yet, or that are not handed over, show a placeholder with all that came', async () => {
    for (const type of ['hologram', 'constructor', '__proto__', '', 'unsupported', 'poll', 'video_note']) {
      const message = await only(type, {
        [type || 'x']: { beam: [1, { deep: true }] },
        errors: [{ code: 131051, title: 'Unsupported', message: 'Unsupported', error_data: { details: 'Message type is not currently supported' } }],
      })
      assert.equal(message.content.type, 'unsupported', type)
      assert.equal(message.content.type === 'unsupported' && message.content.reason, 'Message type is not currently supported')
    }
  })

  test('an answer whose content is missing is explained by the errors of its value', async () => {
    const customer = somebody()
    const { thread } = await receive(customer, [], () =>
      number.post(
        inbound.webhookBody(
          [
            inbound.change({
              number,
              contacts: [customer],
              messages: [inbound.message(customer, 'interactive', {})],
              errors: [{ code: 131000, title: 'Something went wrong', error_data: { details: 'Something went wrong' } }],
            }),
          ],
          number.waba,
        ),
      ),
    )
    assert.partialDeepStrictEqual(thread[0]!.content, { type: 'unsupported', reason: 'Something went wrong' })
  })

  test('an advertisement that led here and forwarding marks stay with the message', async () => {
    const referral = { source_url: 'https://fb.me/x', source_type: 'ad', headline: 'Promo', ctwa_clid: 'c' }
    assert.partialDeepStrictEqual((await only('text', { text: { body: 'hola' } }, { referral })).context, { referral })
    assert.partialDeepStrictEqual((await only('text', { text: { body: 'mirá' } }, { forwarded: true })).context, { forwarded: true })
  })

  test('a quotation of something known or unknown', async () => {
    const customer = somebody()
    const { thread } = await receive(customer, [
      inbound.text(customer, 'primero', { id: 'wamid.QUOTED' }),
      inbound.text(customer, 'sobre eso', { quotes: 'wamid.QUOTED' }),
      inbound.text(customer, 'sobre otro', { quotes: 'wamid.ELSEWHERE' }),
    ])
    assert.deepEqual(
      thread.map((message) => message.replyTo?.preview ?? null),
      [null, 'primero', null],
    )
    assert.deepEqual([thread[1]!.replyTo?.messageId, thread[2]!.replyTo?.providerMessageId], [thread[0]!.id, 'wamid.ELSEWHERE'])
  })

  test('an absurd, missing or future time is replaced by the time of arrival', async () => {
    for (const timestamp of ['0', '', 'soon', '99999999999999', '-5', undefined]) {
      const message = await only('text', { text: { body: 'hola' }, timestamp })
      assert.ok(Math.abs(Date.parse(message.providerTime!) - Date.now()) < 86_400_000, String(timestamp))
    }
  })
})

describe('files', () => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

  test('each kind is brought home while the provider has it, and opens by a signed address', async () => {
    for (const kind of ['image', 'sticker', 'document', 'video', 'audio'] as const) {
      const held = graph.media.add(png, 'image/png')
      const customer = somebody()
      await receive(customer, [
        inbound.media(customer, kind, {
          id: held.id,
          mime_type: 'image/png',
          sha256: 'x',
          ...(kind === 'document' && { filename: '../../etc/pass\u202ewd.png' }),
          ...(kind !== 'audio' && { caption: 'mirá esto' }),
        }),
      ])
      const message = await the.until(
        async () => (await seen(customer)).thread.find((one) => 'file' in one.content && one.content.file.state === 'stored'),
        `${kind} is stored`,
      )
      assert.ok('file' in message.content)
      const { file } = message.content
      assert.deepEqual([message.type, file.size, file.mime], [kind, png.length, 'image/png'])
      if (kind === 'document') assert.ok(file.name && !/[/\\\u202e]/.test(file.name), file.name ?? '')
      const opened = await fetch(`${the.url}${file.url}`)
      assert.equal(opened.status, 200)
      assert.deepEqual(Buffer.from(await opened.arrayBuffer()), png)
      assert.equal((await fetch(`${the.url}${file.url!.replace(/t=.{6}/, 't=forged')}`)).status, 404)
    }
  })

  test('a voice note keeps its codec', async () => {
    const held = graph.media.add(Buffer.concat([Buffer.from('OggS'), Buffer.alloc(24), Buffer.from('OpusHead'), Buffer.alloc(60)]), 'audio/ogg')
    const customer = somebody()
    await receive(customer, [inbound.media(customer, 'audio', { id: held.id, mime_type: 'audio/ogg; codecs=opus', voice: true })])
    const message = await the.until(
      async () => (await seen(customer)).thread.find((one) => 'file' in one.content && one.content.file.state === 'stored'),
      'the voice note is stored',
    )
    assert.partialDeepStrictEqual(message.content, { type: 'audio', voice: true, file: { mime: 'audio/ogg; codecs=opus' } })
  })

  test('a document may hold what is too large for a message of its kind', async () => {
    const film = Buffer.concat([Buffer.from([0, 0, 0, 0x18]), Buffer.from('ftypmp42'), Buffer.alloc(17_000_000)])
    const held = graph.media.add(film, 'video/mp4')
    const customer = somebody()
    await receive(customer, [inbound.media(customer, 'document', { id: held.id, mime_type: 'video/mp4', filename: 'fiesta.mp4' })])
    const message = await the.until(
      async () => (await seen(customer)).thread.find((one) => 'file' in one.content && one.content.file.state !== 'pending'),
      'the film is here',
    )
    assert.partialDeepStrictEqual(message.content, { type: 'document', file: { state: 'stored', size: film.length, name: 'fiesta.mp4' } })
  })

  test('what Meta no longer has, or never had, is told', async () => {
    const gone = somebody()
    await receive(gone, [inbound.media(gone, 'image', { id: '404404', mime_type: 'image/jpeg' })])
    await the.until(async () => (await seen(gone)).thread.some((one) => 'file' in one.content && one.content.file.state === 'failed'), 'the file failed')
    const without = await only('image', { image: {}, errors: [{ code: 131052, title: 'Media download error' }] })
    assert.partialDeepStrictEqual(without.content, { type: 'image', file: { state: 'failed', failure: 'Media download error' } })
  })
})

describe('acts on earlier messages', () => {
  test('an edit replaces the words, also in the list', async () => {
    const customer = somebody()
    await receive(customer, [inbound.text(customer, 'Hola', { id: 'wamid.EDITED' })])
    const { thread, conversation } = await receive(customer, [inbound.edit(customer, 'wamid.EDITED', 'Hola, corregido')])
    assert.equal(thread.length, 1)
    assert.partialDeepStrictEqual(thread[0]!.content, { type: 'text', text: 'Hola, corregido' })
    assert.ok(thread[0]!.editedAt)
    assert.equal(conversation!.lastMessage?.preview, 'Hola, corregido')
  })

  test('an edit of something that never came is a message', async () => {
    const customer = somebody()
    const { thread } = await receive(customer, [inbound.edit(customer, 'wamid.NEVER', 'lo que quise decir')])
    assert.partialDeepStrictEqual(thread[0]!.content, { type: 'text', text: 'lo que quise decir' })
  })

  test('a message deleted for everyone keeps its mark and loses its words; an unknown one changes nothing', async () => {
    const customer = somebody()
    await receive(customer, [inbound.text(customer, 'un secreto', { id: 'wamid.SECRET' })])
    const { thread, conversation } = await receive(customer, [inbound.revoke(customer, 'wamid.SECRET'), inbound.revoke(customer, 'wamid.UNKNOWN')])
    assert.equal(thread.length, 1)
    assert.ok(thread[0]!.deletedAt)
    assert.ok(!JSON.stringify([thread, conversation]).includes('secreto'))
  })

  test('a reaction comes, changes and goes, by an empty emoji or none; unknown targets are no message', async () => {
    const customer = somebody()
    await receive(customer, [inbound.text(customer, 'hola', { id: 'wamid.LIKED' })])
    const reactions = async (emoji: string | null) =>
      (await receive(customer, [inbound.reaction(customer, 'wamid.LIKED', emoji)])).thread.map((message) => message.reactions)
    assert.deepEqual(await reactions('👍'), [[{ actor: 'contact', emoji: '👍' }]])
    assert.deepEqual(await reactions('❤️'), [[{ actor: 'contact', emoji: '❤️' }]])
    assert.deepEqual(await reactions(''), [[]])
    await reactions('😂')
    assert.deepEqual(await reactions(null), [[]])
    const { thread } = await receive(customer, [inbound.reaction(customer, 'wamid.FOREIGN', '🔥')])
    assert.equal(thread.length, 1)
  })
})

describe('who writes', () => {
  test('somebody who hides the number has a conversation and gets answers by the scoped id', async () => {
    const hidden = { userId: 'AR.1000200030004000', name: 'Sin número' }
    const { conversation, thread } = await receive(hidden, [inbound.text(hidden, 'hola')])
    assert.deepEqual([thread.length, conversation!.contact.phone], [1, null])
    const contact = await the.owner.api.ask(contactRoutes.read, { params: { id: conversation!.contact.id } })
    assert.deepEqual(
      contact.identities.map(({ kind, value }) => [kind, value]),
      [['bsuid', hidden.userId]],
    )
    // A scoped id leads to the person as the number does: whoever may not see the one does not see the other.
    const near = await memberWith(the, the.owner, { hides: ['phone'] })
    const { identities } = await near.api.ask(contactRoutes.read, { params: { id: contact.id } })
    assert.deepEqual(
      identities.map(({ kind, value }) => [kind, value]),
      [['bsuid', '···00']],
    )
    const { items } = await near.api.ask(chatRoutes.contacts, { params: { sessionId: number.channelId } })
    assert.ok(items.some(({ chatId }) => chatId === contact.id))
    await the.owner.api.ask(conversationRoutes.send, {
      params: { id: conversation!.id },
      body: { content: { type: 'text', text: 'hola' }, takeFloor: true },
    })
    for (const [{ api }, recipient] of [
      [near, '···00'],
      [the.owner, hidden.userId],
    ] as const)
      assert.equal(
        (await api.ask(operationRoutes.queue, { query: { channelId: number.channelId } })).items.find((entry) => entry.conversationId === conversation!.id)
          ?.recipient,
        recipient,
      )
  })

  test('a batch without contacts, or with another order of them, reaches the right people', async () => {
    const [one, two] = [somebody(), somebody()]
    assert.equal(
      await number.post(
        inbound.webhookBody(
          [inbound.change({ number, contacts: [two, one], messages: [inbound.text(one, 'soy uno'), inbound.text(two, 'soy dos')] })],
          number.waba,
        ),
      ),
      200,
    )
    assert.deepEqual([(await seen(one)).conversation?.contact.profileName, (await seen(two)).conversation?.contact.profileName], [one.name, two.name])
    const nameless = somebody()
    const { conversation } = await receive(nameless, [], () =>
      number.post(inbound.webhookBody([inbound.change({ number, messages: [inbound.text(nameless, 'hola')] })], number.waba)),
    )
    assert.equal(conversation!.contact.name, `+${nameless.phone}`)
  })

  test('a new number: the same conversation goes on, and says so', async () => {
    const [old, next] = [somebody(), somebody()]
    const before = await receive(old, [inbound.text(old, 'hola')])
    const notice = { body: 'cambió de número', type: 'user_changed_number', wa_id: next.phone }
    assert.equal(await number.post(inbound.webhookBody([inbound.change({ number, messages: [inbound.system(old, notice)] })], number.waba)), 200)
    await the.idle()
    const { conversation, thread } = await receive(next, [inbound.text(next, 'soy yo')])
    assert.equal(conversation!.id, before.conversation!.id)
    assert.deepEqual(
      thread.map(({ content }) => (content.type === 'system' ? content.event : content.type)),
      ['text', 'number_changed', 'text'],
    )
  })

  test('a new number that somebody else already has is not taken from them', async () => {
    const [old, taken] = [somebody(), somebody()]
    const [first, second] = [await receive(old, [inbound.text(old, 'hola')]), await receive(taken, [inbound.text(taken, 'hola')])]
    await number.post(
      inbound.webhookBody(
        [inbound.change({ number, messages: [inbound.system(old, { type: 'user_changed_number', wa_id: taken.phone, body: 'x' })] })],
        number.waba,
      ),
    )
    assert.deepEqual(
      [(await seen(old)).conversation?.contact.id, (await seen(taken)).conversation?.contact.id],
      [first.conversation!.contact.id, second.conversation!.contact.id],
    )
    assert.ok((await seen(old)).thread.some(({ content }) => content.type === 'system' && content.event === 'number_taken_by_other'))
  })

  test('security codes and unknown system news are lines that wake nobody', async () => {
    const customer = somebody()
    await receive(customer, [inbound.text(customer, 'hola')])
    const { conversation, thread } = await receive(customer, [
      inbound.system(customer, { type: 'customer_identity_changed', body: 'código' }, { more: { identity: { hash: 'h' } } }),
      inbound.system(customer, { type: 'from_the_future' }),
    ])
    assert.deepEqual([thread.length, conversation!.unread], [3, 1])
  })
})

describe('what is no message', () => {
  test('errors of a value, account news, unknown fields and groups are taken and make no conversation', async () => {
    const before = (await conversationsOf(the.owner.api, number.channelId)).length
    const changes: Shape[] = [
      inbound.change({ number, errors: [{ code: 130429, title: 'Rate limit hit', error_data: { details: 'Cloud API throughput reached' } }] }),
      inbound.accountChange('field_from_2031', { anything: [1, 2, { deep: null }] }),
      inbound.accountChange('messages', null),
      inbound.accountChange('messages', 'text'),
      inbound.accountChange('messages', { messages: 'none', statuses: {}, contacts: 7 }),
      inbound.accountChange('message_template_status_update', {
        event: 'APPROVED',
        // oxlint-disable-next-line no-loss-of-precision -- as long as Meta's ids are
        message_template_id: 12345678901234567890,
        message_template_name: 'turno',
        message_template_language: 'es_AR',
        reason: null,
      }),
      inbound.accountChange('phone_number_quality_update', { display_phone_number: '1', event: 'FLAGGED', current_limit: 'TIER_1K' }),
      inbound.accountChange('account_alerts', []),
      inbound.accountChange('calls', { calls: [{}] }),
      inbound.accountChange('history', { history: [] }),
      inbound.change({ number, messages: [inbound.text(somebody(), 'en un grupo', { more: { group_id: 'g1' } })] }),
      inbound.change({
        number,
        statuses: [
          inbound.status('wamid.NOBODY', 'delivered'),
          inbound.status('wamid.NOBODY', 'warning'),
          inbound.status('', 'read'),
          inbound.status('wamid.G', 'read', { recipient_type: 'group' }),
        ],
      }),
      inbound.change({ number, messages: [{}, { id: 'wamid.NOFROM', type: 'text', text: { body: 'de nadie' } }] }),
    ]
    for (const change of changes) assert.equal(await number.post(inbound.webhookBody([change], number.waba)), 200, JSON.stringify(change))
    assert.equal(await number.post(inbound.webhookBody(changes, number.waba)), 200)
    for (const odd of [
      {},
      { object: 'page', entry: [] },
      { object: 'whatsapp_business_account' },
      { object: 'whatsapp_business_account', entry: {} },
      { object: 'whatsapp_business_account', entry: [null, 1, { changes: [null, 7] }] },
    ])
      assert.equal(await number.post(odd), 200)
    await the.idle()
    assert.equal((await conversationsOf(the.owner.api, number.channelId)).length, before)
    const logged = (await the.owner.api.ask(channelRoutes.logs, { params: { id: number.channelId }, query: { limit: 200 } })).items
    assert.ok(logged.some((entry) => JSON.stringify(entry).includes('field_from_2031')))
    const { rows } = await the.admin.query('select 1 from platform.dead_letter')
    assert.equal(rows.length, 0, 'nothing died of it')
  })

  test('one poisoned item does not keep the others of its batch', async () => {
    const customer = somebody()
    const poison = [
      { id: 'wamid.P1', from: customer.phone, type: 'contacts', contacts: 'none' },
      { id: 'wamid.P2', from: { x: 1 }, type: ['text'], text: 5 },
      { id: ['a'], from: customer.phone },
    ]
    const { thread } = await receive(customer, [...poison, inbound.text(customer, 'la buena')])
    assert.ok(thread.some(({ content }) => content.type === 'text' && content.text === 'la buena'))
  })

  test('stopping promotions marks the contact and says nothing in the thread', async () => {
    const customer = somebody()
    await receive(customer, [inbound.text(customer, 'hola')])
    assert.equal(
      await number.post(
        inbound.webhookBody(
          [
            inbound.accountChange('user_preferences', {
              user_preferences: [{ wa_id: customer.phone, category: 'marketing_messages', value: 'stop', timestamp: 1_760_000_000 }],
            }),
          ],
          number.waba,
        ),
      ),
      200,
    )
    const { thread } = await seen(customer)
    assert.equal(thread.length, 1)
    const { rows } = await the.admin.query('select marketing_allowed from contacts.contact where phone = $1', [`+${customer.phone}`])
    assert.deepEqual(rows, [{ marketing_allowed: false }])
  })

  test('what the business writes on its own handset is shown as its own, and the bot stays out', async () => {
    const customer = somebody()
    const echo = { from: '15550000000', to: customer.phone, id: 'wamid.ECHO', timestamp: '1760000000', type: 'text', text: { body: 'te escribo del celular' } }
    const metadata = { display_phone_number: '15550000000', phone_number_id: number.phoneNumberId }
    assert.equal(
      await number.post(
        inbound.webhookBody([{ field: 'smb_message_echoes', value: { messaging_product: 'whatsapp', metadata, message_echoes: [echo] } }], number.waba),
      ),
      200,
    )
    const { conversation, thread } = await seen(customer)
    assert.deepEqual([thread[0]!.direction, thread[0]!.status, conversation!.floor], ['out', 'sent', 'human'])
  })
})

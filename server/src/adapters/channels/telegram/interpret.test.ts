import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Happening } from '#channels'
import { MessageContent } from '@chasqui/contracts'
import { interpretUpdate } from './interpret.ts'
import { TelegramSettings } from './settings.ts'
import { itemOf } from './webhook.ts'

const settings = TelegramSettings.parse({ botToken: `7000000001:${'A'.repeat(35)}` })
const from = { id: 5123456789, is_bot: false, first_name: 'Ana', last_name: 'Paz', username: 'ana_p', language_code: 'es' }
const chat = { id: 5123456789, first_name: 'Ana', username: 'ana_p', type: 'private' }
const about = { username: 'ana_p', language: 'es' }

const read = (update: Record<string, unknown>): Happening[] => {
  const item = itemOf({ update_id: 700000001, ...update }, '7000000001')
  return interpretUpdate(JSON.parse(JSON.stringify(item!.payload)), settings)
}
const wrote = (content: Record<string, unknown>): Extract<Happening, { type: 'message' }>[] =>
  read({ message: { message_id: 42, from, chat, date: 1760000000, ...content } }).filter((happening) => happening.type === 'message')
const said = (content: Record<string, unknown>) => wrote(content)[0]!.content

describe('a message', () => {
  test('is its author’s, by number, with what is shown of them', () => {
    assert.deepEqual(read({ message: { message_id: 42, from, chat, date: 1760000000, text: 'hola', reply_to_message: { message_id: 7, chat, date: 1 } } }), [
      {
        type: 'message',
        providerMessageId: '7000000001:5123456789:42',
        from: [{ kind: 'telegram', value: '5123456789' }],
        profileName: 'Ana Paz',
        at: '2025-10-09T08:53:20.000Z',
        content: { type: 'text', text: 'hola' },
        quotes: '7000000001:5123456789:7',
        context: about,
        origin: 'contact',
      },
    ])
  })

  test('tells the link by which somebody came, forwards and albums', () => {
    const contextOf = (content: Record<string, unknown>) => wrote({ text: 'x', ...content })[0]!.context
    assert.deepEqual(contextOf({ text: '/start cl_9f2', entities: [{ offset: 0, length: 6, type: 'bot_command' }] }), { ...about, referral: { ref: 'cl_9f2' } })
    assert.deepEqual(contextOf({ text: '/start@chasqui_bot cl' }), { ...about, referral: { ref: 'cl' } })
    assert.deepEqual(contextOf({ text: '/start' }), about)
    assert.deepEqual(contextOf({ forward_origin: { type: 'hidden_user', date: 1 } }), { ...about, forwarded: true })
    assert.deepEqual(contextOf({ media_group_id: '13' }), { ...about, album: '13' })
    assert.deepEqual(contextOf({ quote: { text: 'esto', position: 3 } }), { ...about, quote: 'esto' })
  })

  const file = { fileId: null, name: null, size: null, state: 'pending', providerMediaId: 'f' }
  const cases: [name: string, content: Record<string, unknown>, expected: Record<string, unknown>][] = [
    [
      'the largest size of a photo',
      {
        photo: [
          { file_id: 'f', width: 90, height: 90 },
          { file_id: 'g', width: 10, height: 10 },
          { file_id: 'L', width: 800, height: 600, file_size: 5 },
        ],
        caption: 'mirá',
      },
      { type: 'image', file: { ...file, mime: 'image/jpeg', providerMediaId: 'L', size: 5 }, caption: 'mirá' },
    ],
    [
      'a document by its name',
      { document: { file_id: 'f', mime_type: 'application/pdf', file_name: '../../turno.pdf' } },
      { type: 'document', file: { ...file, mime: 'application/pdf', name: 'turno.pdf' } },
    ],
    [
      'an animation, which is a document, too',
      { animation: { file_id: 'f', mime_type: 'video/mp4' }, document: { file_id: 'd', mime_type: 'video/mp4' } },
      { type: 'video', file: { ...file, mime: 'video/mp4' }, animated: true },
    ],
    [
      'a voice note',
      { voice: { file_id: 'f', mime_type: 'audio/ogg', duration: 3 } },
      { type: 'audio', file: { ...file, mime: 'audio/ogg' }, voice: true, seconds: 3 },
    ],
    [
      'music',
      { audio: { file_id: 'f', mime_type: 'audio/mpeg', duration: 200 } },
      { type: 'audio', file: { ...file, mime: 'audio/mpeg' }, voice: false, seconds: 200 },
    ],
    ['a round video', { video_note: { file_id: 'f', length: 240, duration: 4 } }, { type: 'video', file: { ...file, mime: 'video/mp4' } }],
    [
      'a still sticker',
      { sticker: { file_id: 'f', emoji: '😀', is_animated: false, is_video: false } },
      { type: 'sticker', file: { ...file, mime: 'image/webp' } },
    ],
    [
      'a drawn sticker',
      { sticker: { file_id: 'f', is_animated: true } },
      { type: 'sticker', file: { ...file, mime: 'application/x-tgsticker' }, animated: true },
    ],
    ['a filmed sticker', { sticker: { file_id: 'f', is_video: true } }, { type: 'sticker', file: { ...file, mime: 'video/webm' }, animated: true }],
    ['a place', { location: { latitude: -34.6, longitude: -58.4, live_period: 60 } }, { type: 'location', latitude: -34.6, longitude: -58.4 }],
    [
      'a venue, which fills the place, too',
      { venue: { location: { latitude: 1, longitude: 2 }, title: 'Obelisco', address: '9 de Julio' }, location: { latitude: 1, longitude: 2 } },
      { type: 'location', latitude: 1, longitude: 2, name: 'Obelisco', address: '9 de Julio' },
    ],
    ['what the platform reports', { pinned_message: { message_id: 3, chat, date: 1 } }, { type: 'system', event: 'pinned_message' }],
  ]
  for (const [name, content, expected] of cases) test(`holds ${name}`, () => assert.deepEqual(said(content), expected))

  for (const [kind, given, reason] of [
    ['poll', { poll: { id: '1', question: '¿Cuándo?', options: [{ text: 'Lunes' }, { text: 'Martes' }] } }, '¿Cuándo? · Lunes · Martes'],
    ['dice', { dice: { emoji: '🎲', value: 4 } }, '🎲 4'],
    ['story', { story: { id: 1 } }, undefined],
    ['gift', { gift: {} }, undefined],
    ['constructor', { constructor: {} }, undefined],
  ] as const) {
    test(`that is a ${kind} has a place in the thread with all that came`, () => {
      const content = said({ ...given })
      assert.ok(content.type === 'unsupported')
      assert.deepEqual([content.providerType, content.reason], [kind, reason])
      assert.ok(content.raw !== undefined)
    })
  }

  test('tells where words lead to that hide it, once', () => {
    const entities = [
      { type: 'text_link', offset: 0, length: 4, url: 'https://a.example/1' },
      { type: 'bold', offset: 0, length: 4 },
      { type: 'text_link', offset: 5, length: 3, url: 'https://a.example/1' },
    ]
    assert.deepEqual(said({ text: 'mirá acá', entities }), { type: 'text', text: 'mirá acá\nhttps://a.example/1' })
    const shown = said({ photo: [{ file_id: 'f', width: 1, height: 1 }], caption: 'mirá', caption_entities: entities })
    assert.equal(shown.type === 'image' && shown.caption, 'mirá\nhttps://a.example/1')
  })

  test('of a recording with a caption loses neither, and is answered once, by its words', () => {
    const [words, sound, ...more] = wrote({ voice: { file_id: 'f' }, caption: 'escuchá' })
    assert.deepEqual([words!.content, sound!.content.type, more.length], [{ type: 'text', text: 'escuchá' }, 'audio', 0])
    const [alone] = wrote({ voice: { file_id: 'f' } })
    assert.equal(sound!.providerMessageId, alone!.providerMessageId)
    assert.notEqual(words!.providerMessageId, sound!.providerMessageId)
    const album = sound!.context?.['album']
    assert.ok(typeof album === 'string' && words!.context?.['album'] === album)
    assert.equal(alone!.context?.['album'], undefined)
  })

  test('proves a phone number only by the sender’s own contact', () => {
    const card = (contact: Record<string, unknown>) => wrote({ contact: { phone_number: '+54 9 11 2233-4455', first_name: 'Ana', ...contact } })[0]!
    assert.deepEqual(card({ user_id: from.id }).from, [
      { kind: 'telegram', value: '5123456789' },
      { kind: 'phone', value: '5491122334455' },
    ])
    for (const foreign of [{ user_id: 1 }, {}]) assert.deepEqual(card(foreign).from, [{ kind: 'telegram', value: '5123456789' }])
    const { content } = card({ user_id: from.id, vcard: 'BEGIN:VCARD\nEMAIL;TYPE=HOME:ana@example.com\nEND:VCARD' })
    assert.deepEqual(content, {
      type: 'contacts',
      contacts: [{ name: 'Ana', phones: [{ phone: '+54 9 11 2233-4455' }], emails: ['ana@example.com'], own: true }],
    })
  })
})

describe('another update', () => {
  const pressedOn = { message_id: 43, date: 1760000005, chat, from: { id: 7000000001, is_bot: true, first_name: 'Chasqui' }, text: '¿Confirmás?' }
  const press = (message: unknown) => read({ callback_query: { id: 'cbq-77', from, message, chat_instance: '-3123', data: 'appt:42:yes' } })[0]!

  test('is the choice of a button, named as it is written on it where that is told', () => {
    const named = press({ ...pressedOn, reply_markup: { inline_keyboard: [[{ text: 'Sí', callback_data: 'appt:42:yes' }]] } })
    assert.partialDeepStrictEqual(named, {
      type: 'message',
      content: { type: 'choice', id: 'appt:42:yes', title: 'Sí', via: 'button' },
      quotes: '7000000001:5123456789:43',
    })
    const endless = read({ callback_query: { id: 'cbq-78', from, chat_instance: '-3123', data: 'x'.repeat(5000) } })[0]!
    assert.ok(endless.type === 'message')
    MessageContent.parse(endless.content)
    assert.partialDeepStrictEqual(press({ chat, message_id: 43, date: 0 }), { content: { type: 'choice', id: 'appt:42:yes', title: 'appt:42:yes' } })
  })

  test('changes what was written', () => {
    const edited = { message_id: 42, from, chat, date: 1760000000, edit_date: 1760000100, text: 'chau' }
    assert.partialDeepStrictEqual(read({ edited_message: edited }), [
      { type: 'edit', providerMessageId: '7000000001:5123456789:42', content: { type: 'text', text: 'chau' }, at: '2025-10-09T08:55:00.000Z' },
    ])
    const recording = { message_id: 42, from, chat, date: 1760000000, audio: { file_id: 'f' }, caption: 'otras palabras' }
    const [words] = wrote({ audio: { file_id: 'f' }, caption: 'palabras' })
    assert.partialDeepStrictEqual(read({ edited_message: recording })[0], {
      type: 'edit',
      providerMessageId: words!.providerMessageId,
      content: { type: 'text', text: 'otras palabras' },
    })
  })

  test('is a reaction, or its end', () => {
    const react = (reactions: unknown[]) =>
      read({ message_reaction: { chat, message_id: 43, user: from, date: 1, old_reaction: [], new_reaction: reactions } })[0]!
    assert.partialDeepStrictEqual(react([{ type: 'emoji', emoji: '❤' }]), { type: 'reaction', emoji: '❤', providerMessageId: '7000000001:5123456789:43' })
    assert.partialDeepStrictEqual(react([]), { type: 'reaction', emoji: null })
    assert.partialDeepStrictEqual(react([{ type: 'paid' }]), { type: 'reaction', emoji: '⭐' })
    assert.equal(react([{ type: 'custom_emoji', custom_emoji_id: '5' }]).type, 'ignored')
  })

  test('blocks the bot, or comes back to it', () => {
    const becomes = (status: string) => read({ my_chat_member: { chat, from, date: 1, old_chat_member: {}, new_chat_member: { status } } })
    assert.partialDeepStrictEqual(becomes('kicked'), [
      { type: 'preference', topic: 'marketing', allowed: false },
      { type: 'reachability', unreachable: 'blocked' },
    ])
    assert.partialDeepStrictEqual(becomes('member'), [{ type: 'active' }, { type: 'reachability', unreachable: null }])
  })

  test('of groups, channels and kinds that nobody knows is ignored', () => {
    const group = { id: -1001234, type: 'supergroup', title: 'Vecinos' }
    for (const update of [
      { message: { message_id: 1, from, chat: group, date: 1, text: 'hola' } },
      { edited_message: { message_id: 1, from, chat: group, date: 1, text: 'hola' } },
      { message_reaction: { chat: group, message_id: 1, user: from, date: 1, new_reaction: [] } },
      { my_chat_member: { chat: group, from, date: 1, new_chat_member: { status: 'kicked' } } },
      { callback_query: { id: '1', from, message: { message_id: 1, chat: group, date: 1 }, data: 'x' } },
      { channel_post: { message_id: 1, chat: { id: -100, type: 'channel' }, date: 1, text: 'x' } },
      { business_message: { message_id: 1, from, chat, date: 1, text: 'x', business_connection_id: 'b' } },
      { telepathy: { from } },
      {},
    ])
      assert.deepEqual(
        read(update).map(({ type }) => type),
        ['ignored'],
        JSON.stringify(update),
      )
  })

  test('has a name by bot and number, and the lane of its person', () => {
    const nameOf = (update: Record<string, unknown>, bot: string) => itemOf({ update_id: 7, ...update }, bot)!
    const message = nameOf({ message: { message_id: 1, from, chat, date: 1, text: 'x' } }, '1')
    const press = nameOf({ callback_query: { id: '1', from, data: 'x' } }, '2')
    assert.notEqual(message.eventId, press.eventId)
    assert.equal(message.orderKey, press.orderKey)
  })
})

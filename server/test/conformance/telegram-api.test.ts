import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import fc from 'fast-check'
import type { ListenEnd, SendOutcome } from '#channels'
import type { OutboundContent } from '@chasqui/contracts'
import { botError } from '../../src/adapters/channels/telegram/errors.ts'
import { parts } from '../../src/adapters/channels/telegram/texts.ts'
import type { Bot } from '../doubles/telegram/bot.ts'
import { startTelegram, type TelegramHarness } from './telegram-harness.ts'

/** What only Telegram has, against the stand-in of its Bot API. */
let running: TelegramHarness
let bot: Bot
before(async () => {
  running = await startTelegram()
  bot = running.bot
})
after(() => running.close())
beforeEach(() => {
  bot.sent.length = 0
  bot.faults.length = 0
  running.io.calls.length = 0
})

const to = { kind: 'telegram', value: '5123456789' } as const
const send = (content: OutboundContent, quotes: string | null = null): Promise<SendOutcome> =>
  running.adapter.send({ clientRef: 'c', to, content, quotes }, running.account, running.io)
const text = (said: string): OutboundContent => ({ type: 'text', text: said })
const sent = () => bot.sent.map(({ method, fields: { chat_id: _chat, ...fields } }) => [method, fields])

describe('What reaches Telegram', () => {
  test('is a keyboard for buttons and lists, with frame and descriptions as text', async () => {
    await send({ type: 'buttons', body: '¿Va?', buttons: [{ id: 'appt:42:yes', title: 'Sí' }], header: { type: 'text', text: 'Turno' }, footer: 'Clínica' })
    await send({
      type: 'list',
      body: 'Elegí',
      button: 'Ver',
      sections: [
        { title: 'Mañana', rows: [{ id: '9', title: '9:00', description: 'Dra. Paz' }] },
        { title: 'Tarde', rows: [{ id: '15', title: '15:00' }] },
      ],
    })
    assert.deepEqual(sent(), [
      [
        'sendMessage',
        {
          text: 'Turno\n\n¿Va?\n\nClínica',
          entities: [
            { type: 'bold', offset: 0, length: 5 },
            { type: 'italic', offset: 13, length: 7 },
          ],
          reply_markup: { inline_keyboard: [[{ text: 'Sí', callback_data: 'appt:42:yes' }]] },
        },
      ],
      [
        'sendMessage',
        {
          text: 'Elegí\n\nMañana\n• 9:00: Dra. Paz\n\nTarde\n• 15:00',
          reply_markup: { inline_keyboard: [[{ text: '9:00', callback_data: '9' }], [{ text: '15:00', callback_data: '15' }]] },
        },
      ],
    ])
  })

  test('asks for place and number by a keyboard that goes away', async () => {
    await send({ type: 'contact_request', body: '¿Tu número?' })
    assert.deepEqual(bot.sent[0]!.fields['reply_markup'], {
      keyboard: [[{ text: '📱', request_contact: true }]],
      one_time_keyboard: true,
      resize_keyboard: true,
    })
  })

  test('is sent in parts where Telegram’s units need it, what hangs on it on the last', async () => {
    const outcome = await send({ type: 'buttons', body: '👋'.repeat(3000), buttons: [{ id: 'a', title: 'A' }] })
    assert.deepEqual(
      bot.sent.map(({ fields }) => [String(fields['text']).length, fields['reply_markup'] !== undefined]),
      [
        [4096, false],
        [1904, true],
      ],
    )
    assert.equal(outcome.result === 'accepted' && outcome.providerMessageId, `${bot.id}:5123456789:${bot.sent[1]!.messageId}`)
  })

  test('is left to a person when only its beginning arrived', async () => {
    const cards = ['1', '2'.repeat(65)].map((phone) => ({ name: 'Ana', phones: [{ phone }], emails: [], own: false }))
    assert.partialDeepStrictEqual(await send({ type: 'contacts', contacts: cards }), { result: 'uncertain', error: { code: 'telegram.partly_sent' } })
    assert.equal(bot.sent.length, 1)
  })

  test('carries each kind of file as Telegram shows it best, and its bytes once', async () => {
    const of = (mime: string) => running.io.store(Buffer.from(`bytes of ${mime}`), mime, 'a.bin')
    const ways: [OutboundContent, string][] = [
      [{ type: 'image', file: of('image/png') }, 'sendPhoto'],
      [{ type: 'image', file: of('image/gif') }, 'sendAnimation'],
      [{ type: 'video', file: of('video/mp4') }, 'sendVideo'],
      [{ type: 'video', file: of('video/x-matroska') }, 'sendDocument'],
      [{ type: 'audio', file: of('audio/ogg; codecs=opus'), voice: true }, 'sendVoice'],
      [{ type: 'audio', file: of('audio/mpeg'), voice: false }, 'sendAudio'],
      [{ type: 'audio', file: of('audio/x-wav'), voice: false }, 'sendDocument'],
      [{ type: 'sticker', file: of('image/webp') }, 'sendSticker'],
    ]
    for (const [content] of ways) assert.equal((await send(content)).result, 'accepted')
    assert.deepEqual(
      bot.sent.map(({ method }) => method),
      ways.map(([, method]) => method),
    )
    const uploads = () => running.io.calls.filter(({ body }) => body instanceof FormData).length
    const before = uploads()
    await send(ways[0]![0])
    assert.equal(uploads(), before, 'the second time by its id')
    assert.equal(bot.sent.at(-1)!.file!.bytes.toString(), 'bytes of image/png')
    bot.faults.push({ times: 1, method: 'sendPhoto', status: 400, description: 'Bad Request: wrong file identifier/HTTP URL specified' })
    assert.equal((await send(ways[0]![0])).result, 'accepted')
    assert.equal(uploads(), before + 1, 'an id that is no longer good is made anew')
  })

  test('goes another way where the refusal names one: not as a voice note, not as an answer, without its marks, to the group that moved', async () => {
    const file = running.io.store(Buffer.from('sound'), 'audio/ogg', 'n.ogg')
    bot.faults.push({ times: 1, method: 'sendVoice', status: 400, description: 'Bad Request: VOICE_MESSAGES_FORBIDDEN' })
    assert.equal((await send({ type: 'audio', file, voice: true })).result, 'accepted')
    assert.equal(bot.sent[0]!.method, 'sendDocument')
    bot.faults.push({ times: 1, status: 400, description: 'Bad Request: message to be replied not found' })
    assert.equal((await send(text('hola'), `${bot.id}:5123456789:5`)).result, 'accepted')
    assert.equal(bot.sent[1]!.fields['reply_parameters'], undefined)
    bot.faults.push({ times: 1, status: 400, description: "Bad Request: can't parse entities: unexpected end" })
    assert.equal((await send({ type: 'link', body: 'Mirá', label: 'Abrir', url: 'https://example.com', footer: 'Clínica' })).result, 'accepted')
    assert.deepEqual([bot.sent[2]!.fields['text'], bot.sent[2]!.fields['entities']], ['Mirá\n\nClínica', undefined])
    bot.meet(-1009)
    bot.faults.push({
      times: 1,
      status: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: -1009 },
    })
    assert.partialDeepStrictEqual(await send(text('hola')), { result: 'accepted', aliases: [{ kind: 'telegram', value: '-1009' }] })
  })
})

describe('A refusal', () => {
  const rows: [status: number, description: string, expected: object][] = [
    [429, 'Too Many Requests: retry after 17', { then: 'retry', scope: 'channel', seconds: 17 }],
    [401, 'Unauthorized', { then: 'fail', pauseChannel: true }],
    [404, 'Not Found', { then: 'fail', pauseChannel: true }],
    [403, 'Forbidden: bot was blocked by the user', { then: 'fail', optedOut: true, unreachable: 'blocked' }],
    [403, 'Forbidden: user is deactivated', { then: 'fail', unreachable: 'deactivated' }],
    [403, "Forbidden: bot can't initiate conversation with a user", { then: 'fail', unreachable: 'not_started' }],
    [403, 'Forbidden: bot was kicked from the group chat', { then: 'fail', unreachable: 'blocked' }],
    [403, 'Forbidden: something new', { then: 'fail' }],
    [400, 'Bad Request: chat not found', { then: 'fail', unreachable: 'not_started' }],
    [400, "Bad Request: can't parse entities", { then: 'fail' }],
    [400, 'Bad Request: file is too big', { then: 'fail' }],
    [413, 'Request Entity Too Large', { then: 'fail' }],
    [500, 'Internal Server Error', { then: 'retry', scope: 'message', seconds: null }],
    [502, 'Bad Gateway', { then: 'doubt' }],
    [418, '', { then: 'fail' }],
  ]
  for (const [status, description, expected] of rows)
    test(`${status} ${description}`, () => assert.deepEqual(botError(status, description, status === 429 ? 17 : null).verdict, expected))

  test('waits exactly as long as it says', async () => {
    bot.faults.push({ times: 1, status: 429, description: 'Too Many Requests: retry after 17', parameters: { retry_after: 17 } })
    assert.partialDeepStrictEqual(await send(text('hola')), { result: 'retry', afterSeconds: 17 })
  })
})

test('parts of a text are the text again, and each as short as it must be, without half a sign', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'é', '👋🏽', ' ', '\n', 'palabra '), { maxLength: 400 }), fc.integer({ min: 8, max: 200 }), (signs, most) => {
      const whole = signs.join('')
      const found = parts(whole, most)
      for (const part of found) assert.ok(part.length <= most && part.isWellFormed())
      assert.equal(found.join('').replace(/\s/g, ''), whole.replace(/\s/g, ''))
    }),
  )
})

describe('Listening', () => {
  const listen = async (store: (items: unknown[]) => Promise<void>, place: unknown = null) => {
    const end = new AbortController()
    const { account, io, adapter } = running
    const settings = { ...account.settings, delivery: 'polling' as const }
    const ended: Promise<ListenEnd> = adapter.listen!({
      account: { ...account, settings },
      io,
      signal: end.signal,
      place,
      store,
      alive: () => {},
      line: async () => {},
    })
    return { ended, end: () => end.abort() }
  }
  const ana = { id: 5123456789, first_name: 'Ana' }

  test('confirms nothing before it was stored', async () => {
    bot.writes(ana, { text: 'uno' })
    const { ended } = await listen(() => Promise.reject(new Error('the database is away')))
    await assert.rejects(ended, /the database is away/)
    assert.equal(bot.updates.waiting().length, 1)
  })

  test('takes a webhook away that was set before', async () => {
    bot.updates.setWebhook({ url: 'https://elsewhere.example.org/hook' })
    const { ended, end } = await listen(async () => end())
    assert.deepEqual(await ended, { end: 'stopped' })
    assert.equal(bot.updates.webhook(), null)
  })

  test('does not let the number of another bot, or one of long ago, swallow what is new', async () => {
    const at = Date.now()
    for (const place of [
      { bot: '1', offset: 900_000_000, at },
      { bot: String(bot.id), offset: 900_000_000, at: at - 7 * 24 * 3600_000 },
    ]) {
      bot.writes(ana, { text: 'dos' })
      const { ended, end } = await listen(async () => end(), place)
      assert.deepEqual(await ended, { end: 'stopped' })
    }
  })
})

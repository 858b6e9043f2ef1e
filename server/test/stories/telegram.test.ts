import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import { channelRoutes, contactRoutes, conversationRoutes, type OutboundContent } from '@chasqui/contracts'
import type { TelegramApi } from '../doubles/telegram/server.ts'
import { publishFlow } from '../kit/flows.ts'
import type { RunningProduct } from '../kit/product.ts'
import { connectBot, gotBy, onlyThread, someUser, startBesideTelegram, talksOf } from '../kit/telegram.ts'

let telegram: TelegramApi
let the: RunningProduct
before(async () => {
  ;({ telegram, the } = await startBesideTelegram({ env: { PUBLIC_URL: 'https://chat.example.org', LOG_LEVEL: 'trace' } }))
  telegram.leadTo(the.url)
})

const stateOf = (id: string) => the.owner.api.ask(channelRoutes.status, { params: { id } })
const stored = async (bot: ReturnType<TelegramApi['addBot']>) => {
  await the.until(() => bot.updates.waiting().length === 0, 'everything was confirmed')
  await the.idle()
}

for (const delivery of ['polling', 'webhook'] as const) {
  describe(`a bot by ${delivery}`, () => {
    test('answers a hello once, and the buttons that are pressed', async () => {
      const bot = telegram.addBot()
      const channel = await connectBot(the.owner.api, bot, { delivery })
      await the.until(() => (delivery === 'polling' ? bot.updates.isPolled() : bot.updates.webhook() !== null), 'updates are delivered')
      const ana = someUser()
      bot.writes(ana, { text: '/start cl_9f2', entities: [{ type: 'bot_command', offset: 0, length: 6 }] })
      await stored(bot)
      assert.equal(gotBy(bot, ana).length > 0, true)
      const [heard] = await onlyThread(the.owner.api, channel.id)
      assert.deepEqual([heard!.content, heard!.context?.['referral']], [{ type: 'text', text: '/start cl_9f2' }, { ref: 'cl_9f2' }])

      const menu = bot.sent.findLast(({ fields }) => fields['reply_markup'] !== undefined)!
      const [[button]] = (menu.fields['reply_markup'] as { inline_keyboard: [[{ text: string; callback_data: string }]] }).inline_keyboard
      const before = gotBy(bot, ana).length
      const query = bot.presses(ana, menu.messageId, button.callback_data)
      await the.until(() => bot.answeredQueries.includes(query), 'the button spins no more')
      await stored(bot)
      const thread = await onlyThread(the.owner.api, channel.id)
      const pressed = thread.filter(({ content }) => content.type === 'choice')
      assert.equal(pressed.length, 1)
      assert.equal(pressed[0]!.content.type === 'choice' && pressed[0]!.content.id, button.callback_data)
      assert.ok(gotBy(bot, ana).length > before, 'the flow went on')
      assert.equal(gotBy(bot, ana).length, thread.filter(({ direction }) => direction === 'out').length, 'nothing was sent twice')
    })

    test('ends with the channel, and begins again with it', async () => {
      const bot = telegram.addBot()
      const { id } = await connectBot(the.owner.api, bot, { flow: false, delivery })
      const isOn = () => (delivery === 'polling' ? bot.updates.isPolled() : bot.updates.webhook() !== null)
      await the.until(isOn, 'it begins')
      await the.owner.api.ask(channelRoutes.disconnect, { params: { id } })
      await the.until(() => !isOn(), 'it ends')
      bot.writes(someUser(), { text: 'hola' })
      const connected = await the.owner.api.ask(channelRoutes.connect, { params: { id } })
      assert.deepEqual([connected.state, connected.address], ['connected', '@chasqui_bot'])
      await the.until(isOn, 'it begins again')
      await stored(bot)
      assert.equal((await talksOf(the.owner.api, id)).length, 1, 'what was written meanwhile')
      await the.owner.api.ask(channelRoutes.remove, { params: { id } })
      await the.until(() => !isOn(), 'it ends for good')
    })
  })
}

describe('a bot', () => {
  const open = async () => {
    const bot = telegram.addBot()
    const channel = await connectBot(the.owner.api, bot, { flow: false })
    const ana = someUser()
    bot.writes(ana, { text: 'hola' })
    await stored(bot)
    const [conversation] = await talksOf(the.owner.api, channel.id)
    const say = async (content: OutboundContent) => {
      await the.owner.api.ask(conversationRoutes.send, { params: { id: conversation!.id }, body: { content, takeFloor: true } })
      await the.idle()
    }
    return { bot, channel, ana, conversation: conversation!, say, thread: () => onlyThread(the.owner.api, channel.id) }
  }

  test('moves from polling to a webhook and back without losing anything', async () => {
    const { bot, channel, ana, thread } = await open()
    const change = (delivery: string) => the.owner.api.ask(channelRoutes.update, { params: { id: channel.id }, body: { settings: { delivery } } })
    await change('webhook')
    bot.writes(ana, { text: 'uno' })
    await the.until(() => bot.updates.webhook() !== null, 'the webhook is set')
    await stored(bot)
    await change('polling')
    bot.writes(ana, { text: 'dos' })
    await the.until(() => bot.updates.webhook() === null && bot.updates.isPolled(), 'it is polled again')
    await stored(bot)
    assert.deepEqual(
      (await thread()).map(({ content }) => content.type === 'text' && content.text),
      ['hola', 'uno', 'dos'],
    )
  })

  test('finds a choice with a long id again, though Telegram brings back 64 bytes', async () => {
    const { bot, ana, say, thread } = await open()
    const id = `turno-${'ñ'.repeat(120)}`
    await say({ type: 'buttons', body: '¿Va?', buttons: [{ id, title: 'Sí' }] })
    const { messageId, fields } = bot.sent.at(-1)!
    const data = (fields['reply_markup'] as { inline_keyboard: [[{ callback_data: string }]] }).inline_keyboard[0][0].callback_data
    bot.presses(ana, messageId, data)
    // The message that it hung on is too old to be told with its chat's name.
    bot.presses(ana, 999_999, data)
    await stored(bot)
    const pressed = (await thread()).filter(({ content }) => content.type === 'choice')
    assert.deepEqual(
      pressed.map(({ content }) => content.type === 'choice' && content.id),
      [id, id],
    )
  })

  test('brings files, and joins a person with the number that is theirs', async () => {
    const { bot, ana, thread, conversation } = await open()
    const photo = bot.fileFrom(
      Buffer.from(
        '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=',
        'base64',
      ),
      'image/jpeg',
    )
    bot.writes(ana, {
      photo: [
        { file_id: 'small', width: 1, height: 1 },
        { file_id: photo.id, width: 800, height: 600 },
      ],
      caption: 'mirá',
    })
    bot.writes(ana, { contact: { phone_number: '5491144445555', first_name: 'Otra', user_id: 1 } })
    bot.writes(ana, { contact: { phone_number: '5491122334455', first_name: 'Ana', user_id: ana.id } })
    await stored(bot)
    const [, image, foreign, own] = await thread()
    assert.ok(image!.content.type === 'image')
    assert.deepEqual([image!.content.caption, image!.content.file.state], ['mirá', 'stored'])
    assert.ok(foreign!.content.type === 'contacts' && own!.content.type === 'contacts')
    assert.deepEqual([foreign!.content.contacts[0]!.own, own!.content.contacts[0]!.own], [false, true])
    const contact = await the.owner.api.ask(contactRoutes.read, { params: { id: conversation.contact.id } })
    assert.deepEqual(
      contact.identities.map(({ kind, value }) => [kind, value]),
      [
        ['telegram', String(ana.id)],
        ['phone', '5491122334455'],
      ],
    )
  })

  test('is answered once for an album, all of which stands in the thread', async () => {
    const { bot, channel } = await open()
    const ask = { type: 'input' as const, text: '¿Qué?', expect: 'any' as const, saveAs: 'what', timeout: { seconds: 36_000, next: null }, next: 'ask' }
    await publishFlow(the.owner.api, { schema: 1, start: 'ask', nodes: { ask } }, { channelId: channel.id })
    const beto = someUser('Beto')
    bot.writes(beto, { text: 'hola' })
    await stored(bot)
    assert.deepEqual(gotBy(bot, beto), ['¿Qué?'])
    for (const caption of ['los tres', undefined, undefined]) {
      const { id } = bot.fileFrom(Buffer.from(`a picture ${caption}`), 'image/jpeg')
      bot.writes(beto, { photo: [{ file_id: id, width: 800, height: 600 }], media_group_id: '1357', ...(caption !== undefined && { caption }) })
    }
    await stored(bot)
    assert.deepEqual(gotBy(bot, beto), ['¿Qué?', '¿Qué?'])
    bot.writes(beto, { text: '¿y?' })
    await stored(bot)
    assert.equal(gotBy(bot, beto).length, 3)
    const talk = (await talksOf(the.owner.api, channel.id)).find(({ contact }) => contact.profileName === 'Beto')!
    const { items } = await the.owner.api.ask(conversationRoutes.messages, { params: { id: talk.id }, query: { limit: 200 } })
    assert.equal(items.filter(({ content }) => content.type === 'image').length, 3)
  })

  test('hears the words beside a recording, and answers the two once', async () => {
    const { bot, channel } = await open()
    const ask = {
      type: 'input' as const,
      text: '¿Cuántos?',
      expect: 'number' as const,
      saveAs: 'count',
      timeout: { seconds: 36_000, next: null },
      next: 'thank',
    }
    const thank = { type: 'message' as const, text: 'Son {{count}}', next: 'ask' }
    await publishFlow(the.owner.api, { schema: 1, start: 'ask', nodes: { ask, thank } }, { channelId: channel.id })
    const caro = someUser('Caro')
    bot.writes(caro, { text: 'hola' })
    await stored(bot)
    const { id } = bot.fileFrom(Buffer.from('a voice'), 'audio/ogg')
    bot.writes(caro, { voice: { file_id: id, duration: 3 }, caption: 'cuatro' })
    await stored(bot)
    assert.deepEqual(gotBy(bot, caro), ['¿Cuántos?', 'Son 4', '¿Cuántos?'])
    const talk = (await talksOf(the.owner.api, channel.id)).find(({ contact }) => contact.profileName === 'Caro')!
    const { items } = await the.owner.api.ask(conversationRoutes.messages, { params: { id: talk.id }, query: { limit: 200 } })
    assert.equal(items.filter(({ content }) => content.type === 'audio').length, 1)
  })

  for (const [words, cause] of [
    ['Forbidden: bot was blocked by the user', 'blocked'],
    ['Forbidden: user is deactivated', 'deactivated'],
    ["Forbidden: bot can't initiate conversation with a user", 'not_started'],
  ] as const)
    test(`that may not write to somebody any more (${cause}) says so at once, and tries no second time by itself; what gets there undoes it`, async () => {
      const { bot, say, thread, conversation } = await open()
      const mark = async () => (await the.owner.api.ask(contactRoutes.read, { params: { id: conversation.contact.id } })).identities[0]!.unreachable
      bot.faults.push({ times: 1, status: 403, description: words })
      await say({ type: 'text', text: '¿seguís ahí?' })
      assert.deepEqual([(await thread()).at(-1)?.status, bot.sent.length], ['failed', 0])
      assert.partialDeepStrictEqual(await mark(), { cause, messages: 1 })
      await say({ type: 'text', text: 'pruebo otra vez' })
      assert.deepEqual([bot.sent.length, await mark()], [1, null])
    })

  test('hears without a message that somebody blocked it, and that they came back', async () => {
    const { bot, ana, conversation, channel } = await open()
    const becomes = async (status: string, from = ana) => {
      const chat = { id: from.id, first_name: from.first_name, type: 'private' }
      bot.updates.push({ my_chat_member: { chat, from: { is_bot: false, ...from }, date: 1_760_000_000, new_chat_member: { status } } })
      await stored(bot)
    }
    const mark = async () => (await the.owner.api.ask(contactRoutes.read, { params: { id: conversation.contact.id } })).identities[0]!.unreachable
    await becomes('kicked')
    assert.equal((await mark())?.cause, 'blocked')
    await becomes('member')
    assert.equal(await mark(), null)
    await becomes('member', someUser('Beto'))
    assert.equal((await talksOf(the.owner.api, channel.id)).length, 1)
  })

  test('reads nothing from groups', async () => {
    const { bot, thread } = await open()
    const from = { id: 77, is_bot: false, first_name: 'Beto' }
    bot.updates.push({ message: { message_id: 5, date: 1_760_000_000, from, chat: { id: -1001, type: 'supergroup', title: 'Vecinos' }, text: 'hola a todos' } })
    bot.updates.push({ inline_query: { id: '1', from, query: 'x', offset: '' } })
    await stored(bot)
    assert.equal((await thread()).length, 1)
  })

  for (const [status, words, why] of [
    [401, 'Unauthorized', /token/],
    [409, 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running', /Another program/],
  ] as const) {
    test(`that is refused with ${status} stops, says why, and is asked again once somebody connects it`, async () => {
      const { bot, channel, ana, thread } = await open()
      bot.faults.push({ times: 100, method: 'getUpdates', status, description: words })
      bot.writes(ana, { text: 'otra' })
      const troubled = await the.until(async () => {
        const now = await stateOf(channel.id)
        return now.state === 'error' && now
      }, 'the channel is in trouble')
      assert.match(troubled.detail!, why)
      const log = await the.owner.api.ask(channelRoutes.logs, { params: { id: channel.id } })
      assert.ok(log.items.some(({ event }) => event === 'listening_failed'))
      assert.ok(!JSON.stringify(log).includes(bot.token))
      bot.faults.length = 0
      await the.owner.api.ask(channelRoutes.connect, { params: { id: channel.id } })
      await stored(bot)
      assert.equal(
        (await thread()).some(({ content }) => content.type === 'text' && content.text === 'otra'),
        true,
      )
    })
  }

  test('comes back by itself from what passes', async () => {
    const { bot, ana, thread, channel } = await open()
    bot.faults.push(
      { times: 1, method: 'getUpdates', status: 502, text: '<html>Bad gateway</html>' },
      { times: 1, method: 'getUpdates', status: 429, description: 'Too Many Requests: retry after 1', parameters: { retry_after: 1 } },
    )
    bot.writes(ana, { text: 'sigo acá' })
    bot.writes(ana, { text: 'y acá' })
    await the.until(() => bot.faults.every(({ times }) => times === 0), 'it went wrong twice')
    await stored(bot)
    assert.equal((await thread()).length, 3)
    assert.equal((await stateOf(channel.id)).state, 'connected')
  })

  test('without a public address takes no webhook, and says what to do', async () => {
    const { the: private_, telegram: other } = await startBesideTelegram()
    const bot = other.addBot()
    const { id } = await connectBot(private_.owner.api, bot, { delivery: 'webhook', flow: false })
    const { state, stateDetail } = await private_.owner.api.ask(channelRoutes.connect, { params: { id } })
    assert.equal(state, 'error')
    assert.match(stateDetail!, /PUBLIC_URL/)
  })
})

test('no token stands in a log at its most talkative, whatever went wrong before', async () => {
  // Written for good when the product stops.
  await the.stop()
  const folder = join(the.dataDir, 'logs')
  const logged = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('')
  assert.match(logged, /no longer listening/)
  assert.doesNotMatch(logged, /AAtest_token/)
})

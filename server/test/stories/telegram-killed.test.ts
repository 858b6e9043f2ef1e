import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { after, before, test } from 'node:test'
import { channelRoutes } from '@chasqui/contracts'
import { startTelegramApi, type TelegramApi } from '../doubles/telegram/server.ts'
import { startMortal } from '../kit/killed.ts'
import { connectBot, gotBy, onlyThread, someUser, talksOf } from '../kit/telegram.ts'
import { publishFlow } from '../kit/flows.ts'

let telegram: TelegramApi
before(async () => {
  telegram = await startTelegramApi()
})
after(() => telegram.close())

const messages = 60
const deaths = 4

test('killed at any moment while people write to a bot: nothing is lost, nothing is stored or answered twice', async () => {
  const { the, livesAfter } = await startMortal({ TELEGRAM_API_URL: telegram.url })
  const bot = telegram.addBot()
  const channel = await connectBot(the.owner.api, bot, { flow: false })
  await publishFlow(
    the.owner.api,
    {
      schema: 1,
      start: 'ask',
      nodes: { ask: { type: 'input', text: '¿Qué?', expect: 'text', saveAs: 'what', timeout: { seconds: 36_000, next: null }, next: 'ask' } },
    },
    { channelId: channel.id },
  )
  const people = [someUser('Ana'), someUser('Beto'), someUser('Caro')]
  const lives = await livesAfter()

  let written = 0
  const writeOne = () => void bot.writes(people[written % people.length]!, { text: `mensaje ${written++}` })
  for (let death = 1; death <= deaths; death++) {
    const goal = Math.floor((messages * death) / deaths)
    // Somewhere between the first and the last update of this life, wherever the process is with it.
    const dieAt = bot.updates.stats.confirmed + randomInt(1, 6)
    await lives.endAs(async () => {
      if (written < goal) writeOne()
      return written === goal && bot.updates.stats.confirmed >= dieAt
    }, `death ${death}`)
  }

  const last = await lives.goOn()
  await last.until(() => bot.updates.waiting().length === 0, 'everything was confirmed')
  await last.idle()
  const { api } = last.owner
  const talks = await talksOf(api, channel.id)
  assert.equal(talks.length, people.length)
  const { rows } = await last.admin.query<{ text: string; count: number }>(
    `select content ->> 'text' as text, count(*)::int as count from conversations.message where channel_id = $1 and direction = 'in' group by 1`,
    [channel.id],
  )
  assert.deepEqual(rows.map(({ text }) => text).toSorted(), Array.from({ length: messages }, (_, index) => `mensaje ${index}`).toSorted())
  assert.ok(
    rows.every(({ count }) => count === 1),
    'each is there once',
  )
  // A send whose answer died with the process is left to a person, so that it may be missing here, but is never said twice.
  const { rows: out } = await last.admin.query<{ provider: string | null }>(
    `select provider_message_id as provider from conversations.message where channel_id = $1 and direction = 'out' and provider_message_id is not null`,
    [channel.id],
  )
  assert.equal(new Set(out.map(({ provider }) => provider)).size, out.length)
  const said = people.reduce((sum, person) => sum + gotBy(bot, person).length, 0)
  assert.ok(said <= messages, `${said} answers to ${messages} messages`)
  assert.equal((await api.ask(channelRoutes.status, { params: { id: channel.id } })).state, 'connected')
  assert.deepEqual((await last.admin.query('select error from platform.dead_letter')).rows, [])
})

test('a bot of a node that dies is taken over by another, and of two that live one alone asks', async () => {
  const { the, livesAfter } = await startMortal({ TELEGRAM_API_URL: telegram.url })
  const bot = telegram.addBot()
  const channel = await connectBot(the.owner.api, bot, { flow: false })
  const ana = someUser()
  const lives = await livesAfter()
  const first = await lives.begin()
  bot.writes(ana, { text: 'uno' })
  const owner = async () =>
    (await lives.admin.query<{ node: string | null; fence: string }>('select node, fence from channels.owner where channel_id = $1', [channel.id])).rows[0]!
  const until = async (look: () => boolean | Promise<boolean>) => {
    while (!(await look())) await new Promise((resolve) => setImmediate(resolve))
  }
  await until(() => bot.updates.waiting().length === 0 && bot.updates.isPolled())
  const before = await owner()
  const conflicts = bot.updates.stats.conflicts
  const second = await lives.begin()
  bot.writes(ana, { text: 'dos' })
  await until(() => bot.updates.waiting().length === 0 && bot.updates.isPolled())
  assert.deepEqual(await owner(), before, 'the second lets the first have it')
  await first.kill()
  bot.writes(ana, { text: 'tres' })
  await until(async () => bot.updates.waiting().length === 0 && (await owner()).node !== before.node)
  assert.ok(Number((await owner()).fence) > Number(before.fence))
  assert.equal(bot.updates.stats.conflicts, conflicts, 'nobody asked beside another')
  await second.kill()
  const last = await lives.goOn()
  await last.idle()
  assert.deepEqual(
    (await onlyThread(last.owner.api, channel.id)).map(({ content }) => content.type === 'text' && content.text),
    ['uno', 'dos', 'tres'],
  )
})

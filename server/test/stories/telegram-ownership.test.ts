import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { channelRoutes } from '@chasqui/contracts'
import { newId } from '#platform/ids'
import { nodeLockClass } from '#platform/lanes/node'
import type { Bot } from '../doubles/telegram/bot.ts'
import type { TelegramApi } from '../doubles/telegram/server.ts'
import { startProduct, type RunningProduct } from '../kit/product.ts'
import { connectBot, onlyThread, someUser, startBesideTelegram, talksOf } from '../kit/telegram.ts'

let telegram: TelegramApi
let the: RunningProduct
before(async () => {
  ;({ telegram, the } = await startBesideTelegram())
})

type Owner = { node: string | null; fence: number; place: { offset: number } | null }
const ownerOf = async (channelId: string): Promise<Owner | undefined> =>
  (await the.admin.query<Owner>('select node, fence::int, place from channels.owner where channel_id = $1', [channelId])).rows[0]

/** Holds the lock by which nodes know that this one is alive. */
const live = (node: string) => the.admin.query('select pg_advisory_lock_shared($1, $2)', [nodeLockClass, Number.parseInt(node.slice(-8), 16) | 0])

const listened = async (bot: Bot = telegram.addBot()) => {
  const { id } = await connectBot(the.owner.api, bot, { flow: false })
  await the.until(() => bot.updates.isPolled(), 'the bot is polled')
  return { bot, id }
}

describe('one process alone listens to a channel', () => {
  test('whoever was overtaken stores nothing of what it still hears, and lets go', async () => {
    const { bot, id } = await listened()
    // As another node does that finds the lease at its end while this one is paused.
    await the.admin.query(`update channels.owner set node = $2, fence = fence + 1, lease_until = now() + interval '1 hour' where channel_id = $1`, [
      id,
      newId(),
    ])
    const other = await ownerOf(id)
    await live(other!.node!)
    bot.writes(someUser(), { text: 'hola' })
    await the.until(() => !bot.updates.isPolled(), 'it lets go')
    await the.idle()
    assert.deepEqual(await talksOf(the.owner.api, id), [])
    assert.deepEqual(await ownerOf(id), other, 'what belongs to the other is as it was')
    assert.equal((await the.owner.api.ask(channelRoutes.status, { params: { id } })).state, 'connected')

    await the.admin.query('select pg_advisory_unlock_all()')
    await the.until(() => bot.updates.waiting().length === 0, 'a node that is dead is followed by the next')
    await the.idle()
    assert.equal((await onlyThread(the.owner.api, id)).length, 1)
    assert.ok((await ownerOf(id))!.fence > other!.fence)
  })

  test('two nodes share the channels, none is asked by both, and those of one that stops go over', async () => {
    const bots = Array.from({ length: 12 }, () => telegram.addBot())
    const conflicts = () => bots.reduce((sum, bot) => sum + bot.updates.stats.conflicts, 0)
    const second = await startProduct({ env: { TELEGRAM_API_URL: telegram.url }, adminUrl: the.adminUrl, dataDir: the.dataDir })
    const channels = await Promise.all(bots.map((bot) => connectBot(the.owner.api, bot, { flow: false })))
    await the.until(() => bots.every((bot) => bot.updates.isPolled()), 'all are polled')
    await second.stop()
    const ana = someUser()
    for (const bot of bots) bot.writes(ana, { text: 'hola' })
    await the.until(() => bots.every((bot) => bot.updates.waiting().length === 0 && bot.updates.isPolled()), 'all go on here')
    await the.idle()
    assert.equal(conflicts(), 0)
    for (const { id } of channels) assert.equal((await onlyThread(the.owner.api, id)).length, 1)
  })

  test('what ends listening with what a person has changed meanwhile says nothing about the channel', async () => {
    const { bot, id } = await listened()
    // As by another node whose word of it has not come yet.
    await the.admin.query(`update channels.channel set state = 'disconnected' where id = $1`, [id])
    bot.faults.push({ times: 1, method: 'getUpdates', status: 401, description: 'Unauthorized' })
    bot.writes(someUser(), { text: 'hola' })
    await the.until(async () => (await ownerOf(id))?.node === null, 'it lets go')
    assert.equal((await the.owner.api.ask(channelRoutes.status, { params: { id } })).state, 'disconnected')
  })

  test('goes on behind what was stored, and is told apart by settings and nothing else', async () => {
    const { bot, id } = await listened()
    const last = bot.writes(someUser(), { text: 'hola' }).update_id
    await the.until(() => bot.updates.waiting().length === 0 && bot.updates.isPolled(), 'it is confirmed')
    const before = (await ownerOf(id))!
    assert.equal(before.place!.offset, last + 1)
    await the.owner.api.ask(channelRoutes.update, { params: { id }, body: { name: 'Otro nombre' } })
    await the.owner.api.ask(channelRoutes.update, { params: { id }, body: { settings: { webhookSecret: 'another-secret-of-the-bot' } } })
    await the.until(async () => ((await ownerOf(id))?.fence ?? 0) > before.fence && bot.updates.isPolled(), 'other settings begin anew')
    assert.equal((await ownerOf(id))!.place!.offset, last + 1)
    assert.equal((await ownerOf(id))!.fence, before.fence + 1)
  })
})

import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { channelRoutes, type Channel } from '@chasqui/contracts'
import type { TelegramApi } from '../doubles/telegram/server.ts'
import type { Api } from '../kit/api.ts'
import type { Person, RunningProduct } from '../kit/product.ts'
import { startBesideTelegram, talksOf } from '../kit/telegram.ts'

/** One address for all bots: whose secret comes along, is meant. */
let telegram: TelegramApi
let the: RunningProduct
let neighbour: Person
before(async () => {
  ;({ telegram, the } = await startBesideTelegram())
  neighbour = await the.addTenant('Vecinos')
})

const secretHeader = 'X-Telegram-Bot-Api-Secret-Token'
const withSecret = (api: Api, webhookSecret: string): Promise<Channel> => {
  const { id, token } = telegram.addBot()
  return api.ask(channelRoutes.create, { body: { kind: 'telegram', name: `Bot ${id}`, settings: { botToken: token, webhookSecret } } })
}
let updates = 0
const update = (text: string) => {
  updates += 1
  const person = { id: 5_200_000_000 + updates, first_name: 'Ana' }
  return {
    update_id: updates,
    message: { message_id: updates, date: 1_780_000_000, chat: { ...person, type: 'private' }, from: { ...person, is_bot: false }, text },
  }
}
const post = (body: unknown, secret?: string, path = '/api/webhooks/telegram') =>
  the.anybody.send('POST', path, body, secret === undefined ? {} : { [secretHeader]: secret })
const talksOn = async (api: Api, { id }: Channel): Promise<number> => {
  await the.idle()
  return (await talksOf(api, id)).length
}

test('an update goes to the bot whose secret it carries, in whichever organisation, and is one when it comes twice', async () => {
  const [ours, theirs] = [await withSecret(the.owner.api, 'secret-of-ours'), await withSecret(neighbour.api, 'secret-of-theirs')]
  const hello = update('hola')
  assert.equal((await post(hello, 'secret-of-ours')).status, 200)
  assert.equal((await post(hello, 'secret-of-ours')).status, 200)
  assert.equal((await post(hello, 'secret-of-ours', `/api/webhooks/telegram/${ours.id}`)).status, 200)
  assert.equal(await talksOn(the.owner.api, ours), 1)
  assert.equal(await talksOn(neighbour.api, theirs), 0)
  await post(update('buenas'), 'secret-of-theirs')
  assert.equal(await talksOn(neighbour.api, theirs), 1)
})

test('without a secret, or with one that no bot has, it is 401, alike whether anybody has a bot or not', async () => {
  const refused = async (secret?: string) => {
    const { status, body } = await post(update('hola'), secret)
    return [status, body.code]
  }
  assert.deepEqual(await refused(), [401, 'webhook.unsigned'])
  for (const secret of ['secret-of-nobody', 'secret-of-our', 'secret-of-ours1', 'SECRET-OF-OURS'])
    assert.deepEqual(await refused(secret), [401, 'webhook.bad_signature'], secret)
  assert.equal((await the.anybody.send('GET', '/api/webhooks/telegram')).status, 403)
})

test('what is no update is 400, but only for whoever has the secret', async () => {
  assert.equal((await post({ hello: 'world' }, 'secret-of-ours')).status, 400)
  assert.equal((await post({ hello: 'world' }, 'secret-of-nobody')).status, 401)
})

test('a secret that two bots have is for neither here, and for each at its own address', async () => {
  const [one, other] = [await withSecret(the.owner.api, 'a-common-secret'), await withSecret(neighbour.api, 'a-common-secret')]
  assert.equal((await post(update('¿para quién?'), 'a-common-secret')).status, 401)
  assert.equal((await post(update('para vos'), 'a-common-secret', `/api/webhooks/telegram/${one.id}`)).status, 200)
  assert.equal(await talksOn(the.owner.api, one), 1)
  assert.equal(await talksOn(neighbour.api, other), 0)
})

test('a secret that was changed opens nothing any more, nor that of a bot that was removed', async () => {
  const bot = await withSecret(the.owner.api, 'the-first-secret')
  assert.equal((await post(update('antes'), 'the-first-secret')).status, 200)
  await the.owner.api.ask(channelRoutes.update, { params: { id: bot.id }, body: { settings: { webhookSecret: 'the-second-secret' } } })
  const answers = async (secret: string, status: number) =>
    the.until(async () => (await post(update('después'), secret)).status === status, `${secret} is answered ${status}`)
  await answers('the-first-secret', 401)
  await answers('the-second-secret', 200)
  await the.owner.api.ask(channelRoutes.remove, { params: { id: bot.id } })
  await answers('the-second-secret', 401)
})

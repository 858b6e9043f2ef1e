import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { channelRoutes, conversationRoutes as routes, simulatorRoutes, type PhoneMessage, type SimulatorProfile } from '@chasqui/contracts'
import { startProduct, type RunningProduct } from '../kit/product.ts'
import { simulatorOf } from '../kit/simulator.ts'
import { threadOf } from '../kit/whatsapp.ts'

/** What the simulated number can be asked to imitate: time that passes, and other kinds of channels. In production too: no test clock is used. */
let the: RunningProduct
let channelId: string
before(async () => {
  the = await startProduct()
  channelId = await simulatorOf(the.owner.api)
})
after(() => the.stop())
beforeEach(() => imitate('cloud'))

const api = () => the.owner.api
const imitate = (profile: SimulatorProfile) => api().ask(simulatorRoutes.setProfile, { params: { channelId }, body: { profile } })
const write = (phone: string, text: string) => api().ask(simulatorRoutes.act, { params: { channelId }, body: { from: { phone, name: 'Ana' }, text } })
const putClock = (phone: string, hours: number) =>
  api().ask(simulatorRoutes.changePhone, { params: { channelId, phone }, body: { aheadSeconds: hours * 3600 } })
const screen = async (phone: string): Promise<PhoneMessage[]> => (await api().ask(simulatorRoutes.screen, { params: { channelId, phone } })).items
const answerTo = (phone: string) => the.until(async () => (await screen(phone)).find(({ direction }) => direction === 'in'), 'the bot answers')
const conversationOf = async (phone: string) =>
  (await api().ask(routes.list, { query: { channelId, limit: 200 } })).items.find(({ contact }) => contact.phone === `+${phone}`)!
const hoursLeft = async (phone: string) => {
  const { windowExpiresAt } = await conversationOf(phone)
  return windowExpiresAt === null ? null : Math.round((Date.parse(windowExpiresAt) - (await the.clock.now()).getTime()) / 3_600_000)
}
const say = async (phone: string, text: string) => ({
  params: { id: (await conversationOf(phone)).id },
  body: { content: { type: 'text' as const, text }, takeFloor: true },
})

describe("the phone's clock", () => {
  test('25 h later the window is closed in the inbox, free text is refused, and the next message opens it again', async () => {
    const phone = '5491155560001'
    await write(phone, 'hola')
    await answerTo(phone)
    assert.equal(await hoursLeft(phone), 24)
    await putClock(phone, 25)
    assert.equal(await hoursLeft(phone), -1)
    assert.equal((await api().refused(422, routes.send, await say(phone, '¿seguís ahí?'))).code, 'window.closed')
    const { id, windowExpiresAt } = await conversationOf(phone)
    await the.ownersScreen.hear('chat.updated', ({ conversation }) => conversation.id === id && conversation.windowExpiresAt === windowExpiresAt)
    await write(phone, 'acá estoy')
    await the.idle()
    assert.equal(await hoursLeft(phone), 24)
    await api().ask(routes.send, await say(phone, 'hola de nuevo'))
    const shown = await the.until(async () => (await screen(phone)).find(({ text }) => text === 'hola de nuevo'), 'the answer on the phone')
    assert.equal(Math.round((Date.parse(shown.at) - (await the.clock.now()).getTime()) / 3_600_000), 25, "by the phone's clock")
  })

  test('put back, the window is as it was; and never longer than the network gives', async () => {
    const phone = '5491155560002'
    await write(phone, 'hola')
    await answerTo(phone)
    await putClock(phone, 30)
    await putClock(phone, 20)
    assert.equal(await hoursLeft(phone), 4)
    await putClock(phone, 0)
    assert.equal(await hoursLeft(phone), 24)
    await putClock(phone, 30)
    await write(phone, 'otra vez')
    await the.idle()
    await putClock(phone, 0)
    assert.equal(await hoursLeft(phone), 24)
  })

  test('moves nobody else’s window', async () => {
    const [one, other] = ['5491155560003', '5491155560004']
    for (const phone of [one, other]) await write(phone, 'hola')
    await the.idle()
    await putClock(one, 48)
    assert.deepEqual([await hoursLeft(one), await hoursLeft(other)], [-24, 24])
  })

  test('of somebody who never wrote moves alone', async () => {
    const { phone } = await api().ask(simulatorRoutes.addPhone, { params: { channelId }, body: { name: 'Nadie todavía' } })
    assert.equal((await putClock(phone, 25)).aheadSeconds, 25 * 3600)
    assert.equal(await conversationOf(phone), undefined)
  })
})

describe('the profile', () => {
  const kinds: [SimulatorProfile, string][] = [
    ['cloud', 'buttons'],
    ['qr', 'text'],
    ['web', 'buttons'],
    ['telegram', 'buttons'],
  ]
  for (const [index, [profile, type]] of kinds.entries())
    test(`${profile}: the welcome menu arrives as ${type}`, async () => {
      const phone = `549115557000${index}`
      const { abilities } = await imitate(profile)
      assert.deepEqual((await api().ask(channelRoutes.read, { params: { id: channelId } })).abilities, abilities)
      await write(phone, 'hola')
      const greeting = await answerTo(phone)
      assert.equal(greeting.content.type, type)
      if (type === 'text') assert.match(greeting.text, /^1\. /m)
    })

  test('numbered text is answered with a number', async () => {
    const phone = '5491155570010'
    await imitate('qr')
    await write(phone, 'hola')
    const number = /^(\d)\. .*(?:persona|alguien)/im.exec((await answerTo(phone)).text)?.[1]
    assert.ok(number)
    await write(phone, number)
    await the.until(async () => (await conversationOf(phone)).state === 'queued', 'it waits for a person')
  })

  test('without a window nothing is refused for being late; with one, the last words count', async () => {
    const phone = '5491155570011'
    await imitate('qr')
    await write(phone, 'hola')
    await answerTo(phone)
    await putClock(phone, 25)
    assert.equal((await conversationOf(phone)).hasWindow, false)
    await api().ask(routes.send, await say(phone, 'sin ventana'))
    await imitate('cloud')
    assert.equal((await conversationOf(phone)).hasWindow, true)
    assert.equal(await hoursLeft(phone), -1)
    assert.equal((await api().refused(422, routes.send, await say(phone, 'tarde'))).code, 'window.closed')
    const thread = await threadOf(api(), (await conversationOf(phone)).id)
    assert.ok(thread.some(({ content }) => content.type === 'text' && content.text === 'sin ventana'))
  })
})

import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { channelRoutes, conversationRoutes, type Channel, type ChannelIncident } from '@chasqui/contracts'
import { noFaults } from '../doubles/graph-api/faults.ts'
import { startGraphApi, type GraphApi } from '../doubles/graph-api/server.ts'
import { startMailServer, type MailServer } from '../doubles/mail-server.ts'
import type { WhatsAppWeb } from '../doubles/whatsapp-web/start.ts'
import { atEnd } from '../kit/cluster.ts'
import type { Person, RunningProduct } from '../kit/product.ts'
import { addNumber, lineIs, linkNumber, startBesideWhatsAppWeb } from '../kit/whatsapp-web.ts'
import { connectNumber, conversationWith, type Number } from '../kit/whatsapp.ts'

/** A channel that stops working by itself is told to whoever manages channels, once, until it works again. */
let graph: GraphApi
let post: MailServer
let sandbox: WhatsAppWeb
let the: RunningProduct
let supervisor: Person
before(async () => {
  graph = await startGraphApi()
  post = await startMailServer()
  atEnd(graph.close)
  atEnd(post.close)
  ;({ sandbox, the } = await startBesideWhatsAppWeb({ env: { GRAPH_API_URL: graph.url, SMTP_URL: post.url, MAIL_FROM: 'chasqui@example.org' } }))
  supervisor = await the.addMember(the.owner.tenantId, 'supervisor')
})

const incidents = async (of: string): Promise<ChannelIncident[]> =>
  (await the.owner.api.ask(channelRoutes.incidents)).items.filter(({ channelId }) => channelId === of)
/** Moving the clock outlives sessions. */
const passes = async (milliseconds: number) => {
  await the.clock.advance(milliseconds)
  await the.signInAgain(the.owner)
}
const told = async (of: string): Promise<ChannelIncident> => the.until(async () => (await incidents(of))[0], 'it is told')
const withdrawn = (of: string) => the.until(async () => (await incidents(of)).length === 0, 'it is withdrawn')
const mailsAbout = (of: string) => post.mails.filter(({ text }) => text.includes(of))
const mailed = (of: string, count: number) => the.until(() => mailsAbout(of).length === count, `${count} mails about it`)

describe('a number of the Cloud API', () => {
  let number: Number
  let ana: { id: string }
  beforeEach(async () => {
    Object.assign(graph.faults, noFaults())
    await the.signInAgain(the.owner)
    number = await connectNumber(the.url, the.owner.api, { flow: false })
    await number.say({ phone: '5491122330001', name: 'Ana' }, 'hola')
    ana = (await the.until(() => conversationWith(the.owner.api, number.channelId, '5491122330001'), 'the talk'))!
  })
  const say = (words: string) => {
    const body = { content: { type: 'text' as const, text: words }, takeFloor: true }
    return the.owner.api.ask(conversationRoutes.send, { params: { id: ana.id }, body })
  }

  test('whose token died is told once, however much is written, and no more when it works again', async () => {
    graph.faults.failures.push({ times: 1, code: 190, details: 'Session has expired' })
    await say('Buen día')
    const incident = await told(number.channelId)
    const { name } = await the.owner.api.ask(channelRoutes.read, { params: { id: number.channelId } })
    assert.deepEqual([incident.cause, incident.name, incident.kind], ['refused', name, 'whatsapp-cloud'])
    assert.equal(incident.said, 'The access token is invalid or expired')
    await say('¿Sigues ahí?')
    graph.faults.failures.push({ times: 1, edge: 'number', code: 190 })
    await the.owner.api.ask(channelRoutes.connect, { params: { id: number.channelId } })
    assert.deepEqual(
      (await incidents(number.channelId)).map(({ id }) => id),
      [incident.id],
    )
    await mailed(number.channelId, 1)
    await the.owner.api.ask(channelRoutes.connect, { params: { id: number.channelId } })
    await withdrawn(number.channelId)
    await mailed(number.channelId, 2)
    // What was written meanwhile leaves first: it must not meet the failure that is meant for the next message.
    await the.idle()
    graph.faults.failures.push({ times: 1, code: 190 })
    await say('Otra vez')
    assert.notEqual((await told(number.channelId)).id, incident.id)
  })

  test('that somebody disconnects or removes is no trouble any more', async () => {
    graph.faults.failures.push({ times: 1, code: 131031 })
    await say('Buen día')
    await told(number.channelId)
    await the.owner.api.ask(channelRoutes.disconnect, { params: { id: number.channelId } })
    await withdrawn(number.channelId)
    await the.owner.api.ask(channelRoutes.connect, { params: { id: number.channelId } })
    graph.faults.failures.push({ times: 1, code: 131031 })
    await say('De nuevo')
    await told(number.channelId)
    await the.owner.api.ask(channelRoutes.remove, { params: { id: number.channelId } })
    await withdrawn(number.channelId)
    await the.idle()
    assert.equal(mailsAbout(number.channelId).length, 2, 'what a person did is not mailed')
  })

  test('is told to who manages channels, in their language, and to nobody else', async () => {
    graph.faults.failures.push({ times: 1, code: 190 })
    await say('Buen día')
    await told(number.channelId)
    await mailed(number.channelId, 1)
    const [mail] = mailsAbout(number.channelId)
    assert.match(mail!.text, /El proveedor ya no acepta la cuenta/)
    assert.ok(mail!.text.includes(`/a/demo/channels/${number.channelId}`))
    await supervisor.api.refused(403, channelRoutes.incidents)
    const stranger = await the.addTenant('De otra casa')
    assert.deepEqual((await stranger.api.ask(channelRoutes.incidents)).items, [])
  })
})

describe('a number by QR', () => {
  const business = '5491150008888'
  let channel: Channel
  beforeEach(async () => {
    await the.signInAgain(the.owner)
    channel = await addNumber(the.owner.api)
  })

  test('that was never linked is in the hands of whoever links it', async () => {
    await lineIs(the, channel.id, 'qr')
    await passes(11 * 60_000)
    await the.idle()
    assert.deepEqual(await incidents(channel.id), [])
    await the.owner.api.ask(channelRoutes.remove, { params: { id: channel.id } })
  })

  test('whose device was removed on the telephone is told at once', async () => {
    await linkNumber(the, sandbox, channel.id, business)
    await sandbox.network.hangUp(business, 'logged-out')
    assert.equal((await told(channel.id)).cause, 'logged_out')
    await mailed(channel.id, 1)
    await the.owner.api.ask(channelRoutes.connect, { params: { id: channel.id } })
    assert.equal((await incidents(channel.id)).length, 1, 'until it is linked it does not work')
    await linkNumber(the, sandbox, channel.id, business)
    await withdrawn(channel.id)
    await the.owner.api.ask(channelRoutes.remove, { params: { id: channel.id } })
  })

  test('whose line is away for ten minutes is told, one that comes back before is not', async () => {
    await linkNumber(the, sandbox, channel.id, business)
    await sandbox.network.hangUp(business, 'cut')
    await the.until(
      async () =>
        (await the.owner.api.ask(channelRoutes.logs, { params: { id: channel.id } })).items.filter(({ event }) => event === 'line_opened').length === 2,
      'it is back',
    )
    await sandbox.network.refuse(business, '503')
    await sandbox.network.hangUp(business, 'cut')
    await lineIs(the, channel.id, 'reconnecting')
    await passes(9 * 60_000)
    await the.idle()
    assert.deepEqual(await incidents(channel.id), [])
    await passes(61_000)
    assert.equal((await told(channel.id)).cause, 'line_lost')
    await sandbox.network.refuse(business, null)
    await the.owner.api.ask(channelRoutes.restart, { params: { id: channel.id } })
    await withdrawn(channel.id)
  })
})

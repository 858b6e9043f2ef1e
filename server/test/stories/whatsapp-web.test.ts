import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { auditRoutes, channelRoutes, conversationRoutes } from '@chasqui/contracts'
import type { WhatsAppWeb } from '../doubles/whatsapp-web/start.ts'
import { publishFlow } from '../kit/flows.ts'
import type { RunningProduct } from '../kit/product.ts'
import { onlyThread, talksOf } from '../kit/telegram.ts'
import { addNumber, lineIs, lineOf, linkNumber, startBesideWhatsAppWeb } from '../kit/whatsapp-web.ts'
import { threadOf } from '../kit/whatsapp.ts'

/** A number linked as a device, through the running product, against a network of our own. */
let sandbox: WhatsAppWeb
let the: RunningProduct
let id: string
const business = '5491150000001'
const customer = '5491122334455'

before(async () => {
  ;({ sandbox, the } = await startBesideWhatsAppWeb())
})

const channel = () => the.owner.api.ask(channelRoutes.read, { params: { id } })
const gotBy = async (phone: string) =>
  (await sandbox.network.got(phone)).map(({ message }) => message.extendedTextMessage?.text ?? message.conversation ?? Object.keys(message)[0])
const keys = async () => (await the.admin.query<{ count: number }>('select count(*)::int as count from channels.session_key')).rows[0]!.count
const answer = async (text: string) => {
  const [talk] = await talksOf(the.owner.api, id)
  return the.owner.api.ask(conversationRoutes.send, { params: { id: talk!.id }, body: { content: { type: 'text', text }, takeFloor: true } })
}

describe('a number by QR', () => {
  test('shows its code to whoever may manage channels, and is connected by scanning it', async () => {
    id = (await addNumber(the.owner.api)).id
    assert.equal((await channel()).state, 'connecting')
    const agent = await the.addMember(the.owner.tenantId, 'agent')
    const { qr, until } = await lineIs(the, id, 'qr')
    assert.ok(new Date(until) > new Date())
    assert.equal((await agent.api.send('GET', `/api/channels/${id}/line`)).status, 403)
    await linkNumber(the, sandbox, id, business)
    const connected = await channel()
    assert.deepEqual([connected.state, connected.address], ['connected', `+${business}`])
    const { rows } = await the.admin.query<{ text: string }>(
      `select coalesce(string_agg(e::text, ''), '') || (select coalesce(string_agg(l::text, ''), '') from channels.log l) as text from platform.event e`,
    )
    assert.ok(!rows[0]!.text.includes(qr.slice(0, 20)), 'the code is in no log')
    assert.equal((await the.admin.query('select 1 from channels.line where sealed is not null')).rowCount, 0)
  })

  test('is counted among the lines that this process holds', async () => {
    // From the machine itself, as whoever collects them asks.
    const text = await (await fetch(`${the.url}/metrics`)).text()
    assert.match(text, /^chasqui_lines\{state="connected"\} 1$/m)
  })

  test('hears people and answers them, once each, and shows what became of it', async () => {
    await sandbox.network.say(customer, business, { conversation: 'hola, ¿atienden hoy?' }, { addressing: 'lid' })
    await the.until(async () => (await talksOf(the.owner.api, id)).length === 1, 'the talk')
    await answer('sí, hasta las 18')
    await the.until(async () => (await gotBy(customer)).includes('sí, hasta las 18'), 'the answer arrives')
    await the.until(async () => (await onlyThread(the.owner.api, id)).at(-1)?.status === 'delivered', 'its arrival is told')
    assert.deepEqual(await gotBy(customer), ['sí, hasta las 18'])
  })

  test('an order stands in the thread as one; what only announces pictures, or votes, is no message', async () => {
    const before = (await onlyThread(the.owner.api, id)).length
    await sandbox.network.say(customer, business, { albumMessage: { expectedImageCount: 2 } })
    await sandbox.network.say(customer, business, { pollUpdateMessage: { senderTimestampMs: 1 } })
    await sandbox.network.say(customer, business, {
      orderMessage: { orderId: '77', orderTitle: 'Panadería', itemCount: 3, totalAmount1000: 4_500_000, totalCurrencyCode: 'ARS', message: 'sin sal' },
    })
    await the.until(async () => (await onlyThread(the.owner.api, id)).at(-1)?.content.type === 'order', 'the order')
    const thread = await onlyThread(the.owner.api, id)
    assert.equal(thread.length, before + 1)
    const items = [{ productId: 'Panadería', quantity: 3, price: 1500, currency: 'ARS' }]
    assert.deepEqual(thread.at(-1)!.content, { type: 'order', catalogId: '', text: 'sin sal', items })
  })

  test('a reaction names whose message it is for', async () => {
    const thread = await onlyThread(the.owner.api, id)
    const [talk] = await talksOf(the.owner.api, id)
    for (const [direction, emoji] of [
      ['in', '👍'],
      ['out', '🎉'],
    ] as const) {
      const message = thread.findLast((one) => one.direction === direction)!
      await the.owner.api.ask(conversationRoutes.react, { params: { id: talk!.id, messageId: message.id }, body: { emoji } })
    }
    const reactions = async () => (await sandbox.network.got(customer)).flatMap(({ message }) => message.reactionMessage ?? [])
    await the.until(async () => (await reactions()).length === 2, 'both arrive')
    assert.deepEqual(
      (await reactions()).map(({ text, key }) => [text, key?.fromMe ?? false]),
      [
        ['👍', false],
        ['🎉', true],
      ],
    )
  })

  test('what is typed on the handset is in the thread', async () => {
    await sandbox.network.typeOnHandset(business, customer, { conversation: 'te escribo desde el teléfono' })
    await the.until(
      async () =>
        (await onlyThread(the.owner.api, id)).some(
          ({ content, direction }) => direction === 'out' && content.type === 'text' && content.text.includes('teléfono'),
        ),
      'it is there',
    )
  })

  test('what is written while the line is down leaves when it is back', async () => {
    await sandbox.network.refuse(business, '503')
    await sandbox.network.hangUp(business, 'cut')
    const line = await lineIs(the, id, 'reconnecting')
    assert.ok(line.cause !== '' && new Date(line.retryAt).getTime() > 0)
    assert.equal((await channel()).state, 'connecting')
    await the.until(async () => (await lineIs(the, id, 'reconnecting')).cause === 'network_unavailable', 'it is tried, in vain')
    const logged = (await the.owner.api.ask(channelRoutes.logs, { params: { id } })).items
    const why = logged.filter(({ detail }) => detail['cause'] === 'network_unavailable').map(({ event }) => event)
    assert.deepEqual(why, ['listening_troubled'], 'the log has each cause once, however often it is tried')
    await answer('en un momento')
    await sandbox.network.refuse(business, null)
    await the.owner.api.ask(channelRoutes.restart, { params: { id } })
    await the.until(async () => (await gotBy(customer)).includes('en un momento'), 'it leaves')
    assert.equal((await gotBy(customer)).filter((text) => text === 'en un momento').length, 1)
  })

  test('who wrote under a name without a number is the same person once the number is known', async () => {
    const stranger = '5491122330077'
    const known = async () => (await talksOf(the.owner.api, id)).filter(({ contact }) => contact.name.includes('0077'))
    await sandbox.network.say(stranger, business, { conversation: 'sin número' }, { addressing: 'lid', alone: true })
    const [talk] = await the.until(async () => (await known()).length === 1 && known(), 'the talk')
    assert.equal(talk!.contact.phone, null)
    await sandbox.network.tellNumber(stranger, business)
    await the.until(async () => (await known())[0]!.contact.phone === `+${stranger}`, 'the number is known')
    await sandbox.network.say(stranger, business, { conversation: 'con número' }, { alone: true })
    await the.until(
      async () => (await the.admin.query(`select 1 from conversations.message where content ->> 'text' = 'con número'`)).rowCount === 1,
      'it came',
    )
    assert.equal((await known()).length, 1, 'one contact, one conversation')
    // Of nobody who ever wrote nothing is made.
    const contacts = async () => (await the.admin.query('select 1 from contacts.contact')).rowCount
    const before = await contacts()
    await sandbox.network.tellNumber('5491122330078', business)
    await sandbox.network.say(stranger, business, { conversation: 'después' })
    await the.until(async () => (await the.admin.query(`select 1 from conversations.message where content ->> 'text' = 'después'`)).rowCount === 1, 'it came')
    await the.idle()
    assert.equal(await contacts(), before)
  })

  test('two contacts that the network tells to be one become one, under the number, and go on in one conversation', async () => {
    const person = '5491122330088'
    const talks = async () => (await talksOf(the.owner.api, id)).filter(({ contact }) => contact.name.includes('0088'))
    const people = async () => new Set((await talks()).map(({ contact }) => contact.id)).size
    await sandbox.network.say(person, business, { conversation: 'por mi nombre' }, { addressing: 'lid', alone: true })
    await the.until(async () => (await people()) === 1, 'who wrote without a number')
    await sandbox.network.say(person, business, { conversation: 'por mi número' }, { alone: true })
    await the.until(async () => (await people()) === 2, 'nobody knows yet that they are one')
    await sandbox.network.tellNumber(person, business)
    await the.until(async () => (await people()) === 1, 'one person')
    await the.idle()
    const both = await talks()
    assert.deepEqual([both.map(({ state }) => state === 'closed').toSorted(), both[0]!.contact.phone], [[false, true], `+${person}`])
    await sandbox.network.say(person, business, { conversation: 'y ahora' }, { addressing: 'lid', alone: true })
    const going = both.find(({ state }) => state !== 'closed')!
    await the.until(
      async () => (await threadOf(the.owner.api, going.id)).some(({ content }) => content.type === 'text' && content.text === 'y ahora'),
      'it goes on there',
    )
    assert.equal((await talks()).length, 2)
    const joined = (await threadOf(the.owner.api, going.id)).flatMap(({ content }) =>
      content.type === 'system' && content.event === 'contacts_joined' ? [content] : [],
    )
    assert.deepEqual(
      joined.map(({ data, text }) => [data, text]),
      [[{ by: 'network' }, 'WhatsApp avisó que dos contactos son la misma persona: ahora son uno, con todo lo que se habló']],
    )
    await the.chained()
    const trail = (await the.owner.api.ask(auditRoutes.list, { query: { action: 'contact.joined' } })).items
    assert.deepEqual(
      trail.map(({ actor, subject, after }) => [actor.kind, subject?.id, after?.['by']]),
      [['system', both[0]!.contact.id, 'network']],
    )
  })

  test('groups, the status and channels make no conversation, nobody known and nothing kept; who writes to the business beside them is answered', async () => {
    const { network } = sandbox
    const members = [customer, '5491122330061', '5491122330062']
    const count = async () =>
      (
        await the.admin.query(
          `select (select count(*) from conversations.conversation)::int as talks, (select count(*) from contacts.contact)::int as people,
             (select count(*) from platform.inbox)::int as items, (select count(*) from channels.session_key where kind not in ('arrival', 'creds'))::int as keys`,
        )
      ).rows[0]
    const acknowledged = () => the.until(async () => (await network.person(business)).companions.every(({ waiting }) => waiting.length === 0), 'acknowledged')
    await acknowledged()
    await the.idle()
    const before = await count()
    const group = await network.makeGroup([...members, business], 'Clientes', true)
    for (const member of members) await network.sayInGroup(member, group, { conversation: '¿alguien sabe el precio?' })
    await network.renameGroup(customer, group, 'Clientes del barrio')
    await network.tellReadInGroup(customer, group, '3EB0OFAGROUP')
    await network.postStatus(customer, [business], { conversation: 'mi día' })
    await network.publish('120363099999999999@newsletter', business, { conversation: 'novedades' })
    await acknowledged()
    await the.idle()
    assert.deepEqual(await count(), before)
    await network.say(members[1]!, business, { conversation: 'vi el anuncio' })
    const talk = async () => (await talksOf(the.owner.api, id)).find(({ contact }) => contact.name.includes('0061'))
    const { id: talkId } = await the.until(talk, 'a conversation of their own')
    const body = { content: { type: 'text' as const, text: 'le cuento' }, takeFloor: true }
    await the.owner.api.ask(conversationRoutes.send, { params: { id: talkId }, body })
    await the.until(async () => (await gotBy(members[1]!)).includes('le cuento'), 'the answer')
  })

  test('tells how its line fares and what it takes, and says so when its process is late with that', async () => {
    const status = () => the.owner.api.ask(channelRoutes.status, { params: { id } })
    const told = async () => (await status()).line?.told
    const { unstored, memory, isStale } = await the.until(async () => {
      const now = await told()
      return now?.memory && now.unstored === 0 && now
    }, 'its process told, and all that came is stored')
    assert.deepEqual([unstored, isStale, memory!.lines], [0, false, 1])
    assert.ok(memory!.lineBytes > 0 && memory!.lineBytes <= memory!.processBytes)
    const { line } = await status()
    assert.equal(line!.openSince, (await lineIs(the, id, 'connected')).since)
    assert.ok(line!.lostLastDay >= 1, 'it was cut above')
    assert.match(await (await fetch(`${the.url}/metrics`)).text(), new RegExp(`^chasqui_line_own_memory_bytes\\{channel="${id}"\\} \\d+$`, 'm'))
    // Each round of the process tells anew.
    await the.until(async () => {
      await the.admin.query(`update channels.owner set told_at = now() - interval '1 minute' where channel_id = $1`, [id])
      return (await told())?.isStale
    }, 'what is old is told to be')
  })

  test('answers nobody until somebody chooses, whatever flows are published', async () => {
    const nodes = { a: { type: 'message' as const, text: '¿Qué día?', next: null } }
    await publishFlow(the.owner.api, { schema: 1, start: 'a', triggers: [{ type: 'keyword', words: ['turno'] }], nodes }, { name: 'Turnos' })
    const [aunt, patient] = ['5491166660001', '5491166660002']
    const saysTurno = async (phone: string) => {
      const before = (await talksOf(the.owner.api, id)).length
      await sandbox.network.say(phone, business, { conversation: 'turno' })
      await the.until(async () => (await talksOf(the.owner.api, id)).length > before, 'the talk')
      return (await talksOf(the.owner.api, id))[0]!.floor
    }
    assert.deepEqual((await channel()).answers, { to: 'nobody' })
    assert.equal(await saysTurno(aunt), 'nobody')
    await the.owner.api.ask(channelRoutes.update, { params: { id }, body: { answers: { to: 'everyone' } } })
    await saysTurno(patient)
    await the.until(async () => (await gotBy(patient)).includes('¿Qué día?'), 'the flow answers')
    assert.deepEqual(await gotBy(aunt), [])
  })

  test('removed on the telephone, the cause stands there, and it is linked again', async () => {
    await sandbox.network.hangUp(business, 'logged-out')
    assert.equal((await lineIs(the, id, 'logged_out')).cause, 'device_removed')
    await the.until(async () => (await channel()).state === 'error', 'it waits for a person')
    assert.equal(await keys(), 0)
    await the.owner.api.ask(channelRoutes.connect, { params: { id } })
    await linkNumber(the, sandbox, id, business)
    assert.ok((await keys()) > 0)
  })

  test('a code for the number links as well', async () => {
    const { id: other } = await addNumber(the.owner.api, { codeFor: '+54 9 11 5000-0002' })
    const { code } = await lineIs(the, other, 'code')
    await the.until(() => sandbox.network.enterCode(code, '5491150000002').then(() => true, () => false), 'the code is known') // prettier-ignore
    await lineIs(the, other, 'connected')
    await the.owner.api.ask(channelRoutes.remove, { params: { id: other } })
    await the.until(async () => (await sandbox.network.person('5491150000002')).companions.length === 0, 'removing takes the device out of the account')
    await the.until(async () => (await the.admin.query('select 1 from channels.session_key where channel_id = $1', [other])).rowCount === 0, 'its keys go')
  })

  test('disconnected, the device leaves the account and its keys go', async () => {
    const devices = async () => (await sandbox.network.person(business)).companions.length
    const before = await devices()
    await the.owner.api.ask(channelRoutes.disconnect, { params: { id } })
    await the.until(async () => (await devices()) === before - 1, 'the device is out')
    await the.until(async () => (await keys()) === 0, 'its keys are gone')
    assert.deepEqual([(await channel()).state, await lineOf(the.owner.api, id)], ['disconnected', null])
    assert.equal((await the.owner.api.ask(channelRoutes.status, { params: { id } })).line, null)
  })
})

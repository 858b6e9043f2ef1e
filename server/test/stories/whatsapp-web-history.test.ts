import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { analyticsRoutes, auditRoutes, channelRoutes, conversationRoutes, sessionRoutes, type Conversation } from '@chasqui/contracts'
import type { PastChat } from '../doubles/whatsapp-web/history.ts'
import type { WhatsAppWeb } from '../doubles/whatsapp-web/start.ts'
import type { RunningProduct } from '../kit/product.ts'
import { talksOf } from '../kit/telegram.ts'
import { addNumber, lineIs, lineOf, linkNumber, startBesideWhatsAppWeb } from '../kit/whatsapp-web.ts'

/** What was said before a number is linked, for owners who want to have it along. */
let sandbox: WhatsAppWeb
let the: RunningProduct
const now = Math.floor(Date.now() / 1000)
const ago = (days: number, seconds = 0): number => now - days * 86_400 + seconds
const day = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10)
const [ana, beto, carla] = ['5491122330001', '5491122330002', '5491122330003'] as const

before(async () => {
  ;({ sandbox, the } = await startBesideWhatsAppWeb())
})

let numbers = 0
const linked = async (history: '7' | '30' | 'none', flow = false) => {
  const business = `549115000010${numbers++}`
  const { id } = await addNumber(the.owner.api, { history, flow })
  await linkNumber(the, sandbox, id, business)
  return { id, business }
}
const progress = async (id: string) => (await the.owner.api.ask(channelRoutes.history, { params: { id } })).history
const is = (id: string, state: string) => the.until(async () => (await progress(id))?.state === state && progress(id), `it is ${state}`)
const thread = async ({ id }: Pick<Conversation, 'id'>) =>
  (await the.owner.api.ask(conversationRoutes.messages, { params: { id } })).items.map(({ content, direction, seq }) => [
    seq,
    direction,
    'text' in content ? content.text : content.type,
  ])
const said = (id: string, at: number, text: string, mine = false) => ({ id, at, mine, message: { conversation: text } })
const withAna = (business: string): PastChat => ({
  with: ana,
  named: 'lid',
  messages: [
    said(`${business}-A3`, ago(3), '¿tenés turno?'),
    said(`${business}-A4`, ago(3, 60), 'sí, a las 10', true),
    said(`${business}-A0`, ago(300), 'de hace mucho'),
  ],
})
const begunBetween = async () => {
  const { totals } = await the.owner.api.ask(analyticsRoutes.conversations, { query: { from: day(ago(30)), to: day(now) } })
  return totals.conversations_begun
}

describe('history of a linked number', () => {
  test('is in closed conversations of the past, one for each person, in which nobody has to do anything and which no number counts', async () => {
    const { id, business } = await linked('30')
    const counted = await begunBetween()
    const group: PastChat = { with: '120363041234567890@g.us', messages: [said('G1', ago(1), 'del grupo')] }
    await sandbox.network.offerHistory(
      business,
      [withAna(business), { with: beto, name: 'Beto del taller', messages: [said('B1', ago(1), 'gracias', true)] }, group],
      true,
    )
    await is(id, 'done')
    // The next piece goes further back.
    await sandbox.network.offerHistory(business, [
      { with: ana, messages: [said('A2', ago(20), 'hola, soy Ana'), said(`${business}-A3`, ago(3), '¿tenés turno?')] },
      withAna(business),
    ])
    const done = await the.until(async () => {
      const told = await progress(id)
      return told?.state === 'done' && told.chats === 4 && told
    }, 'both pieces are brought')
    assert.deepEqual([done.done, done.messages, done.failed], [4, 4, 0])

    const talks = await talksOf(the.owner.api, id)
    assert.deepEqual(
      talks.map(({ state, unread, closeReason, assignee }) => [state, unread, closeReason, assignee]),
      talks.map(() => ['closed', 0, 'Mensajes de antes de vincular', null]),
    )
    assert.equal(talks.length, 2)
    const withHer = talks.find(({ contact }) => contact.name !== 'Beto del taller')!
    assert.deepEqual(await thread(withHer), [
      [1, 'in', 'hola, soy Ana'],
      [2, 'in', '¿tenés turno?'],
      [3, 'out', 'sí, a las 10'],
    ])
    assert.equal(withHer.createdAt, new Date(ago(20) * 1000).toISOString())
    const found = await the.owner.api.ask(conversationRoutes.search, { query: { q: 'turno' } })
    assert.ok(JSON.stringify(found).includes(withHer.id), 'its words are found')
    assert.equal(await begunBetween(), counted, 'no number counts it')
    assert.equal((await the.admin.query(`select 1 from platform.event where payload ->> 'conversationId' = $1`, [withHer.id])).rowCount, 0)
    assert.deepEqual(await sandbox.network.got(ana), [], 'nobody is written to')
    const { rows } = await the.admin.query('select 1 from channels.history_part where channel_id = $1 and sealed is not null', [id])
    assert.equal(rows.length, 0, 'what opens the pieces is gone')
  })

  test('what is said from now on opens a talk of its own, is answered, and is not taken twice', async () => {
    const { id, business } = await linked('7', true)
    const later = await sandbox.network.say(carla, business, { conversation: 'hola' })
    await the.until(async () => (await talksOf(the.owner.api, id)).some(({ state }) => state !== 'closed'), 'the talk')
    await sandbox.network.offerHistory(business, [
      { with: carla, messages: [said('C1', ago(2), 'antes'), said(later, now + 5, 'hola'), said('C3', ago(20), 'más viejo de lo que se quiere')] },
    ])
    await is(id, 'done')
    await the.idle()
    const talks = await talksOf(the.owner.api, id)
    assert.equal(talks.length, 2)
    const [open, past] = [talks.find(({ state }) => state !== 'closed')!, talks.find(({ state }) => state === 'closed')!]
    assert.equal(open.contact.id, past.contact.id)
    assert.deepEqual(await thread(past), [[1, 'in', 'antes']])
    assert.equal((await thread(open)).filter(([, direction]) => direction === 'in').length, 1)
    await the.until(async () => (await sandbox.network.got(carla)).length > 0, 'the flow answers her')
    const before = (await sandbox.network.got(carla)).length
    await sandbox.network.offerHistory(business, [{ with: carla, messages: [said('C0', ago(3), 'aún antes')] }])
    await the.until(async () => (await thread(past)).length === 2, 'it joins the others')
    await the.idle()
    assert.equal((await sandbox.network.got(carla)).length, before, 'the past is answered by nobody')
  })

  test('reactions stand under what they were set to, the last of each side, whether told within the message or apart', async () => {
    const { id, business } = await linked('30')
    const reaction = (to: string, text: string) => ({ message: { reactionMessage: { key: { id: to }, text } } })
    await sandbox.network.offerHistory(business, [
      {
        with: ana,
        named: 'lid',
        messages: [
          { ...said('R1', ago(3), 'llegó bien'), reactions: [{ text: '👍' }, { text: '🎉', mine: true }] },
          { ...said('R2', ago(3, 60), 'de nada', true), reactions: [{ text: '❤️', at: ago(2) }] },
          { id: 'R3', at: ago(3, 90), ...reaction('R2', '😮') },
          { ...said('R4', ago(3, 120), '¿y el turno?'), reactions: [{ text: '' }] },
          { id: 'R5', at: ago(3, 150), mine: true, ...reaction('R4', '👀') },
        ],
      },
    ])
    await is(id, 'done')
    const [talk] = await talksOf(the.owner.api, id)
    const { items } = await the.owner.api.ask(conversationRoutes.messages, { params: { id: talk!.id } })
    assert.deepEqual(
      items.map(({ reactions }) => reactions.map(({ actor, emoji }) => `${actor} ${emoji}`)),
      [['contact 👍', 'agent 🎉'], ['contact ❤️'], ['agent 👀']],
    )
  })

  test('nobody who did not ask for it gets any', async () => {
    const { id, business } = await linked('none')
    await sandbox.network.offerHistory(business, [withAna(business)])
    await sandbox.network.say(beto, business, { conversation: 'hola' })
    await the.until(async () => (await talksOf(the.owner.api, id)).length === 1, 'the talk')
    await the.idle()
    assert.equal(await progress(id), null)
  })

  test('a person may stop it, and what was brought stays', async () => {
    const { id, business } = await linked('30')
    const agent = await the.addMember(the.owner.tenantId, 'agent')
    await sandbox.network.offerHistory(business, [withAna(business)])
    await is(id, 'done')
    assert.equal((await agent.api.send('POST', `/api/channels/${id}/history/cancel`)).status, 403)
    const { history } = await the.owner.api.ask(channelRoutes.cancelHistory, { params: { id } })
    assert.equal(history?.state, 'cancelled')
    // The telephone goes on offering, and is not listened to.
    await sandbox.network.offerHistory(business, [{ with: beto, messages: [said('B9', ago(2), 'tarde')] }])
    await sandbox.network.say(carla, business, { conversation: 'hola' })
    await the.until(async () => (await talksOf(the.owner.api, id)).length === 2, 'what comes now comes')
    await the.idle()
    assert.equal((await progress(id))?.messages, 2)
    assert.equal((await talksOf(the.owner.api, id)).filter(({ state }) => state === 'closed').length, 1)
    await the.chained()
    const acts = (await the.owner.api.ask(auditRoutes.list, { query: { subjectId: id } })).items.map(({ action }) => action)
    assert.ok(acts.includes('channel.history_cancelled'))
  })

  test('the line is importing while pieces wait to be brought, and connected when they are brought or not wanted', async () => {
    const { id, business } = await linked('30')
    await sandbox.network.offerHistory(business, [withAna(business)])
    await is(id, 'done')
    const session = () => the.owner.api.ask(sessionRoutes.status, { params: { id } })
    const stands = async () => [(await lineOf(the.owner.api, id))?.state, (await session()).line, (await session()).status]
    assert.deepEqual(await stands(), ['connected', 'connected', 'connected'])
    // A piece whose turn does not come.
    await the.admin.query(
      `insert into channels.history_part (tenant_id, channel_id, id, state, sealed, chats, offered_at)
       select tenant_id, channel_id, 'held', 'waiting', '\\x00', 3, now() from channels.history where channel_id = $1`,
      [id],
    )
    assert.deepEqual(await stands(), ['importing', 'importing', 'connected'])
    const line = await lineIs(the, id, 'importing')
    assert.deepEqual([line.done, line.chats], [1, 4])
    await the.owner.api.ask(channelRoutes.cancelHistory, { params: { id } })
    assert.deepEqual(await stands(), ['connected', 'connected', 'connected'])
  })

  test('a piece that the network has no more fails with its cause, and may be tried again', async () => {
    const { id, business } = await linked('30')
    await sandbox.network.refuse(business, '503')
    await sandbox.network.hangUp(business, 'cut')
    await sandbox.network.offerHistory(business, [withAna(business)])
    await sandbox.network.forgetFiles()
    await sandbox.network.refuse(business, null)
    await the.owner.api.ask(channelRoutes.restart, { params: { id } })
    assert.equal((await is(id, 'failed'))?.cause, 'expired')
    await the.owner.api.ask(channelRoutes.retryHistory, { params: { id } })
    await is(id, 'failed')
    assert.deepEqual(await talksOf(the.owner.api, id), [])
  })
})

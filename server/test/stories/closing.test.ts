import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { bulkRoutes, closingRoutes, Conduct, conversationRoutes, flowRoutes, tenancyRoutes, type Conversation, type Message } from '@chasqui/contracts'
import { listReply, text } from '../doubles/graph-api/inbound.ts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import { openCentre, type Centre, type Customer } from '../kit/centre.ts'
import type { Person, RunningProduct } from '../kit/product.ts'
import { threadOf } from '../kit/whatsapp.ts'

/** How conversations end, and what customers say after the end. */
let the: RunningProduct
before(async () => {
  ;({ the } = await startBesideGraph({ env: { TRUST_PROXY: '127.0.0.1' } }))
})

const hour = 3_600_000
type Settings = Parameters<typeof Conduct.parse>[0]
const conduct = (centre: Centre, settings: Settings) => centre.boss.api.ask(closingRoutes.changeConduct, { body: Conduct.parse(settings) })
const answered = async (centre: Centre, customer: Customer, by: Person): Promise<Conversation> => {
  const conversation = await centre.says(customer)
  await by.api.ask(conversationRoutes.send, { params: { id: conversation.id }, body: { content: { type: 'text', text: '¿En qué te ayudo?' } } as never })
  await the.idle()
  return conversation
}
const read = (centre: Centre, id: string) => centre.boss.api.ask(conversationRoutes.read, { params: { id } })
const wordsOf = (messages: Message[]) => messages.map(({ content }) => ('text' in content ? content.text : 'body' in content ? content.body : content.type))
const write = async (centre: Centre, customer: Customer, ...messages: Parameters<Centre['number']['write']>[1]) => {
  assert.equal(await centre.number.write(customer, messages), 200)
  await the.idle()
}
const say = async (centre: Centre, customer: Customer, words: string) => write(centre, customer, text(customer, words, { at: await the.clock.now() }))

/** Time passes, and whoever acts afterwards signs in anew. */
const later = async (centre: Centre, eva: Person | null, ms: number) => {
  await the.clock.advance(ms)
  await the.signInAgain(centre.boss, ...(eva ? [eva] : []))
  await the.idle()
}

describe('reasons', () => {
  test('are named by id or by name, asked for where the tenant wants it, with a note where the reason needs one, and counted', async () => {
    const centre = await openCentre(the)
    const { api } = centre.boss
    const reason = (body: { name: string; queueId?: string; needsNote?: boolean }) => api.ask(closingRoutes.createReason, { body })
    const [sold, refund] = [await reason({ name: 'Venta' }), await reason({ name: 'Reclamo', needsNote: true })]
    const vip = await centre.quietQueue('VIP')
    const special = await reason({ name: 'Trato especial', queueId: vip.id })
    assert.equal((await api.send('POST', '/api/closing-reasons', { name: 'venta' })).status, 409)
    const offered = async (queueId: string) => (await api.ask(closingRoutes.reasons, { query: { queueId } })).items.map(({ name }) => name)
    assert.deepEqual(await offered(centre.general.id), ['Venta', 'Reclamo'])
    assert.deepEqual(await offered(vip.id), ['Venta', 'Reclamo', 'Trato especial'])
    await conduct(centre, { reasonRequired: true })

    const one = await centre.says(centre.customer())
    const close = (id: string, body: unknown) => api.send<{ code: string }>('POST', `/api/conversations/${id}/close`, body)
    assert.equal((await close(one.id, {})).body.code, 'closing_reason.required')
    assert.equal((await close(one.id, { reason: 'porque sí' })).body.code, 'closing_reason.required')
    assert.equal((await close(one.id, { reasonId: special.id })).body.code, 'closing_reason.unknown', 'it is not of this queue')
    assert.equal((await close(one.id, { reasonId: refund.id })).body.code, 'closing_reason.note_required')
    assert.equal((await close(one.id, { reasonId: refund.id, note: 'Se rompió' })).status, 200)
    const closed = await read(centre, one.id)
    assert.deepEqual([closed.state, closed.closeReason, closed.closeNote], ['closed', 'Reclamo', 'Se rompió'])
    const two = await centre.says(centre.customer())
    assert.equal((await close(two.id, { reason: 'VENTA' })).status, 200, 'named by its name')
    assert.deepEqual(
      (await api.ask(closingRoutes.reasons, { query: {} })).items.map(({ name, uses }) => [name, uses]),
      [
        ['Venta', 1],
        ['Reclamo', 1],
        ['Trato especial', 0],
      ],
    )
    await api.ask(closingRoutes.updateReason, { params: { id: special.id }, body: { position: 0 } })
    await api.ask(closingRoutes.removeReason, { params: { id: sold.id } })
    assert.deepEqual(
      (await api.ask(closingRoutes.reasons, { query: {} })).items.map(({ name, position }) => [name, position]),
      [
        ['Trato especial', 0],
        ['Reclamo', 1],
      ],
    )
    assert.equal((await read(centre, two.id)).closeReason, 'Venta', 'what ended with it keeps it')
  })
})

describe('surveys', () => {
  test('ask after the end; one answer, by a press, which opens nothing; a low one is told', async () => {
    const centre = await openCentre(the)
    const eva = await centre.agent()
    await conduct(centre, { survey: { on: true, texts: { es: '¿Te ayudamos?', pt: null, en: null } } })
    const customer = centre.customer()
    const { id } = await answered(centre, customer, eva)
    await centre.close({ id } as Conversation, eva)
    const asked = (await threadOf(eva.api, id)).find(({ sender, direction }) => sender.kind === 'system' && direction === 'out')!
    assert.equal(asked.content.type, 'list', 'five answers are a list where there are three buttons')
    assert.ok(asked.content.type === 'list' && asked.content.body === '¿Te ayudamos?')
    const rows = asked.content.sections[0]!.rows
    const press = async (index: number) => write(centre, customer, listReply(customer, rows[index]!.id, rows[index]!.title, { at: await the.clock.now() }))
    await press(4)
    await press(0)
    await say(centre, customer, 'Tardaron mucho')
    const conversation = await read(centre, id)
    assert.deepEqual([conversation.state, conversation.survey?.score, conversation.survey?.comment, conversation.unread], ['closed', 1, 'Tardaron mucho', 0])
    assert.equal((await centre.conversations()).length, 1, 'nothing was opened')
    assert.deepEqual((await the.admin.query('select score, agent_id, campaign_id, is_low from conversations.survey where conversation_id = $1', [id])).rows, [
      { score: 1, agent_id: eva.userId, campaign_id: centre.campaign.id, is_low: true },
    ])
    const attention = (await centre.boss.api.ask(tenancyRoutes.home)).attention.find(({ kind }) => kind === 'low_score')
    assert.deepEqual([attention?.count, attention?.conversationId], [1, id])
    await say(centre, customer, 'Otra cosa')
    assert.equal((await centre.conversations()).length, 2, 'what comes after the word opens a conversation')
  })

  test('count a press although the conversation was opened again, and disturb nobody by it', async () => {
    const centre = await openCentre(the)
    const eva = await centre.agent()
    await conduct(centre, { survey: { on: true } })
    const customer = centre.customer()
    const { id } = await answered(centre, customer, eva)
    await centre.close({ id } as Conversation, eva)
    const asked = (await threadOf(eva.api, id)).find(({ content }) => content.type === 'list')!.content
    await eva.api.ask(conversationRoutes.reopen, { params: { id } })
    const best = asked.type === 'list' ? asked.sections[0]!.rows[0]! : null
    await write(centre, customer, listReply(customer, best!.id, best!.title, { at: await the.clock.now() }))
    const conversation = await read(centre, id)
    assert.deepEqual([conversation.state, conversation.survey?.score, conversation.unread], ['active', 5, 0])
  })

  test('are answered by a number, expire, and are not asked outside of the window or where a campaign does not want them', async () => {
    const centre = await openCentre(the)
    const eva = await centre.agent()
    await conduct(centre, { survey: { on: true, expiresHours: 2, askComment: false } })
    const [ana, late] = [centre.customer(), centre.customer()]
    const one = await answered(centre, ana, eva)
    await centre.close(one, eva)
    await say(centre, ana, ' 5 ')
    assert.deepEqual([(await read(centre, one.id)).survey?.score, (await centre.conversations()).length], [5, 1])
    const two = await answered(centre, late, eva)
    await centre.close(two, eva)
    await later(centre, eva, 3 * hour)
    await say(centre, late, '5')
    assert.equal((await read(centre, two.id)).survey?.score, null, 'too late')
    assert.equal((await centre.conversationOf(late)).state !== 'closed', true, 'and so it is a message like any other')
    const three = await answered(centre, centre.customer(), eva)
    await later(centre, eva, 25 * hour)
    const wanted = await eva.api.send<{ code: string }>('POST', `/api/conversations/${three.id}/close`, { survey: true })
    assert.equal(wanted.body.code, 'window.closed')
    await centre.close(three, eva)
    assert.equal((await read(centre, three.id)).survey, null)
    await conduct(centre, { survey: { on: true, campaigns: [{ campaignId: centre.campaign.id, on: false }] } })
    const four = await answered(centre, centre.customer(), eva)
    await centre.close(four, eva)
    assert.equal((await read(centre, four.id)).survey, null)
  })
})

describe('surveys without an agent who closes', () => {
  const surveysOf = async (id: string) =>
    (await the.admin.query<{ agent_id: string }>('select agent_id from conversations.survey where conversation_id = $1 order by asked_at', [id])).rows.map(
      ({ agent_id }) => agent_id,
    )

  test('ask when a flow ends what a person served, and say nothing where none did', async () => {
    const centre = await openCentre(the)
    const eva = await centre.agent()
    await conduct(centre, { survey: { on: true } })
    const flow = await centre.boss.api.ask(flowRoutes.create, {
      body: {
        name: 'Adiós',
        definition: { schema: 1, start: 'a', nodes: { a: { type: 'close', text: 'Chau', reason: 'resolved_by_bot', at: { x: 0, y: 0 } } } } as never,
      },
    })
    await centre.boss.api.ask(flowRoutes.publish, { params: { id: flow.id }, body: {} })
    const served = await answered(centre, centre.customer(), eva)
    const unserved = await centre.says(centre.customer())
    for (const { id } of [served, unserved]) await centre.boss.api.ask(conversationRoutes.transfer, { params: { id }, body: { flowId: flow.id } })
    await the.idle()
    assert.deepEqual([(await read(centre, served.id)).state, (await read(centre, unserved.id)).state], ['closed', 'closed'])
    assert.deepEqual([await surveysOf(served.id), await surveysOf(unserved.id)], [[eva.userId], []])
  })

  test('ask once, by a job as by hand and by a queue that is full, each by the settings', async () => {
    const centre = await openCentre(the)
    const eva = await centre.agent()
    await conduct(centre, { survey: { on: true } })
    const [one, two] = [await answered(centre, centre.customer(), eva), await answered(centre, centre.customer(), eva)]
    await centre.boss.api.ask(bulkRoutes.close, { body: { ids: [one.id] } })
    await the.until(async () => (await read(centre, one.id)).state === 'closed', 'the job has closed it')
    assert.deepEqual(await surveysOf(one.id), [eva.userId])
    await eva.api.ask(conversationRoutes.reopen, { params: { id: one.id } })
    await centre.close(one, eva)
    assert.equal((await surveysOf(one.id)).length, 1, 'opened again, they are not asked once more')
    const tired = await centre.quietQueue('Paciencia', {
      maxWaitSeconds: 60,
      overflow: { to: 'close', text: 'Hoy no llegamos.' },
      agentIds: [centre.boss.userId],
    })
    await centre.boss.api.ask(conversationRoutes.transfer, { params: { id: two.id }, body: { queueId: tired.id } })
    await later(centre, eva, 2 * 60_000)
    assert.deepEqual([(await read(centre, two.id)).closeReason, await surveysOf(two.id)], ['overflow', [eva.userId]])
  })
})

test('thanks after the end are kept there and open nothing, for as long as the settings say; all else opens a conversation', async () => {
  const centre = await openCentre(the)
  await conduct(centre, { thanksMinutes: 30 })
  const customer = centre.customer()
  const { id } = await centre.says(customer)
  await centre.close({ id } as Conversation)
  await say(centre, customer, 'muito obrigada 🙏')
  const kept = await read(centre, id)
  assert.deepEqual([kept.state, kept.unread, (await centre.conversations()).length], ['closed', 0, 1])
  assert.equal(wordsOf(await threadOf(centre.boss.api, id)).at(-1), 'muito obrigada 🙏')
  await later(centre, null, hour)
  await say(centre, customer, 'gracias!')
  assert.equal((await centre.conversations()).length, 2)
})

test('whoever is blocked is kept in silence, and heard again when they are not', async () => {
  const centre = await openCentre(the)
  const eva = await centre.agent()
  const customer = centre.customer()
  const first = await centre.says(customer)
  assert.equal(first.assignee?.id, eva.userId)
  await eva.api.ask(conversationRoutes.block, { params: { id: first.contact.id } })
  await the.idle()
  const ended = await read(centre, first.id)
  assert.deepEqual([ended.state, ended.closeReason, ended.contact.blocked], ['closed', 'blocked', true])
  await say(centre, customer, '¡Contesten!')
  assert.equal((await centre.conversations()).length, 1)
  const kept = await read(centre, first.id)
  assert.deepEqual([kept.state, kept.unread, wordsOf(await threadOf(eva.api, first.id)).at(-1)], ['closed', 0, '¡Contesten!'])
  assert.equal((await eva.api.send<{ code: string }>('POST', `/api/conversations/${first.id}/reopen`)).body.code, 'contact.blocked')
  await eva.api.ask(conversationRoutes.unblock, { params: { id: first.contact.id } })
  await say(centre, customer, 'hola de nuevo')
  assert.equal((await centre.conversations()).length, 2)
})

test('two conversations become one, in the order of their time and by whoever spoke, and two again', async () => {
  const centre = await openCentre(the)
  const { api } = centre.boss
  const customer = centre.customer()
  const old = await centre.says(customer, 'uno')
  await api.ask(conversationRoutes.note, { params: { id: old.id }, body: { text: 'dos' } })
  await centre.close(old)
  const open = await centre.says(customer, 'tres')
  const before = { old: wordsOf(await threadOf(api, old.id)), open: wordsOf(await threadOf(api, open.id)) }
  const stranger = await centre.says(centre.customer())
  const merge = (source: string, body = {}) => api.send<{ code: string }>('POST', `/api/conversations/${open.id}/merge`, { conversationId: source, ...body })
  assert.equal((await merge(stranger.id)).body.code, 'merge.other_person')
  assert.equal((await merge(open.id)).body.code, 'merge.itself')
  assert.equal((await merge(old.id)).status, 200)
  const thread = await threadOf(api, open.id)
  assert.deepEqual(
    thread.map(({ seq }) => seq),
    thread.map((_, index) => index + 1),
  )
  assert.deepEqual(wordsOf(thread), [...before.old, ...before.open, 'system'])
  assert.deepEqual([thread[0]!.sender.kind, thread[1]!.sender.id], ['contact', centre.boss.userId])
  const source = await read(centre, old.id)
  assert.deepEqual([source.state, source.mergedIntoId], ['closed', open.id])
  assert.equal((await api.send<{ code: string }>('POST', `/api/conversations/${old.id}/reopen`)).body.code, 'conversation.merged')
  await say(centre, customer, 'cuatro')
  await api.ask(conversationRoutes.unmerge, { params: { id: open.id }, body: { conversationId: old.id } })
  assert.deepEqual(wordsOf(await threadOf(api, open.id)), [...before.open, 'system', 'cuatro', 'system'])
  assert.deepEqual(wordsOf(await threadOf(api, old.id)), [...before.old, 'system', 'system'])
  assert.deepEqual([(await read(centre, old.id)).mergedIntoId, (await read(centre, old.id)).closeReason], [null, source.closeReason])
  assert.equal((await api.send<{ code: string }>('POST', `/api/conversations/${open.id}/unmerge`, { conversationId: old.id })).body.code, 'merge.none')
  assert.equal((await merge(stranger.id, { otherPerson: true })).status, 200, 'who knows that they are the same says so')
  assert.deepEqual(await waitsOf(stranger.id), ['moved'], 'nobody waits in what became part of another, and nobody gave up')
})
const waitsOf = async (id: string) =>
  (await the.admin.query<{ outcome: string | null }>('select outcome from routing.wait where conversation_id = $1', [id])).rows.map(({ outcome }) => outcome)

test('after a take-over the bot comes back when the pause is over, and answers whoever waits', async () => {
  const centre = await openCentre(the, { bot: { on: true, flowId: null } })
  const eva = await centre.agent()
  const customer = centre.customer()
  const { id } = await centre.says(customer)
  const floor = (body: { floor: 'human'; pause?: 'hour' | 'sliding' | 'until_closed' | 'tomorrow' }) =>
    eva.api.ask(conversationRoutes.floor, { params: { id }, body })
  const taken = await floor({ floor: 'human' })
  assert.deepEqual([taken.floor, taken.botReturnsAt], ['human', null], 'until closed, if nobody says otherwise')
  const now = (await the.clock.now()).getTime()
  assert.ok(Math.abs(Date.parse((await floor({ floor: 'human', pause: 'hour' })).botReturnsAt!) - now - hour) < 60_000)
  await floor({ floor: 'human', pause: 'sliding' })
  await later(centre, eva, 15 * 60_000)
  await eva.api.ask(conversationRoutes.send, { params: { id }, body: { content: { type: 'text', text: 'Un momento' } } as never })
  await later(centre, eva, 10 * 60_000)
  await the.idle()
  assert.equal((await read(centre, id)).floor, 'human', 'a word of hers put it off')
  await say(centre, customer, 'hola?')
  const before = (await threadOf(eva.api, id)).length
  await later(centre, eva, 11 * 60_000)
  await the.idle()
  const back = await read(centre, id)
  assert.deepEqual([back.floor, back.state, back.assignee, back.botReturnsAt], ['flow', 'bot', null, null])
  const since = (await threadOf(eva.api, id)).slice(before)
  assert.equal(since[0]!.content.type === 'system' && since[0]!.content.event, 'bot_returned')
  assert.ok(
    since.some(({ sender }) => sender.kind === 'flow'),
    'whoever waits is answered',
  )
})

test('what was put aside comes back to whoever has it', async () => {
  const centre = await openCentre(the)
  const eva = await centre.agent()
  const conversation = await centre.says(centre.customer())
  const until = new Date((await the.clock.now()).getTime() + hour).toISOString()
  await eva.api.ask(conversationRoutes.snooze, { params: { id: conversation.id }, body: { until } })
  await later(centre, eva, hour + 1000)
  await the.idle()
  const back = await read(centre, conversation.id)
  assert.deepEqual([back.snoozedUntil, back.assignee?.id, back.unread > 0], [null, eva.userId, true])
  const line = (await threadOf(eva.api, conversation.id)).at(-1)!.content
  assert.deepEqual(line.type === 'system' && [line.event, line.data?.userId], ['woken', eva.userId])
})
